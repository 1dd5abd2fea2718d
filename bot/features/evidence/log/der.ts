/** An element of DER (X.690): its tag, what is in it, and the whole of it as it is written. */
export interface Element {
  readonly tag: number;
  readonly body: Buffer;
  readonly whole: Buffer;
}

/** The tags that are read here (X.690, section 8; `[0]` and `[3]` as certificates and signatures use them). */
export const tags = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  zero: 0xa0,
  one: 0xa1,
  three: 0xa3,
} as const;

/** What is no DER of the expected form; whoever reads a signature needs no more than that it is none. */
export function not(): never {
  throw new Error('It is no DER of the form that was expected.');
}

/** The elements that fill some bytes, in the one way in which DER writes a length. Throws where they do not. */
export function elementsIn(bytes: Buffer): readonly Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length;) {
    const [tag = 0, first] = bytes.subarray(at, at + 2);
    if (first === undefined || (tag & 31) === 31) return not();
    const begin = at + 2 + (first > 127 ? first & 127 : 0);
    const length = first > 127 ? lengthIn(bytes.subarray(at + 2, begin), first & 127) : first;
    const end = begin + length;
    if (end > bytes.length) return not();
    found.push({ tag, body: bytes.subarray(begin, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return found;
}

function lengthIn(written: Buffer, count: number): number {
  if (count < 1 || count > 4 || written.length !== count || written[0] === 0) return not();
  const length = written.readUIntBE(0, count);
  return length < 128 ? not() : length;
}

/** An element of a tag; throws where it is another or none. */
export const as = (element: Element | undefined, tag: number): Element =>
  element?.tag === tag ? element : not();

/** What stands in an element of a tag. */
export const inside = (element: Element | undefined, tag: number): readonly Element[] =>
  elementsIn(as(element, tag).body);

/** The one element in an element of a tag. */
export function only(element: Element | undefined, tag: number): Element {
  return sole(inside(element, tag));
}

/** The one element that there is. */
export function sole(elements: readonly Element[]): Element {
  const [one, ...more] = elements;
  return one && more.length === 0 ? one : not();
}

/** An object identifier, or an algorithm that begins with one, as its bytes in hex. */
export function oidIn(element: Element | undefined): string {
  const named = element?.tag === tags.sequence ? inside(element, tags.sequence)[0] : element;
  return as(named, tags.oid).body.toString('hex');
}

/** A number that is not negative, in the fewest bytes. */
export function numberIn(element: Element | undefined): bigint {
  const { body } = as(element, tags.integer);
  const [first = 128, second = 128] = body;
  if (first > 127 || (first === 0 && body.length > 1 && second < 128)) return not();
  return BigInt(`0x${body.toString('hex')}`);
}

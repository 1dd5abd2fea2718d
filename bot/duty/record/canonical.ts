import { hash } from 'node:crypto';
import type { Json } from '../../kinds/kind.ts';
import { isList } from './json.ts';

// What JSON writes of half a surrogate pair, and of little else.
const mayBeHalf = /\\ud[89a-f]/;

/**
 * The canonical form of JSON (RFC 8785). It has none for half a surrogate pair (section 3.2.2.2) and for a
 * number that is no number: an error says so.
 */
export function canonical(value: unknown): string {
  // What stands in order already is written by the engine itself, in a third of the time.
  const written = isSorted(value) ? JSON.stringify(value) : writtenOut(value);
  if (mayBeHalf.test(written) && !isWellFormed(value)) {
    throw new Error('Text with half a surrogate pair has no canonical form.');
  }
  return written;
}

/**
 * A record is made canonical several times while it is exported and verified, a hundred thousand of them in
 * seconds: the package for it takes four times as long. Tests hold this against that package.
 */
function writtenOut(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null)
    return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('A number that is none has no canonical form.');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(writtenOut).join(',')}]`;
  if (typeof value !== 'object') throw new Error('What is not JSON has no canonical form.');
  const members = value as Readonly<Record<string, unknown>>;
  // By UTF-16 code units (section 3.2.3), as `sort` does by itself.
  const names = Object.keys(members).sort();
  const parts: string[] = [];
  for (const name of names) {
    const member = members[name];
    if (member !== undefined) parts.push(`${JSON.stringify(name)}:${writtenOut(member)}`);
  }
  return `{${parts.join(',')}}`;
}

/**
 * Whether a text is the canonical form of the value that was read from it. Most lines are: that is seen
 * without writing them out once more. False says nothing yet.
 */
export const isPlainlyCanonical = (text: string, value: unknown): boolean =>
  isSorted(value) && JSON.stringify(value) === text && !mayBeHalf.test(text);

/** Whether a value is JSON of which every member stands where the canonical form has it. */
function isSorted(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  const members = value as Readonly<Record<string, unknown>>;
  let before: string | undefined;
  // A hundred thousand records of thirty members each: without a list of them it takes half the time.
  for (const name in members) {
    if ((before !== undefined && before >= name) || !isSorted(members[name])) return false;
    before = name;
  }
  return true;
}

/** Lowercase hex SHA-256 of text as UTF-8. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

// With the flag `u` a whole pair is one sign, so that only halves are found.
const half = /\p{Surrogate}/u;
const halves = /\p{Surrogate}/gu;

/** The value with a replacement sign for every half of a surrogate pair: what has no meaning has no form. */
export function wellFormed(value: Json): Json {
  return mayBeHalf.test(JSON.stringify(value)) ? mended(value) : value;
}

/** JSON as text with a replacement sign for every half of a surrogate pair in what it says. */
export const wellFormedText = (written: string): string =>
  mayBeHalf.test(written) ? JSON.stringify(mended(JSON.parse(written) as Json)) : written;

/** Text with a replacement sign for every half of a surrogate pair. */
export const mendedText = (text: string): string => text.replace(halves, '\ufffd');

function mended(value: Json): Json {
  if (typeof value === 'string') return mendedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(mended);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [mendedText(name), mended(member)]),
  );
}

/** Whether every text and every name in a value is whole Unicode. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return !half.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(
    ([name, member]) => isWellFormed(name) && isWellFormed(member),
  );
}

import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';

/** How an archive was packed, where its own list and its files say something else (APPNOTE 6.3, sections 4.3 and 4.4). */
const otherwise = 'the archive is packed otherwise than its own list says';
const lengthOfEnd = 22;
// Large enough for a hundred thousand files.
const longestList = 64 * 1024 * 1024;
// Of the flags, how far a file was squeezed, that its sizes come after it, and how its name is written.
const flagsAllowed = 0x080e;
const sizesFollow = 0x0008;
// Sizes of 64 bits, a name written once more, and encryption: nothing of it is in a dossier.
const extrasRefused = [0x0001, 0x7075, 0x9901];

/** What a list says of a file, or the file itself before its content. */
interface Said {
  readonly needed: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly name: Buffer;
}

/**
 * Whether the list at the end of a zip file fits what lies before it, byte by byte, so that no two programs read
 * two things from it; of a file that ends without a list, `unusable`.
 */
export async function packingProblem(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const end = await bytesAt(file, Math.max(0, size - lengthOfEnd), lengthOfEnd);
    if (end.length < lengthOfEnd || end.readUInt32LE(0) !== 0x06054b50) return 'unusable';
    const [count, length, from] = [
      end.readUInt16LE(10),
      end.readUInt32LE(12),
      end.readUInt32LE(16),
    ];
    const one = end.readUInt32LE(4) === 0 && end.readUInt16LE(8) === count;
    const isLast = end.readUInt16LE(20) === 0 && from + length === size - lengthOfEnd;
    if (!one || !isLast || length > longestList) return otherwise;
    const list = await bytesAt(file, from, length);
    return (await isPackedSo(file, list, { count, from })) ? undefined : otherwise;
  } catch (error) {
    // A number that stands outside what it was read from.
    if (error instanceof RangeError) return otherwise;
    throw error;
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

/** Every file lies where the list says, one right after the other, and says of itself the same. */
async function isPackedSo(
  file: FileHandle,
  list: Buffer,
  { count, from }: { readonly count: number; readonly from: number },
): Promise<boolean> {
  const places: (readonly [number, number])[] = [];
  let at = 0;
  for (let left = count; left > 0; left -= 1) {
    if (list.readUInt32LE(at) !== 0x02014b50) return false;
    const [name, extra, comment] = [28, 30, 32].map((place) => list.readUInt16LE(at + place));
    const end = at + 46 + (name ?? 0) + (extra ?? 0);
    // No comment, no other disk.
    if (end > list.length || comment !== 0 || list.readUInt16LE(at + 34) !== 0) return false;
    const said = saidIn(list.subarray(at + 6, at + 34), list.subarray(at + 46, end));
    const begin = list.readUInt32LE(at + 42);
    const length = said && (await lengthOf(file, begin, said));
    if (length === undefined) return false;
    places.push([begin, begin + length]);
    at = end;
  }
  places.sort(([one], [other]) => one - other);
  const last = places.reduce((before, [begin, end]) => (begin === before ? end : NaN), 0);
  return at === list.length && last === from;
}

/** Reads what the list and the file itself write alike; undefined where a dossier never has it so. */
function saidIn(fields: Buffer, after: Buffer): Said | undefined {
  const [needed = 0, flags = 0, method = 0] = [0, 2, 4].map((at) => fields.readUInt16LE(at));
  const [time = 0, crc = 0, packed = 0, size = 0] = [6, 10, 14, 18].map((at) =>
    fields.readUInt32LE(at),
  );
  const name = after.subarray(0, fields.readUInt16LE(22));
  const isKnown = [10, 20].includes(needed) && [0, 8].includes(method);
  const isFit = (flags & ~flagsAllowed) === 0 && extrasFit(after.subarray(name.length));
  return isKnown && isFit ? { needed, flags, method, time, crc, packed, size, name } : undefined;
}

function extrasFit(extras: Buffer): boolean {
  let at = 0;
  while (at < extras.length) {
    if (at + 4 > extras.length || extrasRefused.includes(extras.readUInt16LE(at))) return false;
    at += 4 + extras.readUInt16LE(at + 2);
  }
  return at === extras.length;
}

/** How long a file is with what stands before and after it; undefined where it says something else than the list. */
async function lengthOf(file: FileHandle, begin: number, said: Said): Promise<number | undefined> {
  const head = await bytesAt(file, begin, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return undefined;
  const after = await bytesAt(file, begin + 30, head.readUInt16LE(26) + head.readUInt16LE(28));
  const own = saidIn(head.subarray(4, 30), after);
  if (after.length !== head.readUInt16LE(26) + head.readUInt16LE(28)) return undefined;
  const { flags, crc, packed, size, method, name } = said;
  const alike = (['needed', 'flags', 'method', 'time'] as const).every(
    (one) => own?.[one] === said[one],
  );
  if (!own || !alike || !own.name.equals(name)) return undefined;
  if ((method === 0 || name.at(-1) === 0x2f) && packed !== size) return undefined;
  if (name.at(-1) === 0x2f && size !== 0) return undefined;
  const figures = [crc, packed, size];
  const isSame = [own.crc, own.packed, own.size].join() === figures.join();
  const length = 30 + after.length + packed;
  if ((flags & sizesFollow) === 0) return isSame ? length : undefined;
  if (!isSame && own.crc + own.packed + own.size !== 0) return undefined;
  const follows = await bytesAt(file, begin + length, 16);
  const from = follows.length === 16 && follows.readUInt32LE(0) === 0x08074b50 ? 4 : 0;
  const told = [0, 4, 8].map((place) => follows.readUInt32LE(from + place));
  return told.join() === figures.join() ? length + from + 12 : undefined;
}

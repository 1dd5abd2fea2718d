import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { Unreadable } from './problems.ts';

const inflate = promisify(inflateRaw);

const maxParts = 1000;
const maxInflated = 50 * 1024 * 1024;

interface Part {
  readonly method: number;
  readonly compressed: number;
  readonly offset: number;
}

/** Gives one part of an archive by its path; undefined where there is none. */
export type Parts = (path: string) => Promise<Uint8Array | undefined>;

/**
 * Opens an archive by its directory. Nothing is inflated before it is asked for, and everything
 * together never beyond `maxInflated`, whatever sizes the archive itself claims.
 */
export function openArchive(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = whole(() => directoryOf(bytes, view));
  let left = maxInflated;
  return async (path) => {
    const part = parts.get(path.toLowerCase());
    if (part === undefined) return undefined;
    const packed = whole(() => packedBytes(bytes, view, part));
    const read = part.method === 0 ? packed : await inflated(packed, left);
    left -= read.length;
    return read;
  };
}

function directoryOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Part> {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxParts) throw new Unreadable({ code: 'inflates-too-far' });
  const parts = new Map<string, Part>();
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < count; nth += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Unreadable({ code: 'broken-workbook' });
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new Unreadable({ code: 'password' });
    const nameLength = view.getUint16(at + 28, true);
    const path = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8');
    // Two parts of one name: every reader could see another list.
    if (parts.has(path.toLowerCase())) throw new Unreadable({ code: 'broken-workbook' });
    parts.set(path.toLowerCase(), {
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** The directory's end is the last record; a comment of at most 65,535 bytes may follow it. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Unreadable({ code: 'broken-workbook' });
}

function packedBytes(bytes: Uint8Array, view: DataView, part: Part): Uint8Array {
  const { offset, compressed } = part;
  const names = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const start = offset + 30 + names;
  const known = part.method === 0 || part.method === 8;
  if (!known || start + compressed > bytes.length)
    throw new Unreadable({ code: 'broken-workbook' });
  return bytes.subarray(start, start + compressed);
}

/** Reading beyond the end of the bytes means that the archive was cut off. */
function whole<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Unreadable({ code: 'broken-workbook' }, { cause: error });
  }
}

async function inflated(packed: Uint8Array, left: number): Promise<Uint8Array> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, left) });
  } catch (cause) {
    const tooFar = cause instanceof RangeError;
    throw new Unreadable({ code: tooFar ? 'inflates-too-far' : 'broken-workbook' }, { cause });
  }
}

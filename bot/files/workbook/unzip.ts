import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { partPath } from './part-path.ts';
import { Unreadable } from '../problems.ts';

const maxParts = 1000;
const maxInflated = 50 * 1024 * 1024;
/** Lists of empty cells pack well; beyond a megabyte nothing honest packs better than this. */
const maxRatio = 500;
const freeOfRatio = 1024 * 1024;

/** Gives one part of an archive by its path; undefined where there is none. */
export type Parts = (path: string) => Promise<Uint8Array | undefined>;

/**
 * Opens an archive, ZIP64 included, by its directory. Nothing is inflated before it is asked for, everything
 * together never beyond `maxInflated`, and a part whose checksum is wrong is no part.
 */
export async function openArchive(bytes: Uint8Array): Promise<Parts> {
  const { zip, entries } = await orBroken(() => directoryOf(bytes));
  let left = maxInflated;
  return async (path) => {
    const entry = entries.get(partPath(path));
    if (entry === undefined) return undefined;
    const { compressedSize: packed, uncompressedSize: size } = entry;
    const swollen = size > freeOfRatio && size > packed * maxRatio;
    if (size > left || swollen) throw new Unreadable({ code: 'inflates-too-far' });
    left -= size;
    return orBroken(() => inflated(zip, entry));
  };
}

interface Directory {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

async function directoryOf(bytes: Uint8Array): Promise<Directory> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, { decodeStrings: false });
  if (zip.entryCount > maxParts) throw new Unreadable({ code: 'inflates-too-far' });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Unreadable({ code: 'password' });
    const path = partPath(entry.fileNameRaw.toString('utf8'));
    // Two parts of one name: every reader could see another list.
    if (entries.has(path)) throw new Unreadable({ code: 'broken-workbook' });
    entries.set(path, entry);
  }
  return { zip, entries };
}

/** The bytes of a part, which the library ends where they outgrow the size that the directory names. */
async function inflated(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  if (crc32(whole) !== entry.crc32) throw new Unreadable({ code: 'broken-workbook' });
  return whole;
}

/** Whatever the library objects to is the archive's fault: it never fails otherwise. */
async function orBroken<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable({ code: 'broken-workbook' }, { cause });
  }
}

import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import { packingProblem } from './packing.ts';
import { isDossierFile } from './names.ts';

export const recordsName = 'records.ndjson';
// A dossier of 100,000 records has a few hundred files.
const mostFiles = 100_000;

/** Whether a file is a zip file by its first bytes, as a dossier is. */
export async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    await file.close();
  }
}

export interface Archive {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
  /** What no dossier has: a file twice, a link, a name of something else. */
  readonly strange?: string;
}

/** Opens a zip file as an archive of a dossier; why it is none, or what is wrong with it. Whoever opens it closes it. */
export async function openArchive(
  path: string,
): Promise<Archive | { readonly reason: string } | { readonly fault: string }> {
  try {
    if (!(await isArchive(path))) return { reason: 'is no zip file that can be read' };
    const fault = await packingProblem(path);
    if (fault === 'unusable') return { reason: 'is no zip file that can be read' };
    if (fault !== undefined) return { fault };
    // Names come as they are written: one that leads out of the archive is to be told, not only refused.
    const zip = await openPromise(path, { autoClose: false, decodeStrings: false });
    if (zip.entryCount > mostFiles) return { reason: 'has more files than a dossier' };
    const entries = new Map<string, Entry>();
    let strange: string | undefined;
    for await (const entry of zip.eachEntry()) {
      const name = Buffer.from(entry.fileName).toString('utf8');
      if (entries.has(name)) strange ??= `${name} stands twice in the archive`;
      if (name.endsWith('/')) continue;
      entries.set(name, entry);
      if (!isDossierFile(name) || isLink(entry)) strange ??= `${name} is no file of a dossier`;
    }
    return { zip, entries, ...(strange === undefined ? {} : { strange }) };
  } catch (error) {
    return { reason: `is no zip file that can be read (${messageOf(error)})` };
  }
}

// Where a file system knows links, their sign stands in the upper half (APPNOTE 4.4.15, as Unix uses it).
const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 28) & 0xf) === 0xa;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

/** The bytes of a file in it, a chunk at a time; what is packed behind its end, or is longer than it says, throws. */
export async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod === 0) {
    yield* chunksOf(await zip.openReadStreamPromise(entry));
    return;
  }
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const unpacking = createInflateRaw();
  // What goes wrong on the way is thrown where it is read.
  pipeline(packed, unpacking, () => undefined);
  let size = 0;
  for await (const chunk of chunksOf(unpacking)) {
    size += chunk.length;
    if (size > entry.uncompressedSize) throw new Error('The file is longer than it says.');
    yield chunk;
  }
  if (unpacking.bytesWritten !== entry.compressedSize)
    throw new Error('Something is packed behind the file.');
}

async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
}

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import { linesOf } from '../../files/lines.ts';
import type { Held } from './against.ts';
import { hashProblem } from './check-record.ts';
import { figuresProblem } from './figures/figures.ts';
import type { Files } from './figures/told.ts';
import { isMembers, readLine } from './read-line.ts';
import type { Step, Verdict } from './verify.ts';
import { verifyEvidence } from './verify.ts';

const manifestName = 'manifest.json';
const recordsName = 'records.ndjson';
// A dossier of 100,000 records has a few hundred files.
const mostFiles = 100_000;
const largestManifest = 64 * 1024 * 1024;

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

/**
 * Verifies a dossier: every file is what its manifest says and none was added, and its records are whole.
 * Nothing is unpacked to disk; memory holds a chunk at a time.
 */
export async function verifyDossier(
  path: string,
  held: readonly Held[] = [],
  step?: Step,
): Promise<Verdict> {
  const archive = await openArchive(path);
  if ('reason' in archive) return { type: 'unusable', reason: archive.reason };
  const { zip, entries, twice } = archive;
  try {
    if (twice !== undefined) return notWhole(`${twice} stands twice in the archive`);
    const [manifest, records] = [entries.get(manifestName), entries.get(recordsName)];
    if (!manifest || !records)
      return { type: 'unusable', reason: `has no ${manifestName} or no ${recordsName}` };
    const problem = await filesProblem(archive, manifest);
    if (problem !== undefined) return notWhole(problem);
    const verdict = await verifyEvidence(() => bytesOf(zip, records), held, step);
    if (verdict.type !== 'whole') return verdict;
    const wrong = await figuresProblem(() => linesOf(bytesOf(zip, records)), filesIn(zip, archive));
    return wrong === undefined ? verdict : notWhole(wrong);
  } finally {
    zip.close();
  }
}

const notWhole = (problem: string): Verdict => ({
  type: 'tampered',
  fault: { line: 0, problem },
});

interface Archive {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly twice?: string;
  /** What the manifest says of each file, once it was read. */
  readonly listed: Map<string, Listed>;
}

async function openArchive(path: string): Promise<Archive | { readonly reason: string }> {
  try {
    const zip = await openPromise(path, { autoClose: false });
    if (zip.entryCount > mostFiles) return { reason: 'has more files than a dossier' };
    const entries = new Map<string, Entry>();
    let twice: string | undefined;
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) twice ??= entry.fileName;
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
    }
    return { zip, entries, listed: new Map(), ...(twice === undefined ? {} : { twice }) };
  } catch (error) {
    return { reason: `is no zip file that can be read (${messageOf(error)})` };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  for await (const chunk of await zip.openReadStreamPromise(entry))
    if (Buffer.isBuffer(chunk)) yield chunk;
}

/** The files of a dossier, of which each is what the manifest says. */
const filesIn = (zip: ZipFile, { entries, listed }: Archive): Files => ({
  names: new Set(entries.keys()),
  text: async (name) => (await wholeOf(zip, entries.get(name))).toString('utf8'),
  bytes: (name) => wholeOf(zip, entries.get(name)),
  sha256: (name) => listed.get(name)?.sha256,
});

async function wholeOf(zip: ZipFile, entry: Entry | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  if (entry) for await (const chunk of bytesOf(zip, entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface Listed {
  readonly bytes: number;
  readonly sha256: string;
}

/** The first thing that is wrong with the files of a dossier. */
async function filesProblem(
  { zip, entries, listed }: Archive,
  manifest: Entry,
): Promise<string | undefined> {
  const read = await readManifest(zip, manifest);
  if (typeof read === 'string') return read;
  for (const [name, said] of read) listed.set(name, said);
  const names = new Set([...listed.keys(), ...entries.keys()]);
  names.delete(manifestName);
  for (const name of [...names].sort()) {
    const [said, entry] = [listed.get(name), entries.get(name)];
    if (!said) return `${name} was added`;
    if (!entry) return `${name} is missing`;
    const found = await measured(zip, entry);
    if (found?.bytes !== said.bytes || found.sha256 !== said.sha256) return `${name} was changed`;
  }
  return undefined;
}

/** The size and hash of a file; undefined where its packed bytes were spoilt. */
async function measured(zip: ZipFile, entry: Entry): Promise<Listed | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of bytesOf(zip, entry)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function readManifest(
  zip: ZipFile,
  entry: Entry,
): Promise<ReadonlyMap<string, Listed> | string> {
  const chunks: Buffer[] = [];
  if (entry.uncompressedSize > largestManifest) return `${manifestName} is too long`;
  try {
    for await (const chunk of bytesOf(zip, entry)) chunks.push(chunk);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `${manifestName} was changed`;
  }
  const reading = readLine(Buffer.concat(chunks));
  if (!reading.ok || reading.exact === undefined || hashProblem(reading.members, reading.exact))
    return `${manifestName} does not match its hash`;
  const { type, files } = reading.members;
  const listed = new Map<string, Listed>();
  if (type !== 'dossier' || !Array.isArray(files))
    return `${manifestName} is not the one of a dossier`;
  for (const file of files as readonly unknown[]) {
    if (!isMembers(file)) return `${manifestName} is not the one of a dossier`;
    const { name, bytes, sha256 } = file;
    if (typeof name !== 'string' || typeof bytes !== 'number' || typeof sha256 !== 'string')
      return `${manifestName} is not the one of a dossier`;
    listed.set(name, { bytes, sha256 });
  }
  return listed;
}

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { linesOf } from '../../files/lines.ts';
import type { Held } from './against.ts';
import { hashProblem } from './check-record.ts';
import type { Archive } from './open-archive.ts';
import { bytesOf, openArchive, recordsName } from './open-archive.ts';
import { stampsIn } from './figures/beside.ts';
import { figuresProblem } from './figures/figures.ts';
import type { Files } from './figures/told.ts';
import { isMembers, readLine } from './read-line.ts';
import type { About } from './read-about.ts';
import type { Stamped, Step, Verdict } from './verify.ts';
import { verifyEvidence } from './verify.ts';

const manifestName = 'manifest.json';
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const carriageReturn = 0x0d;
const newline = 0x0a;
const largestManifest = 64 * 1024 * 1024;

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
  if ('fault' in archive) return notWhole(archive.fault);
  const { zip, entries, strange } = archive;
  try {
    if (strange !== undefined) return notWhole(strange);
    const [manifest, records] = [entries.get(manifestName), entries.get(recordsName)];
    if (!manifest || !records)
      return { type: 'unusable', reason: `has no ${manifestName} or no ${recordsName}` };
    const listed = new Map<string, Listed>();
    const problem = await filesProblem(archive, manifest, listed);
    if (problem !== undefined) return notWhole(problem);
    const verdict = await verifyEvidence(() => bytesOf(zip, records), held, step);
    if (verdict.type !== 'whole') return verdict;
    const files = filesIn(archive, listed);
    const wrong = await figuresProblem(() => linesOf(bytesOf(zip, records)), files);
    if (wrong !== undefined) return notWhole(wrong);
    return { ...verdict, stamps: await stampedBy(files, verdict.about) };
  } finally {
    zip.close();
  }
}

/** Who signed the time stamps in it. */
async function stampedBy(files: Files, about: About | undefined): Promise<readonly Stamped[]> {
  const stamps: Stamped[] = [];
  for await (const [, stamp] of stampsIn(files, about?.log ?? { checkpoints: [] }))
    if (stamp?.ok) stamps.push(stamp);
  return stamps;
}

const notWhole = (problem: string): Verdict => ({
  type: 'tampered',
  fault: { line: 0, problem },
});

/** The files of a dossier, of which each is what the manifest says. */
const filesIn = ({ zip, entries }: Archive, listed: ReadonlyMap<string, Listed>): Files => ({
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
  { zip, entries }: Archive,
  manifest: Entry,
  listed: Map<string, Listed>,
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
    if (name === recordsName && found.respelled !== undefined)
      return `line ${String(found.respelled)} of ${name} is not written as the export writes it`;
  }
  return undefined;
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}

/** The size and hash of a file; undefined where its packed bytes were spoilt. */
async function measured(
  zip: ZipFile,
  entry: Entry,
): Promise<(Listed & { readonly respelled?: number }) | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  let respelled: number | undefined;
  let lines = 1;
  let crc = 0;
  try {
    for await (const chunk of bytesOf(zip, entry)) {
      hash.update(chunk);
      crc = crc32(chunk, crc);
      // The canonical form has neither: who reads a file that Windows saved is told so, a dossier is none.
      if (bytes === 0 && chunk.subarray(0, 3).equals(byteOrderMark)) respelled = 1;
      const at = respelled === undefined ? chunk.indexOf(carriageReturn) : -1;
      if (at !== -1) respelled = lines + newlinesIn(chunk.subarray(0, at));
      lines += newlinesIn(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
  if (crc !== entry.crc32) return undefined;
  const sha256 = hash.digest('hex');
  return { bytes, sha256, ...(respelled === undefined ? {} : { respelled }) };
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
  const written = Buffer.concat(chunks);
  if (crc32(written) !== entry.crc32) return `${manifestName} was changed`;
  const reading = readLine(written);
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

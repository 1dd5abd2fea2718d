import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Checkpoint } from '../../features/evidence/log/checkpoint.ts';
import { readCheckpoint } from '../../features/evidence/log/checkpoint.ts';
import type { Link } from './check-record.ts';
import { readRecord } from './check-record.ts';
import { linesOf } from '../../files/lines.ts';
import { bytesOf, isArchive, openArchive, recordsName } from './open-archive.ts';
import { readManifest } from './manifest.ts';
import type { About } from './read-about.ts';
import { readLine } from './read-line.ts';
import type { Witnessed } from './witnessed.ts';

/** What somebody held outside the storage account: a checkpoint, or an earlier export. */
export type Held =
  | { readonly type: 'note'; readonly name: string; readonly checkpoint: Checkpoint }
  | { readonly type: 'export'; readonly name: string; readonly export: HeldExport };

interface HeldExport {
  readonly about?: About;
  readonly chains: ReadonlyMap<string, HeldChain>;
}

interface HeldChain {
  readonly kind: string;
  readonly seq: number;
  /** By its seal a record stays the same when somebody is erased. */
  readonly mark: string;
  readonly times: readonly [first: string, last: string];
}

export type HeldReading =
  { readonly ok: true; readonly held: Held } | { readonly ok: false; readonly problem: string };

const largestNote = 64 * 1024;
const markOf = ({ seal, hash }: Link): string => seal?.hash ?? hash;

/** Reads what was held: a text that is a checkpoint, a file of evidence or a dossier with one in it. */
export async function readHeld(path: string): Promise<HeldReading> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { ok: false, problem: `${path} is not a file` };
    const text = found.size <= largestNote ? await readFile(path, 'utf8') : '';
    if (text.startsWith('shared-duty/')) {
      const reading = readCheckpoint(text);
      return reading.ok
        ? { ok: true, held: { type: 'note', name: path, checkpoint: reading.checkpoint } }
        : { ok: false, problem: `${path} is no checkpoint: ${reading.problem}` };
    }
    if (!(await isArchive(path))) return await readHeldExport(path, createReadStream(path));
    return await readHeldDossier(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, problem: `${path} cannot be read (${String(error.code)})` };
  }
}

async function readHeldDossier(path: string): Promise<HeldReading> {
  const archive = await openArchive(path);
  if ('reason' in archive) return { ok: false, problem: `${path} ${archive.reason}` };
  if ('fault' in archive) return { ok: false, problem: `${path}: ${archive.fault}` };
  const records = archive.entries.get(recordsName);
  try {
    if (!records) return { ok: false, problem: `${path} has no ${recordsName}` };
    return await readHeldExport(path, bytesOf(archive.zip, records));
  } finally {
    archive.zip.close();
  }
}

async function readHeldExport(
  path: string,
  bytes: Parameters<typeof linesOf>[0],
): Promise<HeldReading> {
  const chains = new Map<string, HeldChain>();
  let about: About | undefined;
  let ended = false;
  for await (const line of linesOf(bytes)) {
    const reading = readLine(line);
    const manifest = readManifest(reading);
    if (manifest.type === 'sound') {
      ({ about } = manifest.manifest);
      ended = true;
      continue;
    }
    const record = reading.ok ? readRecord(reading.members, reading.exact) : undefined;
    if (record?.ok !== true)
      return { ok: false, problem: `${path} is neither a checkpoint nor whole evidence` };
    const { link } = record;
    const { dutyId, kind, seq, at } = link;
    const first = chains.get(dutyId)?.times[0] ?? at;
    chains.set(dutyId, { kind, seq, mark: markOf(link), times: [first, at] });
  }
  if (!ended) return { ok: false, problem: `${path} is neither a checkpoint nor whole evidence` };
  return {
    ok: true,
    held: { type: 'export', name: path, export: { ...(about ? { about } : {}), chains } },
  };
}

/** Holds a file against what was held elsewhere. */
export function createComparison(
  {
    about,
    witnessed,
  }: { readonly about: About | undefined; readonly witnessed: Witnessed | undefined },
  held: readonly Held[],
): {
  readonly add: (link: Link) => string | undefined;
  readonly problem: () => string | undefined;
} {
  const exports = held.flatMap((one) => (one.type === 'export' ? [one] : []));
  const left = exports.map((one) => new Map(one.export.chains));
  return {
    add: (link) => {
      for (const [at, chains] of left.entries()) {
        const chain = chains.get(link.dutyId);
        if (chain?.seq !== link.seq) continue;
        chains.delete(link.dutyId);
        if (chain.mark !== markOf(link))
          return `${exports[at]?.name ?? ''} holds another record in its place`;
      }
      return undefined;
    },
    problem: () => {
      for (const one of held) {
        const problem =
          one.type === 'note'
            ? noteProblem(one.checkpoint, about, witnessed)
            : tenantProblem(one.export, about);
        if (problem !== undefined) return `${one.name}: ${problem}`;
      }
      for (const [at, chains] of left.entries()) {
        const lost = [...chains].find(([, chain]) => isCovered(chain, about));
        if (lost)
          return `${exports[at]?.name ?? ''} holds record ${lost[1].seq} of duty ${lost[0]}, this file does not`;
      }
      return undefined;
    },
  };
}

function noteProblem(
  note: Checkpoint,
  about: About | undefined,
  witnessed: Witnessed | undefined,
): string | undefined {
  const [, tenant] = note.origin.split('/');
  if (!about || !witnessed) return 'the file says nothing of the log that the checkpoint is of';
  if (tenant !== about.tenant)
    return `it is of the tenant ${String(tenant)}, the file of ${about.tenant}`;
  if (witnessed.size < note.size)
    return `the log had ${note.size} statements then, in the file it has ${witnessed.size}: something was taken out`;
  return witnessed.had(note)
    ? undefined
    : 'the log had another root then: something was changed, taken out or put in since';
}

function tenantProblem({ about: theirs }: HeldExport, ours: About | undefined): string | undefined {
  if (!theirs || !ours || theirs.tenant === ours.tenant) return undefined;
  return `it is of the tenant ${theirs.tenant}, the file of ${ours.tenant}`;
}

/** Whether a file with this extent must hold a chain: all of it where the file is of everything. */
function isCovered({ kind, times: [first, last] }: HeldChain, about: About | undefined): boolean {
  const { from, to, kind: only } = about?.extent ?? {};
  // Who opened a duty that this file does not hold, nobody can tell from it.
  if (about?.vendor !== undefined) return false;
  if (only !== undefined && kind !== only) return false;
  if (from === undefined && to === undefined) return true;
  // Something happened within the period for sure only where the chain begins or ends there.
  const within = (at: string): boolean =>
    (from === undefined || at >= from) && (to === undefined || at < to);
  return within(first) || within(last);
}

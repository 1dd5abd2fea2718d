import { rename, rm } from 'node:fs/promises';
import type { DutyId, TenantKey } from '../../../duty/ids.ts';
import type { Retention } from '../../../tenant/retention.ts';
import type { EvidenceRecord } from '../../../duty/record/record.ts';
import type { AttachmentBlobs, EvidenceStore, Stamp } from '../../../ports/store.ts';
import { emptyDocument } from '../../../tenant/document.ts';
import type { Exporting } from '../export.ts';
import { exportEvidence } from '../export.ts';
import type { AttachedFile } from '../attached.ts';
import { attachedIn } from '../attached.ts';
import { addAttachments } from './attachments.ts';
import { cardsOf, lostCards } from './cards.ts';
import type { Archive } from './archive.ts';
import { openArchive } from './archive.ts';
import type { FollowUp, Story } from './collect.ts';
import { storyOf } from './collect.ts';
import { followUpOf, withFollowUps } from './follow-ups.ts';
import { populationOf } from './population.ts';
import type { LogText } from './log-files.ts';
import { addLog, checkpointOf } from './log-files.ts';
import type { Content } from './files.ts';
import { filesOf } from './files.ts';
import type { DossierReader } from './in-words.ts';
import { kindNamed } from './in-words.ts';
import type { Report } from './pages/report.ts';
import type { Shelf } from './shelf.ts';
import { openShelf } from './shelf.ts';
import type { AuditStory, Sums } from './sums.ts';
import { auditOf, createSums } from './sums.ts';
import { dossierTexts } from './texts.ts';

export interface Dossier {
  readonly path: string;
  readonly period: string;
  readonly exporting: Exporting;
  readonly control?: string;
  readonly reader: DossierReader;
  /** How long each kind is kept. */
  readonly retention: Retention;
  /** Where the files lie that people kept as evidence. */
  readonly blobs?: AttachmentBlobs | undefined;
}

/** What was written: its size and hash, and how many faults the store had. */
export interface Written {
  readonly records: number;
  readonly duties: number;
  readonly problems: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes a dossier: a zip file that has its name only when it is complete. */
export async function writeDossier(store: EvidenceStore, dossier: Dossier): Promise<Written> {
  const unfinished = `${dossier.path}.${String(process.pid)}.part`;
  const archive = openArchive(unfinished);
  const shelf = await openShelf(unfinished);
  try {
    const read = await readStories(store, { dossier, archive, shelf });
    const { tenant } = dossier.exporting;
    const folder = dossierTexts[dossier.reader.language].attachmentsFolder;
    const missing = await addAttachments(archive, read.attached, {
      ...{ tenant, folder },
      blobs: dossier.blobs,
    });
    const { lost } = read;
    const report = { ...(await reportOf(store, dossier, read)), missing, lost };
    const sources = { shelf: withFollowUps(shelf, read.followUps), store, tenant };
    for (const [name, content] of filesOf(report, sources, dossier.reader))
      await fill(archive, name, content);
    const whole = await archive.end();
    await rename(unfinished, dossier.path);
    const { records, problems, sums } = read;
    return { ...whole, records, duties: sums.duties, problems: problems + missing + lost };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await shelf.clear();
  }
}

async function fill(archive: Archive, name: string, content: Content): Promise<void> {
  const file = archive.file(name);
  if (typeof content === 'string') await file.add(content);
  else for await (const part of content) await file.add(part);
  await file.end();
}

/** The last line of the records, which holds the log as it was read with them. */
interface LastLine {
  readonly type: 'manifest';
  readonly log?: LogText;
}

interface Read {
  readonly sums: Sums;
  readonly audits: readonly AuditStory[];
  readonly ids: ReadonlySet<string>;
  /** What answers left to be done, by the duty that was answered. */
  readonly followUps: ReadonlyMap<string, readonly FollowUp[]>;
  /** The files that the records name. */
  readonly attached: readonly AttachedFile[];
  readonly records: number;
  readonly problems: number;
  /** Cards that records name and that are not there. */
  readonly lost: number;
  readonly log: LogText;
}

/** Writes the records, and puts the story of each duty on the shelf. */
async function readStories(
  store: EvidenceStore,
  {
    dossier: { exporting, control, reader },
    archive,
    shelf,
  }: { readonly dossier: Dossier; readonly archive: Archive; readonly shelf: Shelf },
): Promise<Read> {
  const file = archive.file('records.ndjson');
  const sums = createSums(reader, exporting.asOf);
  const audits = await auditsIn(store, exporting.tenant);
  const cards = cardsOf(store, exporting.tenant);
  const ids = new Set<string>();
  const followUps = new Map<string, FollowUp[]>();
  let chain: EvidenceRecord[] = [];
  let log: LogText = { statements: [], checkpoints: [] };
  const attached: AttachedFile[] = [];
  let [records, lost] = [0, 0];
  const close = async (): Promise<void> => {
    const [first] = chain;
    if (first) ids.add(first.dutyId);
    const drawn = audits.filter(({ duties }) => duties.includes(first?.dutyId ?? ''));
    const told = storyOf(
      chain,
      drawn.map(({ about }) => about),
    );
    const story = first && told && (await withCards(told, first.dutyId));
    const [followed, left] = (story && followUpOf(story)) ?? [];
    if (followed !== undefined && left)
      followUps.set(followed, [...(followUps.get(followed) ?? []), left]);
    const wanted = control === undefined || kindNamed(story?.kind ?? '')?.control === control;
    chain = [];
    if (!story || !wanted) return;
    attached.push(...story.records.flatMap(attachedIn));
    lost += lostCards(story);
    sums.add(story);
    await shelf.put(story);
  };
  const withCards = async (told: Story, id: DutyId): Promise<Story> => {
    const story = { ...told, cards: await cards.of(id) };
    if (lostCards(story) === 0) return story;
    // A card may have come since its page was read.
    return { ...told, cards: await store.cardsOf({ tenant: exporting.tenant, id }) };
  };
  const lines = exportEvidence(store, exporting);
  for (;;) {
    const line = await lines.next();
    if (line.done === true) {
      await file.end();
      await shelf.settle();
      await addLog(archive, log);
      const problems = line.value.problems.length;
      return { sums, audits, ids, followUps, attached, records, problems, lost, log };
    }
    await file.add(line.value);
    // Our own line, written a moment ago.
    const read = JSON.parse(line.value) as EvidenceRecord | LastLine;
    if (read.type === 'manifest') {
      await close();
      log = read.log ?? log;
    } else {
      if (chain[0] && chain[0].dutyId !== read.dutyId) await close();
      chain.push(read);
      records += 1;
    }
  }
}

/** The samples and dossiers of the tenant, whenever they were. */
async function auditsIn(store: EvidenceStore, tenant: TenantKey): Promise<readonly AuditStory[]> {
  const { records } = await store.chain({ tenant, id: emptyDocument(tenant, 'audits').id });
  return records.flatMap(({ record }) => (record && auditOf(record)) ?? []);
}

async function reportOf(
  store: EvidenceStore,
  { exporting, period, retention }: Dossier,
  { sums, audits, ids, problems, log }: Read,
): Promise<Omit<Report, 'missing' | 'lost'>> {
  const { tenant, asOf, environment, extent } = exporting;
  const checkpoint = (await store.head(tenant))?.value.checkpoint;
  const { population, removed } = populationOf(log.statements, {
    extent,
    known: ids,
  });
  const stamps: Stamp[] = [];
  for await (const stamp of store.stamps(tenant))
    if (checkpointOf(log, stamp.size) !== undefined) stamps.push(stamp);
  const counted = { stamps, sums, population, removed, retention, audits, log };
  const about = { period, tenant, asOf, environment, ...counted };
  return { ...about, witnessed: checkpoint?.at, storeFaults: problems };
}

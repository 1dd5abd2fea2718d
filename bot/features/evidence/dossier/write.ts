import { existsSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { canonical } from '../../../duty/record/canonical.ts';
import type { EvidenceRecord } from '../../../duty/record/record.ts';
import type { Exporting } from '../export.ts';
import { exportEvidence } from '../export.ts';
import type { EvidenceStore, Statement } from '../../../ports/store.ts';
import { openArchive } from './archive.ts';
import type { Story } from './collect.ts';
import { storyOf } from './collect.ts';
import { dutiesCsv, findingsCsv, peopleCsv } from './csv.ts';
import type { DossierReader } from './in-words.ts';
import { kindNamed } from './in-words.ts';
import { byKind, reportPage, storiesPage, storiesPerPage, storyPage } from './report.ts';
import { dossierTexts } from './texts.ts';

export interface Dossier {
  readonly path: string;
  readonly period: string;
  readonly exporting: Exporting;
  readonly control?: string;
  readonly reader: DossierReader;
  readonly step?: (records: number) => void;
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
  try {
    const records = archive.file('records.ndjson');
    const read = await readStories(store, dossier, (line) => records.add(line));
    await records.end();
    for (const [name, content] of await filesOf(store, dossier, read)) {
      const file = archive.file(name);
      await file.add(content);
      await file.end();
    }
    const whole = await archive.end();
    await rename(unfinished, dossier.path);
    const { records: count, problems, stories } = read;
    return { ...whole, records: count, duties: stories.length, problems };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

interface Read {
  readonly stories: readonly Story[];
  readonly records: number;
  readonly problems: number;
}

async function readStories(
  store: EvidenceStore,
  { exporting, control, step }: Dossier,
  add: (line: string) => Promise<void>,
): Promise<Read> {
  const stories: Story[] = [];
  let chain: EvidenceRecord[] = [];
  let records = 0;
  const close = (): void => {
    const story = storyOf(chain);
    const wanted = control === undefined || kindNamed(story?.kind ?? '')?.control === control;
    if (story && wanted) stories.push(story);
    chain = [];
  };
  const lines = exportEvidence(store, exporting);
  for (;;) {
    const line = await lines.next();
    if (line.done === true) return { stories, records, problems: line.value.problems.length };
    await add(line.value);
    // Our own line, written a moment ago.
    const read = JSON.parse(line.value) as EvidenceRecord | { readonly type: 'manifest' };
    if (read.type === 'manifest') close();
    else {
      if (chain[0] && chain[0].dutyId !== read.dutyId) close();
      chain.push(read);
      records += 1;
      step?.(records);
    }
  }
}

async function filesOf(
  store: EvidenceStore,
  { exporting, period, reader }: Dossier,
  { stories, problems }: Read,
): Promise<readonly (readonly [string, string])[]> {
  const texts = dossierTexts[reader.language];
  const { tenant, asOf, environment, extent } = exporting;
  const statements: Statement[] = [];
  for await (const statement of store.statements(tenant)) statements.push(statement);
  const checkpoints: string[] = [];
  for await (const { text } of store.checkpoints(tenant)) checkpoints.push(text);
  const known = new Set(stories.map(({ id }) => id));
  const population = populationOf(statements, extent, known);
  const report = { period, tenant, asOf, environment, stories, storeFaults: problems };
  return [
    [texts.readmeName, texts.readme(period)],
    [texts.reportName, reportPage({ ...report, population }, reader)],
    ...byKind(stories).flatMap(([kind, some]) => storyFiles(kind, some, reader)),
    ...byKind(stories).map(
      ([kind, some]) => [`csv/${kind}.csv`, dutiesCsv(some, reader, asOf)] as const,
    ),
    [`csv/${texts.findingsName}.csv`, findingsCsv(stories, reader)],
    [`csv/${texts.peopleName}.csv`, peopleCsv(stories, reader)],
    ['log.ndjson', statements.map((statement) => `${canonical(statement)}\n`).join('')],
    ['checkpoints.txt', checkpoints.join('\n')],
    ['controleer.html', verifier('controleer.html')],
    ['controleer.py', verifier('controleer.py')],
  ];
}

function storyFiles(
  kind: string,
  stories: readonly Story[],
  reader: DossierReader,
): readonly (readonly [string, string])[] {
  const folder = dossierTexts[reader.language].storiesFolder;
  const files: [string, string][] = [];
  for (let at = 0; at < stories.length; at += storiesPerPage) {
    const some = stories.slice(at, at + storiesPerPage);
    files.push([`${folder}/${storyPage(kind, at)}`, storiesPage(kind, some, reader)]);
  }
  return files;
}

/**
 * How many duties of each kind the log names of the period: those that were opened in it, and those from
 * before in which something happened then, which only the records themselves can tell.
 */
function populationOf(
  statements: readonly Statement[],
  { from, to }: Exporting['extent'],
  known: ReadonlySet<string>,
): ReadonlyMap<string, number> | undefined {
  if (statements.length === 0) return undefined;
  const duties = new Map<string, string>();
  for (const { duty, kind, opened } of statements) {
    if (opened === undefined) continue;
    const within = (from === undefined || opened >= from) && (to === undefined || opened < to);
    if (within || known.has(duty)) duties.set(duty, kind);
  }
  const counted = new Map<string, number>();
  for (const kind of duties.values()) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  return counted;
}

/** A verifier that is shipped with the program; it lies beside the sources, also of what was built. */
function verifier(name: string): string {
  for (const path of [
    `../../../evidence/verifiers/${name}`,
    `../../../../../bot/evidence/verifiers/${name}`,
  ]) {
    const file = new URL(path, import.meta.url);
    if (existsSync(file)) return readFileSync(file, 'utf8');
  }
  throw new Error(`The verifier ${name} does not lie where it was shipped.`);
}

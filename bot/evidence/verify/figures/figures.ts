import type { EvidenceRecord } from '../../../duty/record/record.ts';
import type { Line } from '../../../files/lines.ts';
import { isManifest, readManifest } from '../manifest.ts';
import type { About } from '../read-about.ts';
import type { Members } from '../read-line.ts';
import { readLine } from '../read-line.ts';
import { besideProblems } from './beside.ts';
import { coverageProblems, populationIn } from './coverage.ts';
import { reportProblems } from './report.ts';
import { tablesProblems } from './tables.ts';
import { cardProblems } from './shown-cards.ts';
import type { Files, Told } from './told.ts';
import { oneOf, toldBy } from './told.ts';

/**
 * V8 and V9: holds what a dossier says against its records, whose hashes were verified, and against its log. The
 * report on paper is not read: it says what the report says. A text says what is otherwise.
 */
export async function figuresProblem(
  lines: () => AsyncIterable<Line>,
  files: Files,
): Promise<string | undefined> {
  const about = await aboutOf(lines());
  if (!about) return 'it has no manifest';
  const { all, known } = await toldIn(lines(), about);
  const kinds = new Map<string, Told[]>();
  for (const one of all) {
    const some = kinds.get(one.kind);
    if (some) some.push(one);
    else kinds.set(one.kind, [one]);
  }
  const population = populationIn(about, known);
  const removed = about.log?.statements.filter((one) => one.removed !== undefined).length ?? 0;
  const table = oneOf(files, 'csv/dekking.csv', 'csv/coverage.csv');
  if (table === undefined) return 'it has no table of coverage';
  const [counted] = coverageProblems(await files.text(table), { kinds, population }, about);
  return (
    counted ??
    (await firstOf(tablesProblems(files, kinds, all))) ??
    (await firstOf(reportProblems(files, kinds, { population, removed }))) ??
    (await firstOf(cardsProblems(files, kinds))) ??
    (await firstOf(besideProblems(files, all, about)))
  );
}

async function* cardsProblems(
  files: Files,
  kinds: ReadonlyMap<string, readonly Told[]>,
): AsyncGenerator<string> {
  for (const [kind, told] of kinds) yield* cardProblems(files, kind, told);
}

async function firstOf(problems: AsyncIterable<string>): Promise<string | undefined> {
  for await (const problem of problems) return problem;
  return undefined;
}

async function aboutOf(lines: AsyncIterable<Line>): Promise<About | undefined> {
  let last: Line | undefined;
  for await (const line of lines) last = line;
  const reading = last && readLine(last);
  const read = reading && readManifest(reading);
  return read?.type === 'sound' ? read.manifest.about : undefined;
}

/** What the records of each chain tell, and which chains there are. */
async function toldIn(
  lines: AsyncIterable<Line>,
  { asOf, extent }: About,
): Promise<{ readonly all: readonly Told[]; readonly known: ReadonlySet<string> }> {
  const all: Told[] = [];
  const known = new Set<string>();
  let chain: EvidenceRecord[] = [];
  const close = (): void => {
    const told = toldBy(chain, asOf);
    if (told && (extent.kind === undefined || told.kind === extent.kind)) all.push(told);
    chain = [];
  };
  for await (const line of lines) {
    const reading = readLine(line);
    if (!reading.ok || isManifest(reading.members)) break;
    // It was verified a moment ago that this is a record.
    const record = reading.members as Members & EvidenceRecord;
    if (chain[0] && chain[0].dutyId !== record.dutyId) close();
    chain.push(record);
    known.add(record.dutyId);
  }
  close();
  return { all, known };
}

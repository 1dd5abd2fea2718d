import { escaped, shareWidths } from '../../../features/evidence/dossier/pages/html.ts';
import { storiesPerPage, storyPage } from '../../../features/evidence/dossier/pages/page-names.ts';
import { dossierTexts } from '../../../features/evidence/dossier/texts.ts';
import type { Cell } from './cells.ts';
import {
  cellsIn,
  dayCell,
  nobody,
  notRecorded,
  ownerCell,
  states,
  tableProblems,
  tablesIn,
  unanswered,
} from './cells.ts';
import type { Files, Told } from './told.ts';
import { oneOf, sumsOf } from './told.ts';

const both = [dossierTexts.nl, dossierTexts.en] as const;

/** What the report and the stories say otherwise than the records and the log. */
export async function* reportProblems(
  files: Files,
  kinds: ReadonlyMap<string, readonly Told[]>,
  log: { readonly population: ReadonlyMap<string, number> | undefined; readonly removed: number },
): AsyncGenerator<string> {
  const name = oneOf(files, ...both.map(({ reportName }) => reportName));
  if (name === undefined) {
    yield 'there is no report';
    return;
  }
  const page = await files.text(name);
  if (!both.some(({ terms }) => page.includes(`${lastOf(terms('', log.removed))}</p>`)))
    yield 'the report counts otherwise than the log what was taken away';
  const parts = [...page.matchAll(/<section data-kind="([^"]*)">(.*?)<\/section>/gs)];
  const found = parts.map(([, kind = '']) => kind).sort();
  const whole = page.split('<section').length - 1 === parts.length;
  if (!whole || found.join() !== [...kinds.keys()].map(escaped).sort().join())
    yield 'the report has other kinds than the records';
  const pages = new Set(
    [...kinds].flatMap(([kind, told]) => told.map((_, at) => storyPage(kind, at))),
  );
  const folders = both.flatMap(({ storiesFolder, cardsFolder }) => [storiesFolder, cardsFolder]);
  for (const one of files.names) {
    const [folder = '', page = ''] = one.split('/');
    if (folders.includes(folder) && !pages.has(page.replace(/ndjson$/, 'html')))
      yield `${one} tells of duties that the records do not have`;
  }
  for (const [, kind = '', part = ''] of parts) {
    const told = kinds.get(kind) ?? [];
    const asked = new Map<string, number>();
    yield* pageProblems(files, { kind, told }, asked);
    yield* sectionProblems({ kind, part }, told, { population: log.population, asked });
  }
}

/** The sentence at the end of what is said of terms, with the count in it. */
const lastOf = (said: string): string => said.slice(said.lastIndexOf(', ') + 2);

function* sectionProblems(
  { kind, part }: { readonly kind: string; readonly part: string },
  told: readonly Told[],
  by: {
    readonly population: ReadonlyMap<string, number> | undefined;
    readonly asked: ReadonlyMap<string, number>;
  },
): Generator<string> {
  const [asked = 0, answered = 0, late = 0, problems = 0, open = 0, withdrawn = 0] = sumsOf(told);
  const sums = { asked, answered, late, problems, open, withdrawn };
  const said = both.map(({ totals }) => totals(sums));
  const isSaid = (line: string): boolean =>
    part.includes(`<p>${line}</p>`) && part.includes(`aria-label="${line}"`);
  if (!said.some(isSaid)) yield `the report counts ${kind} otherwise than the records do`;
  const { population } = by;
  const logged = population?.get(kind) ?? 0;
  if (population && !both.some((one) => part.includes(`${one.population(logged, asked)}</p>`)))
    yield `the report tells another population of ${kind} than the log`;
  const good = told.filter(({ state }) => state === 'fulfilled').length;
  const bad = told.filter(({ state }) => state === 'problem').length;
  const bars = [...part.matchAll(/<rect [^>]*? width="([^"]*)"/g)].map(([, width = '']) => width);
  if (bars.join() !== shareWidths([good, bad, asked - good - bad]).join())
    yield `the chart of ${kind} is not what the records tell`;
  yield* tablesProblems({ kind, part }, told, { asked, answers: by.asked });
}

function* tablesProblems(
  { kind, part }: { readonly kind: string; readonly part: string },
  told: readonly Told[],
  { asked, answers }: { readonly asked: number; readonly answers: ReadonlyMap<string, number> },
): Generator<string> {
  const name = `the report of ${kind}`;
  const tables = tablesIn(part).map(cellsIn);
  const found = told.flatMap((one) => one.findings.map((finding) => ({ one, finding })));
  if (tables.length !== 2 + Number(found.length > 0))
    yield `the report has other tables of ${kind}`;
  yield* tableProblems(name, tables[0] ?? [], told.map(dutyCells));
  const written = { text: escaped, day: dayCell };
  const findings = found.map(({ one, finding }) => [
    ...[escaped(finding.id), escaped(one.reference), ownerCell(finding, one.solver, written)],
    ...[dayCell(finding.dueOn ?? ''), finding.replies, finding.rounds, undefined, undefined],
  ]);
  if (found.length > 0) yield* tableProblems(name, tables[1] ?? [], findings);
  for (const [ask = '', recorded = ''] of tables.at(-1) ?? []) {
    const count = answers.get(ask) ?? 0;
    const right = count === 0 ? notRecorded : both.map(({ ofMany }) => ofMany(count, asked));
    if (!right.includes(recorded))
      yield `the report says that ${ask} was recorded ${recorded}, the stories of ${kind} do not`;
  }
}

const dutyCells = (one: Told): readonly Cell[] => {
  const name = one.by === undefined ? nobody : escaped(one.by);
  const words = states(one.state).map((word, at) =>
    one.late ? `${word}, ${both[at]?.late ?? ''}` : word,
  );
  return [
    ...[escaped(one.reference), escaped(one.system), escaped(one.title), undefined],
    dayCell(one.dueOn),
    ...[one.answered ? name : '–', undefined, undefined, words],
  ];
};

/** Counts of each question how many stories answer it; the stories have every record of their duties. */
async function* pageProblems(
  files: Files,
  { kind, told }: { readonly kind: string; readonly told: readonly Told[] },
  asked: Map<string, number>,
): AsyncGenerator<string> {
  for (let at = 0; at < told.length; at += storiesPerPage) {
    const page = storyPage(kind, at);
    const name = oneOf(files, ...both.map(({ storiesFolder }) => `${storiesFolder}/${page}`));
    const parts = name === undefined ? [] : (await files.text(name)).split('<h2 id="').slice(1);
    const some = told.slice(at, at + storiesPerPage);
    if (parts.map((part) => part.slice(0, 25)).join() !== some.map(({ id }) => id).join())
      yield `${page} tells of other duties than the records`;
    for (const [place, { id, hashes }] of some.entries()) {
      const tables = tablesIn(parts[place] ?? '').map(cellsIn);
      const steps = (tables[0] ?? []).map((row) => `${row[0] ?? ''} ${row.at(-1) ?? ''}`);
      if (steps.join() !== hashes.map((hash, nr) => `${nr + 1} ${hash}…`).join())
        yield `${page} tells other steps of duty ${id} than the records`;
      for (const [ask = '', answer = ''] of tables.at(-1) ?? [])
        asked.set(ask, (asked.get(ask) ?? 0) + Number(!unanswered.includes(answer)));
    }
  }
}

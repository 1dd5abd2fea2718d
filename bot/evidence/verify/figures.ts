import { isLate, storyOf } from '../../features/evidence/dossier/collect.ts';
import type { EvidenceRecord } from '../../duty/record/record.ts';
import type { About } from './read-about.ts';
import type { Members } from './read-line.ts';
import { readLine } from './read-line.ts';
import { isManifest, readManifest } from './manifest.ts';
import type { Line } from '../../files/lines.ts';

/** The tables of coverage, by the language of the dossier. */
export const coverageFiles = ['csv/dekking.csv', 'csv/coverage.csv'] as const;

/** Asked, answered, late, with a problem, open and withdrawn. */
type Figures = readonly number[];
const none: Figures = [0, 0, 0, 0, 0, 0];

/**
 * V8 and V9: holds the figures of a dossier against its records, whose hashes were verified, and the population that
 * it tells against the log. A text says what is otherwise.
 */
export async function figuresProblem(
  lines: AsyncIterable<Line>,
  table: string,
): Promise<string | undefined> {
  const counted = new Map<string, Figures>();
  const known = new Set<string>();
  let [chain, about]: [EvidenceRecord[], About | undefined] = [[], undefined];
  const stories: ReturnType<typeof storyOf>[] = [];
  const close = (): void => {
    stories.push(storyOf(chain));
    chain = [];
  };
  for await (const line of lines) {
    const reading = readLine(line);
    if (!reading.ok) return 'a line of it cannot be read';
    if (isManifest(reading.members)) {
      const read = readManifest(reading);
      about = read.type === 'sound' ? read.manifest.about : undefined;
      continue;
    }
    // It was verified a moment ago that this is a record.
    const record = reading.members as Members & EvidenceRecord;
    if (chain[0] && chain[0].dutyId !== record.dutyId) close();
    chain.push({ ...record, data: textless(record) });
    known.add(record.dutyId);
  }
  close();
  if (!about) return 'it has no manifest';
  for (const story of stories) {
    if (!story || (about.extent.kind !== undefined && story.kind !== about.extent.kind)) continue;
    const { kind, answers, findings, state } = story;
    const is = [
      1,
      Number(answers.some(({ counts }) => counts)),
      Number(isLate(story, about.asOf)),
      Number(findings.length > 0),
      Number(state === 'open' || state === 'problem'),
      Number(state === 'withdrawn'),
    ];
    const before = counted.get(kind) ?? none;
    counted.set(
      kind,
      before.map((sum, at) => sum + (is[at] ?? 0)),
    );
  }
  return differenceIn(rowsOf(table), { counted, population: populationIn(about, known) }, about);
}

/** Of what was said only what is counted, so that memory does not hold every text. */
function textless({ type, data }: EvidenceRecord): EvidenceRecord['data'] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const { dueOn, finding, effective } = data as Readonly<Record<string, EvidenceRecord['data']>>;
  return {
    ...(dueOn === undefined || type !== 'opened' ? {} : { dueOn }),
    ...(finding === undefined ? {} : { finding }),
    ...(effective === undefined ? {} : { effective }),
  };
}

/** How many duties of each kind the log names of the period; undefined where there is no log. */
function populationIn(
  { log, extent: { from = '', to = '~' } }: About,
  known: ReadonlySet<string>,
): ReadonlyMap<string, number> | undefined {
  if (!log || log.statements.length === 0) return undefined;
  const named = new Map<string, string>();
  for (const { duty, kind, opened, removed } of log.statements) {
    if (removed !== undefined) named.delete(duty);
    else if (opened !== undefined && ((opened >= from && opened < to) || known.has(duty)))
      named.set(duty, kind);
  }
  const population = new Map<string, number>();
  for (const kind of named.values()) population.set(kind, (population.get(kind) ?? 0) + 1);
  return population;
}

interface Row {
  readonly kind: string;
  readonly log: string;
  readonly figures: readonly string[];
}

const rowsOf = (table: string): readonly Row[] =>
  table
    .split('\r\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split(';');
      return { kind: cells.at(-1) ?? '', log: cells.at(-2) ?? '', figures: cells.slice(-8, -2) };
    });

function differenceIn(
  rows: readonly Row[],
  is: {
    readonly counted: ReadonlyMap<string, Figures>;
    readonly population: ReadonlyMap<string, number> | undefined;
  },
  { extent }: About,
): string | undefined {
  const { counted, population } = is;
  const told = new Map(rows.map((row) => [row.kind, row]));
  if (told.size !== rows.length) return 'its table of coverage names a kind twice';
  const named = [...(population?.keys() ?? [])].filter(
    (kind) => extent.kind === undefined || kind === extent.kind,
  );
  for (const kind of new Set([...counted.keys(), ...told.keys(), ...named])) {
    const [row, figures] = [told.get(kind), counted.get(kind) ?? none];
    const logged = population?.get(kind);
    const log = population === undefined ? '' : String(logged ?? '');
    if (row?.figures.join() !== figures.join() || row.log !== log)
      return `its table of coverage counts ${JSON.stringify(kind.slice(0, 40))} otherwise than its records and its log do`;
    if ((logged ?? 0) > (figures[0] ?? 0))
      return `the log names more duties of the kind ${JSON.stringify(kind.slice(0, 40))} than the file holds`;
  }
  return undefined;
}

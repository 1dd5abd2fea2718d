import { parse } from 'csv-parse/sync';
import { inert } from '../../../features/evidence/dossier/tables/csv.ts';
import { noAccount } from '../../../features/evidence/dossier/tables/accounts.ts';
import { dossierTexts } from '../../../features/evidence/dossier/texts.ts';
import { plainValue } from '../../../features/evidence/dossier/words/fields.ts';
import type { Cell } from './cells.ts';
import { local, nobody, ownerCell, states, tableProblems } from './cells.ts';
import type { Files, Told } from './told.ts';
import { oneOf } from './told.ts';

/** The rows of a table under its heading; of what is no such table, none. */
export function rowsOf(written: string): readonly (readonly string[])[] {
  try {
    const options = { delimiter: ';', bom: true, relax_column_count: true, from: 2 };
    return parse(written, options);
  } catch {
    return [];
  }
}

const named = (name: string | undefined): Cell => (name === undefined ? nobody : inert(name));

const dutyCells = (one: Told): readonly Cell[] => [
  ...[inert(one.reference), inert(one.system), inert(one.title), undefined, undefined],
  local(one.openedAt),
  ...[one.dueOn, one.answered ? named(one.by) : '', local(one.answeredAt)],
  ...[undefined, states(one.state)],
  ...[one.openedAt, one.answeredAt, one.outcome, one.late ? 'late' : '', one.id, one.seq, one.hash],
];

const written = { text: inert, day: (on: string) => (value: string) => value === on };

const findingCells = ({
  id: duty,
  reference,
  findings,
  solver,
}: Told): readonly (readonly Cell[])[] =>
  findings.map((one) => [
    ...[inert(one.id), inert(reference), ownerCell(one, solver, written)],
    ...[inert(one.dueOn ?? ''), one.replies, one.rounds],
    ...[local(one.closedAt ?? ''), undefined],
    ...[one.openedAt, one.closedAt ?? '', inert(one.because ?? ''), duty],
  ]);

/** A decision in the words of either language; of one that is none, itself. */
const decisionWords = (decision: string): readonly string[] =>
  [dossierTexts.nl.decisions, dossierTexts.en.decisions].map((words) => {
    const known: Readonly<Record<string, string>> = words;
    return Object.hasOwn(known, decision) ? (known[decision] ?? decision) : inert(decision);
  });

const decisionCells = ({ id, reference, decisions, listed }: Told): readonly (readonly Cell[])[] =>
  decisions.map(({ account, decision, note = '', at, by }) => {
    const { name, role, manager, lastSignIn, ...one } = listed.get(account) ?? noAccount;
    return [
      ...[reference, account, name, role, manager, lastSignIn].map(inert),
      ...[undefined, decisionWords(decision), inert(note), named(by), local(at), at],
      ...[inert(decision), one.privileged, one.enabled, id],
    ];
  });

const fieldCells = ({ id, reference, said }: Told): readonly (readonly Cell[])[] =>
  said.map(({ name, value, record: { type, at, by, seq } }) => [
    ...[inert(reference), undefined, undefined, undefined, undefined],
    ...[by ? named(by.name ?? undefined) : undefined, local(at), at, type],
    ...[inert(name), inert(plainValue(value)), id, seq],
  ]);

// The table goes by kinds, the records by duties: both are held against each other by duty, step and field.
const placeOf = (row: readonly Cell[]): string =>
  JSON.stringify([row[11], String(row[12]), row[9]]);
const inOrder = <R extends readonly Cell[]>(rows: readonly R[]): readonly R[] =>
  rows
    .map((row) => ({ row, place: placeOf(row) }))
    .sort((one, other) => (one.place < other.place ? -1 : Number(one.place > other.place)))
    .map(({ row }) => row);

function peopleCells(all: readonly Told[]): readonly (readonly Cell[])[] {
  const people = new Map<string, { name: string; count: number; first: string; last: string }>();
  for (const [id, name, at] of all.flatMap(({ acts }) => acts)) {
    const known = people.get(id) ?? { name, count: 0, first: at, last: at };
    const first = at < known.first ? at : known.first;
    const last = at > known.last ? at : known.last;
    people.set(id, { name, count: known.count + 1, first, last });
  }
  return [...people].map(([id, { name, count, first, last }]) => [
    ...[inert(name), count, local(first), local(last), first, last, inert(id)],
  ]);
}

/** A table, under the name of either language, and what it has to say. */
type Expected = readonly [readonly string[], readonly (readonly Cell[])[] | undefined];

/** What the tables of a dossier say otherwise than its records. */
export async function* tablesProblems(
  files: Files,
  kinds: ReadonlyMap<string, readonly Told[]>,
  all: readonly Told[],
): AsyncGenerator<string> {
  const expected: readonly Expected[] = [
    ...[...kinds].map(([kind, some]) => [[kind], some.map(dutyCells)] as const),
    [['bevindingen', 'findings'], all.flatMap(findingCells)],
    [['personen', 'people'], peopleCells(all)],
    [['toegang-beslissingen', 'access-decisions'], all.flatMap(decisionCells)],
    [['velden', 'fields'], inOrder(all.flatMap(fieldCells))],
    [['dekking', 'coverage'], undefined],
  ];
  const left = new Set([...files.names].filter((name) => name.startsWith('csv/')));
  for (const [names, told] of expected) {
    const name = oneOf(files, ...names.map((one) => `csv/${one}.csv`));
    const mayLack = names.includes('access-decisions') && told?.length === 0;
    if (name === undefined && !mayLack) yield `there is no table csv/${names[0] ?? ''}.csv`;
    if (name === undefined) continue;
    left.delete(name);
    if (!told) continue;
    const rows = rowsOf(await files.text(name));
    yield* tableProblems(name, names.includes('fields') ? inOrder(rows) : rows, told);
  }
  for (const name of left) yield `${name} is a table of nothing in the records`;
}

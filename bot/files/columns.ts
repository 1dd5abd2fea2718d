import { namesSecret } from '../../cards/secrets.ts';
import type { GridRow } from './grid.ts';
import { maxColumns } from './grid.ts';
import type { Ranks } from './headings.ts';
import { headingKeys } from './headings.ts';
import type { FileProblem, HeadingChoice } from './problems.ts';
import { quoted } from './problems.ts';

/** Where a column stands and what its heading says. */
export interface Column {
  readonly at: number;
  readonly heading: string;
}
export type Columns<Field extends string> = Readonly<Partial<Record<Field, Column>>>;

interface Place<Field> {
  readonly field: Field;
  readonly rank: number;
}
/** Every known heading, with what it says and how much it is preferred. */
export type KnownHeadings<Field extends string> = ReadonlyMap<string, Place<Field>>;

export function knownHeadings<Field extends string>(
  fields: readonly Field[],
  headings: Readonly<Record<Field, Ranks>>,
): KnownHeadings<Field> {
  return new Map(
    fields.flatMap((field) =>
      headings[field].flatMap((names, rank) =>
        names.map((name) => [name, { field, rank }] as const),
      ),
    ),
  );
}

export interface FoundColumns<Field extends string> {
  readonly columns: Columns<Field>;
  /** Columns of which one of several could be meant. */
  readonly problems: readonly FileProblem[];
  /** The headings of columns that are not read. */
  readonly unused: readonly string[];
}

interface Candidate<Field> extends Place<Field>, Column {}

/**
 * Finds the known columns by their headings, and by what a person said about them, which goes first. Of two
 * that could be the same the preferred one is taken; where none is preferred it is refused, not guessed.
 */
export function findColumns<Field extends string>(
  { line, cells }: GridRow,
  known: KnownHeadings<Field>,
  said: Readonly<Record<string, Field | 'unused'>> = {},
): FoundColumns<Field> {
  const named = headingsOf({ line, cells });
  const candidates = named.flatMap((column): Candidate<Field>[] => {
    const place = placeOf(column, known, said);
    return place === undefined ? [] : [{ ...column, ...place }];
  });
  const columns: Partial<Record<Field, Column>> = {};
  const problems: FileProblem[] = [];
  const used = new Set<number>();
  for (const field of new Set(candidates.map((one) => one.field))) {
    const own = candidates.filter((one) => one.field === field);
    const best = Math.min(...own.map(({ rank }) => rank));
    const [first, ...others] = own.filter(({ rank }) => rank === best);
    if (first === undefined) continue;
    for (const { at } of [first, ...others]) used.add(at);
    columns[field] = { at: first.at, heading: first.heading };
    if (others.length === 0) continue;
    const found = [first, ...others].map(({ heading }) => heading).join(', ');
    problems.push({ code: 'ambiguous-column', line, column: field, found });
  }
  const unused = named.filter(({ at }) => !used.has(at)).map(({ heading }) => heading);
  return { columns, problems, unused };
}

/** Every heading is told to whoever sent the file, and kept with what was said of it: none may hold a secret. */
export const secretHeadings = ({ line, cells }: GridRow): readonly FileProblem[] =>
  cells.some((cell) => cell?.kind === 'text' && namesSecret(cell.text))
    ? [{ code: 'secret', line }]
    : [];

interface Heading extends Column {
  readonly keys: readonly string[];
}

function headingsOf({ cells }: GridRow): readonly Heading[] {
  return [...cells.slice(0, maxColumns).entries()].flatMap(([at, cell]): Heading[] => {
    if (cell?.kind !== 'text') return [];
    return [{ at, heading: quoted(cell.text), keys: headingKeys(cell.text) }];
  });
}

/** The headings of a row, each once, by the key under which a map of a person knows them. */
export function headingChoices(row: GridRow): readonly HeadingChoice[] {
  const choices = headingsOf(row).map(({ heading, keys }) => ({ key: keys[0] ?? '', heading }));
  // What has no letter or digit at all cannot be told from another such heading.
  return choices.filter(
    ({ key }, at) => key !== '' && choices.findIndex((one) => one.key === key) === at,
  );
}

function placeOf<Field extends string>(
  { keys }: Heading,
  known: KnownHeadings<Field>,
  said: Readonly<Record<string, Field | 'unused'>>,
): Place<Field> | undefined {
  const key = keys.find((one) => Object.hasOwn(said, one));
  const field = key === undefined ? undefined : said[key];
  if (field === 'unused') return undefined;
  // What a person said stands before every rank.
  if (field !== undefined) return { field, rank: -1 };
  return keys.map((one) => known.get(one)).find((place) => place !== undefined);
}

/** A fault for each column that has to be there and is not, with the headings that are. */
export function missingColumns(row: GridRow, missing: readonly string[]): readonly FileProblem[] {
  const named = headingsOf(row).map(({ heading }) => heading);
  const found = named.slice(0, 12).join(', ') + (named.length > 12 ? ', …' : '');
  return missing.map((column) => ({ code: 'missing-column', line: row.line, column, found }));
}

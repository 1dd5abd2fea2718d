import type { About } from '../read-about.ts';
import { rowsOf } from './tables.ts';
import type { Told } from './told.ts';
import { sumsOf } from './told.ts';

/** How many duties of each kind the log names of the period; undefined where there is no log. */
export function populationIn(
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

/** V8: what the table of coverage counts otherwise than the records and the log. */
export function* coverageProblems(
  table: string,
  is: {
    readonly kinds: ReadonlyMap<string, readonly Told[]>;
    readonly population: ReadonlyMap<string, number> | undefined;
  },
  { extent }: About,
): Generator<string> {
  const { kinds, population } = is;
  const rows = rowsOf(table);
  const told = new Map(rows.map((row) => [row.at(-1) ?? '', row]));
  if (told.size !== rows.length) yield 'its table of coverage names a kind twice';
  const named = [...(population?.keys() ?? [])].filter(
    (kind) => extent.kind === undefined || kind === extent.kind,
  );
  for (const kind of new Set([...kinds.keys(), ...told.keys(), ...named])) {
    const sums = sumsOf(kinds.get(kind) ?? []);
    const logged = population?.get(kind);
    const expected = [...sums, logged ?? ''].join();
    if (told.get(kind)?.slice(-8, -1).join() !== expected)
      yield `its table of coverage counts ${JSON.stringify(kind.slice(0, 40))} otherwise than its records and its log do`;
    if ((logged ?? 0) > (sums[0] ?? 0))
      yield `the log names more duties of the kind ${JSON.stringify(kind.slice(0, 40))} than the file holds`;
  }
}

import type { Statement } from '../../../ports/store.ts';
import type { Exporting } from '../export.ts';
import type { Report } from './pages/report.ts';

/**
 * How many duties of each kind the log names of the period: those that were opened in it, and those from
 * before in which something happened then, which only the records themselves can tell.
 */
export function populationOf(
  statements: readonly Statement[],
  {
    extent: { from, to },
    known,
  }: { readonly extent: Exporting['extent']; readonly known: ReadonlySet<string> },
): Pick<Report, 'population' | 'removed'> {
  const named = new Map<string, string>();
  let [empty, removed] = [true, 0];
  for (const { duty, kind, opened, removed: gone } of statements) {
    empty = false;
    if (gone !== undefined) {
      removed += 1;
      named.delete(duty);
    } else if (opened !== undefined) {
      const within = (from === undefined || opened >= from) && (to === undefined || opened < to);
      if (within || known.has(duty)) named.set(duty, kind);
    }
  }
  const counted = new Map<string, number>();
  for (const kind of named.values()) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  return { population: empty ? undefined : counted, removed };
}

import type { GridRow } from './grid.ts';
import { squashed } from './grid.ts';
import type { FileProblem } from './problems.ts';
import { quoted } from './problems.ts';

/** Where a column stands and what its heading says. */
export interface Column {
  readonly at: number;
  readonly heading: string;
}
export type Columns<Field extends string> = Readonly<Partial<Record<Field, Column>>>;

interface Wanted<Field extends string> {
  /** Every heading under which a column is known, squashed. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
  readonly required: readonly Field[];
}

/** Finds the known columns by their headings; one that could be two is refused, not guessed. */
export function findColumns<Field extends string>(
  { line, cells }: GridRow,
  fields: readonly Field[],
  { headings, required }: Wanted<Field>,
): { readonly columns: Columns<Field>; readonly problems: readonly FileProblem[] } {
  const columns: Partial<Record<Field, Column>> = {};
  const problems: FileProblem[] = [];
  for (const field of fields) {
    const found = [...cells.entries()].flatMap(([at, cell]): Column[] => {
      const known = cell?.kind === 'text' && headings[field].includes(squashed(cell.text));
      return known ? [{ at, heading: quoted(cell.text) }] : [];
    });
    const [first, ...others] = found;
    if (first !== undefined && others.length === 0) columns[field] = first;
    else if (first !== undefined) {
      const named = found.map(({ heading }) => heading).join(', ');
      problems.push({ code: 'ambiguous-column', line, column: field, found: named });
    } else if (required.includes(field)) {
      const named = cells.flatMap((cell) => (cell === undefined ? [] : [quoted(cell.text)]));
      const said = named.slice(0, 12).join(', ') + (named.length > 12 ? ', …' : '');
      problems.push({ code: 'missing-column', line, column: field, found: said });
    }
  }
  return { columns, problems };
}

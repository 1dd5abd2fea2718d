import { cut } from '../../cards/plain-text.ts';

/** One filled cell of a table, whatever file it came from. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'date' | 'formula' | 'error';
  readonly text: string;
}

/** A row with something in it; `cells` has holes where the row is empty. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly (Cell | undefined)[];
}

export interface Extent {
  /** Reading stops one row after this one, so that a list of any length is refused quickly. */
  readonly maxRows: number;
}

export const maxColumns = 200;

/** A text without the differences between two spellings of one word: case, accents, spaces, dashes. */
export function squashed(text: string): string {
  return cut(text, 100)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

import type { Write } from '../../../bot/store/azure/entity-table.ts';

/** A write that puts a new row there. */
export const insert = (
  rowKey: string,
  columns: Record<string, string | number | boolean> = {},
): Write => ({
  do: 'insert',
  rowKey,
  columns,
});

import { z } from 'zod';
import type { StoredRow } from '../../ports/store/rows.ts';
import { storedTables } from '../../ports/store/rows.ts';

/** The first line of a backup. */
const begin = z.strictObject({
  type: z.literal('backup'),
  v: z.literal(1),
  tenant: z.string().min(1).max(100),
  at: z.string(),
});
export type BackupBegin = z.output<typeof begin>;

/** The last line: what stands before it, and how the log of evidence stood. */
const end = z.strictObject({
  type: z.literal('backup-end'),
  rows: z.int().min(0),
  checkpoint: z.string().nullable(),
  /** Of every byte before this line. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BackupEnd = z.output<typeof end>;

const row = z.strictObject({
  table: z.enum(storedTables),
  partition: z.string().min(1).max(512),
  key: z.string().min(1).max(512),
  columns: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export type BackupLine =
  | { readonly is: 'begin'; readonly begin: BackupBegin }
  | { readonly is: 'row'; readonly row: StoredRow }
  | { readonly is: 'end'; readonly end: BackupEnd };

/** What a line of a backup says; undefined for what is none. */
export function readLine(line: string): BackupLine | undefined {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    // What is no JSON is no line of a backup; whoever asks says which line it was.
    return undefined;
  }
  const asRow = row.safeParse(said);
  if (asRow.success) return { is: 'row', row: asRow.data };
  const asBegin = begin.safeParse(said);
  if (asBegin.success) return { is: 'begin', begin: asBegin.data };
  const asEnd = end.safeParse(said);
  return asEnd.success ? { is: 'end', end: asEnd.data } : undefined;
}

export const lineOf = (said: BackupBegin | StoredRow | BackupEnd): string =>
  `${JSON.stringify(said)}\n`;

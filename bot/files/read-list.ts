import type { GridRow, HeadingLook } from './grid.ts';
import type { HeadingMap } from './headings.ts';
import type { Refused } from './problems.ts';
import { orRefused } from './problems.ts';
import type { AccountsRead } from './accounts/read-accounts.ts';
import { accountsOf, lookAtAccounts } from './accounts/read-accounts.ts';
import type { DecisionRows } from './accounts/read-decisions.ts';
import { decisionsOf, lookAtDecisions } from './accounts/read-decisions.ts';
import { formatOf, readGrid } from './read-grid.ts';

/** A file that somebody sent. Its name is foreign text; its bytes are looked at in their own right. */
export interface ListFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** What a person said about headings of this system that the reader does not know. */
  readonly map?: HeadingMap;
  /** Numbers are taken as a spreadsheet in this language shows them: 1.234 in Dutch, 1,234 in English. */
  readonly language?: 'nl' | 'en';
}

/** An application's accounts, a returned sheet of decisions, or every fault that keeps it from being either. */
export type ListRead = AccountsRead | DecisionRows | Refused;

/** A sheet may hold every account of the longest list twice before it is refused. */
const maxRows = 10_100;

/**
 * Reads a list in the thread that it is called in. For files of people use the reader of list-reader.ts,
 * which gives up after some seconds.
 */
export async function readList({
  bytes,
  name,
  map = {},
  language = 'nl',
}: ListFile): Promise<ListRead> {
  return orRefused(async () => {
    const format = formatOf(bytes, name);
    const accounts = lookAtAccounts(map);
    const look = (row: GridRow): HeadingLook => {
      const decided = lookAtDecisions(row);
      return decided.complete ? decided : accounts(row);
    };
    const grid = await readGrid(bytes, format, { maxRows, look, language });
    const isDecided = grid.heading !== undefined && lookAtDecisions(grid.heading).complete;
    return isDecided ? decisionsOf(grid) : accountsOf(grid, { bytes, format, map });
  });
}

import assert from 'node:assert/strict';
import type { Account } from '../../../bot/kinds/review-access/accounts.ts';
import type { FileProblem, Refused } from '../../../bot/files/problems.ts';
import type { AccountsRead } from '../../../bot/files/accounts/read-accounts.ts';
import type { SheetRead } from '../../../bot/files/accounts/read-decisions.ts';
import { matchDecisions } from '../../../bot/files/accounts/read-decisions.ts';
import type { ListFile } from '../../../bot/files/read-list.ts';
import { readList } from '../../../bot/files/read-list.ts';
import type { ReviewList } from '../../../bot/files/accounts/review-sheet.ts';
import type { CellSpec } from '../workbook.ts';
import { workbookOf } from '../workbook.ts';

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Reads a file that is to hold accounts. */
export async function readAccounts(
  bytes: Uint8Array,
  name: string,
  options: Pick<ListFile, 'map' | 'language'> = {},
): Promise<AccountsRead | Refused> {
  const read = await readList({ bytes, name, ...options });
  if (read.ok && read.holds === 'decisions') throw new Error('The file holds decisions');
  return read;
}

/** Reads a file that is to hold decisions about a list. */
export async function readReviewSheet(
  bytes: Uint8Array,
  list: ReviewList,
  name = 'sheet.xlsx',
): Promise<SheetRead | Refused> {
  const read = await readList({ bytes, name });
  if (!read.ok) return read;
  if (read.holds === 'accounts') throw new Error('The file holds accounts');
  return matchDecisions(read, list);
}

/** Reads lines as a CSV file in UTF-8. */
export const readLines = (...lines: string[]): Promise<AccountsRead | Refused> =>
  readAccounts(bytesOf(lines.join('\r\n')), 'export.csv');

/** Reads rows as the first sheet of a workbook. */
export const readRows = (...rows: (readonly CellSpec[])[]): Promise<AccountsRead | Refused> =>
  readAccounts(workbookOf({ rows }), 'export.xlsx');

/** The accounts that were read; a refusal fails the test with what it names. */
export async function accepted(
  reading: Promise<AccountsRead | Refused>,
): Promise<readonly Account[]> {
  const read = await reading;
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.problems));
  return read.accounts;
}

/** The problems for which a file was refused. */
export async function refusedFor(
  reading: Promise<{ readonly ok: true } | Refused>,
): Promise<readonly FileProblem[]> {
  const read = await reading;
  assert.ok(!read.ok, 'the file was accepted');
  return read.problems;
}

/** The codes of a refusal, in order. */
export async function codesOf(
  reading: Promise<{ readonly ok: true } | Refused>,
): Promise<readonly string[]> {
  return (await refusedFor(reading)).map(({ code }) => code);
}

import { createHash } from 'node:crypto';
import type { Account } from '../kinds/review-access/accounts.ts';
import { maxAccounts } from '../kinds/review-access/index.ts';
import type { AccountField } from './account-cells.ts';
import { accountFields, accountHeadings, readAccountRow } from './account-cells.ts';
import type { Columns } from './columns.ts';
import { findColumns } from './columns.ts';
import type { GridRow } from './grid.ts';
import type { FileProblem, Refused } from './problems.ts';
import { orRefused, quoted, refused } from './problems.ts';
import type { Format } from './read-grid.ts';
import { formatOf, readGrid } from './read-grid.ts';

/** A list of accounts as an application exported it. */
export interface AccountsRead {
  readonly ok: true;
  readonly accounts: readonly Account[];
  /** Of the file's bytes, so that the evidence says which file it was. */
  readonly sha256: string;
  readonly format: Format;
}

/** Reads an application's export of its users; every fault that can be named is named at once. */
export async function readAccounts(
  bytes: Uint8Array,
  name: string,
): Promise<AccountsRead | Refused> {
  return orRefused(async () => {
    const format = formatOf(bytes, name);
    const rows = await readGrid(bytes, format, { maxRows: maxAccounts + 1 });
    const read = accountsOf(rows, format);
    if (!read.ok) return read;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ok: true, accounts: read.accounts, sha256, format };
  });
}

function accountsOf(
  [heading, ...rows]: readonly GridRow[],
  format: Format,
): { readonly ok: true; readonly accounts: readonly Account[] } | Refused {
  if (heading === undefined) return refused([{ code: 'empty' }]);
  const { columns, problems: headingProblems } = findColumns(heading, accountFields, {
    headings: accountHeadings,
    required: ['account', 'name'],
  });
  const problems: FileProblem[] = [...headingProblems];
  if (rows.length === 0) problems.push({ code: 'no-rows' });
  if (rows.length > maxAccounts) problems.push({ code: 'too-many-rows', limit: maxAccounts });
  if (problems.length > 0) return refused(problems);

  const accounts: Account[] = [];
  const width = format === 'csv' ? heading.cells.length : Infinity;
  const seen = new Map<string, number>();
  for (const row of rows) {
    problems.push(...beyond(row, width));
    const read = readAccountRow(row, columns);
    if ('problems' in read) problems.push(...read.problems);
    else {
      accounts.push(read.account);
      problems.push(...twice(row, read.account, columns, seen));
    }
  }
  return problems.length > 0 ? refused(problems) : { ok: true, accounts };
}

/** A row with more cells than the heading has shifted: a name with a comma, say, without quotes. */
function beyond({ line, cells }: GridRow, width: number): readonly FileProblem[] {
  const extra = cells.slice(width).find((cell) => cell !== undefined);
  return extra === undefined ? [] : [{ code: 'extra-cells', line, found: quoted(extra.text) }];
}

function twice(
  { line }: GridRow,
  { account }: Account,
  { account: column }: Columns<AccountField>,
  seen: Map<string, number>,
): readonly FileProblem[] {
  const key = account.toLowerCase();
  const first = seen.get(key);
  if (first === undefined) seen.set(key, line);
  if (first === undefined || column === undefined) return [];
  const found = quoted(account);
  return [{ code: 'duplicate-account', line, column: column.heading, found, first }];
}

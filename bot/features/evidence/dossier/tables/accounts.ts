import { isMembers } from '../../../../duty/record/json.ts';
import { valueAt } from '../../../../duty/record/sealing.ts';
import type { Json } from '../../../../kinds/kind.ts';
import type { Story } from '../collect.ts';

/** What the list of a review says of an account, as a table has it. */
export interface ListedAccount {
  readonly name: string;
  readonly role: string;
  readonly manager: string;
  readonly lastSignIn: string;
  readonly privileged: string;
  readonly enabled: string;
}

export const noAccount: ListedAccount = {
  ...{ name: '', role: '', manager: '', lastSignIn: '', privileged: '', enabled: '' },
};

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';

/** The accounts on the list of which a review was made, by their names. */
export function accountsOf({
  records: [first],
}: Pick<Story, 'records'>): ReadonlyMap<string, ListedAccount> {
  const rows = valueAt(first?.data ?? {}, '/rows');
  const listed = new Map<string, ListedAccount>();
  for (const row of Array.isArray(rows) ? (rows as readonly Json[]) : []) {
    const account = isMembers(row) ? row['account'] : undefined;
    if (!isMembers(row) || typeof account !== 'string') continue;
    listed.set(account, {
      ...{ name: textOf(row['name']), role: textOf(row['role']) },
      ...{ manager: textOf(row['manager']), lastSignIn: textOf(row['lastSignIn']) },
      ...{ privileged: textOf(row['privileged']), enabled: textOf(row['enabled']) },
    });
  }
  return listed;
}

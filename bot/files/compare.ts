import type { Account, Picks } from '../kinds/review-access/accounts.ts';

/** What became of an account that was to be removed or changed. */
export interface FollowUp {
  /** The account's place on the reviewed list. */
  readonly at: number;
  readonly account: Account;
  readonly asked: 'remove' | 'change';
  /** `still-there` is reopened; the others are proven. */
  readonly outcome: 'gone' | 'changed' | 'still-there';
  /** The account in the new export, where it still is: perhaps disabled, perhaps with another role. */
  readonly now?: Account;
}

export interface Comparison {
  readonly followUps: readonly FollowUp[];
  /** Accounts that came after the review. */
  readonly added: readonly Account[];
  /** Accounts that were to stay and are gone: the new export may not be complete. */
  readonly vanished: readonly Account[];
}

/** Proves by a new export what was done with a review; what cannot be seen there is not believed. */
export function compareExports(
  before: { readonly accounts: readonly Account[]; readonly picks: Picks },
  after: readonly Account[],
): Comparison {
  const later = new Map(after.map((account) => [keyOf(account), account]));
  const earlier = new Set(before.accounts.map(keyOf));
  const followUps: FollowUp[] = [];
  const vanished: Account[] = [];
  for (const [at, account] of before.accounts.entries()) {
    const pick = before.picks.get(at);
    const now = later.get(keyOf(account));
    if (pick?.decision === 'remove' || pick?.decision === 'change') {
      const changed = pick.decision === 'change' && sameRole(now?.role, pick.note);
      const outcome = now === undefined ? 'gone' : changed ? 'changed' : 'still-there';
      followUps.push({
        at,
        account,
        asked: pick.decision,
        outcome,
        ...(now === undefined ? {} : { now }),
      });
    } else if (now === undefined) vanished.push(account);
  }
  const added = after.filter((account) => !earlier.has(keyOf(account)));
  return { followUps, added, vanished };
}

const alike = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
const keyOf = ({ account }: Account): string => alike(account);

function sameRole(role: string | undefined, asked: string | undefined): boolean {
  return role !== undefined && asked !== undefined && alike(role) === alike(asked);
}

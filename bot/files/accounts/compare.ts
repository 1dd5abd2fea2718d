import { comparable, isSameText } from '../../../cards/same-text.ts';
import type { Account, Picks } from '../../kinds/review-access/accounts.ts';
import { alikeIndex } from '../../kinds/review-access/names-alike.ts';

/** What became of an account that was to be removed or changed. */
export interface FollowUp {
  /** The account's place on the reviewed list. */
  readonly at: number;
  readonly account: Account;
  readonly asked: 'remove' | 'change';
  /**
   * `gone` and `changed` are proven; `still-there` is reopened. `uncertain` is neither: the account itself is
   * gone, but one that came could be it under another spelling, and only a person knows.
   */
  readonly outcome: 'gone' | 'changed' | 'still-there' | 'uncertain';
  /** The account in the new export: where it still is, or where it could be under another spelling. */
  readonly now?: Account;
}

export interface Comparison {
  readonly followUps: readonly FollowUp[];
  /** Accounts that came after the review. */
  readonly added: readonly Account[];
  /** Accounts that were to stay and are gone: the new export may not be complete. */
  readonly vanished: readonly Account[];
}

/**
 * Proves by a new export what was done with a review; what cannot be seen there is not believed. Accounts are
 * compared as people read them. `areOthers` says, once somebody was asked, that those who came are others.
 */
export function compareExports(
  before: { readonly accounts: readonly Account[]; readonly picks: Picks },
  after: readonly Account[],
  { areOthers = false }: { readonly areOthers?: boolean } = {},
): Comparison {
  const later = new Map(after.map((account) => [keyOf(account), account]));
  const earlier = new Set(before.accounts.map(keyOf));
  const added = after.filter((account) => !earlier.has(keyOf(account)));
  const alike = alikeIndex(areOthers ? [] : added);
  const followUps: FollowUp[] = [];
  const vanished: Account[] = [];
  for (const [at, account] of before.accounts.entries()) {
    const pick = before.picks.get(at);
    const now = later.get(keyOf(account));
    if (pick?.decision === 'remove' || pick?.decision === 'change') {
      const asked = pick.decision;
      if (now !== undefined) {
        const changed = asked === 'change' && sameRole(now.role, pick.note);
        followUps.push({ at, account, asked, outcome: changed ? 'changed' : 'still-there', now });
        continue;
      }
      const other = added[alike.find(account.account, account.name) ?? -1];
      followUps.push({
        at,
        account,
        asked,
        ...(other === undefined ? { outcome: 'gone' } : { outcome: 'uncertain', now: other }),
      });
    } else if (now === undefined) vanished.push(account);
  }
  return { followUps, added, vanished };
}

const keyOf = ({ account }: Account): string => comparable(account);

function sameRole(role: string | undefined, asked: string | undefined): boolean {
  return role !== undefined && asked !== undefined && isSameText(role, asked);
}

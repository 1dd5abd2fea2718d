import { comparable } from '../../../cards/same-text.ts';
import { rangesOf } from '../rows/ranges.ts';
import type { Account } from './accounts.ts';

/** Somebody who may get a part of a list, as far as is known of them. */
export interface Reviewer {
  readonly aadObjectId: string;
  readonly name?: string | undefined;
}

/**
 * Tells of a reviewer's manager text who that is: a name, an object id, or an account on the list itself
 * (which a mail address often is).
 */
function managerFinder(
  accounts: readonly Account[],
  reviewers: readonly Reviewer[],
): (account: Account) => number | undefined {
  const known = new Map<string, number>();
  for (const [at, { aadObjectId, name }] of reviewers.entries()) {
    known.set(comparable(aadObjectId), at);
    if (name !== undefined) known.set(comparable(name), at);
  }
  const nameOf = new Map(
    accounts.map(({ account, name }) => [comparable(account), comparable(name)]),
  );
  return ({ manager }) => {
    if (manager === undefined) return undefined;
    const written = comparable(manager);
    return known.get(written) ?? known.get(nameOf.get(written) ?? '');
  };
}

/** A list with the rows of each reviewer together, and what each has of it; `parts` go with the reviewers. */
export interface Split {
  readonly accounts: readonly Account[];
  /** The ranges of each reviewer; empty for one who gets nothing. */
  readonly parts: readonly (readonly string[])[];
}

/**
 * Splits a list by who manages whom. A row whose manager is none of the reviewers goes to the reviewer at
 * `rest`; where nobody says, to the first who manages nobody, else to the first. Undefined when no reviewer
 * manages anybody on the list.
 */
export function splitByManager(
  accounts: readonly Account[],
  reviewers: readonly Reviewer[],
  rest?: number,
): Split | undefined {
  const find = managerFinder(accounts, reviewers);
  const managed = accounts.map(find);
  const managers = new Set(managed.filter((at) => at !== undefined));
  if (managers.size === 0) return undefined;
  const others = reviewers.findIndex((_, at) => !managers.has(at));
  const theRest = rest ?? Math.max(0, others);
  return dealt(
    accounts,
    managed.map((at) => at ?? theRest),
    reviewers.length,
  );
}

/** Deals whole roles to reviewers, the largest first to whoever has the fewest rows yet. */
export function splitByRole(accounts: readonly Account[], reviewers: readonly Reviewer[]): Split {
  const sizes = new Map<string, number>();
  const roleOf = ({ role }: Account): string => comparable(role ?? '');
  for (const account of accounts) {
    sizes.set(roleOf(account), (sizes.get(roleOf(account)) ?? 0) + 1);
  }
  const loads = reviewers.map(() => 0);
  const largestFirst = [...sizes].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  const holders = new Map(
    largestFirst.map(([role, size]) => {
      const least = loads.indexOf(Math.min(...loads));
      loads[least] = (loads[least] ?? 0) + size;
      return [role, least];
    }),
  );
  return dealt(
    accounts,
    accounts.map((account) => holders.get(roleOf(account)) ?? 0),
    reviewers.length,
  );
}

/** Puts the rows of each reviewer together, in their order on the list: each part is then one range. */
function dealt(accounts: readonly Account[], to: readonly number[], reviewers: number): Split {
  const sorted: Account[] = [];
  const parts = Array.from({ length: reviewers }, (_, reviewer) => {
    const start = sorted.length;
    for (const [at, account] of accounts.entries()) if (to[at] === reviewer) sorted.push(account);
    return rangesOf(Array.from({ length: sorted.length - start }, (__, at) => start + at));
  });
  return { accounts: sorted, parts };
}

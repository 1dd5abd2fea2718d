import { DateTime } from 'luxon';
import { looksLikeSecret } from '../../../cards/secrets.ts';
import { z } from 'zod';
import { comparable } from '../../../cards/same-text.ts';
import { foreignLine } from '../details.ts';
import { couldBe } from './names-alike.ts';

/** One row of an application's own export of users and roles. */
export const accountSchema = z.strictObject({
  account: foreignLine(100),
  name: foreignLine(100),
  role: foreignLine(100).optional(),
  lastSignIn: foreignLine(40).optional(),
  enabled: z.boolean().optional(),
  manager: foreignLine(100).optional(),
  /** Whether its own application says that it may more than others; what its role tells counts all the same. */
  privileged: z.boolean().optional(),
});
export type Account = z.output<typeof accountSchema>;

export const decisions = ['keep', 'change', 'remove', 'unknown'] as const;
export type Decision = (typeof decisions)[number];

/** The decisions of 5,000 accounts with their notes stand in one evidence record of 4 MiB at most. */
export const maxNote = 120;

/** What a reviewer decided about one account; `note` is the new role or the reason. */
export interface Pick {
  readonly decision: Decision;
  readonly note?: string;
}
/** A reviewer's decisions by the account's place on the list, counted from 0. */
export type Picks = ReadonlyMap<number, Pick>;

export const flags = [
  'administrator',
  'dormant',
  'disabled',
  'shared',
  'unknown',
  'new',
  'self',
  'maybe-self',
] as const;
/** Why an account deserves a look of its own and never falls under a bulk decision. */
export type Flag = (typeof flags)[number];

// `Systeembeheerder`, `APP_ADMIN`, but not `Administratief medewerker`.
const administrator =
  /admin(?:istrator|s?(?![a-z]))|beheerder|\bbeheer\b|(?:applicatie|netwerk|systeem)beheer|superuser|\b(?:root|system)\b/i;
const shared = /\b(gedeeld|shared|algemeen|general|balie|receptie|reception|test|info|service)\b/i;
/** Names behind which stands no person: what applications write where they know none. */
const nobody = /^(?:onbekend|unknown|n\.?v\.?t\.?|n\/?a|leeg|none|geen|tbd|\P{L}+)$/iu;
const dormantAfterDays = 90;

/** Who looks at a list of accounts, and when. */
export interface Viewing {
  /** The name that Teams knows. */
  readonly reviewer: string;
  /** Object id and sign-in name, where they are known: an account of that name is the reviewer's own. */
  readonly reviewerIds?: readonly string[];
  readonly now: string;
  /** The list of the review before this one; what does not stand there is new. */
  readonly previous?: readonly Account[] | undefined;
}

/** The flags of one account, as seen by one reviewer on one day. */
export function flagsOf(account: Account, viewing: Viewing): readonly Flag[] {
  return flagger(viewing)(account);
}

/**
 * Gives the flags of one account after the other: what they share is worked out once, for a list may be
 * long. An unreadable date of the last sign-in counts as never: it is the reviewer who knows.
 */
export function flagger({
  reviewer,
  reviewerIds = [],
  now,
  previous,
}: Viewing): (account: Account) => readonly Flag[] {
  const before = previous && new Set(previous.map(({ account }) => comparable(account)));
  const dormantSince = DateTime.fromISO(now).minus({ days: dormantAfterDays }).toMillis();
  const couldBeReviewer = couldBe(reviewer);
  const own = new Set([reviewer, ...reviewerIds].map(comparable));
  const isSelf = ({ account, name }: Account): boolean =>
    own.has(comparable(name)) || own.has(comparable(account));
  return (row) => {
    const { account, name, role, lastSignIn, enabled, privileged } = row;
    const nameless = comparable(name) === comparable(account) || nobody.test(name.trim());
    const found: Readonly<Record<Flag, boolean>> = {
      administrator: privileged === true || administrator.test(role ?? ''),
      // No date at all is no number, and so not later than any other.
      dormant:
        lastSignIn !== undefined && !(DateTime.fromISO(lastSignIn).toMillis() > dormantSince),
      disabled: enabled === false,
      shared: shared.test(account) || shared.test(name),
      unknown: nameless,
      new: before !== undefined && !before.has(comparable(account)),
      self: isSelf(row),
      // `A. de Vries` may be Anna de Vries or not: the row is looked at on its own, with a reason.
      'maybe-self': !isSelf(row) && couldBeReviewer(nameless ? account : name),
    };
    return flags.filter((flag) => found[flag]);
  };
}

export type PickProblem = 'self' | 'new-role' | 'reason' | 'secret';

/** What is missing before a decision about one account may count; undefined when nothing is. */
export function problemOf(pick: Pick, rowFlags: readonly Flag[]): PickProblem | undefined {
  // Nobody decides about himself: such a row goes to another reviewer.
  if (rowFlags.includes('self')) return pick.decision === 'unknown' ? undefined : 'self';
  if (looksLikeSecret(pick.note)) return 'secret';
  if (pick.note !== undefined) return undefined;
  if (pick.decision === 'change') return 'new-role';
  const explained = pick.decision === 'unknown' || rowFlags.length === 0;
  return explained ? undefined : 'reason';
}

export interface Totals {
  readonly accounts: number;
  readonly keep: number;
  readonly change: number;
  readonly remove: number;
  readonly unknown: number;
  readonly undecided: number;
}

/** The decision that goes further, of two about the same account. */
export function stricter(one: Pick, other: Pick): Pick {
  const order: readonly Decision[] = ['unknown', 'keep', 'change', 'remove'];
  return order.indexOf(other.decision) > order.indexOf(one.decision) ? other : one;
}

/** How far a review is; the five counts always sum up to `accounts`. */
export function totalsOf(accounts: number, picks: Picks): Totals {
  const counted = { keep: 0, change: 0, remove: 0, unknown: 0 };
  for (const { decision } of picks.values()) counted[decision] += 1;
  return { accounts, ...counted, undecided: accounts - picks.size };
}

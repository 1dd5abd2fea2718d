import { DateTime } from 'luxon';
import { z } from 'zod';
import { foreignText } from './details.ts';

/** One row of an application's own export of users and roles. */
export const accountSchema = z.strictObject({
  account: foreignText(100),
  name: foreignText(100),
  role: foreignText(100).optional(),
  lastSignIn: foreignText(40).optional(),
  enabled: z.boolean().optional(),
  manager: foreignText(100).optional(),
});
export type Account = z.output<typeof accountSchema>;

export const decisions = ['keep', 'change', 'remove', 'unknown'] as const;
export type Decision = (typeof decisions)[number];

/** What a reviewer decided about one account; `note` is the new role or the reason. */
export interface Pick {
  readonly decision: Decision;
  readonly note?: string;
}
/** A reviewer's decisions by the account's place on the list, counted from 0. */
export type Picks = ReadonlyMap<number, Pick>;

export const flags = ['administrator', 'dormant', 'disabled', 'shared', 'self'] as const;
/** Why an account deserves a look of its own and never falls under a bulk decision. */
export type Flag = (typeof flags)[number];

const administrator = /\b(admin|administrator|beheer|beheerder|superuser|root|system)\w*/i;
const shared = /\b(gedeeld|shared|algemeen|general|balie|receptie|reception|test|info|service)\b/i;
const dormantAfterDays = 90;

/**
 * The flags of an account, as seen by one reviewer on one day. An unreadable date of the last
 * sign-in counts as never: it is the reviewer who knows.
 */
export function flagsOf(
  account: Account,
  { reviewer, now }: { reviewer: string; now: string },
): readonly Flag[] {
  const lastSignIn =
    account.lastSignIn === undefined ? undefined : DateTime.fromISO(account.lastSignIn);
  const dormant =
    lastSignIn !== undefined &&
    !(lastSignIn.isValid && DateTime.fromISO(now).diff(lastSignIn, 'days').days < dormantAfterDays);
  const found: Readonly<Record<Flag, boolean>> = {
    administrator: administrator.test(account.role ?? ''),
    dormant,
    disabled: account.enabled === false,
    shared: shared.test(account.account) || shared.test(account.name),
    self: sameName(account.name, reviewer) || sameName(account.account, reviewer),
  };
  return flags.filter((flag) => found[flag]);
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

export type PickProblem = 'self' | 'new-role' | 'reason';

/** What is missing before a decision about one account may count; undefined when nothing is. */
export function problemOf(pick: Pick, rowFlags: readonly Flag[]): PickProblem | undefined {
  // Nobody decides about himself: such a row goes to another reviewer.
  if (rowFlags.includes('self')) return pick.decision === 'unknown' ? undefined : 'self';
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

/** How far a review is; the five counts always sum up to `accounts`. */
export function totalsOf(accounts: number, picks: Picks): Totals {
  const counted = { keep: 0, change: 0, remove: 0, unknown: 0 };
  for (const { decision } of picks.values()) counted[decision] += 1;
  return { accounts, ...counted, undecided: accounts - picks.size };
}

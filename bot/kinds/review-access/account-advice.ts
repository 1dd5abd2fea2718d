import { DateTime } from 'luxon';
import type { InEachLanguage, Language } from '../../../cards/language.ts';
import { comparable, isSameText } from '../../../cards/same-text.ts';
import type { Account } from './accounts.ts';

/** Why an account deserves a decision other than "keep". */
export type AdviceReason =
  | { readonly because: 'left' }
  /** A colleague of this name has left; whether the account is theirs only a person knows. */
  | { readonly because: 'maybe-left' }
  | { readonly because: 'disabled' }
  | { readonly because: 'never-signed-in' }
  | { readonly because: 'not-signed-in'; readonly days: number }
  | { readonly because: 'role-changed'; readonly from: string; readonly to: string }
  | { readonly because: 'new' };

/** A word beside a row, never a decision: nothing is filled in by it. */
export interface Advice {
  readonly advice: 'remove' | 'check';
  readonly reasons: readonly AdviceReason[];
}

export interface AdviceView {
  readonly now: string;
  /** The list of the review before this one; without it nothing is new and no role has changed. */
  readonly previous?: readonly Account[] | undefined;
  /** Accounts, object ids and sign-in names of people who left. A name alone is nobody's proof. */
  readonly left?: readonly string[];
  /** Names of people who left, where nobody of that name is still there. */
  readonly leftNames?: readonly string[];
}

const dormantAfterDays = 90;

/** Advises about one account after the other: what they share is worked out once. */
export function adviser({
  now,
  previous,
  left = [],
  leftNames = [],
}: AdviceView): (account: Account) => Advice | undefined {
  const gone = new Set(left.map(comparable));
  const goneNames = new Set(leftNames.map(comparable));
  const daysSince = daysBefore(now);
  const before = previous && new Map(previous.map((one) => [comparable(one.account), one]));
  return (account) => {
    const reasons = [
      ...leaving(account, gone, goneNames),
      ...(account.enabled === false ? [{ because: 'disabled' } as const] : []),
      ...signInReasons(account, daysSince),
      ...changesSince(account, before),
    ];
    if (reasons.length === 0) return undefined;
    return { advice: reasons.every(isToCheck) ? 'check' : 'remove', reasons };
  };
}

const isToCheck = ({ because }: AdviceReason): boolean =>
  because === 'new' || because === 'role-changed' || because === 'maybe-left';

function leaving(
  { account, name }: Account,
  gone: ReadonlySet<string>,
  goneNames: ReadonlySet<string>,
): readonly AdviceReason[] {
  if (gone.has(comparable(account))) return [{ because: 'left' }];
  return goneNames.has(comparable(name)) ? [{ because: 'maybe-left' }] : [];
}

/** How many whole days ago a text says; undefined for what is no date. A list has few different ones. */
function daysBefore(now: string): (text: string) => number | undefined {
  const until = DateTime.fromISO(now);
  const known = new Map<string, number | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const since = DateTime.fromISO(text);
    const days = since.isValid ? Math.floor(until.diff(since, 'days').days) : undefined;
    known.set(text, days);
    return days;
  };
}

function signInReasons(
  { lastSignIn }: Account,
  daysSince: (text: string) => number | undefined,
): readonly AdviceReason[] {
  if (lastSignIn === undefined) return [];
  const days = daysSince(lastSignIn);
  // What is no date says that there never was a sign-in, or could not be read: the same to a reviewer.
  if (days === undefined) return [{ because: 'never-signed-in' }];
  return days >= dormantAfterDays ? [{ because: 'not-signed-in', days }] : [];
}

function changesSince(
  { account, role = '' }: Account,
  before: ReadonlyMap<string, Account> | undefined,
): readonly AdviceReason[] {
  if (before === undefined) return [];
  const earlier = before.get(comparable(account));
  if (earlier === undefined) return [{ because: 'new' }];
  // A list without roles says nothing about them.
  if (earlier.role === undefined || role === '' || isSameText(earlier.role, role)) return [];
  return [{ because: 'role-changed', from: earlier.role, to: role }];
}

interface AdviceWords {
  readonly advice: Readonly<Record<Advice['advice'], string>>;
  readonly reason: (reason: AdviceReason) => string;
}

const nl: AdviceWords = {
  advice: { remove: 'advies: intrekken', check: 'advies: nakijken' },
  reason: (reason) => {
    switch (reason.because) {
      case 'left':
        return 'uit dienst';
      case 'maybe-left':
        return 'lijkt uit dienst';
      case 'disabled':
        return 'uitgeschakeld';
      case 'never-signed-in':
        return 'nooit ingelogd';
      case 'not-signed-in':
        return `${reason.days.toLocaleString('nl-NL')} dagen niet ingelogd`;
      case 'role-changed':
        return `rol was ${reason.from}`;
      case 'new':
        return 'nieuw sinds de vorige beoordeling';
    }
  },
};

const en: AdviceWords = {
  advice: { remove: 'advice: remove', check: 'advice: check' },
  reason: (reason) => {
    switch (reason.because) {
      case 'left':
        return 'has left';
      case 'maybe-left':
        return 'seems to have left';
      case 'disabled':
        return 'disabled';
      case 'never-signed-in':
        return 'never signed in';
      case 'not-signed-in':
        return `not signed in for ${reason.days.toLocaleString('en-GB')} days`;
      case 'role-changed':
        return `role was ${reason.from}`;
      case 'new':
        return 'new since the last review';
    }
  },
};

const words: InEachLanguage<AdviceWords> = { nl, en };

/** The advice in a few words: `advies: intrekken (412 dagen niet ingelogd)`. The roles in it are foreign text. */
export function sayAdvice({ advice, reasons }: Advice, language: Language): string {
  const said = words[language];
  return `${said.advice[advice]} (${reasons.map(said.reason).join(', ')})`;
}

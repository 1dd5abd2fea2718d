import { DateTime } from 'luxon';
import type { InEachLanguage, Language } from '../../../cards/language.ts';
import { comparable, isSameText } from '../../../cards/same-text.ts';
import type { Account } from './accounts.ts';

/** Why an account deserves a decision other than "keep". */
export type AdviceReason =
  | { readonly because: 'left' }
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
}

const dormantAfterDays = 90;

/** Advises about one account after the other: what they share is worked out once. */
export function adviser({
  now,
  previous,
  left = [],
}: AdviceView): (account: Account) => Advice | undefined {
  const gone = new Set(left.map(comparable));
  const before = previous && new Map(previous.map((one) => [comparable(one.account), one]));
  return (account) => {
    const reasons = [
      ...(gone.has(comparable(account.account)) ? [{ because: 'left' } as const] : []),
      ...(account.enabled === false ? [{ because: 'disabled' } as const] : []),
      ...signInReasons(account, now),
      ...changesSince(account, before),
    ];
    if (reasons.length === 0) return undefined;
    const only = reasons.every(({ because }) => because === 'new' || because === 'role-changed');
    return { advice: only ? 'check' : 'remove', reasons };
  };
}

function signInReasons({ lastSignIn }: Account, now: string): readonly AdviceReason[] {
  if (lastSignIn === undefined) return [];
  const last = DateTime.fromISO(lastSignIn);
  // What is no date says that there never was a sign-in, or could not be read: the same to a reviewer.
  if (!last.isValid) return [{ because: 'never-signed-in' }];
  const days = Math.floor(DateTime.fromISO(now).diff(last, 'days').days);
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

import type { Language } from '../../../cards/language.ts';
import type { Account, Flag, Picks } from '../../kinds/review-access/accounts.ts';
import type { Advice } from '../../kinds/review-access/account-advice.ts';
import { sayAdvice } from '../../kinds/review-access/account-advice.ts';
import { decisions } from '../../kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../../kinds/review-access/texts.ts';
import { serialOfDay } from '../read-day.ts';
import type { SheetField } from '../texts.ts';
import { fileTexts } from '../texts.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';

/** The list under review, with the flags of every account for this reviewer. */
export interface ReviewList {
  readonly accounts: readonly Account[];
  readonly flags: readonly (readonly Flag[])[];
  /** What is advised about each account; a word, never a decision. */
  readonly advice?: readonly (Advice | undefined)[];
}

const widths = {
  account: 24,
  name: 28,
  role: 28,
  lastSignIn: 16,
  flags: 30,
  advice: 34,
  decision: 16,
  note: 44,
} as const satisfies Record<SheetField, number>;
const shownFields = [
  'account',
  'name',
  'role',
  'lastSignIn',
  'flags',
  'advice',
  'decision',
  'note',
] as const;

const inWords = (advice: Advice | undefined, language: Language): string =>
  advice === undefined ? '' : sayAdvice(advice, language);

/** A workbook in which a reviewer decides about every account, with what was decided so far. */
export function writeReviewSheet(
  { accounts, flags, advice = [] }: ReviewList,
  picks: Picks,
  language: Language,
): Promise<Uint8Array> {
  const { fields, sheet } = fileTexts[language];
  const words = reviewAccessTexts[language];
  return writeWorkbook({
    name: sheet,
    columns: shownFields.map((field) => ({ heading: fields[field], width: widths[field] })),
    rows: accounts.map(({ account, name, role = '', lastSignIn = '' }, at) => {
      const pick = picks.get(at);
      const serial = serialOfDay(lastSignIn);
      return [
        account,
        name,
        role,
        serial === undefined ? lastSignIn : { serial },
        (flags[at] ?? []).map((flag) => words.flags[flag]).join(', '),
        inWords(advice[at], language),
        pick === undefined ? '' : words.decisions[pick.decision],
        pick?.note ?? '',
      ];
    }),
    choice: {
      at: shownFields.indexOf('decision'),
      values: decisions.map((decision) => words.decisions[decision]),
      otherwise: words.problems['not-a-choice'],
    },
  });
}

import type { Card } from '../../../cards/card.ts';
import {
  accountSchema,
  flagsOf,
  maxNote,
  totalsOf,
} from '../../../bot/kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../../../bot/kinds/review-access/texts.ts';
import type { Json } from '../../../bot/kinds/kind.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import type { FormState } from '../../../bot/views/form-state.ts';
import type { ReaderNow } from '../../../bot/views/reader.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import { noteCard } from '../../../bot/features/review/note-card.ts';
import type { ReviewRow } from '../../../bot/features/review/page-card.ts';
import {
  decisionInput,
  noteInput,
  reviewCover,
  reviewPageCard,
  rowsPerPage,
} from '../../../bot/features/review/page-card.ts';
import { anna, fixedNow } from '../duties/duties.ts';
import type { NamedCard } from './duty-cards.ts';

/** A review that was asked of Anna, with its accounts. */
export interface Review {
  readonly duty: Duty;
  readonly rows: readonly Json[];
}

/** The cover in the place of the question, with so many accounts decided, all of them to be kept. */
export function coverOf(
  { duty, rows }: Review,
  { kept, told }: { readonly kept: number; readonly told?: string },
  { language }: ReaderNow,
): Pick<FormState, 'rows'> {
  const picks = new Map(rows.slice(0, kept).map((_, at) => [at, { decision: 'keep' }] as const));
  const totals = totalsOf(rows.length, picks);
  const unflagged = kept === 0 ? rowsOf(rows).filter(({ flags }) => flags.length === 0).length : 0;
  return { rows: reviewCover(duty, { totals, unflagged, told }, language) };
}

/** What a reviewer gets to see, one after the other. */
export function reviewCards(review: Review, reader: ReaderNow): readonly NamedCard[] {
  const { duty, rows } = review;
  const { page } = reviewAccessTexts[reader.language];
  const accounts = rowsOf(rows);
  const cover = (at: Parameters<typeof coverOf>[1]): Card =>
    dutyCard(duty, { viewer: anna.aadObjectId, form: coverOf(review, at, reader) }, reader);
  const shown = { page: 1, first: 0, pages: 3, totals: totalsOf(rows.length, new Map()) };
  const chosen = Object.fromEntries(accounts.map(({ at }) => [decisionInput(at), 'change']));
  const unsaid = accounts.map((row): ReviewRow => ({ ...row, problem: 'new-role' }));
  const back = { ...shown, rows: unsaid, typed: chosen };
  const asked = { rows: unsaid, typed: chosen, page: 1, to: 2 };
  const most = accounts.length - 1;
  return [
    ['the review not begun', cover({ kept: 0 })],
    ['the review begun', cover({ kept: 1 })],
    ['those without remarks kept', cover({ kept: most, told: page.bulkDone(most) })],
    ['the review complete', cover({ kept: rows.length })],
    ['a page of the review', reviewPageCard(duty, { ...shown, rows: accounts, typed: {} }, reader)],
    ['a page that came back', reviewPageCard(duty, back, reader)],
    ['roles and reasons', noteCard(duty, asked, reader)],
  ];
}

/** The same with as much typed as fits, of signs that take the most room: for the limits of Teams. */
export function widestReviewCards({ duty, rows }: Review, reader: ReaderNow): readonly NamedCard[] {
  const accounts = rowsOf(rows);
  const typed = Object.fromEntries(
    accounts.flatMap(({ at }) => [
      [decisionInput(at), 'change'],
      [noteInput(at), '"'.repeat(maxNote)],
    ]),
  );
  const faulty = accounts.map((row): ReviewRow => ({ ...row, problem: 'not-a-choice' }));
  const unsaid = accounts.map((row): ReviewRow => ({ ...row, problem: 'new-role' }));
  const shown = { page: 1, first: 0, pages: 3, totals: totalsOf(rows.length, new Map()) };
  return [
    ['a full page', reviewPageCard(duty, { ...shown, rows: faulty, typed }, reader)],
    ['full reasons', noteCard(duty, { rows: unsaid, typed, page: 1, to: 2 }, reader)],
  ];
}

function rowsOf(rows: readonly Json[]): readonly ReviewRow[] {
  return rows.slice(0, rowsPerPage).map((row, at): ReviewRow => {
    const account = accountSchema.parse(row);
    const flags = flagsOf(account, { reviewer: anna.name, now: fixedNow });
    return { at, account, flags, pick: undefined, problem: undefined };
  });
}

import type { DutyClicked } from '../../casework/clicks.ts';
import type { DutyRef, Person } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { typedText } from '../../../cards/read-fields.ts';
import type { Flag, Pick } from '../../kinds/review-access/accounts.ts';
import { decisions, maxNote, problemOf, totalsOf } from '../../kinds/review-access/accounts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dutyCard } from '../../views/duty/duty-card.ts';
import type { ReviewRow } from './page-card.ts';
import { decisionInput, noteInput, reviewCover, reviewPageCard, rowsPerPage } from './page-card.ts';
import type { Review } from './list.ts';
import { isEditable, loadReview } from './list.ts';
import type { Services } from '../../ports/services.ts';

/** Whether nothing of an account stands out and nothing is advised about it. */
export const isPlain = ({ flags, advice }: Review, at: number): boolean =>
  flags[at]?.length === 0 && advice[at] === undefined;

/** The undecided accounts that may be kept in bulk. */
export const undecidedPlain = (review: Review): readonly number[] =>
  review.own.filter((at) => isPlain(review, at) && !review.picks.has(at));

/** The first card of a review: progress and ways on. */
export function coverOf(
  review: Review,
  {
    person,
    told,
    again = true,
  }: {
    readonly person: Person;
    readonly told?: string | undefined;
    readonly again?: boolean | undefined;
  },
  reader: ReaderNow,
): Card {
  const { duty, own, picks } = review;
  const totals = totalsOf(own.length, picks);
  const rows = reviewCover(
    duty,
    { totals, unflagged: undecidedPlain(review).length, told },
    reader.language,
  );
  return dutyCard(duty, { viewer: person.aadObjectId, form: { rows, again } }, reader);
}

/** The card with which a review begins or goes on; undefined when the duty is not this person's. */
export async function showReview(
  services: Services,
  {
    duty,
    person,
    again,
  }: { readonly duty: DutyRef; readonly person: Person; readonly again: boolean },
  reader: ReaderNow,
): Promise<Card | undefined> {
  const review = await loadReview(services, duty, person);
  return review && coverOf(review, { person, again }, reader);
}

/** The page with the first account that is still to be decided. */
export async function reviewPage({
  services,
  duty,
  person,
  reader,
}: DutyClicked<'review'>): Promise<Card | undefined> {
  const review = await loadReview(services, duty, person);
  return (
    review &&
    pageOf(review, { person, asked: firstOpenPage(review), typed: {}, problems: new Map() }, reader)
  );
}

function firstOpenPage({ own, picks }: Review): number {
  return Math.floor(
    Math.max(
      0,
      own.findIndex((at) => !picks.has(at)),
    ) / rowsPerPage,
  );
}

function pageOf(
  review: Review,
  {
    person,
    asked,
    typed,
    problems,
  }: {
    readonly person: Person;
    readonly asked: number;
    readonly typed: Submitted;
    readonly problems: ReadonlyMap<number, NonNullable<ReviewRow['problem']>>;
  },
  reader: ReaderNow,
): Card {
  const { duty, own, picks } = review;
  const pages = Math.ceil(own.length / rowsPerPage);
  if (!isEditable(review, person) || asked < 0 || asked >= pages)
    return coverOf(review, { person }, reader);
  const first = asked * rowsPerPage;
  const rows = own
    .slice(first, first + rowsPerPage)
    .flatMap((at) => rowOf(review, at, problems.get(at)));
  const shown = { page: asked, first, pages, rows, totals: totalsOf(own.length, picks), typed };
  return reviewPageCard(duty, shown, reader);
}

function rowOf(
  { accounts, flags, advice, picks }: Review,
  at: number,
  problem: ReviewRow['problem'],
): readonly ReviewRow[] {
  const account = accounts[at];
  if (!account) return [];
  const known = { flags: flags[at] ?? [], advice: advice[at], pick: picks.get(at) };
  return [{ at, account, ...known, problem }];
}

/**
 * Keeps the decisions of a page and goes to another: a number, or the cover for one below zero. Rows
 * that are complete are kept; the others come back with what is missing and what was typed.
 */
export async function saveReviewPage({
  services,
  duty,
  person,
  data,
  submitted,
  reader,
}: DutyClicked<'reviewSave'>): Promise<Card | undefined> {
  const page = Math.max(0, data.page);
  const review = await loadReview(services, duty, person);
  if (!review || !isEditable(review, person)) return review && coverOf(review, { person }, reader);
  const start = page * rowsPerPage;
  const picks = new Map(review.picks);
  const problems = new Map<number, NonNullable<ReviewRow['problem']>>();
  for (const at of review.own.slice(start, start + rowsPerPage)) {
    const read = readRow(submitted, at, review.flags[at] ?? []);
    if (read === undefined) continue;
    if ('problem' in read) problems.set(at, read.problem);
    else picks.set(at, read);
  }
  const kept = [...picks.keys()].filter((at) => picks.get(at) !== review.picks.get(at));
  await services.store.duties.savePicks(duty, { person: person.aadObjectId, picks, changed: kept });
  const next = { ...review, picks };
  if (problems.size > 0)
    return pageOf(next, { person, asked: page, typed: submitted, problems }, reader);
  return pageOf(next, { person, asked: data.to, typed: {}, problems }, reader);
}

type RowRead = Pick | { readonly problem: NonNullable<ReviewRow['problem']> } | undefined;

function readRow(submitted: Submitted, at: number, rowFlags: readonly Flag[]): RowRead {
  const chosen = typedText(submitted[decisionInput(at)]);
  const note = typedText(submitted[noteInput(at)]);
  if (chosen === undefined) return undefined;
  const decision = decisions.find((known) => known === chosen);
  if (decision === undefined) return { problem: 'not-a-choice' };
  if (note !== undefined && note.length > maxNote) return { problem: 'too-long' };
  const pick: Pick = note === undefined ? { decision } : { decision, note };
  const problem = problemOf(pick, rowFlags);
  return problem === undefined ? pick : { problem };
}

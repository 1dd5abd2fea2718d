import type { DutyClicked } from '../../casework/clicks.ts';
import type { DutyRef, Person } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { totalsOf } from '../../kinds/review-access/accounts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dutyCard } from '../../views/duty/duty-card.ts';
import type { ReviewRow } from './page-card.ts';
import { reviewCover, reviewPageCard, rowsPerPage } from './page-card.ts';
import type { Review } from './list.ts';
import { isEditable, loadReview } from './list.ts';
import type { Services } from '../../ports/services.ts';

/** What is missing with each row, by its place on the list. */
export type Problems = ReadonlyMap<number, NonNullable<ReviewRow['problem']>>;

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

/** One page of the accounts; the cover where there is no such page. */
export function pageOf(
  review: Review,
  {
    person,
    asked,
    typed,
    problems,
    told,
  }: {
    readonly person: Person;
    readonly asked: number;
    readonly typed: Submitted;
    readonly problems: Problems;
    readonly told?: string | undefined;
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
  const totals = totalsOf(own.length, picks);
  return reviewPageCard(duty, { page: asked, first, pages, rows, totals, typed, told }, reader);
}

/** One account as it stands on a page. */
export function rowOf(
  { accounts, flags, advice, picks }: Review,
  at: number,
  problem: ReviewRow['problem'],
): readonly ReviewRow[] {
  const account = accounts[at];
  if (!account) return [];
  const known = { flags: flags[at] ?? [], advice: advice[at], pick: picks.get(at) };
  return [{ at, account, ...known, problem }];
}

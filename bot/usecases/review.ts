import type { Card } from '../../cards/card.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import { typedText } from '../../cards/read-fields.ts';
import type { Account, Flag, Pick, Picks } from '../duties/accounts.ts';
import { decisions, flagger, problemOf, totalsOf, maxNote } from '../duties/accounts.ts';
import { kindOf } from '../duties/index.ts';
import { outcomeOf } from '../duties/review-access.ts';
import { reviewAccessTexts } from '../duties/review-access.texts.ts';
import type { Duty, DutyRef, Person } from '../lifecycle/duty.ts';
import { assigneeOf } from '../lifecycle/duty.ts';
import { mayAnswer } from '../lifecycle/standing.ts';
import type { ReaderNow } from '../present/due.ts';
import { dutyCard } from '../present/duty-card.ts';
import type { ReviewRow } from '../present/review-page.ts';
import {
  decisionInput,
  noteInput,
  reviewCover,
  reviewPageCard,
  rowsPerPage,
} from '../present/review-page.ts';
import { changeDuty } from './change-duty.ts';
import type { World } from './world.ts';

interface Review {
  readonly duty: Duty;
  readonly accounts: readonly Account[];
  readonly flags: readonly (readonly Flag[])[];
  readonly picks: Picks;
}

/** Reads a review as one reviewer has it; undefined when the duty is not theirs. */
async function load(world: World, ref: DutyRef, person: Person): Promise<Review | undefined> {
  const [read, accounts, picks] = await Promise.all([
    world.store.duties.load(ref),
    world.store.duties.accounts(ref),
    world.store.duties.picks(ref, person.aadObjectId),
  ]);
  // A card may name any duty: only a list can be reviewed row by row.
  const theirs =
    read && assigneeOf(read.value, person.aadObjectId) && kindOf(read.value.kind).byRow;
  if (!theirs) return undefined;
  const now = world.now();
  const flags = accounts.map(flagger({ reviewer: person.name, now }));
  return { duty: read.value, accounts, flags, picks };
}

const undecidedUnflagged = ({ accounts, flags, picks }: Review): readonly number[] =>
  [...accounts.keys()].filter((at) => flags[at]?.length === 0 && !picks.has(at));

/** A review can be worked on until it is handed in, and by whoever handed it in also afterwards. */
function editable({ duty }: Review, person: Person): boolean {
  return mayAnswer(duty, person.aadObjectId);
}

/** The first card of a review: progress and ways on. */
function coverOf(
  review: Review,
  person: Person,
  reader: ReaderNow,
  told?: string,
  again = true,
): Card {
  const { duty, accounts, picks } = review;
  const totals = totalsOf(accounts.length, picks);
  const rows = reviewCover(duty, totals, undecidedUnflagged(review).length, reader.language, told);
  return dutyCard(duty, person.aadObjectId, reader, { rows, again });
}

/** The card with which a review begins or goes on; undefined when the duty is not this person's. */
export async function showReview(
  world: World,
  ref: DutyRef,
  person: Person,
  reader: ReaderNow,
  again: boolean,
): Promise<Card | undefined> {
  const review = await load(world, ref, person);
  return review && coverOf(review, person, reader, undefined, again);
}

/** The page with the first account that is still to be decided, or the one asked for. */
export async function reviewPage(
  world: World,
  ref: DutyRef,
  person: Person,
  reader: ReaderNow,
  asked?: number,
): Promise<Card | undefined> {
  const review = await load(world, ref, person);
  return review && pageOf(review, person, reader, asked ?? firstOpenPage(review), {}, new Map());
}

function firstOpenPage({ accounts, picks }: Review): number {
  const first = [...accounts.keys()].find((at) => !picks.has(at)) ?? 0;
  return Math.floor(first / rowsPerPage);
}

function pageOf(
  review: Review,
  person: Person,
  reader: ReaderNow,
  asked: number,
  typed: Submitted,
  problems: ReadonlyMap<number, NonNullable<ReviewRow['problem']>>,
): Card {
  const { duty, accounts, flags, picks } = review;
  const pages = Math.ceil(accounts.length / rowsPerPage);
  if (!editable(review, person) || asked < 0 || asked >= pages)
    return coverOf(review, person, reader);
  const start = asked * rowsPerPage;
  const rows = accounts.slice(start, start + rowsPerPage).map((account, index): ReviewRow => {
    const at = start + index;
    return { at, account, flags: flags[at] ?? [], pick: picks.get(at), problem: problems.get(at) };
  });
  const shown = { page: asked, pages, rows, totals: totalsOf(accounts.length, picks), typed };
  return reviewPageCard(duty, shown, reader);
}

/**
 * Keeps the decisions of a page and goes to another: a number, or the cover for one below zero. Rows
 * that are complete are kept; the others come back with what is missing and what was typed.
 */
export async function saveReviewPage(
  world: World,
  ref: DutyRef,
  person: Person,
  { page, to, submitted }: { page: number; to: number; submitted: Submitted },
  reader: ReaderNow,
): Promise<Card | undefined> {
  const review = await load(world, ref, person);
  if (!review || !editable(review, person)) return review && coverOf(review, person, reader);
  const start = page * rowsPerPage;
  const picks = new Map(review.picks);
  const problems = new Map<number, NonNullable<ReviewRow['problem']>>();
  for (let at = start; at < Math.min(start + rowsPerPage, review.accounts.length); at += 1) {
    const read = readRow(submitted, at, review.flags[at] ?? []);
    if (read === undefined) continue;
    if ('problem' in read) problems.set(at, read.problem);
    else picks.set(at, read);
  }
  const kept = [...picks.keys()].filter((at) => picks.get(at) !== review.picks.get(at));
  await world.store.duties.savePicks(ref, person.aadObjectId, picks, kept);
  const next = { ...review, picks };
  if (problems.size > 0) return pageOf(next, person, reader, page, submitted, problems);
  return pageOf(next, person, reader, to, {}, problems);
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

/** Keeps every account that has no flag and no decision yet: nothing that stands out goes in bulk. */
export async function keepUnflagged(
  world: World,
  ref: DutyRef,
  person: Person,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const review = await load(world, ref, person);
  if (!review || !editable(review, person)) return review && coverOf(review, person, reader);
  const rest = undecidedUnflagged(review);
  const picks = new Map(review.picks);
  for (const at of rest) picks.set(at, { decision: 'keep' });
  await world.store.duties.savePicks(ref, person.aadObjectId, picks, rest);
  const told = reviewAccessTexts[reader.language].page.bulkDone(rest.length);
  return coverOf({ ...review, picks }, person, reader, told);
}

/** Hands the review in when every row is decided; the decisions stand in the evidence row by row. */
export async function handInReview(
  world: World,
  ref: DutyRef,
  person: Person,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const review = await load(world, ref, person);
  if (!review) return undefined;
  const { accounts, picks, duty } = review;
  const { undecided, ...values } = totalsOf(accounts.length, picks);
  if (undecided > 0) {
    return coverOf(
      review,
      person,
      reader,
      reviewAccessTexts[reader.language].page.notWhole(undecided),
    );
  }
  const changed = await changeDuty(world, ref, {
    type: 'answered',
    by: person,
    outcome: outcomeOf(values),
    values,
    generation: assigneeOf(duty, person.aadObjectId)?.generation ?? 0,
    via: 'card',
    attached: {
      decisions: accounts.map(({ account }, at) => ({ account, ...picks.get(at) })),
    },
  });
  return changed && dutyCard(changed.duty, person.aadObjectId, reader);
}

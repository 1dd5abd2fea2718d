import type { Card } from '../../../cards/card.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { typedText } from '../../../cards/read-fields.ts';
import type { DutyClicked } from '../../casework/clicks.ts';
import type { Pick } from '../../kinds/review-access/accounts.ts';
import { decisions, maxNote, problemOf } from '../../kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../../kinds/review-access/texts.ts';
import type { Review } from './list.ts';
import { isEditable, loadReview } from './list.ts';
import { noteCard } from './note-card.ts';
import type { ReviewRow } from './page-card.ts';
import { decisionInput, noteInput, rowsPerPage } from './page-card.ts';
import { coverOf, pageOf, rowOf } from './review.ts';

type RowProblem = NonNullable<ReviewRow['problem']>;

/**
 * Keeps the decisions of a page and goes to another: a number, or the cover for one below zero. Rows that are complete
 * are kept. Those that need a role or a reason are asked for it on a card of their own; what is wrong otherwise comes
 * back on its page, with what was typed. A page of an earlier version brings both at once.
 */
export async function saveReviewPage(
  clicked: DutyClicked<'reviewSave'>,
): Promise<Card | undefined> {
  const { services, duty, person, data, submitted, reader } = clicked;
  const review = await loadReview(services, duty, person);
  if (!review || !isEditable(review, person)) return review && coverOf(review, { person }, reader);
  const page = Math.max(0, data.page);
  const shown = { person, asked: page, typed: submitted, problems: new Map<number, RowProblem>() };
  if (data.notes === 'back') return pageOf(review, shown, reader);
  const places = review.own.slice(page * rowsPerPage, (page + 1) * rowsPerPage);
  const { picks, problems } = readRows(review, {
    places,
    submitted,
    given: data.notes === 'given',
  });
  const changed = [...picks.keys()].filter((at) => picks.get(at) !== review.picks.get(at));
  await services.store.duties.savePicks(duty, { person: person.aadObjectId, picks, changed });
  const next = { ...review, picks };
  if ([...problems.values()].some((problem) => !isToExplain(problem)))
    return pageOf(next, { ...shown, problems }, reader);
  const asks = data.notes === 'ask';
  const explained = places.filter((at) => problems.has(at) || (asks && picks.has(at)));
  if (explained.length > 0) return askNotes(next, { places: explained, problems }, clicked);
  const told = asks ? reviewAccessTexts[reader.language].page.nothingToExplain : undefined;
  return pageOf(next, { person, asked: data.to, typed: {}, problems, told }, reader);
}

const isToExplain = (problem: RowProblem): boolean =>
  problem === 'new-role' || problem === 'reason' || problem === 'too-long' || problem === 'secret';

/** Asks for the role or the reason of some rows; what is decided about them travels along until then. */
function askNotes(
  review: Review,
  {
    places,
    problems,
  }: { readonly places: readonly number[]; readonly problems: ReadonlyMap<number, RowProblem> },
  { data, submitted, reader }: DutyClicked<'reviewSave'>,
): Card {
  // What is missing is said only of what was asked for already.
  const asked = data.notes === 'given';
  const told = (at: number): RowProblem | undefined => {
    const problem = problems.get(at);
    return asked || problem === 'too-long' || problem === 'secret' ? problem : undefined;
  };
  const rows = places.flatMap((at) => rowOf(review, at, told(at)));
  const { page, to } = data;
  return noteCard(review.duty, { rows, typed: submitted, page: Math.max(0, page), to }, reader);
}

/** What was decided on a page: the picks as they are then, and what is missing where a row is not complete. */
function readRows(
  review: Review,
  {
    places,
    submitted,
    given,
  }: { readonly places: readonly number[]; readonly submitted: Submitted; readonly given: boolean },
): { readonly picks: Map<number, Pick>; readonly problems: Map<number, RowProblem> } {
  const picks = new Map(review.picks);
  const problems = new Map<number, RowProblem>();
  for (const at of places) {
    const read = readRow(submitted, at, given ? undefined : review.picks.get(at));
    if (read === undefined) continue;
    const problem = 'problem' in read ? read.problem : problemOf(read, review.flags[at] ?? []);
    if (problem !== undefined) problems.set(at, problem);
    else if (!('problem' in read)) picks.set(at, read);
  }
  return { picks, problems };
}

/** What was submitted about one row; a decision that stays as it was keeps what was written with it. */
function readRow(
  submitted: Submitted,
  at: number,
  before: Pick | undefined,
): Pick | { readonly problem: RowProblem } | undefined {
  const chosen = typedText(submitted[decisionInput(at)]);
  if (chosen === undefined) return undefined;
  const decision = decisions.find((known) => known === chosen);
  if (decision === undefined) return { problem: 'not-a-choice' };
  const typed = submitted[noteInput(at)];
  const note = typedText(typed);
  if (note !== undefined && note.length > maxNote) return { problem: 'too-long' };
  if (typed === undefined && before?.decision === decision) return before;
  return note === undefined ? { decision } : { decision, note };
}

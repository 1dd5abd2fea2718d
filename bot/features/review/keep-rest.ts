import type { DutyClicked } from '../../casework/clicks.ts';
import type { Card } from '../../../cards/card.ts';
import { placesOf, rangesOf } from '../../kinds/rows/ranges.ts';
import { reviewAccessTexts } from '../../kinds/review-access/texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { keepRestCard, mostKept } from './keep-card.ts';
import type { Review } from './list.ts';
import { isEditable, loadReview } from './list.ts';
import { coverOf, isPlain, undecidedPlain } from './review.ts';

/**
 * Keeps accounts of which nothing stands out, in bulk. The names are shown first and asked about once more;
 * only what stood on that card is kept, so nothing is kept that nobody read.
 */
export async function keepUnflagged({
  services,
  duty,
  person,
  data,
  reader,
}: DutyClicked<'reviewKeepRest'>): Promise<Card | undefined> {
  const review = await loadReview(services, duty, person);
  if (!review || !isEditable(review, person)) return review && coverOf(review, { person }, reader);
  const shown = data.rows === undefined ? undefined : placesIn(data.rows, review.accounts.length);
  if (!shown) return askedFor(review, reader) ?? coverOf(review, { person }, reader);
  const kept = undecidedPlain(review).filter((at) => shown.has(at));
  const picks = new Map(review.picks);
  for (const at of kept) picks.set(at, { decision: 'keep' });
  await services.store.duties.savePicks(duty, { person: person.aadObjectId, picks, changed: kept });
  const now = { ...review, picks };
  const next = askedFor(now, reader);
  if (next) return next;
  const all = review.own.filter((at) => isPlain(review, at) && picks.get(at)?.decision === 'keep');
  const told = reviewAccessTexts[reader.language].page.bulkDone(all.length);
  return coverOf(now, { person, told }, reader);
}

/** The names that are asked about next; undefined where none is left. */
function askedFor(review: Review, reader: ReaderNow): Card | undefined {
  const rest = undecidedPlain(review);
  const named = rest.slice(0, mostKept);
  if (named.length === 0) return undefined;
  const accounts = named.flatMap((at) => review.accounts[at] ?? []);
  const asked = { accounts, more: rest.length - named.length, rows: rangesOf(named).join() };
  return keepRestCard(review.duty, asked, reader);
}

/** The places that stood on the card; undefined for what no card of ours says. */
function placesIn(rows: string, length: number): ReadonlySet<number> | undefined {
  const ranges = rows.split(',');
  const ends = ranges.flatMap((range) => range.split('-').map(Number));
  const known = ranges.every((range) => /^\d{1,5}(?:-\d{1,5})?$/.test(range));
  if (!known || ends.some((end) => end >= length)) return undefined;
  return new Set(placesOf(ranges, length));
}

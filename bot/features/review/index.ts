import type { Clicks } from '../../casework/clicks.ts';
import { onClick, onDutyClick } from '../../casework/clicks.ts';
import { handInReview, shareReview } from './hand-in.ts';
import { keepUnflagged } from './keep-rest.ts';
import { readColumns, showColumns } from './lists/columns.ts';
import { openReview, showList } from './lists/open-review.ts';
import { proveReview } from './removals/proof.ts';
import { showRemovals } from './removals/removals.ts';
import { reviewPage } from './review.ts';
import { saveReviewPage } from './save-page.ts';

/** Who has access: the rows and the lists that they come from, what has to go, and the proof that it went. */
export const clicks: Clicks<
  | 'review'
  | 'reviewSave'
  | 'reviewKeepRest'
  | 'reviewHandIn'
  | 'reviewHandInAll'
  | 'reviewShare'
  | 'reviewRemovals'
  | 'reviewProof'
  | 'reviewList'
  | 'reviewListOpen'
  | 'reviewColumns'
  | 'reviewColumnsRead'
> = {
  review: onDutyClick('review', 'asked', reviewPage),
  reviewSave: onDutyClick('reviewSave', 'asked', saveReviewPage),
  reviewKeepRest: onDutyClick('reviewKeepRest', 'asked', keepUnflagged),
  reviewHandIn: onDutyClick('reviewHandIn', 'asked', (clicked) => handInReview(clicked)),
  reviewHandInAll: onDutyClick('reviewHandInAll', 'asked', (clicked) =>
    handInReview(clicked, true),
  ),
  reviewShare: onDutyClick('reviewShare', 'asked', shareReview),
  reviewRemovals: onDutyClick('reviewRemovals', 'party', showRemovals),
  reviewProof: onDutyClick('reviewProof', 'party-in-person', proveReview),
  reviewList: onClick('reviewList', 'in-person', showList),
  reviewListOpen: onClick('reviewListOpen', 'in-person', openReview),
  reviewColumns: onClick('reviewColumns', 'in-person', showColumns),
  reviewColumnsRead: onClick('reviewColumnsRead', 'in-person', readColumns),
};

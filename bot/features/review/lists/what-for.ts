import type { Card } from '../../../../cards/card.ts';
import type { Draft } from '../../../ports/store.ts';
import { reviewsToProve } from '../removals/proof.ts';
import { whichListCard } from './card.ts';
import type { ListOf } from './open-review.ts';
import { listFor } from './open-review.ts';

/** Asks what a list is for where a review waits for one; else shows the form of a new review. */
export async function listOrProof(of: ListOf, draft: Draft): Promise<Card> {
  const { services, tenant, person, reader } = of;
  const reviews = await reviewsToProve(services, tenant, person);
  return reviews.length > 0
    ? whichListCard(draft, reviews, reader.language)
    : listFor(of, draft.id);
}

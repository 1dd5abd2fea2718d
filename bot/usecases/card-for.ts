import type { Card } from '../../cards/card.ts';
import { kindOf } from '../duties/index.ts';
import type { Duty, Person } from '../lifecycle/duty.ts';
import { isAsked } from '../lifecycle/standing.ts';
import type { ReaderNow } from '../present/due.ts';
import { dutyCard } from '../present/duty-card.ts';
import { houseRules } from './house-rules.ts';
import { showReview } from './review.ts';
import type { World } from './world.ts';

/** The card of a duty as a person has it now; a list that is decided row by row also shows how far it is. */
export async function cardFor(
  world: World,
  duty: Duty,
  person: Person,
  reader: ReaderNow,
  again = false,
): Promise<Card> {
  const byRow = kindOf(duty.kind).byRow && (isAsked(duty, person.aadObjectId) || again);
  const review = byRow ? await showReview(world, duty, person, reader, again) : undefined;
  if (review) return review;
  const house = kindOf(duty.kind).needsHouse ? await houseRules(world, duty.tenant) : undefined;
  return dutyCard(duty, person.aadObjectId, reader, { again, ...(house ? { house } : {}) });
}

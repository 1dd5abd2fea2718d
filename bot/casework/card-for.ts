import type { Person } from '../duty/ids.ts';
import type { Card } from '../../cards/card.ts';
import { kindOf } from '../kinds/index.ts';
import type { Duty } from '../duty/duty.ts';
import { isAsked } from '../duty/quorum.ts';
import type { ReaderNow } from '../views/reader.ts';
import { dutyCard } from '../views/duty-card.ts';
import { policyOf } from './policy.ts';
import type { Services } from '../ports/services.ts';

/** The card of a duty as a person has it now; a list that is decided row by row also shows how far it is. */
export async function cardFor(
  services: Services,
  duty: Duty,
  person: Person,
  reader: ReaderNow,
  again = false,
): Promise<Card> {
  const byRow = kindOf(duty.kind).byRow && (isAsked(duty, person.aadObjectId) || again);
  const review = byRow
    ? await services.cardByRow(services, duty, person, { ...reader, again })
    : undefined;
  if (review) return review;
  const policy = kindOf(duty.kind).needsPolicy ? await policyOf(services, duty.tenant) : undefined;
  return dutyCard(duty, person.aadObjectId, reader, { again, ...(policy ? { policy } : {}) });
}

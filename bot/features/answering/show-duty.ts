import type { DutyRef, Person, PersonId } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import { assigneeOf } from '../../duty/duty.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { cardFor } from '../../casework/card-for.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Services } from '../../ports/services.ts';

/** The card as it stands for a person; undefined when the duty is not theirs. `again` opens the form once more. */
export async function showDuty(
  services: Services,
  ref: DutyRef,
  person: Person,
  reader: ReaderNow,
  again: boolean,
): Promise<Card | undefined> {
  const read = await services.store.duties.load(ref);
  if (!read || !assigneeOf(read.value, person.aadObjectId)) return undefined;
  return cardFor(services, read.value, person, reader, again);
}

/** Sends the card once more, below in the chat; false when the duty is not this person's. */
export async function bringCard(
  services: Services,
  ref: DutyRef,
  person: PersonId,
): Promise<boolean> {
  const changed = await changeDuty(services, ref, { type: 'card-wanted', person, afresh: false });
  return changed !== undefined && changed.verdict !== 'not-assigned';
}

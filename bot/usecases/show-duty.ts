import type { Card } from '../../cards/card.ts';
import type { DutyRef, Person, PersonId } from '../lifecycle/duty.ts';
import { assigneeOf } from '../lifecycle/duty.ts';
import type { ReaderNow } from '../present/due.ts';
import { cardFor } from './card-for.ts';
import { changeDuty } from './change-duty.ts';
import type { World } from './world.ts';

/** The card as it stands for a person; undefined when the duty is not theirs. `again` opens the form once more. */
export async function showDuty(
  world: World,
  ref: DutyRef,
  person: Person,
  reader: ReaderNow,
  again: boolean,
): Promise<Card | undefined> {
  const read = await world.store.duties.load(ref);
  if (!read || !assigneeOf(read.value, person.aadObjectId)) return undefined;
  return cardFor(world, read.value, person, reader, again);
}

/** Sends the card once more, below in the chat; false when the duty is not this person's. */
export async function bringCard(world: World, ref: DutyRef, person: PersonId): Promise<boolean> {
  const changed = await changeDuty(world, ref, { type: 'card-wanted', person, afresh: false });
  return changed !== undefined && changed.verdict !== 'not-assigned';
}

import type { DutyClicked } from '../../casework/clicks.ts';
import type { Response } from '../../ports/incoming.ts';
import { readAs } from '../answering/hear-answer.ts';
import { bringCard, myDuties } from './my-duties.ts';

/**
 * The card of a duty that was chosen from a list: filled in where something was typed before, as what was said
 * of this duty; otherwise it follows by itself. Undefined where the duty is not theirs any more.
 */
export async function bring({
  services,
  duty,
  person,
  data,
  reader,
}: DutyClicked<'bring'>): Promise<Response | undefined> {
  const own = { services, tenant: duty.tenant, person: person.aadObjectId, reader };
  const { typed: text } = data;
  const filled =
    text === undefined ? undefined : await readAs(services, { ref: duty, person, text }, reader);
  if (!filled) {
    const list = await bringCard(own, duty.id);
    return list && { messages: [], inPlace: list };
  }
  const { card, keeps } = filled;
  return {
    messages: [{ card, summary: card.fallbackText, keeps }],
    inPlace: await myDuties(own),
  };
}

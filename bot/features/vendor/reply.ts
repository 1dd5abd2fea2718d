import type { DutyRef } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { Duty } from '../../duty/duty.ts';
import { holderOf } from '../../duty/duty.ts';
import { solvedByCustomer } from '../../duty/quorum.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { vendorReply, vendorReplyCard } from './card.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Actor } from '../../casework/actor.ts';
import { standing } from '../../casework/actor.ts';
import { mayReply } from './may-reply.ts';
import type { World } from '../../ports/services.ts';

/** Whether the vendor that opened a duty is told over HTTP. */
const isToldItself = (world: World, { openedBy }: Duty): boolean =>
  openedBy.type === 'vendor' && world.vendors.isTold(openedBy.name);

/** The draft of the factual reply to the vendor. */
export async function showReply(
  world: World,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const duty = (await world.store.duties.load(ref))?.value;
  if (!duty || !(await mayReply(world, duty, actor))) return undefined;
  // An old card may still offer it where the customer solves the finding.
  if (solvedByCustomer(duty)) return standing(world, duty, actor, reader);
  const leadsBack = actor.inItChannel || holderOf(duty, actor.person.aadObjectId) !== undefined;
  const shown = { sends: isToldItself(world, duty), leadsBack };
  const draft = vendorReplyCard(duty, reader, shown);
  return draft ?? standing(world, duty, actor, reader);
}

/** A person says that the reply was sent; the text is kept with it. */
export function markReplySent(
  world: World,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  return reply(world, ref, actor, reader, 'person');
}

/** Sends the reply to the vendor; where the vendor is not told by itself any more, the draft comes back. */
export function sendReply(
  world: World,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  return reply(world, ref, actor, reader, 'webhook');
}

async function reply(
  world: World,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
  via: 'person' | 'webhook',
): Promise<Card | undefined> {
  const duty = (await world.store.duties.load(ref))?.value;
  if (!duty || !(await mayReply(world, duty, actor))) return undefined;
  const toBeShown = solvedByCustomer(duty) || (via === 'webhook' && !isToldItself(world, duty));
  if (toBeShown) return showReply(world, ref, actor, reader);
  const text = vendorReply(duty, reader) ?? '';
  const changed = await changeDuty(world, ref, { type: 'reply-sent', by: actor.person, text, via });
  return changed && standing(world, changed.duty, actor, reader);
}

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
import type { Services } from '../../ports/services.ts';

/** Whether the vendor that opened a duty is told over HTTP. */
const isToldItself = (services: Services, { openedBy }: Duty): boolean =>
  openedBy.type === 'vendor' && services.vendors.isTold(openedBy.name);

/** The draft of the factual reply to the vendor. */
export async function showReply(
  services: Services,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const duty = (await services.store.duties.load(ref))?.value;
  if (!duty || !(await mayReply(services, duty, actor))) return undefined;
  // An old card may still offer it where the customer solves the finding.
  if (solvedByCustomer(duty)) return standing(services, duty, actor, reader);
  const leadsBack = actor.inItChannel || holderOf(duty, actor.person.aadObjectId) !== undefined;
  const shown = { sends: isToldItself(services, duty), leadsBack };
  const draft = vendorReplyCard(duty, reader, shown);
  return draft ?? standing(services, duty, actor, reader);
}

/** A person says that the reply was sent; the text is kept with it. */
export function markReplySent(
  services: Services,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  return reply(services, ref, actor, reader, 'person');
}

/** Sends the reply to the vendor; where the vendor is not told by itself any more, the draft comes back. */
export function sendReply(
  services: Services,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  return reply(services, ref, actor, reader, 'webhook');
}

async function reply(
  services: Services,
  ref: DutyRef,
  actor: Actor,
  reader: ReaderNow,
  via: 'person' | 'webhook',
): Promise<Card | undefined> {
  const duty = (await services.store.duties.load(ref))?.value;
  if (!duty || !(await mayReply(services, duty, actor))) return undefined;
  const toBeShown = solvedByCustomer(duty) || (via === 'webhook' && !isToldItself(services, duty));
  if (toBeShown) return showReply(services, ref, actor, reader);
  const text = vendorReply(duty, reader) ?? '';
  const changed = await changeDuty(services, ref, {
    type: 'reply-sent',
    by: actor.person,
    text,
    via,
  });
  return changed && standing(services, changed.duty, actor, reader);
}

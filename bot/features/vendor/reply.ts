import type { Card } from '../../../cards/card.ts';
import type { Duty } from '../../duty/duty.ts';
import { holderOf } from '../../duty/duty.ts';
import { solvedByCustomer } from '../../duty/answering/quorum.ts';
import type { DutyClicked } from '../../casework/clicks.ts';
import { vendorReplyCard } from './card.ts';
import { vendorReply } from './draft.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import { standing } from '../../casework/people/actor.ts';
import { mayReply } from '../../casework/people/parties.ts';
import type { Services } from '../../ports/services.ts';

/** Whether the vendor that opened a duty is told over HTTP. */
const isToldItself = (services: Services, { openedBy }: Duty): boolean =>
  openedBy.type === 'vendor' && services.vendors.isTold(openedBy.name);

type ReplyClicked = Pick<DutyClicked<'reply'>, 'services' | 'duty' | 'actor' | 'reader'>;

/** The draft of the factual reply to the vendor. */
export async function showReply({
  services,
  duty,
  actor,
  reader,
}: ReplyClicked): Promise<Card | undefined> {
  if (!(await mayReply(services, duty, actor))) return undefined;
  // An old card may still offer it where the customer solves the finding.
  if (solvedByCustomer(duty)) return standing(services, { duty, actor }, reader);
  const leadsBack = actor.inItChannel || holderOf(duty, actor.person.aadObjectId) !== undefined;
  const shown = { sends: isToldItself(services, duty), leadsBack };
  const draft = vendorReplyCard(duty, reader, shown);
  return draft ?? standing(services, { duty, actor }, reader);
}

/**
 * A person says that the reply was sent, or lets it be sent; the text is kept with it. Where the vendor is not
 * told by itself any more, the draft comes back.
 */
export async function takeReply(
  asked: ReplyClicked,
  via: 'person' | 'webhook',
): Promise<Card | undefined> {
  const { services, duty, actor, reader } = asked;
  if (!(await mayReply(services, duty, actor))) return undefined;
  const toBeShown = solvedByCustomer(duty) || (via === 'webhook' && !isToldItself(services, duty));
  if (toBeShown) return showReply(asked);
  const text = vendorReply(duty, reader) ?? '';
  const sent = { type: 'reply-sent', by: actor.person, text, via } as const;
  const changed = await changeDuty(services, duty, sent);
  return changed && standing(services, { duty: changed.duty, actor }, reader);
}

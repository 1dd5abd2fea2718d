import { standsIn } from './ids.ts';
import type { Instant, PersonId } from './ids.ts';
import type { Assignee, Duty } from './duty.ts';
import { assigneeOf, openFinding } from './duty.ts';
import type { Decision, Of } from './events.ts';
import { changed, unchanged } from './events.ts';
import type { RecordDraft } from './record/record.ts';
import { isAsked, isToVerify } from './answering/quorum.ts';

const maxCopies = 5;

function withAssignee(duty: Duty, person: PersonId, change: (one: Assignee) => Assignee): Duty {
  const assignees = duty.assignees.map((one) => (one.aadObjectId === person ? change(one) : one));
  return { ...duty, assignees };
}

const onItsWay = ({ delivery }: Assignee): boolean => delivery.state === 'pending';

/** Whether somebody who is asked has not seen the card, and none is under way. */
export const isWithoutCard = ({ delivery }: Assignee): boolean =>
  delivery.state === 'undeliverable' || delivery.state === 'listed';

/** A card arrived: its message is kept, so that it can follow the state. */
export function cardPosted(duty: Duty, event: Of<'card-posted'>, now: Instant): Decision {
  const { person, name, message } = event;
  const before = assigneeOf(duty, person);
  if (!before) return unchanged(duty, 'not-assigned');
  const after = withAssignee(duty, person, (one) => ({
    ...one,
    name,
    delivery: { state: 'delivered', at: now },
    messages: [...one.messages, ...(message ? [message] : [])].slice(-maxCopies),
  }));
  const isNews = before.delivery.state !== 'delivered' || before.name !== name;
  // Where the channel's card is still to come it will tell; one that stands there says otherwise now.
  const isTold = duty.channelMessage !== undefined || !onItsWay(before);
  const data = { to: { aadObjectId: person, name } };
  const draft: RecordDraft = { type: 'delivered', data, shows: event.shows };
  return changed(
    after,
    [draft],
    [
      // The duty changed while its card was under way: bring the new copy up to date.
      ...(event.shown === duty.revision ? [] : [{ do: 'edit-cards' as const, person }]),
      ...(isNews ? [{ do: 'list' as const }] : []),
      ...(isNews && isTold ? [{ do: 'show-channel' as const }] : []),
    ],
  );
}

/** A card did not arrive: the duty says so, and the channel is told once. */
export function undeliverable(duty: Duty, event: Of<'card-undeliverable'>, now: Instant): Decision {
  const { person, reason, name } = event;
  const known = assigneeOf(duty, person)?.delivery;
  if (!known) return unchanged(duty, 'not-assigned');
  if (known.state === 'undeliverable' && known.reason === reason)
    return unchanged(duty, 'repeated');
  const after = withAssignee(duty, person, (one) => ({
    ...one,
    ...(one.name === undefined && name !== undefined ? { name } : {}),
    delivery: { state: 'undeliverable', at: now, reason },
  }));
  const draft: RecordDraft = {
    type: 'undeliverable',
    data: { to: { aadObjectId: person }, reason },
  };
  return changed(after, [draft], [{ do: 'list' }, { do: 'show-channel' }]);
}

/**
 * Somebody who was not reached can be reached by now and was sent a list with the duty on it: nobody says any more
 * that they do not have the bot. What arrived or is under way says more than a list.
 */
export function listed(duty: Duty, event: Of<'listed'>, now: Instant): Decision {
  const { person, name, page } = event;
  const before = assigneeOf(duty, person);
  if (!before) return unchanged(duty, 'not-assigned');
  if (before.delivery.state !== 'undeliverable') return unchanged(duty, 'repeated');
  const delivery = { state: 'listed', at: now, page } as const;
  const after = withAssignee(duty, person, (one) => ({ ...one, name, delivery }));
  const data = { to: { aadObjectId: person, name }, listed: true, page };
  return changed(after, [{ type: 'delivered', data }], [{ do: 'list' }, { do: 'show-channel' }]);
}

/** Somebody wants the card once more. */
export function cardWanted(duty: Duty, { person, afresh }: Of<'card-wanted'>): Decision {
  if (!assigneeOf(duty, person)) return unchanged(duty, 'not-assigned');
  if (afresh && !isAsked(duty, person) && !isToVerify(duty, person)) return unchanged(duty, 'done');
  return changed(duty, [], [{ do: 'post-card', person }]);
}

/** The duty's card stands in the IT channel. */
export function channelPosted(duty: Duty, event: Of<'channel-posted'>): Decision {
  const next = { ...duty, channelMessage: event.message };
  return changed(next, [], event.shown === duty.revision ? [] : [{ do: 'show-channel' }]);
}

const mostFindingMessages = 10;

/** What was found is said in the thread; the message is kept, so that it can follow the finding. */
export function findingSaid(duty: Duty, { finding, message }: Of<'finding-said'>): Decision {
  const others = (duty.findingMessages ?? []).filter((one) => one.finding !== finding);
  const findingMessages = [...others, { finding, message }].slice(-mostFindingMessages);
  return changed({ ...duty, findingMessages }, [], []);
}

/** The IT channel wants the duty's card afresh; the card in a channel that was left is kept to say so. */
export function channelWanted(duty: Duty, { channelId }: Of<'channel-wanted'>): Decision {
  const { channelMessage: _, findingMessages: _said, ...elsewhere } = duty;
  const here = duty.channelMessage && standsIn(duty.channelMessage, channelId);
  const { findingMessages: _there, ...silent } = duty;
  const open = openFinding(duty);
  return changed(
    here ? elsewhere : silent,
    [],
    [{ do: 'show-channel' }, ...(open ? [{ do: 'say-finding' as const, finding: open.id }] : [])],
  );
}

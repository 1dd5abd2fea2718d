import { cut } from '../../../cards/plain-text.ts';
import type { Instant, Person, PersonId } from '../ids.ts';
import type { Assignee, Duty } from '../duty.ts';
import { assigneeOf } from '../duty.ts';
import type { Decision, Of, Wanted } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import type { RecordDraft } from '../record/record.ts';
import { awaits, isAsked, isRequester, lacksSecondPerson } from './quorum.ts';

/** How often an assignee may put a duty off. */
export const maxPostponements = 2;

// The evidence holds the whole of it; the row of a duty is bounded.
const longestReasonKept = 300;

/** A duty goes from one assignee to another: the old card loses its buttons, the chain stays in the evidence. */
export function handedOver(duty: Duty, event: Of<'handed-over'>): Decision {
  const { from, to, by, reason, because } = event;
  const giver = assigneeOf(duty, from);
  if (!giver) return unchanged(duty, 'not-assigned');
  if (!isAsked(duty, from)) return unchanged(duty, 'too-late');
  if (assigneeOf(duty, to.aadObjectId)) return unchanged(duty, 'asked-already');
  // Who asked for it may not be the one who says that it is right: it would come back at once.
  if (isRequester(duty, to)) return unchanged(duty, 'not-independent');
  const named = { aadObjectId: from, ...(giver.name === undefined ? {} : { name: giver.name }) };
  const taker: Assignee = {
    ...newcomer(duty, to),
    ...(giver.part ? { part: giver.part } : {}),
    ...(giver.role ? { role: giver.role } : {}),
    ...(giver.standsInFor ? { standsInFor: giver.standsInFor } : {}),
    handedBy: {
      from: named,
      ...(by && by.aadObjectId !== from ? { by } : {}),
      reason: cut(reason, longestReasonKept),
      because,
    },
  };
  const after: Duty = {
    ...duty,
    assignees: duty.assignees.map((one) => (one === giver ? taker : helpingOn(one, from, to))),
    formerAssignees: [
      ...duty.formerAssignees.filter(({ aadObjectId }) => aadObjectId !== to.aadObjectId),
      { ...giver, handedTo: to },
    ],
  };
  const draft: RecordDraft = {
    type: 'reassigned',
    ...(by ? { by } : {}),
    data: { from: named, to: { ...to }, reason, because },
  };
  return changed(
    after,
    [draft],
    [
      ...everywhere(after),
      { do: 'post-card', person: to.aadObjectId },
      ...(because === 'left' ? [saidOf(giver.name ?? from, to.name)] : []),
    ],
  );
}

/** Whoever helps out for the giver does so for whoever has it now: one answer of the two is enough as before. */
const helpingOn = (one: Assignee, from: PersonId, to: Person): Assignee =>
  one.standsInFor === from ? { ...one, standsInFor: to.aadObjectId } : one;

/** Somebody who is asked from now on; forms that this person had before are not answered any more. */
function newcomer({ formerAssignees }: Duty, { aadObjectId, name }: Person): Assignee {
  const before = formerAssignees.find((one) => one.aadObjectId === aadObjectId);
  return {
    aadObjectId,
    name,
    delivery: { state: 'pending' },
    messages: before?.messages ?? [],
    formVersion: (before?.formVersion ?? 0) + 1,
  };
}

/** Somebody else is asked as well, where two people have to answer and only one of them is there. */
export function secondAsked(duty: Duty, { by, person }: Of<'second-asked'>): Decision {
  const { aadObjectId, name } = person;
  if (assigneeOf(duty, aadObjectId)) return unchanged(duty, 'asked-already');
  if (!lacksSecondPerson(duty)) return unchanged(duty, 'too-late');
  if (isRequester(duty, person)) return unchanged(duty, 'not-independent');
  const after: Duty = {
    ...duty,
    assignees: [...duty.assignees, newcomer(duty, person)],
    formerAssignees: duty.formerAssignees.filter((one) => one.aadObjectId !== aadObjectId),
  };
  const draft: RecordDraft = {
    type: 'reassigned',
    by,
    data: { to: { aadObjectId, name }, because: 'second-person' },
  };
  return changed(after, [draft], [...everywhere(after), { do: 'post-card', person: aadObjectId }]);
}

const saidOf = (from: string, to: string): Wanted[number] => ({
  do: 'say',
  said: { type: 'left', from, to },
});

/** An assignee puts the duty off, with a reason and not more than twice. */
export function postponed(duty: Duty, event: Of<'postponed'>, now: Instant): Decision {
  const { by, to, reason } = event;
  if (!assigneeOf(duty, by.aadObjectId)) return unchanged(duty, 'not-assigned');
  if (!awaits(duty, by.aadObjectId)) return unchanged(duty, 'too-late');
  const last = duty.postponed.at(-1);
  if (last?.to === to && last.by === by.aadObjectId && last.reason === reason)
    return unchanged(duty, 'repeated');
  if (duty.postponed.length >= maxPostponements) return unchanged(duty, 'too-often');
  const after: Duty = {
    ...duty,
    dueOn: to,
    // The reminders begin anew, and not on the day on which it was put off.
    reminded: { dueOn: to, since: now.slice(0, 10), level: 0 },
    postponed: [...duty.postponed, { by: by.aadObjectId, from: duty.dueOn, to, reason }],
  };
  const draft: RecordDraft = { type: 'postponed', by, data: { from: duty.dueOn, to, reason } };
  return changed(after, [draft], everywhere(after));
}

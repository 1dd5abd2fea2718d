import { cut } from '../../../cards/plain-text.ts';
import type { Instant } from '../ids.ts';
import type { Assignee, Duty } from '../duty.ts';
import { assigneeOf } from '../duty.ts';
import type { Decision, Of, Wanted } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import type { RecordDraft } from '../record/record.ts';
import { awaits, isAsked, isRequester } from './quorum.ts';

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
  const before = duty.formerAssignees.find(({ aadObjectId }) => aadObjectId === to.aadObjectId);
  const named = { aadObjectId: from, ...(giver.name === undefined ? {} : { name: giver.name }) };
  const taker: Assignee = {
    aadObjectId: to.aadObjectId,
    name: to.name,
    delivery: { state: 'pending' },
    messages: before?.messages ?? [],
    // Forms that this person had before are not answered any more.
    formVersion: (before?.formVersion ?? 0) + 1,
    ...(giver.part ? { part: giver.part } : {}),
    ...(giver.role ? { role: giver.role } : {}),
    handedBy: {
      from: named,
      ...(by && by.aadObjectId !== from ? { by } : {}),
      reason: cut(reason, longestReasonKept),
      because,
    },
  };
  const after: Duty = {
    ...duty,
    assignees: duty.assignees.map((one) => (one === giver ? taker : one)),
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

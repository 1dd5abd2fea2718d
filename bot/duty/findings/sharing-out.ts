import { cut } from '../../../cards/plain-text.ts';
import type { Person } from '../ids.ts';
import { isSharedTooFar } from '../bounds.ts';
import { placesOf, rangesOf } from '../../kinds/rows/ranges.ts';
import { statusOf } from '../answering/answering.ts';
import type { Assignee, Duty } from '../duty.ts';
import { answerBy, assigneeOf } from '../duty.ts';
import type { Decision, Of } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import { isAsked, ruleOf } from '../answering/quorum.ts';

/**
 * Rows that a reviewer cannot judge, or may not because they are his own, go to another. Each then answers
 * for the own rows. Whoever had handed in and gets more has to hand in again. What is shared among too many already
 * stays where it is.
 */
export function sharedOut(duty: Duty, event: Of<'shared-out'>): Decision {
  const { by, from = by, to, reason, kept, given } = event;
  const giver = assigneeOf(duty, from.aadObjectId);
  if (!giver) return unchanged(duty, 'not-assigned');
  if (!isAsked(duty, from.aadObjectId)) return unchanged(duty, 'too-late');
  // Where everybody reviews everything, somebody else has these rows already.
  if (ruleOf(duty) === 'all' || ruleOf(duty) === 'four-eyes')
    return unchanged(duty, 'asked-already');
  const handedBy = {
    from: { ...from },
    ...(by.aadObjectId === from.aadObjectId ? {} : { by }),
    reason: cut(reason, 300),
    because: 'cannot-judge',
  } as const;
  const taker = { ...takerOf(duty, to, given), handedBy };
  // Whoever stands in for the giver, or could answer for all of it, can still for what is left.
  const alike = (one: Assignee): boolean =>
    one === giver || String(one.part) === String(giver.part);
  const others = duty.assignees.filter(({ aadObjectId }) => aadObjectId !== to.aadObjectId);
  const leaving = kept.length === 0 ? others.filter(alike) : [];
  const staying = others.filter((one) => !leaving.includes(one));
  const reopened = answerBy(duty, to.aadObjectId);
  // What was handed in with rows that are given away now was about more than is left.
  const outgrown = answerBy(duty, from.aadObjectId);
  const over = [reopened, outgrown];
  const seq = duty.seq + 1;
  const next: Duty = {
    ...duty,
    rule: 'per-process',
    assignees: [...staying.map((one) => (alike(one) ? { ...one, part: kept } : one)), taker],
    formerAssignees: [
      ...duty.formerAssignees.filter(({ aadObjectId }) => aadObjectId !== to.aadObjectId),
      ...leaving.map((one) => ({ ...one, handedTo: to })),
    ],
    answers: duty.answers.map((one) => (over.includes(one) ? { ...one, replacedBy: seq } : one)),
  };
  if (isSharedTooFar(next)) return unchanged(duty, 'too-often');
  const after = { ...next, status: statusOf(next) };
  const data = {
    from: { ...from },
    to: { ...to },
    reason,
    because: 'cannot-judge',
    rows: [...given],
    ...(reopened ? { reopens: reopened.seq } : {}),
    ...(outgrown ? { replaces: outgrown.seq } : {}),
  };
  return changed(
    after,
    [{ type: 'reassigned', by, data }],
    [...everywhere(after), { do: 'post-card', person: to.aadObjectId }],
  );
}

function takerOf(duty: Duty, to: Person, given: readonly string[]): Assignee {
  const asked = assigneeOf(duty, to.aadObjectId);
  const before = duty.formerAssignees.find(({ aadObjectId }) => aadObjectId === to.aadObjectId);
  const { formVersion = 0, messages = [] } = asked ?? before ?? {};
  const own = asked?.part === undefined ? [] : placesOf(asked.part, 0);
  return {
    aadObjectId: to.aadObjectId,
    name: to.name,
    delivery: asked?.delivery ?? { state: 'pending' },
    messages,
    // Forms that this person had before are not answered any more.
    formVersion: formVersion + 1,
    part: rangesOf([...own, ...placesOf(given, 0)]),
  };
}

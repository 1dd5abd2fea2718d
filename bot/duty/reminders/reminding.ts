import type { PersonId } from '../ids.ts';
import type { Json } from '../../kinds/kind.ts';
import type { Assignee, Duty } from '../duty.ts';
import { assigneeOf } from '../duty.ts';
import type { Decision, Of } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import type { Step } from './schedule.ts';
import { remindedOf, stepsDue, waitedFor } from './schedule.ts';
import type { RecordDraft } from '../record/record.ts';
import { isRequester } from '../answering/quorum.ts';

/**
 * The steps of the reminders whose day has come are taken, each once: whoever still has to answer is
 * reminded, the channel hears that it is late, a substitute is asked as well.
 */
export function reminded(duty: Duty, event: Of<'reminded'>): Decision {
  const due = stepsDue(duty, event.today);
  if (!due) return unchanged(duty, 'repeated');
  const people = waitedFor(duty);
  const helpers = event.helpers.flatMap((helper) => helperFor(duty, helper));
  const after: Duty = {
    ...duty,
    assignees: [...duty.assignees, ...helpers],
    reminded: { ...remindedOf(duty), level: due.level },
  };
  const inChannel = due.steps.some(({ channel }) => channel);
  return changed(after, recordsOf(duty, due, { people, helpers, inChannel }), [
    ...(helpers.length > 0 ? everywhere(after) : [{ do: 'list' as const }]),
    ...people.map((person) => ({ do: 'remind' as const, person })),
    ...(inChannel ? [{ do: 'say' as const, said: { type: 'late' as const } }] : []),
    ...helpers.map(({ aadObjectId }) => ({ do: 'post-card' as const, person: aadObjectId })),
  ]);
}

/** Somebody who helps out for an assignee; nobody who is asked already, or who asked for it. */
function helperFor(
  duty: Duty,
  { person, standsInFor }: Of<'reminded'>['helpers'][number],
): readonly Assignee[] {
  const whom = assigneeOf(duty, standsInFor);
  if (!whom || assigneeOf(duty, person.aadObjectId) || isRequester(duty, person)) return [];
  const before = duty.formerAssignees.find(({ aadObjectId }) => aadObjectId === person.aadObjectId);
  return [
    {
      aadObjectId: person.aadObjectId,
      name: person.name,
      delivery: { state: 'pending' },
      messages: before?.messages ?? [],
      // Forms that this person had before are not answered any more.
      formVersion: (before?.formVersion ?? 0) + 1,
      standsInFor,
      ...(whom.part ? { part: whom.part } : {}),
      ...(whom.role ? { role: whom.role } : {}),
    },
  ];
}

function recordsOf(
  duty: Duty,
  { level, steps }: { level: number; steps: readonly Step[] },
  to: { people: readonly PersonId[]; helpers: readonly Assignee[]; inChannel: boolean },
): readonly RecordDraft[] {
  const { dueOn } = duty;
  const named = (person: PersonId): Json => {
    const name = assigneeOf(duty, person)?.name;
    return { aadObjectId: person, ...(name === undefined ? {} : { name }) };
  };
  const asked = to.helpers.map(({ aadObjectId, name = '', standsInFor = '' }): Json => ({
    aadObjectId,
    name,
    standsInFor,
  }));
  const escalated = (data: Readonly<Record<string, Json>>): RecordDraft => ({
    type: 'escalated',
    data: { level, dueOn, ...data },
  });
  return [
    {
      type: 'reminded',
      data: { level, steps: steps.map(({ after }) => after), dueOn, to: to.people.map(named) },
    },
    ...(to.inChannel ? [escalated({ to: 'channel' })] : []),
    ...(asked.length > 0 ? [escalated({ to: asked })] : []),
  ];
}

import type { PersonId } from '../ids.ts';
import type { Json } from '../../kinds/kind.ts';
import type { Assignee, Duty } from '../duty.ts';
import { assigneeOf, openFinding } from '../duty.ts';
import type { KeylessEffect } from '../effects.ts';
import type { Decision, Of } from '../events.ts';
import { reopened } from '../findings/reopening.ts';
import { passedOn } from './passing-on.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import type { Due, Step } from './schedule.ts';
import { followedOf, isFirst, remindedOf, stepsDue } from './schedule.ts';
import type { Turn } from './turn.ts';
import { turnsOf } from './turn.ts';
import type { RecordDraft } from '../record/record.ts';
import { isRequester } from '../answering/quorum.ts';

/**
 * The steps of the reminders whose day has come are taken, each once: whoever has the turn is reminded,
 * the channel hears that it is late, a substitute is asked as well. A risk whose last day has passed is
 * a finding again.
 */
export function reminded(duty: Duty, event: Of<'reminded'>): Decision {
  const due = stepsDue(duty, event.today);
  if (due.length === 0) return unchanged(duty, 'repeated');
  const first = due.find(({ turn }) => isFirst(turn));
  const helpers = first ? event.helpers.flatMap((helper) => helperFor(duty, helper)) : [];
  const taken = due.reduce(withLevel, {
    ...duty,
    assignees: [...duty.assignees, ...helpers],
  });
  const ended = due.find(({ turn }) => hasEnded(turn, event.today));
  const silent = due.find(({ steps }) => steps.some(({ passesOn }) => passesOn));
  const passed = silent ? passedOn(taken, silent.turn, event.today) : undefined;
  const after = ended ? reopened(taken, ended.turn) : (passed?.duty ?? taken);
  const over = [ended?.turn, silent?.turn];
  const people = [
    ...new Set(due.flatMap(({ turn }) => (turn === silent?.turn ? [] : turn.people))),
  ];
  const told = due.filter(({ turn, steps }) => !over.includes(turn) && steps.some(inChannel));
  const calls = told.some(({ steps }) => steps.some((step) => step.calls));
  const late = { type: 'late' as const, ...(calls ? { calls } : {}) };
  const shown = helpers.length > 0 || ended !== undefined || passed !== undefined;
  const records = [...recordsOf(duty, { due, helpers, after }), ...(passed?.records ?? [])];
  return changed(after, records, [
    ...(shown ? everywhere(after) : [{ do: 'list' as const }]),
    ...people.map((person) => ({ do: 'remind' as const, person })),
    ...(told.length > 0 ? [{ do: 'say' as const, said: late }] : []),
    ...(passed?.wanted ?? []),
    ...(ended ? [{ do: 'say' as const, said: { type: 'risk-ended' as const } }] : []),
    ...due.flatMap(({ turn }) => tellBearer(duty, turn, turn === ended?.turn)),
    ...helpers.map(({ aadObjectId }) => ({ do: 'post-card' as const, person: aadObjectId })),
  ]);
}

/** Whoever bears a risk hears in their own chat that it ends, and that it has. */
function tellBearer(duty: Duty, { whose, finding }: Turn, over: boolean): readonly KeylessEffect[] {
  const bearer = duty.findings.find(({ id }) => id === finding)?.acceptance?.bearer;
  if (whose !== 'bears-risk' || bearer === undefined) return [];
  return [{ do: 'tell', person: bearer, news: over ? 'risk-ended' : 'risk-ends' }];
}

const inChannel = ({ channel }: Step): boolean => channel;

const hasEnded = ({ whose, until }: Turn, today: string): boolean =>
  whose === 'bears-risk' && until < today;

function withLevel(duty: Duty, { turn, level }: Due): Duty {
  if (isFirst(turn)) return { ...duty, reminded: { ...remindedOf(duty), level } };
  // Only what is waited for now is kept: a risk and a search for somebody can go side by side.
  const others = turnsOf(duty)
    .filter((one) => !isFirst(one) && one.whose !== turn.whose)
    .map((one) => followedOf(duty, one));
  return { ...duty, followed: [...others, { ...followedOf(duty, turn), level }] };
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
  {
    due,
    helpers,
    after,
  }: { readonly due: readonly Due[]; readonly helpers: readonly Assignee[]; readonly after: Duty },
): readonly RecordDraft[] {
  return due.flatMap(({ turn, level, steps }) => {
    const { until: dueOn, people, finding } = turn;
    const about = isFirst(turn) ? {} : { waitsFor: turn.whose, ...(finding ? { finding } : {}) };
    const asked = isFirst(turn) ? helpers.map(helperIn) : [];
    const escalated = (data: Readonly<Record<string, Json>>): RecordDraft => ({
      type: 'escalated',
      data: { level, dueOn, ...about, ...data },
    });
    const took = steps.map(({ after: days }) => days);
    const to = people.map((person) => named(duty, person));
    const again = after.findings.find(({ id, status }) => id === finding && status === 'open');
    return [
      { type: 'reminded', data: { level, steps: took, dueOn, to, ...about } },
      ...(steps.some(inChannel) ? [escalated({ to: 'channel' })] : []),
      ...(asked.length > 0 ? [escalated({ to: asked })] : []),
      ...(turn.whose === 'bears-risk' && again
        ? [
            {
              type: 'finding' as const,
              data: { finding: again.id, dueOn: again.dueOn, ended: dueOn },
            },
          ]
        : []),
    ];
  });
}

function named(duty: Duty, person: PersonId): Json {
  const owner = openFinding(duty)?.owner;
  const known = owner?.aadObjectId === person ? owner.name : undefined;
  const name = assigneeOf(duty, person)?.name ?? known;
  return { aadObjectId: person, ...(name === undefined ? {} : { name }) };
}

const helperIn = ({ aadObjectId, name = '', standsInFor }: Assignee): Json => ({
  aadObjectId,
  name,
  standsInFor: standsInFor ?? '',
});

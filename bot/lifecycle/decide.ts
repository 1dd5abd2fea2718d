import { createHash } from 'node:crypto';
import type { Json, Outcome } from '../duties/kind.ts';
import type { Values } from '../../cards/fields.ts';
import type {
  Answer,
  Assignee,
  Duty,
  Finding,
  Instant,
  MessageRef,
  Person,
  PersonId,
  Status,
  Undeliverable,
} from './duty.ts';
import { answerBy, assigneeOf, isOpen, settlingAnswer } from './duty.ts';
import type { Effect, KeylessEffect } from './effects.ts';
import { keyed, placementsOf } from './effects.ts';
import type { RecordDraft } from './record.ts';

/** What can happen to a duty after it was opened. */
export type DutyEvent =
  | {
      readonly type: 'answered';
      readonly by: Person;
      readonly outcome: Outcome;
      readonly values: Values;
      /** The generation of the form that was answered; an unknown one counts as the present. */
      readonly generation: number;
      readonly via: 'card' | 'chat';
      /** What belongs in the evidence but not in the duty's row, such as the decisions of a review. */
      readonly attached?: Json;
    }
  | { readonly type: 'withdrawn'; readonly reason: string; readonly vendor: string }
  | {
      readonly type: 'card-posted';
      readonly person: PersonId;
      readonly name: string;
      readonly message: MessageRef | undefined;
      /** The revision that the posted card showed. */
      readonly shown: number;
    }
  | {
      readonly type: 'card-undeliverable';
      readonly person: PersonId;
      readonly reason: Undeliverable;
    }
  /** The person installed the bot (`afresh`: only what still waits), or asked for the card again. */
  | { readonly type: 'card-wanted'; readonly person: PersonId; readonly afresh: boolean }
  | { readonly type: 'channel-posted'; readonly message: MessageRef; readonly shown: number }
  | { readonly type: 'channel-wanted'; readonly afresh: boolean };

export type Verdict =
  | 'done'
  /** This very answer stands already: a click that came twice. */
  | 'repeated'
  /** Somebody, or the same person elsewhere, answered before; this answer is kept beside it. */
  | 'too-late'
  | 'not-assigned'
  | 'withdrawn';

export interface Decision {
  readonly verdict: Verdict;
  readonly duty: Duty;
  readonly evidence: readonly RecordDraft[];
  readonly effects: readonly Effect[];
}

const maxCopies = 5;
const maxBeside = 50;

/** Decides what an event means for a duty. Pure: the same duty, event and moment give the same decision. */
export function decide(duty: Duty, event: DutyEvent, now: Instant): Decision {
  return listedByMonth(decideOn(duty, event, now), now);
}

/** Evidence in a month that has none of this duty yet puts the duty on that month's list. */
function listedByMonth(decision: Decision, now: Instant): Decision {
  const { duty, evidence, effects } = decision;
  const month = now.slice(0, 7);
  if (evidence.length === 0 || duty.months.includes(month)) return decision;
  const next = { ...duty, months: [...duty.months, month] };
  const listed = effects.some((effect) => effect.do === 'list');
  const more = listed ? [] : keyed(next, [{ do: 'list', was: [] }]);
  return { ...decision, duty: next, effects: [...effects, ...more] };
}

function decideOn(duty: Duty, event: DutyEvent, now: Instant): Decision {
  switch (event.type) {
    case 'answered':
      return answered(duty, event, now);
    case 'withdrawn':
      return withdrawn(duty, event, now);
    case 'card-posted':
      return cardPosted(duty, event, now);
    case 'card-undeliverable':
      return undeliverable(duty, event, now);
    case 'card-wanted':
      return cardWanted(duty, event);
    case 'channel-posted': {
      const next = { ...duty, channelMessage: event.message };
      return changed(next, [], event.shown === duty.revision ? [] : [{ do: 'show-channel' }]);
    }
    case 'channel-wanted': {
      const { channelMessage: _, ...elsewhere } = duty;
      return changed(event.afresh ? elsewhere : duty, [], [{ do: 'show-channel' }]);
    }
  }
}

type Of<T extends DutyEvent['type']> = Extract<DutyEvent, { type: T }>;
type Wanted = readonly KeylessEffect[];

function changed(duty: Duty, evidence: readonly RecordDraft[], effects: Wanted): Decision {
  const next = { ...duty, revision: duty.revision + 1 };
  return { verdict: 'done', duty: next, evidence, effects: keyed(next, effects) };
}

function unchanged(duty: Duty, verdict: Verdict): Decision {
  return { verdict, duty, evidence: [], effects: [] };
}

/** After a change that people can see: every copy of the card, the channel and the lists follow. */
function everywhere(before: Duty, after: Duty): Wanted {
  const holders = after.assignees.filter(({ messages }) => messages.length > 0);
  return [
    { do: 'list', was: placementsOf(before) },
    ...holders.map(({ aadObjectId }) => ({ do: 'edit-cards' as const, person: aadObjectId })),
    { do: 'show-channel' },
  ];
}

function answered(duty: Duty, event: Of<'answered'>, now: Instant): Decision {
  const assignee = assigneeOf(duty, event.by.aadObjectId);
  if (!assignee) return unchanged(duty, 'not-assigned');
  const earlier = answerBy(duty, event.by.aadObjectId);
  if (earlier && sameAnswer(earlier, event)) return unchanged(duty, 'repeated');
  if (duty.status === 'withdrawn') return keptBeside(duty, event, 'withdrawn');
  const fresh = event.generation === assignee.generation;
  const settled = settlingAnswer(duty);
  const mine = settled?.by.aadObjectId === event.by.aadObjectId;
  if (!fresh || (settled && !mine)) return keptBeside(duty, event, 'too-late');
  return effective(duty, assignee, event, earlier, now);
}

/** Canonical enough: both sides were read by the same table of fields, in its order. */
function sameAnswer(answer: Answer, event: Of<'answered'>): boolean {
  return JSON.stringify(answer.values) === JSON.stringify(event.values);
}

/** An answer that cannot count is not lost: it stands in the evidence as not effective. */
function keptBeside(
  duty: Duty,
  event: Of<'answered'>,
  because: 'too-late' | 'withdrawn',
): Decision {
  const mark = createHash('sha256')
    .update(JSON.stringify([event.by.aadObjectId, event.values]))
    .digest('hex')
    .slice(0, 16);
  if (duty.beside.includes(mark)) return unchanged(duty, because);
  const draft: RecordDraft = {
    type: 'answered',
    by: event.by,
    outcome: event.outcome,
    data: { ...answerData(event), effective: false, because },
  };
  const after = { ...duty, beside: [...duty.beside, mark].slice(-maxBeside) };
  return { ...changed(after, [draft], []), verdict: because };
}

function answerData(event: Of<'answered'>): Readonly<Record<string, Json>> {
  return {
    values: event.values,
    generation: event.generation,
    via: event.via,
    ...(event.attached === undefined ? {} : { attached: event.attached }),
  };
}

function effective(
  duty: Duty,
  assignee: Assignee,
  event: Of<'answered'>,
  earlier: Answer | undefined,
  now: Instant,
): Decision {
  const seq = duty.seq + 1;
  const answer: Answer = {
    by: event.by,
    at: now,
    outcome: event.outcome,
    values: event.values,
    generation: event.generation,
    seq,
  };
  const draft: RecordDraft = {
    type: 'answered',
    by: event.by,
    outcome: event.outcome,
    data: { ...answerData(event), effective: true, ...(earlier ? { replaces: earlier.seq } : {}) },
  };
  const answers = duty.answers.map((given) =>
    given === earlier ? { ...given, replacedBy: seq } : given,
  );
  const { findings, drafts } = followUp(duty, answer, now);
  const after: Duty = {
    ...duty,
    status: statusAfter(event.outcome),
    answers: [...answers, answer],
    findings,
    assignees: duty.assignees.map((one) =>
      one === assignee ? { ...one, name: event.by.name, generation: one.generation + 1 } : one,
    ),
  };
  return changed(after, [draft, ...drafts], everywhere(duty, after));
}

function statusAfter(outcome: Outcome): Status {
  const after = { fulfilled: 'fulfilled', problem: 'problem', unable: 'open' } as const;
  return after[outcome];
}

/** A negative answer opens a finding; a positive answer after it, by the same person, closes it. */
function followUp(
  duty: Duty,
  answer: Answer,
  now: Instant,
): { readonly findings: readonly Finding[]; readonly drafts: readonly RecordDraft[] } {
  const open = duty.findings.find(({ status }) => status === 'open');
  if (answer.outcome === 'problem' && !open) {
    const id = `F-${String(duty.findings.length + 1)}`;
    const finding: Finding = { id, openedAt: now, answer: answer.seq, status: 'open' };
    return {
      findings: [...duty.findings, finding],
      drafts: [{ type: 'finding', data: { finding: id, answer: answer.seq } }],
    };
  }
  if (answer.outcome === 'fulfilled' && open) {
    const closed: Finding = { ...open, status: 'closed', closedAt: now };
    return {
      findings: duty.findings.map((finding) => (finding === open ? closed : finding)),
      drafts: [
        {
          type: 'closed',
          by: answer.by,
          data: { finding: open.id, because: 'verified', answer: answer.seq },
        },
      ],
    };
  }
  return { findings: duty.findings, drafts: [] };
}

function withdrawn(duty: Duty, event: Of<'withdrawn'>, now: Instant): Decision {
  if (duty.status === 'withdrawn') return unchanged(duty, 'repeated');
  if (duty.status === 'fulfilled') return unchanged(duty, 'too-late');
  const after: Duty = {
    ...duty,
    status: 'withdrawn',
    withdrawn: { at: now, reason: event.reason },
  };
  const draft: RecordDraft = {
    type: 'withdrawn',
    data: { reason: event.reason, vendor: event.vendor },
  };
  return changed(after, [draft], everywhere(duty, after));
}

function withAssignee(duty: Duty, person: PersonId, change: (one: Assignee) => Assignee): Duty {
  const assignees = duty.assignees.map((one) => (one.aadObjectId === person ? change(one) : one));
  return { ...duty, assignees };
}

function cardPosted(duty: Duty, event: Of<'card-posted'>, now: Instant): Decision {
  const { person, name, message } = event;
  if (!assigneeOf(duty, person)) return unchanged(duty, 'not-assigned');
  const after = withAssignee(duty, person, (one) => ({
    ...one,
    name,
    delivery: { state: 'delivered', at: now },
    messages: [...one.messages, ...(message ? [message] : [])].slice(-maxCopies),
  }));
  const unreachable = duty.assignees.some(
    ({ aadObjectId, delivery }) => aadObjectId === person && delivery.state === 'undeliverable',
  );
  const draft: RecordDraft = { type: 'delivered', data: { to: { aadObjectId: person, name } } };
  return changed(
    after,
    [draft],
    [
      // The duty changed while its card was under way: bring the new copy up to date.
      ...(event.shown === duty.revision ? [] : [{ do: 'edit-cards' as const, person }]),
      ...(unreachable ? [{ do: 'show-channel' as const }] : []),
    ],
  );
}

function undeliverable(duty: Duty, event: Of<'card-undeliverable'>, now: Instant): Decision {
  const { person, reason } = event;
  const known = assigneeOf(duty, person)?.delivery;
  if (!known) return unchanged(duty, 'not-assigned');
  if (known.state === 'undeliverable' && known.reason === reason)
    return unchanged(duty, 'repeated');
  const after = withAssignee(duty, person, (one) => ({
    ...one,
    delivery: { state: 'undeliverable', at: now, reason },
  }));
  const draft: RecordDraft = {
    type: 'undeliverable',
    data: { to: { aadObjectId: person }, reason },
  };
  return changed(after, [draft], [{ do: 'list', was: [] }, { do: 'show-channel' }]);
}

function cardWanted(duty: Duty, { person, afresh }: Of<'card-wanted'>): Decision {
  if (!assigneeOf(duty, person)) return unchanged(duty, 'not-assigned');
  if (!isOpen(duty) && afresh) return unchanged(duty, 'done');
  return changed(duty, [], [{ do: 'post-card', person }]);
}

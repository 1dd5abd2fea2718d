import { createHash } from 'node:crypto';
import type { Json, Outcome } from '../duties/kind.ts';
import type { Answer, Assignee, Duty, Finding, Instant, Status } from './duty.ts';
import { answerBy, assigneeOf, settlingAnswer } from './duty.ts';
import type { Decision, Of } from './events.ts';
import { changed, everywhere, unchanged } from './events.ts';
import type { RecordDraft } from './record.ts';

const maxBeside = 50;

/** An answer of a person: effective, repeated, or kept beside the one that counts. */
export function answered(duty: Duty, event: Of<'answered'>, now: Instant): Decision {
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

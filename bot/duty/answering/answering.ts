import type { Instant, Person } from '../ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Answer, Assignee, Duty, Finding, Status } from '../duty.ts';
import { answerBy, assigneeOf, openFinding } from '../duty.ts';
import { mostCorrections } from '../bounds.ts';
import type { Decision, Of } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import { followUpsOf } from '../follow-ups.ts';
import type { RecordDraft } from '../record/record.ts';
import { isRequester, isSettled, isToVerify, mayAnswer, troubled, verifiers } from './quorum.ts';
import { lacksReason } from './correcting.ts';
import { namedAsked, tellNamed, tellOwner } from './owner-told.ts';
import { workdaysAfter } from '../time/workdays.ts';
import { sameAnswer, keptLate, attachedHash, answerData } from './given.ts';

/** An answer of a person: effective, repeated, or kept beside the one that counts. */
export function answered(duty: Duty, event: Of<'answered'>, now: Instant): Decision {
  const assignee = assigneeOf(duty, event.by.aadObjectId);
  if (!assignee) return unchanged(duty, 'not-assigned');
  const earlier = answerBy(duty, event.by.aadObjectId);
  const fresh = event.formVersion === assignee.formVersion;
  // The same answer on a new form counts where a solution is verified: it is still not solved.
  const verifies = fresh && isToVerify(duty, event.by.aadObjectId);
  if (earlier && sameAnswer(earlier, event) && !verifies) return unchanged(duty, 'repeated');
  if (duty.status === 'withdrawn') return keptLate(duty, event, 'withdrawn');
  // Enough others said yes, but what somebody sees that does not work is not said too late.
  const contradicts = event.outcome === 'problem' && duty.status === 'fulfilled';
  if (!fresh || !(contradicts || mayAnswer(duty, event.by.aadObjectId)))
    return keptLate(duty, event, 'too-late');
  if (earlier && !verifies && assignee.formVersion > mostCorrections)
    return unchanged(duty, 'too-often');
  if (event.outcome === 'fulfilled' && isRequester(duty, event.by))
    return unchanged(duty, 'not-independent');
  if (lacksReason(duty, event)) return unchanged(duty, 'needs-reason');
  return effective(duty, { assignee, event, earlier }, now);
}

function effective(
  duty: Duty,
  {
    assignee,
    event,
    earlier,
  }: {
    readonly assignee: Assignee;
    readonly event: Of<'answered'>;
    readonly earlier: Answer | undefined;
  },
  now: Instant,
): Decision {
  const seq = duty.seq + 1;
  const attached = attachedHash(event);
  const answer: Answer = {
    by: event.by,
    at: now,
    outcome: event.outcome,
    values: event.values,
    formVersion: event.formVersion,
    ...(attached === undefined ? {} : { attached }),
    seq,
  };
  const draft: RecordDraft = {
    type: 'answered',
    by: event.by,
    outcome: event.outcome,
    data: { ...answerData(event), effective: true, ...(earlier ? { replaces: earlier.seq } : {}) },
    shows: event.shows,
  };
  const answers = duty.answers.map((given) =>
    given === earlier ? { ...given, replacedBy: seq } : given,
  );
  const withAnswer: Duty = { ...duty, answers: [...answers, answer] };
  const { owner } = event;
  const { findings, drafts, escalated } = followUp(duty, { withAnswer, answer, owner }, now);
  const failed = event.outcome === 'problem' && isToVerify(duty, event.by.aadObjectId);
  const withFindings: Duty = {
    ...withAnswer,
    findings,
    assignees: duty.assignees.map((one) =>
      one === assignee ? { ...one, name: event.by.name, formVersion: one.formVersion + 1 } : one,
    ),
  };
  // Whoever else found the problem has still to verify the solution, unless it failed already.
  const verifying = !failed && verifiers(withFindings).length > 0;
  const answeredDuty: Duty = { ...withFindings, verifying };
  const settled = { ...answeredDuty, status: statusOf(answeredDuty) };
  const after = namedAsked(duty, { after: settled, event }, now);
  return changed(
    after,
    [draft, ...drafts, ...lossAsked(after, event)],
    [
      ...everywhere(after),
      ...escalated.map((finding) => ({ do: 'escalate' as const, finding })),
      ...tellOwner(duty, after, event.by.aadObjectId),
      ...tellNamed(duty, after),
      ...followUpsOf(after, answer, failed ? undefined : earlier),
    ],
  );
}

/** Who is asked to accept what is lost, or an exception, stands in the evidence beside the answer. */
function lossAsked(after: Duty, { by, bearer }: Of<'answered'>): readonly RecordDraft[] {
  const open = openFinding(after);
  if (!bearer || !open) return [];
  const asked = kindOf(after.kind).bears === 'exception' ? 'exceptionAskedOf' : 'lossAskedOf';
  return [{ type: 'finding', by, data: { finding: open.id, [asked]: { ...bearer } } }];
}

/** What is not solved stays a problem, also when nobody could judge the solution. */
export function statusOf(duty: Duty): Status {
  if (duty.status === 'withdrawn') return 'withdrawn';
  if (openFinding(duty)) return 'problem';
  return isSettled(duty) ? 'fulfilled' : 'open';
}

interface FollowUp {
  readonly findings: readonly Finding[];
  readonly drafts: readonly RecordDraft[];
  readonly escalated: readonly string[];
}

const workdaysToSolve = 5;
const verificationsBeforeEscalation = 2;

/** A negative answer opens a finding or makes it older; when nobody finds a problem any more, it closes. */
function followUp(
  duty: Duty,
  {
    withAnswer,
    answer,
    owner,
  }: {
    readonly withAnswer: Duty;
    readonly answer: Answer;
    readonly owner: Person | undefined;
  },
  now: Instant,
): FollowUp {
  const open = openFinding(duty);
  if (answer.outcome === 'problem')
    return open ? failedAgain(duty, open, answer) : opened(duty, { answer, owner }, now);
  if (answer.outcome === 'fulfilled' && open && troubled(withAnswer).length === 0) {
    const because = closingOf(open);
    const closed = { ...open, status: 'closed', closedAt: now, closedBecause: because } as const;
    const data = { finding: open.id, because, answer: answer.seq };
    return {
      findings: withFinding(duty, closed),
      drafts: [{ type: 'closed', by: answer.by, data }],
      escalated: [],
    };
  }
  return { findings: duty.findings, drafts: [], escalated: [] };
}

/** Only what was reported as solved can be verified; without that an answer was merely corrected. */
const closingOf = ({ reactions }: Finding): 'verified' | 'corrected' =>
  reactions.some(({ solved }) => solved) ? 'verified' : 'corrected';

/** A finding is due when whoever found it says so, else after some working days. */
function opened(
  duty: Duty,
  { answer, owner }: { readonly answer: Answer; readonly owner: Person | undefined },
  now: Instant,
): FollowUp {
  const id = `F-${String(duty.findings.length + 1)}`;
  const planned = kindOf(duty.kind).plan?.(answer.values).on;
  const dueOn = planned ?? workdaysAfter(now.slice(0, 10), workdaysToSolve);
  // Whom the answer names is set and told, and has still to say yes.
  const named = owner ? { owner: { ...owner } } : {};
  const finding: Finding = {
    id,
    openedAt: now,
    answer: answer.seq,
    status: 'open',
    ...(owner ? { owner } : {}),
    dueOn,
    reactions: [],
    failedVerifications: 0,
  };
  return {
    findings: [...duty.findings, finding],
    drafts: [{ type: 'finding', data: { finding: id, answer: answer.seq, dueOn, ...named } }],
    escalated: [],
  };
}

/** A verification after a solution that finds it unsolved; a mere correction is no verification. */
function failedAgain(duty: Duty, open: Finding, answer: Answer): FollowUp {
  const person = answer.by.aadObjectId;
  const { reply: _, ...unanswered } = open;
  if (!isToVerify(duty, person)) {
    const known = troubled(duty).some(({ by }) => by.aadObjectId === person);
    const unchanged = { findings: duty.findings, drafts: [], escalated: [] };
    return known ? unchanged : joined(duty, unanswered, answer);
  }
  const failedVerifications = open.failedVerifications + 1;
  const escalated = failedVerifications >= verificationsBeforeEscalation;
  const data = { finding: open.id, answer: answer.seq, failedVerifications };
  return {
    // The vendor does not know yet that it failed: a new reply is due.
    findings: withFinding(duty, { ...unanswered, answer: answer.seq, failedVerifications }),
    drafts: [
      { type: 'finding', by: answer.by, data },
      ...(escalated ? [{ type: 'escalated' as const, data }] : []),
    ],
    escalated: escalated ? [open.id] : [],
  };
}

/** Somebody else finds something wrong as well: it goes the way of the finding that is open. */
function joined(duty: Duty, unanswered: Finding, answer: Answer): FollowUp {
  const data = { finding: unanswered.id, answer: answer.seq, joins: true };
  return {
    // The vendor does not know of this one yet: a new reply is due.
    findings: withFinding(duty, unanswered),
    drafts: [{ type: 'finding', by: answer.by, data }],
    escalated: [],
  };
}

/** The findings of a duty with one of them changed. */
export function withFinding(duty: Duty, changedOne: Finding): readonly Finding[] {
  return duty.findings.map((finding) => (finding.id === changedOne.id ? changedOne : finding));
}

import type { Instant } from '../ids.ts';
import { DateTime } from 'luxon';
import { kindOf } from '../../kinds/index.ts';
import type { Json } from '../../kinds/kind.ts';
import { statusOf, withFinding } from '../answering/answering.ts';
import type { Duty, Finding } from '../duty.ts';
import { openFinding } from '../duty.ts';
import type { KeylessEffect } from '../effects.ts';
import { keyed } from '../effects.ts';
import type { Decision, DutyEvent, Of, Wanted } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import { toInstant } from '../time/instant.ts';
import type { RecordDraft } from '../record/record.ts';
import { isSettled, troubled } from '../answering/quorum.ts';
import { daysAfter, workdaysAfter } from '../time/workdays.ts';

const workdaysToRemove = 5;
const verificationsBeforeEscalation = 2;
/** When on a day people are asked for a list, in UTC: the morning in the Netherlands. */
const askedAt = 'T07:00:00Z';

/**
 * A new list shows what was done. All of it gone or changed is proof and closes the finding. What is still
 * there after the due date counts as a failed verification and gets a new one; before it, there is still time.
 */
export function exportCompared(
  duty: Duty,
  { by, comparison }: Of<'export-compared'>,
  now: Instant,
): Decision {
  if (duty.status === 'withdrawn') return unchanged(duty, 'withdrawn');
  const open = openFinding(duty);
  if (!open) return unchanged(duty, 'no-finding');
  const { sha256 } = comparison.after;
  const stillThere = comparison.stillThere.length;
  if (open.proof?.sha256 === sha256 && open.proof.stillThere === stillThere)
    return unchanged(duty, 'repeated');
  const proof = { at: now, by, sha256, stillThere };
  const { finding, drafts, escalated } =
    stillThere === 0
      ? closedBy(open, proof, now)
      : keptOpen(open, { proof, late: now.slice(0, 10) > open.dueOn }, now);
  const next: Duty = { ...duty, findings: withFinding(duty, finding), verifying: false };
  const after = { ...next, status: statusOf(next) };
  const told = new Set([
    ...troubled(duty).map((answer) => answer.by.aadObjectId),
    ...(open.owner ? [open.owner.aadObjectId] : []),
  ]);
  told.delete(by.aadObjectId);
  const news = stillThere === 0 ? ('proven' as const) : ('still-there' as const);
  const compared: Readonly<Record<string, Json>> = {
    before: { ...comparison.before },
    after: { ...comparison.after },
    proven: [...comparison.proven],
    stillThere: [...comparison.stillThere],
    vanished: comparison.vanished,
    added: comparison.added,
    ...(comparison.alike
      ? {
          alike: {
            heldFor: comparison.alike.heldFor,
            pairs: comparison.alike.pairs.map((pair) => ({ ...pair })),
          },
        }
      : {}),
  };
  return changed(
    after,
    drafts.map((draft) => ({ ...draft, by, data: { finding: open.id, ...draft.data, compared } })),
    [
      ...everywhere(after),
      ...(escalated ? [{ do: 'escalate' as const, finding: open.id }] : []),
      ...[...told].map((person) => ({ do: 'tell' as const, person, news })),
    ],
  );
}

interface Compared {
  readonly finding: Finding;
  readonly drafts: readonly {
    readonly type: RecordDraft['type'];
    readonly data: Readonly<Record<string, Json>>;
  }[];
  readonly escalated: boolean;
}

function closedBy(open: Finding, proof: NonNullable<Finding['proof']>, now: Instant): Compared {
  const closed = { status: 'closed', closedAt: now, closedBecause: 'verified' } as const;
  const drafts = [{ type: 'closed' as const, data: { because: 'verified' } }];
  return { finding: { ...open, ...closed, proof }, drafts, escalated: false };
}

function keptOpen(
  open: Finding,
  { proof, late }: { readonly proof: NonNullable<Finding['proof']>; readonly late: boolean },
  now: Instant,
): Compared {
  if (!late) {
    return {
      finding: { ...open, proof },
      drafts: [{ type: 'finding', data: { dueOn: open.dueOn } }],
      escalated: false,
    };
  }
  const failedVerifications = open.failedVerifications + 1;
  const dueOn = workdaysAfter(now.slice(0, 10), workdaysToRemove);
  const escalated = failedVerifications >= verificationsBeforeEscalation;
  const data = { failedVerifications, dueOn };
  return {
    finding: { ...open, proof, failedVerifications, dueOn },
    drafts: [
      { type: 'finding', data },
      ...(escalated ? [{ type: 'escalated' as const, data }] : []),
    ],
    escalated,
  };
}

/** Somebody was asked for a new list because the finding's due date has passed; asked once for each date. */
export function exportAsked(duty: Duty, { finding, dueOn, to }: Of<'export-asked'>): Decision {
  const open = openFinding(duty);
  if (open?.id !== finding || open.dueOn !== dueOn) return unchanged(duty, 'no-finding');
  if (open.askedAfter === dueOn) return unchanged(duty, 'repeated');
  const after = { ...duty, findings: withFinding(duty, { ...open, askedAfter: dueOn }) };
  const data: Json = { finding, dueOn, asked: 'new-export', to: to.map((one) => ({ ...one })) };
  return changed(after, [{ type: 'reminded', data }], everywhere(after));
}

/**
 * What follows where a review wants accounts removed or changed: once everybody has handed in, whoever
 * administers access gets the list, and when the finding's due date has passed the bot asks for a new
 * export. The time to remove runs from the moment the review is whole.
 */
export function followRemovals(
  before: Duty,
  { event, decision }: { readonly event: DutyEvent; readonly decision: Decision },
  now: Instant,
): Decision {
  const { duty, verdict } = decision;
  if (verdict !== 'done' || !kindOf(duty.kind).byRow) return decision;
  const open = openFinding(duty);
  if (!open || !isSettled(duty)) return decision;
  const wasWhole = isSettled(before);
  const dueOn =
    wasWhole || open.owner ? open.dueOn : workdaysAfter(now.slice(0, 10), workdaysToRemove);
  const finding = { ...open, dueOn };
  const earlier = openFinding(before);
  const asks = !wasWhole || earlier?.id !== open.id || earlier.dueOn !== dueOn;
  const wanted: Wanted = [
    ...(event.type === 'answered' || event.type === 'finding-planned'
      ? [{ do: 'hand-out-removals' as const }]
      : []),
    ...(asks ? [askExport(finding)] : []),
  ];
  const moved: readonly RecordDraft[] =
    dueOn === open.dueOn ? [] : [{ type: 'finding', data: { finding: open.id, dueOn } }];
  return {
    ...decision,
    duty: { ...duty, findings: withFinding(duty, finding) },
    evidence: [...decision.evidence, ...moved],
    effects: [...decision.effects, ...keyed(duty, wanted)],
  };
}

function askExport({ id, dueOn }: Finding): KeylessEffect {
  const notBefore = toInstant(DateTime.fromISO(`${daysAfter(dueOn, 1)}${askedAt}`));
  return { do: 'ask-export', finding: id, dueOn, notBefore };
}

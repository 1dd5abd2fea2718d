import type { Instant, Person } from '../ids.ts';
import type { Json } from '../../kinds/kind.ts';
import { statusOf, withFinding } from '../answering/answering.ts';
import type { Duty, Finding, Reaction } from '../duty.ts';
import { openFinding } from '../duty.ts';
import type { Decision, Of } from '../events.ts';
import type { News } from '../news.ts';
import { keyed } from '../effects.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import type { RecordDraft } from '../record/record.ts';
import { feedbackSent, isChangedSince } from './feedback.ts';
import { troubled, verifiers } from '../answering/quorum.ts';

/** Who solves a finding, and by when. */
export function findingPlanned(
  duty: Duty,
  { by, owner, dueOn }: Of<'finding-planned'>,
  now: Instant,
): Decision {
  const decision = onFinding(duty, (open) => {
    if (open.owner?.aadObjectId === owner.aadObjectId && open.dueOn === dueOn) return undefined;
    return {
      finding: { ...ownable(open), owner, dueOn },
      draft: { type: 'finding', ...(by ? { by } : {}), data: { owner: { ...owner }, dueOn } },
    };
  });
  const before = openFinding(duty)?.owner?.aadObjectId;
  // Whoever solves it has to know and to say yes; a new date alone stands on the cards.
  const open = openFinding(decision.duty);
  if (decision.verdict !== 'done' || !open) return decision;
  if ([before, by?.aadObjectId].includes(owner.aadObjectId)) return decision;
  // Whom the bot found by role holds it already; a review tells that person by a task of its own.
  if (by === undefined) return decision;
  const asked = { what: 'owner', finding: open.id, of: owner, by, at: now } as const;
  const told = { do: 'tell', person: owner.aadObjectId, news: 'owner' } as const;
  return {
    ...decision,
    duty: { ...decision.duty, confirmations: [...others(decision.duty, open.id), asked] },
    effects: [...decision.effects, ...keyed(decision.duty, [told])],
  };
}

/** A finding that has an owner again. */
const ownable = ({ passedOn: _, ...open }: Finding): Finding => open;

/** What others were asked about the same finding; one owner is asked at a time. */
const others = ({ confirmations = [] }: Duty, open: string) =>
  confirmations.filter(({ what, finding }) => finding === open && what !== 'owner');

/**
 * A person has sent the factual reply to the vendor, or lets the bot send it; the text is kept as it was
 * sent. What the vendor's system refused, or what was corrected since, may be sent again.
 */
export function replySent(duty: Duty, event: Of<'reply-sent'>, now: Instant): Decision {
  if (!openFinding(duty)) return feedbackSent(duty, event, now);
  const { by, text, via = 'person' } = event;
  const decision = onFinding(duty, (open) => {
    const refused = open.reply?.delivery?.state === 'refused';
    if (open.reply && !refused && !isChangedSince(duty, open.reply)) return undefined;
    const delivery = via === 'webhook' ? { delivery: { state: 'under-way' } as const } : {};
    return {
      finding: { ...open, reply: { at: now, by, ...delivery } },
      draft: { type: 'replied', by, data: { to: 'vendor', text, via } },
    };
  });
  if (via === 'person') return withNews(duty, { decision, news: 'reply-sent', by });
  const { id, reference } = duty;
  const finding = openFinding(decision.duty)?.id;
  if (decision.verdict !== 'done' || finding === undefined) return decision;
  const { revision } = decision.duty;
  const message = { type: 'reply.sent', at: now, dutyId: id, reference, finding, text } as const;
  const told = keyed(decision.duty, [{ do: 'webhook', message, revision }]);
  return { ...decision, effects: [...decision.effects, ...told] };
}

/** Whoever found the problem hears what became of it, unless it was their own doing. */
function withNews(
  duty: Duty,
  {
    decision,
    news,
    by,
  }: { readonly decision: Decision; readonly news: News; readonly by?: Person | undefined },
): Decision {
  if (decision.verdict !== 'done') return decision;
  const told = troubled(duty)
    .map((answer) => answer.by.aadObjectId)
    .filter((person) => person !== by?.aadObjectId)
    .map((person) => ({ do: 'tell' as const, person, news }));
  return { ...decision, effects: [...decision.effects, ...keyed(decision.duty, told)] };
}

/** The vendor reacted. Where it says that it is solved, whoever found the problem is asked again. */
export function vendorReacted(duty: Duty, event: Of<'vendor-reacted'>, now: Instant): Decision {
  return reacted(duty, { ...event, from: 'vendor' }, now);
}

/** As `vendorReacted`, in the vendor's own words: nobody of the customer stands between. */
export function vendorAnswered(
  duty: Duty,
  { vendor, status, text, reference }: Of<'vendor-answered'>,
  now: Instant,
): Decision {
  const known = { status, ...(reference === undefined ? {} : { reference }) };
  return reacted(duty, { text, solved: status === 'solved', from: 'vendor', vendor, known }, now);
}

/** The customer did what was needed. Whoever found the problem is asked again, as after a vendor's solution. */
export function solutionReported(
  duty: Duty,
  { by, text }: Of<'solution-reported'>,
  now: Instant,
): Decision {
  return reacted(duty, { by, text, solved: true, from: 'customer' }, now);
}

interface Reacted {
  readonly by?: Person;
  readonly vendor?: string;
  readonly known?: Pick<Reaction, 'status' | 'reference'>;
  readonly text: string;
  readonly solved: boolean;
  readonly from: 'vendor' | 'customer';
}

function reacted(duty: Duty, said: Reacted, now: Instant): Decision {
  const { by, text, solved, from, vendor, known = {} } = said;
  const last = lastOf(duty, said);
  // After a verification that failed the vendor may well say the same once more.
  const again = !solved || duty.verifying;
  if (again && last && isSame(last, said)) return unchanged(duty, 'repeated');
  const who = by ? { by } : {};
  const decision = onFinding(duty, (finding) => ({
    finding: {
      ...finding,
      reactions: [
        ...finding.reactions,
        { at: now, ...who, text, solved, ...known, ...(from === 'customer' ? { from } : {}) },
      ],
    },
    draft: {
      type: 'replied',
      ...who,
      data: { from, text, solved, ...known, ...(vendor === undefined ? {} : { vendor }) },
    },
    verifying: duty.verifying || solved,
  }));
  if (decision.verdict !== 'done') return decision;
  if (!solved) return withNews(duty, { decision, news: 'unsolved', by });
  const asked = verifiers(decision.duty);
  const cards = asked.map((person) => ({ do: 'post-card' as const, person }));
  return { ...decision, effects: [...decision.effects, ...keyed(decision.duty, cards)] };
}

/** What the same side said last: a vendor that asks again is not misled by what somebody wrote in between. */
const lastOf = (duty: Duty, { by }: Reacted): Reaction | undefined =>
  openFinding(duty)?.reactions.findLast((one) => by !== undefined || one.by === undefined);

const isSame = (one: Reaction, { text, solved, known = {} }: Reacted): boolean =>
  one.text === text &&
  one.solved === solved &&
  one.status === known.status &&
  one.reference === known.reference;

/** Somebody bears the risk until a day: the finding is closed without proof, by name and with a reason. */
export function riskAccepted(duty: Duty, event: Of<'risk-accepted'>, now: Instant): Decision {
  const { by, acceptedBy, reason, until } = event;
  const borne = { reason, ...(until === undefined ? {} : { until }) };
  const decision = onFinding(duty, (open) => ({
    finding: {
      ...open,
      status: 'closed',
      closedAt: now,
      closedBecause: 'accepted',
      // Earlier versions took a name that somebody else typed.
      acceptance: {
        by: acceptedBy,
        ...borne,
        ...(by.name === acceptedBy ? { bearer: by.aadObjectId } : {}),
      },
    },
    draft: { type: 'closed', by, data: { because: 'accepted', acceptedBy, ...borne } },
    verifying: false,
  }));
  return withNews(duty, { decision, news: until === undefined ? 'loss-accepted' : 'accepted', by });
}

interface Followed {
  readonly finding: Finding;
  readonly draft: RecordDraft;
  readonly verifying?: boolean;
}

/** Changes the open finding of a duty; undefined from `follow` means that this was so already. */
function onFinding(duty: Duty, follow: (open: Finding) => Followed | undefined): Decision {
  if (duty.status === 'withdrawn') return unchanged(duty, 'withdrawn');
  const open = openFinding(duty);
  if (!open) return unchanged(duty, 'no-finding');
  const followed = follow(open);
  if (!followed) return unchanged(duty, 'repeated');
  const { finding, draft, verifying = duty.verifying } = followed;
  const next: Duty = { ...duty, findings: withFinding(duty, finding), verifying };
  const after = { ...next, status: statusOf(next) };
  const data: Json = { finding: open.id, ...(draft.data as Readonly<Record<string, Json>>) };
  return changed(after, [{ ...draft, data }], everywhere(after));
}

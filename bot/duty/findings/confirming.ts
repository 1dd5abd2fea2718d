import type { Duty } from '../duty.ts';
import type { Confirmation } from './confirmation.ts';
import { openFinding } from '../duty.ts';
import type { Decision, Of } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import { keyed } from '../effects.ts';
import type { Instant, Person } from '../ids.ts';
import type { Json } from '../../kinds/kind.ts';
import { troubled } from '../answering/quorum.ts';
import { withFinding } from '../answering/answering.ts';
import { riskAccepted } from './following.ts';
import { isLoss, toConfirm } from './to-confirm.ts';

/** A duty in which somebody is asked to confirm: one question of a sort about a finding, the last one. */
function withConfirmation(duty: Duty, asked: Confirmation): Duty {
  return { ...without(duty, asked), confirmations: [...without(duty, asked).confirmations, asked] };
}

function without(
  duty: Duty,
  { what }: Pick<Confirmation, 'what'>,
): Duty & { readonly confirmations: readonly Confirmation[] } {
  const open = openFinding(duty)?.id;
  const others = (duty.confirmations ?? []).filter(
    (one) => one.finding === open && one.what !== what,
  );
  return { ...duty, confirmations: others };
}

const data = ({ aadObjectId, name }: Person): Json => ({ aadObjectId, name });

/**
 * Somebody is asked to bear the risk. It is accepted by that person's own yes and by nothing else; whoever found the
 * problem does not decide about it.
 */
export function riskAsked(duty: Duty, event: Of<'risk-asked'>, now: Instant): Decision {
  const { by, of, reason, until } = event;
  if (duty.status === 'withdrawn') return unchanged(duty, 'withdrawn');
  const open = openFinding(duty);
  if (!open) return unchanged(duty, 'no-finding');
  if (troubled(duty).some((one) => one.by.aadObjectId === of.aadObjectId))
    return unchanged(duty, 'not-independent');
  if (of.aadObjectId === by.aadObjectId)
    return riskAccepted(
      duty,
      { type: 'risk-accepted', by, acceptedBy: by.name, reason, until },
      now,
    );
  const before = toConfirm(duty).find((one) => one.what === 'risk');
  const same =
    before?.what === 'risk' &&
    before.of.aadObjectId === of.aadObjectId &&
    before.reason === reason &&
    before.until === until;
  if (same) return unchanged(duty, 'repeated');
  const asked = { what: 'risk', finding: open.id, of, by, at: now, reason, until } as const;
  const after = withConfirmation(duty, asked);
  const draft = {
    type: 'finding',
    by,
    data: { finding: open.id, riskAskedOf: data(of), reason, until },
  } as const;
  return changed(
    after,
    [draft],
    [...everywhere(after), { do: 'tell', person: of.aadObjectId, news: 'risk-asked' }],
  );
}

/**
 * Whoever was picked says yes or no. Who says no need not give a reason: somebody else is picked then. Who came to find
 * the problem as well after being asked does not accept it any more, nor is a risk accepted until a day that has passed:
 * the finding would be closed and open again at once.
 */
export function confirmed(duty: Duty, event: Of<'confirmed'>, now: Instant): Decision {
  const { by, what, finding, yes, today } = event;
  if (duty.status === 'withdrawn') return unchanged(duty, 'withdrawn');
  const asked = toConfirm(duty).find(
    (one) => one.what === what && one.finding === finding && one.of.aadObjectId === by.aadObjectId,
  );
  const open = openFinding(duty);
  if (!asked || !open) return unchanged(duty, 'no-finding');
  const found = troubled(duty).some((one) => one.by.aadObjectId === by.aadObjectId);
  if (asked.what === 'risk' && yes && found) return unchanged(duty, 'not-independent');
  if (yes && asked.what === 'risk' && asked.until !== undefined && asked.until < today)
    return unchanged(duty, 'too-late');
  const answered = without(duty, asked);
  if (asked.what === 'risk' && yes) {
    const { reason, until } = asked;
    const borne = { reason, ...(until === undefined ? {} : { until }) };
    return riskAccepted(
      answered,
      { type: 'risk-accepted', by, acceptedBy: by.name, ...borne },
      now,
    );
  }
  const { owner: _, ...unowned } = open;
  const drops = what === 'owner' && !yes;
  const after = drops ? { ...answered, findings: withFinding(answered, unowned) } : answered;
  const said = what === 'risk' ? { riskRefused: true } : { ownerConfirmed: yes };
  const decision = changed(
    after,
    [{ type: 'finding', by, data: { finding, ...said } }],
    everywhere(after),
  );
  const asker = asked.by?.aadObjectId;
  if (yes || asker === undefined) return decision;
  const refused = isLoss(asked) ? 'loss-refused' : 'risk-refused';
  const news = what === 'risk' ? refused : 'owner-refused';
  const told = keyed(decision.duty, [{ do: 'tell', person: asker, news }]);
  return { ...decision, effects: [...decision.effects, ...told] };
}

import { countingAnswers } from '../answering/quorum.ts';
import { withFinding } from '../answering/answering.ts';
import type { Duty, Finding } from '../duty.ts';
import { keyed } from '../effects.ts';
import type { Decision, Of } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import type { Instant, PersonId } from '../ids.ts';
import { turnsOf } from '../reminders/turn.ts';
import { reopened } from './reopening.ts';

/** The finding of which this person bears the risk now; undefined once it has ended or where it was never theirs. */
export function borneBy(duty: Duty, person: PersonId): Finding | undefined {
  const turn = turnsOf(duty).find(({ whose }) => whose === 'bears-risk');
  const finding = duty.findings.find(({ id }) => id === turn?.finding);
  return finding?.acceptance?.bearer === person ? finding : undefined;
}

/**
 * Whoever bears a risk goes on bearing it until another day, and says why. Nobody else can, nor whoever found the
 * problem; whether that person may still bear one is for the caller to know, as is what day makes sense.
 */
export function riskProlonged(duty: Duty, event: Of<'risk-prolonged'>): Decision {
  const { by, reason, until } = event;
  if (duty.status === 'withdrawn') return unchanged(duty, 'withdrawn');
  const borne = borneBy(duty, by.aadObjectId);
  if (!borne?.acceptance) return unchanged(duty, 'no-finding');
  const found = countingAnswers(duty).some(
    (one) => one.outcome === 'problem' && one.by.aadObjectId === by.aadObjectId,
  );
  if (found) return unchanged(duty, 'not-independent');
  const { acceptance } = borne;
  if (acceptance.until === until && acceptance.reason === reason)
    return unchanged(duty, 'repeated');
  const finding = { ...borne, acceptance: { ...acceptance, by: by.name, reason, until } };
  const after = { ...duty, findings: withFinding(duty, finding) };
  const data = { finding: borne.id, because: 'prolonged', acceptedBy: by.name, reason, until };
  return changed(after, [{ type: 'finding', by, data }], everywhere(after));
}

/** Whoever bears a risk bears it no longer, from today on: what was found is open again, and the channel hears it. */
export function riskDropped(duty: Duty, event: Of<'risk-dropped'>, now: Instant): Decision {
  const { by, reason } = event;
  if (duty.status === 'withdrawn') return unchanged(duty, 'withdrawn');
  const borne = borneBy(duty, by.aadObjectId);
  if (!borne?.acceptance) return unchanged(duty, 'no-finding');
  const today = now.slice(0, 10);
  const ended = { ...borne, acceptance: { ...borne.acceptance, until: today } };
  const after = reopened(
    { ...duty, findings: withFinding(duty, ended) },
    { finding: borne.id, until: today },
  );
  const { dueOn } = after.findings.find(({ id }) => id === borne.id) ?? borne;
  const data = { finding: borne.id, because: 'dropped', dueOn, ended: today, reason };
  const decision = changed(after, [{ type: 'finding', by, data }], everywhere(after));
  const said = { do: 'say', said: { type: 'risk-ended' } } as const;
  return { ...decision, effects: [...decision.effects, ...keyed(decision.duty, [said])] };
}

import type { Duty, Finding } from '../duty.ts';
import type { Wanted } from '../events.ts';
import { isLoss } from '../findings/to-confirm.ts';
import type { RecordDraft } from '../record/record.ts';
import type { Turn } from './turn.ts';

/** What becomes of a question that was never answered. */
export interface PassedOn {
  readonly duty: Duty;
  readonly records: readonly RecordDraft[];
  readonly wanted: Wanted;
}

/**
 * Whoever was picked has said neither yes nor no, and the day of the finding has passed: nobody waits for that person any
 * more. The IT team gets the turn, called upon by name in the duty's thread, and whoever picked hears it.
 */
export function passedOn(duty: Duty, turn: Turn, today: string): PassedOn | undefined {
  const what = turn.whose === 'owner-asked' ? 'owner' : 'risk';
  const asked = (duty.confirmations ?? []).find(
    (one) => one.what === what && one.finding === turn.finding,
  );
  if (!asked) return undefined;
  const findings = duty.findings.map((one): Finding => {
    if (one.id !== asked.finding || what === 'risk') return one;
    const { owner: _, ...unowned } = one;
    return { ...unowned, passedOn: today };
  });
  const confirmations = (duty.confirmations ?? []).filter((one) => one !== asked);
  const refused = isLoss(asked) ? 'loss-refused' : 'risk-refused';
  const news = what === 'owner' ? 'owner-refused' : refused;
  const { finding, of, by } = asked;
  const data = { finding, silent: { aadObjectId: of.aadObjectId, name: of.name }, asked: what };
  return {
    duty: { ...duty, findings, confirmations },
    records: [{ type: 'escalated', data: { ...data, to: 'it-team' } }],
    wanted: [
      { do: 'say', said: { type: 'passed-on', from: of.name, what } },
      ...(by ? [{ do: 'tell' as const, person: by.aadObjectId, news } as const] : []),
    ],
  };
}

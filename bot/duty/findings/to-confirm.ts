import type { Duty } from '../duty.ts';
import type { Confirmation } from './confirmation.ts';
import { openFinding } from '../duty.ts';
import type { PersonId } from '../ids.ts';

/** Those who were picked for the open finding and have not said yes or no. */
export function toConfirm(duty: Duty): readonly Confirmation[] {
  const open = openFinding(duty);
  if (!open) return [];
  return (duty.confirmations ?? []).filter(({ what, finding, of, at }) => {
    if (finding !== open.id) return false;
    if (what === 'risk') return true;
    const { owner, reactions, reply } = open;
    const owns = owner?.aadObjectId === of.aadObjectId;
    // Whoever does what an owner does has taken it.
    const acts = [...reactions, ...(reply ? [reply] : [])];
    return owns && !acts.some((one) => one.by?.aadObjectId === of.aadObjectId && one.at >= at);
  });
}

/** Whether somebody was asked to accept what is lost for good, and not a risk that ends. */
export const isLoss = (asked: Confirmation): boolean =>
  asked.what === 'risk' && asked.until === undefined;

/** What this person was asked to take upon them. */
export const toConfirmBy = (duty: Duty, person: PersonId): Confirmation | undefined =>
  toConfirm(duty).find(({ of }) => of.aadObjectId === person);

import type { DutyRef } from '../duty/ids.ts';
import type { Duty } from '../duty/duty.ts';
import { changeDuty } from './change-duty.ts';
import type { Services } from '../ports/services.ts';

export type Withdrawing =
  | { readonly type: 'withdrawn'; readonly duty: Duty }
  | { readonly type: 'fulfilled-already'; readonly duty: Duty }
  /** A finding is open: the IT team closes it. */
  | { readonly type: 'finding-open'; readonly duty: Duty }
  | { readonly type: 'unknown' };

/** Takes back a duty that is open; twice is once. */
export async function withdrawDuty(
  services: Services,
  ref: DutyRef,
  { reason, vendor }: { reason: string; vendor: string },
): Promise<Withdrawing> {
  const changed = await changeDuty(services, ref, { type: 'withdrawn', reason, vendor });
  if (!changed) return { type: 'unknown' };
  const { duty, verdict } = changed;
  if (verdict === 'finding-open') return { type: 'finding-open', duty };
  return verdict === 'too-late' ? { type: 'fulfilled-already', duty } : { type: 'withdrawn', duty };
}

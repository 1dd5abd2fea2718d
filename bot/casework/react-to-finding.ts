import type { Duty, VendorStatus } from '../duty/duty.ts';
import type { DutyRef } from '../duty/ids.ts';
import type { Services } from '../ports/services.ts';
import { changeDuty } from './change-duty.ts';

export interface VendorReaction {
  readonly vendor: string;
  readonly status: VendorStatus;
  readonly text: string;
  readonly reference?: string;
}

export type Reacting =
  { readonly type: 'reacted' | 'no-finding'; readonly duty: Duty } | { readonly type: 'unknown' };

/** The vendor says what becomes of a finding, as the form in the IT channel does for it; twice is once. */
export async function reactToFinding(
  services: Services,
  ref: DutyRef,
  reaction: VendorReaction,
): Promise<Reacting> {
  const changed = await changeDuty(services, ref, { type: 'vendor-answered', ...reaction });
  if (!changed) return { type: 'unknown' };
  const { duty, verdict } = changed;
  const nothing = verdict === 'no-finding' || verdict === 'withdrawn';
  return { type: nothing ? 'no-finding' : 'reacted', duty };
}

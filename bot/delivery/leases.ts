import type { Instant } from '../duty/ids.ts';
import { secondsAfter } from '../duty/time/instant.ts';
import type { Log } from '../observability/log.ts';
import type { Lease, Outbox } from '../ports/store.ts';
import type { Timers } from '../ports/clock.ts';

/**
 * How long an owner's effects stay with an instance that says nothing more. The clocks of instances may
 * differ by a few seconds; a lease is renewed long before it ends.
 */
export const leaseSeconds = 10;
const renewEverySeconds = 3;
const renewBelowSeconds = 7;
const safetySeconds = 1;

export interface HeldLease {
  /** False when it ran out, for instance because this process stood still. */
  readonly isValid: () => boolean;
  readonly lease: () => Lease;
  readonly letGo: () => void;
}

/** Keeps the leases of what is being carried out alive. */
export function createLeases({
  now,
  timers,
  log,
}: {
  now: () => Instant;
  timers: Timers;
  log: Log;
}): { readonly hold: (lease: Lease, outbox: Outbox) => HeldLease } {
  return {
    hold: (taken, outbox) => {
      let lease = taken;
      let isLost = false;
      const renew = async (): Promise<void> => {
        const longer = { ...lease, until: secondsAfter(now(), leaseSeconds) };
        if (lease.until > secondsAfter(now(), renewBelowSeconds)) return;
        if (await outbox.renew(longer)) lease = longer;
        else isLost = true;
      };
      const beat = () =>
        timers.after(renewEverySeconds, () => {
          timer = beat();
          renew().catch((error: unknown) => {
            log.warn({ err: error, dutyId: lease.dutyId }, 'lease not renewed');
          });
        });
      let timer = beat();
      return {
        isValid: () => !isLost && lease.until > secondsAfter(now(), safetySeconds),
        lease: () => lease,
        letGo: () => {
          timer.cancel();
        },
      };
    },
  };
}

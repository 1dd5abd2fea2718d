import type { Instant } from '../duty/ids.ts';
import { secondsAfter } from '../duty/time/instant.ts';
import type { Log } from '../observability/log.ts';
import type { Held, Lease, Outbox, OutboxEntry, Owner } from '../ports/outbox.ts';
import type { Services } from '../ports/services.ts';
import type { Timers } from '../ports/clock.ts';
import { ownerOf } from '../store/azure/keys.ts';

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

// What begins later takes a lease of its own, and reads the duty again.
const beginsWithinSeconds = 2;

interface Kept extends Held {
  readonly entries: ReadonlySet<OutboxEntry>;
}

/**
 * The leases that were written with a change, until what the change asked for begins. One that is not used runs out after
 * ten seconds, and is ours meanwhile.
 */
export function createWritten({
  services,
  holder,
}: {
  readonly services: Pick<Services, 'now'>;
  readonly holder: string;
}) {
  const kept = new Map<string, Kept>();
  const nameOf = (owner: Owner): string => `${owner.tenant} ${ownerOf(owner)}`;
  const isFresh = (until: Instant): boolean =>
    until >= secondsAfter(services.now(), leaseSeconds - beginsWithinSeconds);
  return {
    for: (owner: Owner): Lease => ({
      ...owner,
      holder,
      until: secondsAfter(services.now(), leaseSeconds),
    }),
    keep: (entries: readonly OutboxEntry[], held: Held | undefined): void => {
      if (held) kept.set(nameOf(held.lease), { ...held, entries: new Set(entries) });
    },
    /** The lease of an owner, where all of these came with it a moment ago; it is given once. */
    take: (owner: Owner, entries: readonly OutboxEntry[]): Held | undefined => {
      const held = kept.get(nameOf(owner));
      kept.delete(nameOf(owner));
      if (!held || !isFresh(held.lease.until)) return undefined;
      const { lease, duty } = held;
      return entries.every((entry) => held.entries.has(entry)) ? { lease, duty } : undefined;
    },
  };
}

import type { TenantKey } from '../../duty/ids.ts';
import type { Timers } from '../../ports/clock.ts';

// As many as fill Teams' 50 requests a second at a third of a second each.
const atOncePerTenant = 16;
const longestYieldSeconds = 1;
// From here on waiting only makes the heap grow.
const mostThatYield = 400;

/** The places in which effects run, so many a tenant: nobody waits for another tenant. */
export interface Limiter {
  /** Waits for a place; people who wait for an answer go first, up to a second. */
  readonly enter: (tenant: TenantKey) => Promise<void>;
  /** Waits for a place before all others: for what gave its place away to wait for its moment. */
  readonly enterAgain: (tenant: TenantKey) => Promise<void>;
  readonly leave: (tenant: TenantKey) => void;
  readonly hasRoom: (tenant: TenantKey) => boolean;
  /** A turn of a person: effects give way to it. */
  readonly turn: <T>(act: () => Promise<T>) => Promise<T>;
}

interface Places {
  taken: number;
  readonly waiting: (() => void)[];
}

export function createLimiter(timers: Timers): Limiter {
  const tenants = new Map<TenantKey, Places>();
  const yielding = new Set<() => void>();
  let turns = 0;

  const placesOf = (tenant: TenantKey): Places => {
    const of = tenants.get(tenant) ?? { taken: 0, waiting: [] };
    tenants.set(tenant, of);
    return of;
  };
  const giveWay = (): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        timer.cancel();
        yielding.delete(go);
        resolve();
      };
      const timer = timers.after(longestYieldSeconds, go);
      yielding.add(go);
    });
  const endTurn = (): void => {
    turns -= 1;
    if (turns === 0) for (const go of [...yielding]) go();
  };

  const take = async (tenant: TenantKey, line: 'push' | 'unshift'): Promise<void> => {
    const of = placesOf(tenant);
    if (of.taken < atOncePerTenant) of.taken += 1;
    // Whoever leaves hands its place on.
    else await new Promise<void>((resolve) => of.waiting[line](resolve));
  };

  return {
    enter: async (tenant) => {
      if (turns > 0 && yielding.size < mostThatYield) await giveWay();
      await take(tenant, 'push');
    },
    enterAgain: (tenant) => take(tenant, 'unshift'),
    leave: (tenant) => {
      const of = placesOf(tenant);
      const next = of.waiting.shift();
      if (next) next();
      else of.taken -= 1;
      if (of.taken === 0) tenants.delete(tenant);
    },
    hasRoom: (tenant) => (tenants.get(tenant)?.taken ?? 0) < atOncePerTenant,
    turn: async (act) => {
      turns += 1;
      try {
        return await act();
      } finally {
        endTurn();
      }
    },
  };
}

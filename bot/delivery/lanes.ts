import type { TenantKey } from '../duty/ids.ts';
import type { Timers } from '../ports/clock.ts';

// As many as fill Teams' 50 requests a second at a third of a second each.
const atOncePerTenant = 16;
const longestYieldSeconds = 1;
// From here on waiting only makes the heap grow.
const mostThatYield = 400;

/** The places in which effects are carried out, so many a tenant: nobody waits for another tenant. */
export interface Lanes {
  /** Waits for a place; people who wait for an answer go first, up to a second. */
  readonly enter: (tenant: TenantKey) => Promise<void>;
  /** Waits for a place before all others: for what gave its place away to wait for its moment. */
  readonly enterAgain: (tenant: TenantKey) => Promise<void>;
  readonly leave: (tenant: TenantKey) => void;
  readonly hasRoom: (tenant: TenantKey) => boolean;
  /** A turn of a person: effects give way to it. */
  readonly turn: <T>(act: () => Promise<T>) => Promise<T>;
}

interface Lane {
  taken: number;
  readonly waiting: (() => void)[];
}

export function createLanes(timers: Timers): Lanes {
  const lanes = new Map<TenantKey, Lane>();
  const yielding = new Set<() => void>();
  let turns = 0;

  const laneOf = (tenant: TenantKey): Lane => {
    const lane = lanes.get(tenant) ?? { taken: 0, waiting: [] };
    lanes.set(tenant, lane);
    return lane;
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
    const lane = laneOf(tenant);
    if (lane.taken < atOncePerTenant) lane.taken += 1;
    // Whoever leaves hands its place on.
    else await new Promise<void>((resolve) => lane.waiting[line](resolve));
  };

  return {
    enter: async (tenant) => {
      if (turns > 0 && yielding.size < mostThatYield) await giveWay();
      await take(tenant, 'push');
    },
    enterAgain: (tenant) => take(tenant, 'unshift'),
    leave: (tenant) => {
      const lane = laneOf(tenant);
      const next = lane.waiting.shift();
      if (next) next();
      else lane.taken -= 1;
      if (lane.taken === 0) lanes.delete(tenant);
    },
    hasRoom: (tenant) => (lanes.get(tenant)?.taken ?? 0) < atOncePerTenant,
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

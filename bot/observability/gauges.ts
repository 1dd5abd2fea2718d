import type { Instant, TenantKey } from '../duty/ids.ts';
import { quarterOf, quartersUpTo } from '../duty/time/quarter.ts';
import { shardCount } from '../store/azure/keys.ts';
import type { Services } from '../ports/services.ts';

/** How much waits, for the gauges of whoever operates the bot. */
export interface Gauges {
  /** Messages in the queue. */
  readonly queued: number;
  /** Since when the oldest effect waits that is due; undefined when none does. */
  readonly oldestDue: Instant | undefined;
  /** Effects that were given up; at most a hundred of each partition are counted. */
  readonly deadLetters: number;
  /** Open duties of the last four quarters. */
  readonly open: number;
}

const mostDeadLetters = 100;
const quartersCounted = 4;

/** Reads what waits in the stores of some tenants: one row of each partition. */
export async function readGauges(
  services: Services,
  tenants: readonly TenantKey[],
): Promise<Gauges> {
  const { outbox, deadLetters, queue } = services.store;
  const now = services.now();
  const shards = Array.from({ length: shardCount }, (_, shard) => shard);
  const [queued, ...each] = await Promise.all([
    queue.count(),
    ...tenants.map(async (tenant) => ({
      parked: (await deadLetters.parked(tenant, mostDeadLetters)).length,
      due: await Promise.all(
        shards.map((shard) => outbox.due({ tenant, shard }, now, { limit: 1 })),
      ),
      open: await openDuties(services, tenant),
    })),
  ]);
  const due = each.flatMap((one) => one.due.flat().map(({ dueAt }) => dueAt));
  return {
    queued,
    oldestDue: due.toSorted()[0],
    deadLetters: each.reduce((sum, { parked }) => sum + parked, 0),
    open: each.reduce((sum, { open }) => sum + open, 0),
  };
}

async function openDuties(services: Services, tenant: TenantKey): Promise<number> {
  const quarters = quartersUpTo(quarterOf(services.now(), services.zone), quartersCounted);
  const counted = await Promise.all(
    quarters.map((quarter) => services.store.coverage.quarter(tenant, quarter)),
  );
  return counted
    .flatMap(({ tallies }) => Object.values(tallies))
    .reduce((sum, { asked = 0, problem = 0 }) => sum + asked + problem, 0);
}

import type { TenantKey } from '../duty/ids.ts';
import type { Delivery, Services } from '../ports/services.ts';
import { shardCount } from '../store/azure/keys.ts';

const mostTaken = 1000;

/** What became due in a jump of the clock is taken at once: nobody looks through the partitions as fast. */
export async function takeDue(
  services: Services,
  tenants: readonly TenantKey[],
  delivery: Delivery,
): Promise<void> {
  const { outbox } = services.store;
  for (const tenant of tenants) {
    const shards = Array.from({ length: shardCount }, (_, shard) => shard);
    const due = await Promise.all(
      shards.map((shard) => outbox.due({ tenant, shard }, services.now(), { limit: mostTaken })),
    );
    delivery.soon(due.flat());
  }
}

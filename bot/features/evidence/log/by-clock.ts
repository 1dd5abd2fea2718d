import { DateTime } from 'luxon';
import type { TenantKey } from '../../../duty/ids.ts';
import type { OutboxEntry } from '../../../ports/store.ts';
import type { Services } from '../../../ports/services.ts';
import type { LogName } from './checkpoint.ts';
import { makeCheckpoint } from './append.ts';

// Before the working day, so that whoever opens the channel in the morning finds it there.
const hour = 6;
const waitingAtOnce = 1000;
const perShard = 100;

/** Makes the day's checkpoint at 06:00 on the organisation's clock, and one whenever a thousand records wait. */
export async function checkpointByClock(
  services: Services,
  tenant: TenantKey,
  name: LogName,
): Promise<void> {
  const last = (await services.store.evidence.head(tenant))?.value.checkpoint;
  if (last && last.at >= lastMorning(services)) {
    const waiting = await services.store.evidence.unlogged(tenant, perShard);
    if (waiting.length < waitingAtOnce) return;
  }
  await checkpointWitnessed(services, tenant, name);
}

/** The last time that it was 06:00, as an instant. */
function lastMorning({ now, zone }: Services): string {
  const local = DateTime.fromISO(now(), { zone });
  const today = local.startOf('day').set({ hour });
  const morning = today <= local ? today : today.minus({ days: 1 });
  return morning.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
}

/** Makes a checkpoint and sees to it that the IT channel, outside the storage account, keeps it as well. */
async function checkpointWitnessed(
  services: Services,
  tenant: TenantKey,
  name: LogName,
): Promise<void> {
  const made = await makeCheckpoint(services, tenant, name);
  if (!made) return;
  const key = `show-checkpoint:${String(made.size).padStart(12, '0')}`;
  const effect = { do: 'show-checkpoint', key, text: made.text } as const;
  const entry: OutboxEntry = { tenant, effect, dueAt: made.at, attempts: 0 };
  await services.store.outbox.add(entry);
  services.delivery.soon([entry]);
}

import { DateTime } from 'luxon';
import type { TenantKey } from '../../../duty/ids.ts';
import type { Services } from '../../../ports/services.ts';
import type { LogName } from './checkpoint.ts';
import { commitAhead, makeDue } from '../../../casework/effect-ahead.ts';
import { appendWaiting, checkpointAt } from './append.ts';

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
  const { evidence } = services.store;
  const head = await appendWaiting(evidence, tenant);
  if (!head) return;
  // The effect first: were the checkpoint stored before it, a crash in between would leave the channel without.
  const key = `show-checkpoint:${String(head.value.size)}`;
  const showing = await commitAhead(services, { tenant }, { do: 'show-checkpoint', key });
  const made = await checkpointAt(evidence, tenant, { head, name, at: services.now() });
  if (made) services.delivery.soon(await makeDue(services, showing));
}

import type { TenantEffect } from '../../../duty/effects.ts';
import type { TenantKey } from '../../../duty/ids.ts';
import { lastAtTime } from '../../../duty/time/on-the-clock.ts';
import type { OutboxEntry } from '../../../ports/store.ts';
import type { Services } from '../../../ports/services.ts';
import type { LogName } from './checkpoint.ts';
import { commitAhead, makeDue } from '../../../casework/effect-ahead.ts';
import { appendWaiting, checkpointAt } from './append.ts';

// Before the working day, so that whoever opens the channel in the morning finds it there.
const morning = '06:00';
const waitingAtOnce = 1000;
const perShard = 100;

/** Makes the day's checkpoint at 06:00 on the organisation's clock, and one whenever a thousand records wait. */
export async function checkpointByClock(
  services: Services,
  tenant: TenantKey,
  name: LogName,
): Promise<void> {
  const last = (await services.store.evidence.head(tenant))?.value.checkpoint;
  if (last && last.at >= lastAtTime(services.now(), morning, services.zone)) {
    const waiting = await services.store.evidence.unlogged(tenant, perShard);
    if (waiting.length < waitingAtOnce) return;
  }
  services.delivery.soon(await checkpointWitnessed(services, tenant, name));
}

/**
 * Makes a checkpoint and sees to it that others keep it as well, outside the storage account: the IT channel,
 * and every vendor that is told over HTTP. Gives what is to be carried out for that.
 */
export async function checkpointWitnessed(
  services: Pick<Services, 'store' | 'now' | 'turn'>,
  tenant: TenantKey,
  name: LogName,
): Promise<readonly OutboxEntry[]> {
  const { evidence } = services.store;
  const head = await appendWaiting(evidence, tenant);
  if (!head) return [];
  const { size, checkpoint } = head.value;
  const previousSize = checkpoint?.size ?? 0;
  // The effects first: were the checkpoint stored before them, a crash in between would leave the others without.
  const ahead: OutboxEntry[] = [];
  for (const effect of tellingOf({ size, previousSize }, name))
    ahead.push(await commitAhead(services, { tenant }, effect));
  const made = await checkpointAt(evidence, tenant, { head, name, at: services.now() });
  if (!made) return [];
  const due = await Promise.all(ahead.map((entry) => makeDue(services, entry)));
  return due.flat();
}

const tellingOf = (
  { size, previousSize }: { readonly size: number; readonly previousSize: number },
  { witnesses = [], stamped = false, kept = false }: LogName,
): readonly TenantEffect[] => [
  { do: 'show-checkpoint', key: `show-checkpoint:${String(size)}` },
  ...(stamped
    ? [{ do: 'stamp-checkpoint' as const, key: `stamp-checkpoint:${String(size)}`, size }]
    : []),
  ...(kept
    ? [{ do: 'keep-checkpoint' as const, key: `keep-checkpoint:${String(size)}`, size }]
    : []),
  ...witnesses.map((vendor): TenantEffect => ({
    do: 'tell-checkpoint',
    key: `tell-checkpoint:${String(size)}:${vendor}`,
    ...{ vendor, size, previousSize },
  })),
];

import type { TenantKey } from '../../../bot/duty/ids.ts';
import { parsePersonId, parseTenantKey } from '../../../bot/duty/ids.ts';
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { createApp } from '../../../bot/app.ts';
import type { App } from '../../../bot/app-parts.ts';
import type { Timers } from '../../../bot/delivery/worker.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { createLog } from '../../../bot/observability/log.ts';
import { readSettings } from '../../../bot/settings.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { useChannel } from '../../../bot/features/channel/channel.ts';
import { openDuty } from '../../../bot/casework/open-duty.ts';
import { readOpening } from '../../../bot/casework/read-opening.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import type { AuthSettings } from '../../support/teams/keys.ts';
import { atOnce } from '../../support/teams/sdk.ts';
import { identity, people, tenantId, vendorSecret } from './identity.ts';

export interface BotWishes {
  readonly store: Store;
  readonly auth: AuthSettings;
  /** The service address of Teams. */
  readonly serviceUrl: string;
  readonly timers: Timers;
  readonly logLevel: string;
}

/** Timers that never go off: nothing happens beside what is measured. */
export const noTimers: Timers = { after: () => ({ cancel: () => undefined }) };

/** The bot as it runs in production, on a free port, with a far side on this machine. */
export function benchBot({ store, auth, serviceUrl, timers, logLevel }: BotWishes): App {
  const environment = {
    ...identity,
    PORT: '0',
    HOST: '127.0.0.1',
    VENDOR_API_KEYS: `bench:${vendorSecret}`,
    AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  };
  const read = readSettings(environment);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return createApp({
    settings: read.settings,
    store,
    log: createLog(logLevel),
    now: () => toInstant(DateTime.utc()),
    newId: randomUUID,
    timers,
    version: 'bench',
    // What is measured is the bot, not how long it waits for Teams.
    limits: { tenant: { perSecond: Infinity, atOnce: 1 }, conversation: [] },
    writesAllowed: [],
    identity: { metadataUrl: auth.ToBotFromChannelOpenIdMetadataUrl, fetcher: atOnce },
    serviceHosts: [new URL(serviceUrl).origin],
  });
}

export function homeTenant(): TenantKey {
  const tenant = parseTenantKey(tenantId);
  if (!tenant) throw new Error('The tenant of the bench has no usable id.');
  return tenant;
}

/** Makes the people known to the bot, each with a chat. */
export async function knowPeople({ services }: App, serviceUrl: string): Promise<void> {
  for (const { id, aadObjectId, name } of people) {
    const conversationId = personalConversation({ aadObjectId });
    const person = parsePersonId(aadObjectId);
    if (!person) throw new Error(`The id of ${name} is not usable.`);
    const known = { aadObjectId: person, name, userId: id, conversationId, serviceUrl, tenantId };
    // As in the store: an install by the use case would also send what is open.
    const installed = { ...known, installed: true, locale: 'nl-NL' };
    await services.store.people.save(homeTenant(), installed, undefined);
  }
}

/** Gives the tenant its IT channel, so that answers have all the effects that they have there. */
export async function knowChannel({ services }: App, serviceUrl: string): Promise<void> {
  const channelId = '19:bench@thread.tacv2';
  await useChannel(services, homeTenant(), { channelId, name: 'IT', serviceUrl, tenantId });
}

let opened = 0;

/** Opens duties as a vendor does and brings each card to the person who is asked. */
export async function openDuties(app: App, count: number): Promise<void> {
  const open = async (): Promise<void> => {
    opened += 1;
    const person = people[opened % people.length];
    const reading = readOpening({
      kind: 'verify-change',
      system: 'Unit4 Financials',
      reference: `CHG-${String(opened)}`,
      title: 'Release 2026.4: nieuwe btw-codes',
      assignees: [{ aadObjectId: person?.aadObjectId }],
      dueOn: '2026-12-03',
      details: {
        summary: 'Nieuwe btw-codes in de factuurrun.',
        checks: ['inloggen', 'factuurrun'],
      },
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const openedBy = { type: 'vendor', name: 'bench' } as const;
    const key = `bench-${String(opened)}`;
    await openDuty(app.services, {
      tenant: homeTenant(),
      opening: reading.opening,
      asking: { openedBy, sender: 'bench', key },
    });
  };
  for (let left = count; left > 0; left -= 8) {
    await Promise.all(Array.from({ length: Math.min(8, left) }, open));
  }
  await app.idle();
}

/** From now on effects wait until `release`, so that a turn can be measured without what follows it. */
export function holdEffects(app: App): { readonly release: () => Promise<void> } {
  const { delivery } = app.services;
  const waiting: Parameters<typeof delivery.soon>[] = [];
  const holding: typeof delivery = {
    ...delivery,
    soon: (...asked) => {
      waiting.push(asked);
    },
  };
  // The world is the bot's own; only here does anybody change it while it runs.
  Object.assign(app.services, { delivery: holding });
  return {
    release: async () => {
      Object.assign(app.services, { delivery });
      for (const asked of waiting.splice(0)) delivery.soon(...asked);
      await app.idle();
    },
  };
}

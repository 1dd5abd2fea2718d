import type { DutyJob, EffectOf, EffectResult, EffectsOf } from '../../ports/effects.ts';
import { noted, said } from '../../ports/effects.ts';
import { noteEffect } from '../../casework/change-duty.ts';

// After an outage of days everything arrives within half an hour.
const longestWaitSeconds = 1800;

/**
 * Tells the vendor over HTTP. The name of the message is that of the effect, so a message that is sent again
 * is recognised; it is never given up while the vendor only does not answer.
 */
async function tellVendor({
  services,
  duty,
  effect: { key, message, revision },
  entry,
}: DutyJob<EffectOf<'webhook'>>): Promise<EffectResult> {
  const vendor = duty.openedBy.type === 'vendor' ? duty.openedBy.name : '';
  // Standard Webhooks: no dots in an id.
  const id = `msg_${duty.id}_${key.replaceAll(/[^A-Za-z0-9]+/g, '_')}`;
  const telling = await services.vendors.tell(vendor, {
    id,
    body: JSON.stringify({ ...message, revision }),
  });
  if (telling.type === 'try-later') {
    const growing = Math.min(longestWaitSeconds, 2 ** Math.min(entry.attempts, 11));
    return { ...telling, afterSeconds: Math.max(growing, telling.afterSeconds ?? 0) };
  }
  const refused = { ...said, note: 'the vendor refused a webhook' };
  if (message.type === 'duty.updated') return telling.type === 'received' ? said : refused;
  const status = telling.type === 'refused' ? telling.status : undefined;
  const result =
    telling.type === 'received'
      ? ({ state: 'received' } as const)
      : ({ state: 'refused', ...(status === undefined ? {} : { status }) } as const);
  const { finding, at } = message;
  const told = { type: 'vendor-told', finding, sentAt: at, result } as const;
  const changed = await noteEffect(services, duty, { event: told, entry });
  return changed?.verdict === 'done' ? noted : said;
}

export const effects: EffectsOf<'webhook'> = { webhook: { run: tellVendor } };

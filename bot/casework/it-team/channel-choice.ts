import type { TenantKey } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import { documentView, sealDocument } from '../../tenant/document.ts';
import type { ChannelDecision, ChannelDocument, ChannelEvent } from '../../tenant/it-channel.ts';
import { decideChannel, emptyChannelDocument } from '../../tenant/it-channel.ts';

const maxAttempts = 10;

/**
 * Changes which channel is the IT channel, or what is asked about it, with the evidence in the same
 * transaction. `eventFor` is asked again for what stands there when somebody else was first; whether
 * somebody may is the caller's to know.
 */
export async function changeChannel(
  services: Services,
  tenant: TenantKey,
  eventFor: (standing: ChannelDocument) => ChannelEvent,
): Promise<ChannelDecision & { readonly event: ChannelEvent }> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const read = await services.store.documents.load(tenant, 'it-channel');
    const before = read?.value ?? emptyChannelDocument(tenant);
    const event = eventFor(before);
    const decision = decideChannel(before, event);
    if (decision.evidence.length === 0) return { ...decision, event };
    const now = services.now();
    const sealing = { at: now, newKey: services.newId };
    const { register, records } = sealDocument(decision.register, decision.evidence, sealing);
    // The list of evidence first: a row too many there is harmless, one too few would hide records.
    if (register.months !== before.months) {
      const month = { list: 'evidence', month: now.slice(0, 7) } as const;
      const view = documentView(register, 'it-channel', now);
      await services.store.indexes.put(tenant, month, view);
    }
    const done = await services.store.documents.commit({
      name: 'it-channel',
      register,
      etag: read?.etag,
      records,
      attempt: services.newId(),
    });
    if (done === 'committed') return { ...decision, event };
  }
  throw new Error(
    `The IT channel changed ${String(maxAttempts)} times while it was being changed.`,
  );
}

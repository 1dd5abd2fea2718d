import type { TenantKey } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import { changeDocument } from './documents.ts';
import type { ChannelDecision, ChannelDocument, ChannelEvent } from '../../tenant/it-channel.ts';
import { decideChannel, emptyChannelDocument } from '../../tenant/it-channel.ts';

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
  const document = { tenant, name: 'it-channel', empty: emptyChannelDocument(tenant) } as const;
  return changeDocument(services, document, (before) => {
    const event = eventFor(before);
    return { ...decideChannel(before, event), event };
  });
}

import type { Duty, OpenedBy, TenantKey } from '../lifecycle/duty.ts';
import type { Opening } from '../lifecycle/open.ts';
import { dutyIdFor, openDuty as decideOpening, requestHash } from '../lifecycle/open.ts';
import { commitDecision } from './change-duty.ts';
import type { World } from './world.ts';

export type Opened =
  | { readonly type: 'opened' | 'opened-before'; readonly duty: Duty }
  /** The key was used for a request that asked something else. */
  | { readonly type: 'other-request' };

/**
 * Opens a duty once per key of a sender: the same request again gives the same duty. When this
 * returns, the duty can be read and found on the lists.
 */
export async function openDuty(
  world: World,
  tenant: TenantKey,
  opening: Opening,
  { openedBy, sender, key }: { openedBy: OpenedBy; sender: string; key: string },
): Promise<Opened> {
  const id = dutyIdFor(tenant, sender, key);
  const asked = requestHash(opening);
  const now = world.now();
  const decision = decideOpening(id, tenant, opening, openedBy, asked, now);
  const opened = await commitDecision(world, decision, { now });
  if (!opened) {
    const before = await world.store.duties.load({ tenant, id });
    if (!before) throw new Error(`The duty ${id} could be neither opened nor read.`);
    return before.value.requestHash === asked
      ? { type: 'opened-before', duty: before.value }
      : { type: 'other-request' };
  }
  const listed = opened.entries.filter(({ effect }) => effect.do === 'list');
  await world.delivery.now(listed);
  world.delivery.soon(opened.entries.filter((entry) => !listed.includes(entry)));
  return { type: 'opened', duty: opened.duty };
}

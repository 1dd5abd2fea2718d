import type { Earlier } from '../duties/kind.ts';
import { kindOf } from '../duties/index.ts';
import type { Duty, OpenedBy, TenantKey } from '../lifecycle/duty.ts';
import { parseDutyId } from '../lifecycle/duty.ts';
import type { Opening } from '../lifecycle/open.ts';
import { dutyIdFor, openDuty as decideOpening, requestHash } from '../lifecycle/open.ts';
import { latestAnswer } from '../lifecycle/standing.ts';
import { commitDecision } from './change-duty.ts';
import type { World } from './world.ts';

export type Opened =
  | { readonly type: 'opened' | 'opened-before'; readonly duty: Duty }
  /** The key was used for a request that asked something else. */
  | { readonly type: 'other-request' };

export interface Asking {
  readonly openedBy: OpenedBy;
  readonly sender: string;
  readonly key: string;
  readonly follows?: Duty['follows'];
}

/**
 * Opens a duty once per key of a sender: the same request again gives the same duty. When this
 * returns, the duty can be read and found on the lists.
 */
export async function openDuty(
  world: World,
  tenant: TenantKey,
  opening: Opening,
  { openedBy, sender, key, follows }: Asking,
): Promise<Opened> {
  const id = dutyIdFor(tenant, sender, key);
  const asked = requestHash(opening);
  const now = world.now();
  const earlier = await earlierAnswers(world, tenant, opening);
  const known = { openedBy, requestHash: asked, earlier, ...(follows ? { follows } : {}) };
  const decision = decideOpening(id, tenant, opening, known, now);
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

/** The last answers of the same kind about the same system, the oldest first. */
async function earlierAnswers(
  world: World,
  tenant: TenantKey,
  { kind, system }: Opening,
): Promise<readonly Earlier[]> {
  const { looksBack } = kindOf(kind);
  if (looksBack === 0) return [];
  const page = await world.store.listings.page(tenant, { list: 'topic', kind, system }, looksBack);
  const found = await Promise.all(
    page.items.map(async ({ id }): Promise<readonly Earlier[]> => {
      const dutyId = parseDutyId(id);
      const duty = dutyId && (await world.store.duties.load({ tenant, id: dutyId }))?.value;
      const answer = duty && latestAnswer(duty);
      if (!answer) return [];
      const { at, outcome, values } = answer;
      return [
        { duty: duty.id, at, reference: duty.reference, outcome, values, details: duty.details },
      ];
    }),
  );
  return found.flat().reverse();
}

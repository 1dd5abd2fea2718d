import { parseDutyId } from '../duty/ids.ts';
import type { DutyRef, TenantKey } from '../duty/ids.ts';
import type { Earlier } from '../kinds/kind.ts';
import { kindOf } from '../kinds/index.ts';
import type { Answer, Duty, OpenedBy } from '../duty/duty.ts';
import type { Opening } from '../duty/open.ts';
import { mayBuildOn } from '../duty/view.ts';
import { dutyIdFor, openDuty as decideOpening, requestHash } from '../duty/open.ts';
import { topicIndexKey } from '../duty/indexed.ts';
import { latestAnswer } from '../duty/answering/quorum.ts';
import { requestersIn } from './people/requesters.ts';
import { withRoleHolders } from './people/role-assignees.ts';
import { commitDecision, leaseOf } from './change-duty.ts';
import { replacedBy } from './document-versions.ts';
import type { Services } from '../ports/services.ts';

export type Opened =
  | { readonly type: 'opened' | 'opened-before'; readonly duty: Duty }
  /** The key was used for a request that asked something else. */
  | { readonly type: 'other-request' }
  /** It is about a version of a document that another version replaced. */
  | { readonly type: 'replaced'; readonly by: string };

export interface Asking {
  readonly openedBy: OpenedBy;
  readonly sender: string;
  readonly key: string;
  readonly follows?: Duty['follows'];
  /** What was asked, where the opening says more: the roster named the assignees. */
  readonly asked?: Opening;
  /** The roster named those who are asked. */
  readonly byRoster?: boolean;
}

/**
 * Opens a duty once per key of a sender: the same request again gives the same duty. When this
 * returns, the duty can be read and found on the lists.
 */
export async function openDuty(
  services: Services,
  {
    tenant,
    opening,
    asking: { openedBy, sender, key, follows, asked: request = opening, byRoster = false },
  }: { readonly tenant: TenantKey; readonly opening: Opening; readonly asking: Asking },
): Promise<Opened> {
  const id = dutyIdFor(tenant, sender, key);
  const asked = requestHash(request);
  const now = services.now();
  const replaced = await replacedBy(services, tenant, { ...opening, openedBy });
  if (replaced !== undefined) {
    const before = await openedBefore(services, { tenant, id }, asked);
    return before ?? { type: 'replaced', by: replaced };
  }
  const earlier = await earlierAnswers(services, tenant, { ...opening, openedBy });
  const requesters = await requestersIn(services, tenant, opening);
  const known = { openedBy, requestHash: asked, earlier, byRoster, requesters };
  const whole = await withRoleHolders(services, tenant, opening);
  const decision = decideOpening(
    id,
    { tenant, opening: whole, opened: { ...known, ...(follows ? { follows } : {}) } },
    now,
  );
  const lease = leaseOf(services, { tenant, id });
  const opened = await commitDecision(services, decision, { now, lease });
  if (!opened) {
    const before = await openedBefore(services, { tenant, id }, asked);
    if (!before) throw new Error(`The duty ${id} could be neither opened nor read.`);
    return before;
  }
  const { entries, held } = opened;
  await services.delivery.now(entries, { wanted: (effect) => effect.do === 'list', held });
  return { type: 'opened', duty: opened.duty };
}

/** What became of the key when it was used before; undefined when it never was. */
async function openedBefore(
  services: Services,
  ref: DutyRef,
  asked: string,
): Promise<Opened | undefined> {
  const before = (await services.store.duties.load(ref))?.value;
  if (!before) return undefined;
  return before.requestHash === asked
    ? { type: 'opened-before', duty: before }
    : { type: 'other-request' };
}

/** What was said last, also by somebody who could not judge. */
const lastWord = ({ answers }: Duty): Answer | undefined =>
  answers.findLast(({ replacedBy }) => replacedBy === undefined);

/** So far a vendor's own are sought between those of others. */
const mostRead = 100;

/** The last answers of the same kind about the same system, the oldest first; for a vendor of what it asked itself. */
async function earlierAnswers(
  services: Services,
  tenant: TenantKey,
  opening: Opening & { readonly openedBy: OpenedBy },
): Promise<readonly Earlier[]> {
  const { looksBack, looksBackAtUnable } = kindOf(opening.kind);
  if (looksBack === 0) return [];
  const page = await services.store.indexes.page(tenant, {
    list: topicIndexKey(opening),
    size: opening.openedBy.type === 'vendor' ? mostRead : looksBack,
  });
  const known = page.items.filter((row) => mayBuildOn(opening.openedBy, row)).slice(0, looksBack);
  const found = await Promise.all(
    known.map(async ({ id }): Promise<readonly Earlier[]> => {
      const dutyId = parseDutyId(id);
      const duty = dutyId && (await services.store.duties.load({ tenant, id: dutyId }))?.value;
      const answer = duty && (latestAnswer(duty) ?? (looksBackAtUnable && lastWord(duty)));
      if (!answer) return [];
      const { at, outcome, values } = answer;
      const { id: earlier, reference, details } = duty;
      const reaction = duty.findings.at(-1)?.reactions.at(-1)?.text;
      const said = reaction === undefined ? {} : { reaction };
      return [{ duty: earlier, at, reference, outcome, values, details, ...said }];
    }),
  );
  return found.flat().reverse();
}

import { comparable } from '../../cards/same-text.ts';
import { parseDutyId } from '../duty/ids.ts';
import type { DutyId, TenantKey } from '../duty/ids.ts';
import { kindOf } from '../kinds/index.ts';
import type { Duty } from '../duty/duty.ts';
import type { IndexKey } from '../duty/indexed.ts';
import { documentIndexKey } from '../duty/indexed.ts';
import type { Opening } from '../duty/open.ts';
import type { DutyView } from '../duty/view.ts';
import { mayBuildOn } from '../duty/view.ts';
import { words } from '../views/texts.ts';
import { changeDuty } from './change-duty.ts';
import type { EffectsOf } from '../ports/effects.ts';
import { done } from '../ports/effects.ts';
import type { Services } from '../ports/services.ts';

// Each version is one duty, or a few: this many reach back for years.
const mostDuties = 100;

const sameVersion = (one: string | undefined, other: string): boolean =>
  one !== undefined && comparable(one) === comparable(other);

async function standing(
  services: Services,
  tenant: TenantKey,
  list: IndexKey,
): Promise<readonly DutyView[]> {
  return (await services.store.indexes.page(tenant, { list, size: mostDuties })).items;
}

/**
 * The registered version where an opening is about one that it replaced. The version of the newest duty is
 * the registered one: how vendors number theirs says nothing for sure, so nothing is compared but what was
 * asked here before, of a vendor by itself. The same version once more is fine, for somebody else to read.
 */
export async function replacedBy(
  services: Services,
  tenant: TenantKey,
  opening: Pick<Opening, 'kind' | 'system' | 'details'> & Pick<Duty, 'openedBy'>,
): Promise<string | undefined> {
  const list = documentIndexKey(opening);
  const wanted = kindOf(opening.kind).document?.(opening.details).version;
  if (!list || wanted === undefined) return undefined;
  const [registered, ...earlier] = (await standing(services, tenant, list)).filter((one) =>
    mayBuildOn(opening.openedBy, one),
  );
  if (registered?.version === undefined || sameVersion(registered.version, wanted))
    return undefined;
  return earlier.some(({ version }) => sameVersion(version, wanted))
    ? registered.version
    : undefined;
}

/**
 * Marks what was asked about earlier versions of a duty's document. It goes by the list and not by the duty,
 * so that of two versions at the same moment the newer one wins, whoever comes first here. A vendor's version
 * takes the place of its own only; what the customer opens takes the place of everybody's.
 */
async function outdateEarlier(services: Services, duty: Duty): Promise<void> {
  const list = documentIndexKey(duty);
  if (!list) return;
  const { openedBy } = duty;
  const versions = (await standing(services, duty.tenant, list)).filter((one) =>
    mayBuildOn(openedBy, one),
  );
  const first = versions.findIndex(({ vendor }) => openedBy.type === 'vendor' || vendor === null);
  const [registered, ...earlier] = first < 0 ? [] : versions.slice(first);
  const newest = parseDutyId(registered?.id);
  const version = registered?.version;
  if (!newest || version === undefined) return;
  for (const one of earlier) {
    if (sameVersion(one.version, version) || one.outdated) continue;
    const id = parseDutyId(one.id);
    if (id) await outdate(services, { tenant: duty.tenant, id }, { version, duty: newest });
  }
}

function outdate(
  services: Services,
  ref: { tenant: TenantKey; id: DutyId },
  by: { version: string; duty: DutyId },
) {
  const reason = words[services.language].replacedBy(by.version);
  return changeDuty(services, ref, { type: 'outdated', ...by, reason });
}

export const effects: EffectsOf<'outdate'> = {
  outdate: {
    run: async ({ services, duty }) => {
      await outdateEarlier(services, duty);
      return done;
    },
  },
};

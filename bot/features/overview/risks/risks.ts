import type { TenantKey } from '../../../duty/ids.ts';
import type { DutyView } from '../../../duty/view.ts';
import { dayOf } from '../../../duty/time/workdays.ts';
import type { Card } from '../../../../cards/card.ts';
import type { Services } from '../../../ports/services.ts';
import type { Overview } from '../asked.ts';
import type { Risk } from './card.ts';
import { risksCard } from './card.ts';

const mostRead = 100;

/** The risks that somebody bears, and those whose day has passed and whose finding is open again. */
export async function readRisks(
  services: Services,
  tenant: TenantKey,
): Promise<{ readonly risks: readonly Risk[]; readonly more: boolean }> {
  const page = await services.store.indexes.page(tenant, {
    list: { list: 'risks' },
    size: mostRead,
  });
  const today = dayOf(services.now(), services.zone);
  const risks = page.items.flatMap((duty) => riskOf(duty, today));
  // One that has ended is late; of the others the one that ends first comes first. Both are the order of their days.
  const inOrder = [...risks].sort(
    (one, other) =>
      Number(other.ended) - Number(one.ended) ||
      (one.until < other.until ? -1 : Number(one.until > other.until)),
  );
  return { risks: inOrder, more: page.next !== undefined };
}

function riskOf(duty: DutyView, today: string): readonly Risk[] {
  const borne = duty.findings.findLast(({ acceptance }) => acceptance?.until !== undefined);
  const { by, reason, until } = borne?.acceptance ?? {};
  if (!borne || by === undefined || reason === undefined || until === undefined) return [];
  return [{ duty, by, reason, until, ended: borne.status === 'open' || until < today }];
}

/** The list of accepted risks from a place on. */
export async function risksFrom(
  { services, tenant, reader, opens }: Overview,
  from: number,
): Promise<Card> {
  const { risks, more } = await readRisks(services, tenant);
  return risksCard({ risks, more, opens, from: from < risks.length ? from : 0 }, reader);
}

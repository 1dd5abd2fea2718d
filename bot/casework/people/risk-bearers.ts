import type { Person } from '../../duty/ids.ts';
import type { Duty } from '../../duty/duty.ts';
import { troubled } from '../../duty/answering/quorum.ts';
import { readRoster } from '../roster.ts';
import type { KnownPerson } from '../../ports/store.ts';
import type { Services } from '../../ports/services.ts';

/** Who can bear a risk: not whoever found it, and where roles are given somebody who holds one. */
export async function riskBearers(
  services: Services,
  duty: Duty,
  known: readonly KnownPerson[],
): Promise<readonly KnownPerson[]> {
  const { roles } = await readRoster(services, duty.tenant);
  const holders = riskRoles.flatMap((role) => roles[role]?.aadObjectId ?? []);
  const finders = troubled(duty).map(({ by }) => by.aadObjectId);
  return known.filter(
    ({ aadObjectId }) =>
      !finders.includes(aadObjectId) && (holders.length === 0 || holders.includes(aadObjectId)),
  );
}

/** Whether somebody may bear it at this moment: whom a people picker found, and whoever was asked a while ago. */
export async function mayBear(services: Services, duty: Duty, chosen: Person): Promise<boolean> {
  const known = { ...chosen, userId: '', conversationId: '', serviceUrl: '', tenantId: '' };
  const one = { ...known, installed: false };
  return (await riskBearers(services, duty, [one])).length > 0;
}

// An auditor looks at what others decide.
const riskRoles = ['security', 'privacy', 'contracts', 'access'] as const;

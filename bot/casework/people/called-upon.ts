import { troubled } from '../../duty/answering/quorum.ts';
import type { Duty } from '../../duty/duty.ts';
import type { Person } from '../../duty/ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Role } from '../../kinds/kind.ts';
import type { Services } from '../../ports/services.ts';
import type { ItChannel } from '../../ports/store.ts';
import { personInRole } from './role-holders.ts';

/**
 * Whom a finding that blocks work or touches security calls upon: who holds the role, else who made the channel. One that is late calls upon
 * whoever guards security as well.
 */
export async function calledUpon(
  { services, duty }: { readonly services: Services; readonly duty: Duty },
  { madeBy }: ItChannel,
  late?: 'late',
): Promise<readonly Person[]> {
  const called = rolesCalled(duty);
  const roles = late && called.size === 0 ? new Set<Role>(['security']) : called;
  const holders = await Promise.all(
    [...roles].map((role) => personInRole(services, duty.tenant, role)),
  );
  const found = holders.flatMap((holder) => holder ?? []);
  const people = found.length === 0 && roles.size > 0 && madeBy ? [madeBy] : found;
  return [...new Map(people.map((person) => [person.aadObjectId, person])).values()];
}

function rolesCalled(duty: Duty): ReadonlySet<Role> {
  const wanted = troubled(duty).flatMap(({ values }) => kindOf(duty.kind).followUps(duty, values));
  const alerts = wanted.flatMap((one) => (one.type === 'alert' ? [one] : []));
  const details = duty.details as Readonly<Record<string, unknown>> | null;
  const security = alerts.length > 0 && details?.['security'] === true;
  // What blocks work names no role of its own: security guards that it goes on.
  const named = alerts.map(({ role }) => role ?? ('security' as const));
  return new Set<Role>([...named, ...(security ? (['security'] as const) : [])]);
}

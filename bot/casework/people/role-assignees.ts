import type { TenantKey } from '../../duty/ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Opening } from '../../duty/open.ts';
import { personInRole } from './role-holders.ts';
import type { Services } from '../../ports/services.ts';

/**
 * The opening with whoever has to look as well by role, such as somebody from security where personal data
 * is involved: four eyes. As it was where a rule was given, nobody holds the role, or its holder is the
 * only one who is asked: then the form itself asks for a second person.
 */
export async function withRoleHolders(
  services: Services,
  tenant: TenantKey,
  opening: Opening,
): Promise<Opening> {
  const role = kindOf(opening.kind).alsoAsk?.(opening.details);
  const parted = opening.assignees.some(({ part }) => part);
  if (!role || opening.rule || parted) return opening;
  const holder = await personInRole(services, tenant, role);
  if (!holder) return opening;
  const others = opening.assignees.filter((one) => one.aadObjectId !== holder.aadObjectId);
  if (others.length === 0) return opening;
  const { aadObjectId, name } = holder;
  const assignees = [...others, { aadObjectId, name, role }];
  return { ...opening, assignees, rule: 'four-eyes' };
}

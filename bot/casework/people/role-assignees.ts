import type { TenantKey } from '../../duty/ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Opening } from '../../duty/open.ts';
import { personInRole } from './role-holders.ts';
import type { Services } from '../../ports/services.ts';

/**
 * The opening with whoever has to look as well by role, such as somebody from security where personal data
 * is involved: four eyes. Where nobody holds the role, or its holder is the only one who is asked, somebody
 * is asked for later; a name that is typed is no second person.
 */
export async function withRoleHolders(
  services: Services,
  tenant: TenantKey,
  opening: Opening,
): Promise<Opening> {
  const role = kindOf(opening.kind).alsoAsk?.(opening.details);
  const { rule, assignees: people } = opening;
  const parted = people.some(({ part }) => part);
  // Without parts one answer covers all processes, so that these are not two pairs of eyes by themselves.
  const byMore = rule === 'four-eyes' || (rule === 'all' && people.length > 1);
  if (!role || byMore || parted) return opening;
  const holder = await personInRole(services, tenant, role);
  if (!holder) return { ...opening, rule: 'four-eyes' };
  const others = people.filter((one) => one.aadObjectId !== holder.aadObjectId);
  if (others.length === 0) return { ...opening, rule: 'four-eyes' };
  const { aadObjectId, name } = holder;
  const assignees = [...others, { aadObjectId, name, role }];
  return { ...opening, assignees, rule: 'four-eyes' };
}

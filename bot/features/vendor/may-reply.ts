import type { Person } from '../../duty/ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Duty } from '../../duty/duty.ts';
import { countingAnswers } from '../../duty/quorum.ts';
import { personInRole } from '../../casework/role-holders.ts';
import type { Services } from '../../ports/services.ts';

/** Whoever answered, the IT team, and whoever holds an office that the answer called upon. */
export async function mayReply(
  services: Services,
  duty: Duty,
  { person, inItChannel }: { readonly person: Person; readonly inItChannel: boolean },
): Promise<boolean> {
  const answers = countingAnswers(duty);
  if (inItChannel || answers.some(({ by }) => by.aadObjectId === person.aadObjectId)) return true;
  const kind = kindOf(duty.kind);
  const roles = answers
    .flatMap(({ values }) => kind.followUps(duty, values))
    .flatMap((wanted) => (wanted.type === 'alert' && wanted.role ? [wanted.role] : []));
  for (const role of new Set(roles)) {
    const holder = await personInRole(services, duty.tenant, role);
    if (holder?.aadObjectId === person.aadObjectId) return true;
  }
  return false;
}

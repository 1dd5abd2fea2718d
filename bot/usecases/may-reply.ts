import { kindOf } from '../duties/index.ts';
import type { Duty, Person } from '../lifecycle/duty.ts';
import { countingAnswers } from '../lifecycle/standing.ts';
import { personInRole } from './offices.ts';
import type { World } from './world.ts';

/** Whoever answered, the IT team, and whoever holds an office that the answer called upon. */
export async function mayReply(
  world: World,
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
    const holder = await personInRole(world, duty.tenant, role);
    if (holder?.aadObjectId === person.aadObjectId) return true;
  }
  return false;
}

import type { Duty } from '../../duty/duty.ts';
import { assigneeOf, holderOf } from '../../duty/duty.ts';
import type { Person } from '../../duty/ids.ts';
import { countingAnswers } from '../../duty/answering/quorum.ts';
import { toConfirmBy } from '../../duty/findings/to-confirm.ts';
import { memberOf } from '../../duty/survey/survey.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Services } from '../../ports/services.ts';
import type { Actor } from './actor.ts';
import type { DutyWho } from '../clicks.ts';
import { personInRole } from './role-holders.ts';

/** Whether somebody has to do with a duty as a verb demands it; only what is stored decides. */
export async function hasToDoWith(
  services: Services,
  duty: Duty,
  { who, actor }: { readonly who: DutyWho; readonly actor: Actor },
): Promise<boolean> {
  const { aadObjectId } = actor.person;
  switch (who) {
    case 'asked':
    case 'asked-in-person':
      return assigneeOf(duty, aadObjectId) !== undefined;
    case 'surveyed':
      return memberOf(duty, aadObjectId) !== undefined;
    case 'party':
    case 'party-in-person':
      return isParty(services, duty, actor);
  }
}

async function isParty(services: Services, duty: Duty, actor: Actor): Promise<boolean> {
  if (actor.inItChannel || seesToItself(duty, actor.person)) return true;
  return (
    (await mayReply(services, duty, actor)) || (await seesToRemovals(services, duty, actor.person))
  );
}

/** Whoever was asked, and whoever is or was to solve what was found. */
const seesToItself = (duty: Duty, { aadObjectId }: Person): boolean =>
  holderOf(duty, aadObjectId) !== undefined ||
  duty.findings.some(({ owner }) => owner?.aadObjectId === aadObjectId) ||
  toConfirmBy(duty, aadObjectId) !== undefined;

/** Whoever answered, the IT team, and whoever holds a role that the answer called upon. */
export async function mayReply(
  services: Services,
  duty: Duty,
  { person, inItChannel }: Actor,
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

/** Who sees to removals: who reviewed, who owns the finding, and who administers access. */
export async function seesToRemovals(
  services: Services,
  duty: Duty,
  person: Person,
): Promise<boolean> {
  if (!kindOf(duty.kind).byRow) return false;
  if (seesToItself(duty, person)) return true;
  return (await personInRole(services, duty.tenant, 'access'))?.aadObjectId === person.aadObjectId;
}

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
import type { DutyRole } from '../rights/rights.ts';
import { rights } from '../rights/rights.ts';
import { personInRole } from './role-holders.ts';

/** Whether somebody has to do with a duty as a verb demands it; only what is stored decides. */
export async function hasToDoWith(
  services: Services,
  duty: Duty,
  { who, actor }: { readonly who: DutyWho; readonly actor: Actor },
): Promise<boolean> {
  for (const [role, states] of Object.entries(rights[who])) {
    if (!states.includes(duty.status)) continue;
    if (await roles[role as DutyRole](services, duty, actor)) return true;
  }
  return false;
}

type IsInRole = (services: Services, duty: Duty, actor: Actor) => boolean | Promise<boolean>;

/** What makes somebody what they are to a duty. */
const roles: Readonly<Record<DutyRole, IsInRole>> = {
  asked: (_services, duty, { person }) => assigneeOf(duty, person.aadObjectId) !== undefined,
  surveyed: (_services, duty, { person }) => memberOf(duty, person.aadObjectId) !== undefined,
  former: (_services, duty, { person }) => holderOf(duty, person.aadObjectId) !== undefined,
  owner: (_services, duty, { person }) => seesToItself(duty, person),
  'it-team': (_services, _duty, { inItChannel }) => inItChannel,
  'called-upon': mayReply,
  access: (services, duty, { person }) => seesToRemovals(services, duty, person),
};

/** Whoever was asked, whoever is or was to solve what was found, and whoever bears it. */
const seesToItself = (duty: Duty, { aadObjectId }: Person): boolean =>
  holderOf(duty, aadObjectId) !== undefined ||
  duty.findings.some(
    ({ owner, acceptance }) =>
      owner?.aadObjectId === aadObjectId || acceptance?.bearer === aadObjectId,
  ) ||
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

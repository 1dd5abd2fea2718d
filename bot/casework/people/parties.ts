import type { Duty } from '../../duty/duty.ts';
import { assigneeOf, holderOf } from '../../duty/duty.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import { countingAnswers } from '../../duty/answering/quorum.ts';
import { toConfirmBy } from '../../duty/findings/to-confirm.ts';
import { memberOf } from '../../duty/survey/survey.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Services } from '../../ports/services.ts';
import type { Actor } from './actor.ts';
import type { DutyWho } from '../clicks.ts';
import type { DutyRole } from '../rights/rights.ts';
import { rights } from '../rights/rights.ts';
import { readRoster } from '../roster.ts';
import { personInRole } from '../../tenant/roster/roster.ts';
import type { Roster } from '../../tenant/roster/roster.ts';

/** Roles of which the roster says who holds them. */
type OfficeRole = 'called-upon' | 'access';

/**
 * Whether somebody has to do with a duty as a verb demands it; only what is stored decides. Nobody has to do with a duty
 * that does not exist (undefined), and the store is asked as much to find that out as about one of somebody else.
 */
export async function hasToDoWith(
  services: Services,
  duty: Duty | undefined,
  {
    who,
    actor,
    tenant,
  }: { readonly who: DutyWho; readonly actor: Actor; readonly tenant: TenantKey },
): Promise<boolean> {
  const has = (role: DutyRole): boolean =>
    duty !== undefined && (rights[who][role]?.includes(duty.status) ?? false);
  if (duty && itself.some(([role, is]) => has(role) && is(duty, actor))) return true;
  const byOffice = offices.filter(([role]) => rights[who][role] !== undefined);
  if (byOffice.length === 0) return false;
  const roster = await readRoster(services, tenant);
  return duty !== undefined && byOffice.some(([role, is]) => has(role) && is(duty, actor, roster));
}

type IsInRole = (duty: Duty, actor: Actor) => boolean;
type HoldsOffice = (duty: Duty, actor: Actor, roster: Roster) => boolean;

/** Whoever was asked, whoever is or was to solve what was found, and whoever bears it. */
const seesToItself = (duty: Duty, { aadObjectId }: Person): boolean =>
  holderOf(duty, aadObjectId) !== undefined ||
  duty.findings.some(
    ({ owner, acceptance }) =>
      owner?.aadObjectId === aadObjectId || acceptance?.bearer === aadObjectId,
  ) ||
  toConfirmBy(duty, aadObjectId) !== undefined;

/** What makes somebody what they are to a duty, as far as the duty itself says. */
const byDuty: Readonly<Record<Exclude<DutyRole, OfficeRole>, IsInRole>> = {
  asked: (duty, { person }) => assigneeOf(duty, person.aadObjectId) !== undefined,
  surveyed: (duty, { person }) => memberOf(duty, person.aadObjectId) !== undefined,
  former: (duty, { person }) => holderOf(duty, person.aadObjectId) !== undefined,
  owner: (duty, { person }) => seesToItself(duty, person),
  'it-team': (_duty, { inItChannel }) => inItChannel,
};
const byRoster: Readonly<Record<OfficeRole, HoldsOffice>> = {
  'called-upon': (duty, actor, roster) => answeredFor(duty, actor) || isCalled(duty, actor, roster),
  access: (duty, { person }, roster) => seesToRows(duty, person, roster),
};
const itself = Object.entries(byDuty) as readonly [DutyRole, IsInRole][];
const offices = Object.entries(byRoster) as readonly [OfficeRole, HoldsOffice][];

/** Whoever answered, and the IT team. */
const answeredFor = (duty: Duty, { person, inItChannel }: Actor): boolean =>
  inItChannel || countingAnswers(duty).some(({ by }) => by.aadObjectId === person.aadObjectId);

/** Whoever holds a role that an answer called upon. */
function isCalled(duty: Duty, { person }: Actor, roster: Roster): boolean {
  const kind = kindOf(duty.kind);
  return countingAnswers(duty)
    .flatMap(({ values }) => kind.followUps(duty, values))
    .flatMap((wanted) => (wanted.type === 'alert' && wanted.role ? [wanted.role] : []))
    .some((role) => personInRole(roster, role)?.aadObjectId === person.aadObjectId);
}

function seesToRows(duty: Duty, person: Person, roster: Roster): boolean {
  if (!kindOf(duty.kind).byRow) return false;
  return (
    seesToItself(duty, person) || personInRole(roster, 'access')?.aadObjectId === person.aadObjectId
  );
}

/** Whoever answered, the IT team, and whoever holds a role that the answer called upon. */
export async function mayReply(services: Services, duty: Duty, actor: Actor): Promise<boolean> {
  if (answeredFor(duty, actor)) return true;
  return isCalled(duty, actor, await readRoster(services, duty.tenant));
}

/**
 * Who sees to removals: who reviewed, who owns the finding, and who administers access. Nobody of a duty that does not
 * exist (undefined): the store is asked as much as about one of somebody else.
 */
export async function seesToRemovals(
  services: Services,
  duty: Duty | undefined,
  { person, tenant }: { readonly person: Person; readonly tenant: TenantKey },
): Promise<boolean> {
  const roster = await readRoster(services, tenant);
  return duty !== undefined && seesToRows(duty, person, roster);
}

import type { Duty } from '../../duty/duty.ts';
import { assigneeOf } from '../../duty/duty.ts';
import type { Person, PersonId, TenantKey } from '../../duty/ids.ts';
import { isAsked } from '../../duty/answering/quorum.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import type { DutyEvent } from '../../duty/decide.ts';
import { askable, entryFor } from '../../tenant/roster/roster.ts';
import type { Roster } from '../../tenant/roster/roster.ts';
import type { Services } from '../../ports/services.ts';
import { changeDutyWith } from '../change-duty.ts';
import { firstAskable, readRoster } from '../roster.ts';

/** What hands a duty that waits for somebody who is away to whoever the roster names next. */
async function toNextOfRoster(
  services: Services,
  { duty, roster, from }: { readonly duty: Duty; readonly roster: Roster; readonly from: PersonId },
  by: Person | undefined,
): Promise<Extract<DutyEvent, { type: 'handed-over' }> | undefined> {
  const entry = entryFor(roster, duty.system, duty.kind);
  if (!entry || !assigneeOf(duty, from) || !isAsked(duty, from)) return undefined;
  const today = dayOf(services.now(), services.zone);
  const to = await firstAskable(services, duty, askable(entry, today));
  if (!to) return undefined;
  return { type: 'handed-over', ...(by ? { by } : {}), from, to, reason: 'away', because: 'away' };
}

/**
 * A duty that comes for somebody who said to be away goes to whoever the roster names next, with a record of it.
 * False where the person is there, or nobody else is named: then the card waits in the person's chat.
 */
export async function handedOnWhileAway(
  services: Services,
  duty: Duty,
  person: PersonId,
): Promise<boolean> {
  const { tenant } = duty;
  const own = (await services.store.people.get(tenant, person))?.value.backOn;
  if (own === undefined || own <= dayOf(services.now(), services.zone)) return false;
  return handOn(services, { tenant, id: duty.id }, { from: person });
}

/** Hands one duty of somebody who is away on; true where it moved. */
export async function handOn(
  services: Services,
  ref: { readonly tenant: TenantKey; readonly id: Duty['id'] },
  { from, by }: { readonly from: PersonId; readonly by?: Person },
): Promise<boolean> {
  const roster = await readRoster(services, ref.tenant);
  const changed = await changeDutyWith(services, {
    ref,
    eventFor: (duty) => toNextOfRoster(services, { duty, roster, from }, by),
  });
  return changed !== undefined && assigneeOf(changed.duty, from) === undefined;
}

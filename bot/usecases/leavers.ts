import type { PersonId, TenantKey } from '../lifecycle/duty.ts';
import { assigneeOf, parseDutyId } from '../lifecycle/duty.ts';
import { secondsAfter } from '../lifecycle/instant.ts';
import { isAsked } from '../lifecycle/standing.ts';
import { dayOf } from '../lifecycle/workdays.ts';
import { askable, entryFor } from '../roster/roster.ts';
import type { OutboxEntry } from '../store/ports.ts';
import { changeDutyWith } from './change-duty.ts';
import { firstAskable } from './reminders.ts';
import { hasLeft, readRoster } from './roster.ts';
import type { World } from './world.ts';

/** An app that is updated or installed again is gone for a moment: that is no leaving. */
const graceSeconds = 15 * 60;

/** Notes that somebody removed the bot; what waits for them goes to others unless they come back soon. */
export async function expectLeaving(
  world: World,
  tenant: TenantKey,
  person: PersonId,
): Promise<void> {
  const entry: OutboxEntry = {
    tenant,
    effect: { do: 'replace-leaver', key: `replace-leaver:${person}`, person },
    dueAt: secondsAfter(world.now(), graceSeconds),
    attempts: 0,
  };
  await world.store.outbox.add(entry);
  world.delivery.soon([entry]);
}

/** Hands what waits for somebody who left to whoever the roster names for it, if it names somebody else. */
export async function replaceLeaver(
  world: World,
  tenant: TenantKey,
  person: PersonId,
): Promise<void> {
  if (!(await hasLeft(world, tenant, person))) return;
  const roster = await readRoster(world, tenant);
  const today = dayOf(world.now(), world.zone);
  let cursor: string | undefined;
  do {
    const page = await world.store.listings.page(tenant, { list: 'person', person }, 100, cursor);
    for (const { id: raw } of page.items) {
      const id = parseDutyId(raw);
      if (!id) continue;
      await changeDutyWith(world, { tenant, id }, async (duty) => {
        const entry = entryFor(roster, duty.system, duty.kind);
        if (!entry || !assigneeOf(duty, person) || !isAsked(duty, person)) return undefined;
        const to = await firstAskable(world, duty, askable(entry, today));
        return (
          to && { type: 'handed-over', from: person, to, reason: 'not-installed', because: 'left' }
        );
      });
    }
    cursor = page.next;
  } while (cursor !== undefined);
}

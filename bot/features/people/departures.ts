import { pagesOf } from '../../ports/pages.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { PersonId, TenantKey } from '../../duty/ids.ts';
import { assigneeOf } from '../../duty/duty.ts';
import { isAsked } from '../../duty/answering/quorum.ts';
import { secondsAfter } from '../../duty/time/instant.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import { askable, entryFor } from '../../tenant/roster/roster.ts';
import { changeDutyWith } from '../../casework/change-duty.ts';
import { graceSeconds } from '../../casework/people/people.ts';
import { firstAskable } from '../../casework/roster.ts';
import { hasLeft, readRoster } from '../../casework/roster.ts';
import type { EffectsOf } from '../../ports/effects.ts';
import { done } from '../../ports/effects.ts';
import type { Services } from '../../ports/services.ts';
import { isForItTeam } from './many-leavers.ts';

/** Hands what waits for somebody who left to whoever the roster names for it, if it names somebody else. */
export async function replaceDeparted(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
): Promise<void> {
  if (!(await hasLeft(services, tenant, person))) return;
  const roster = await readRoster(services, tenant);
  const today = dayOf(services.now(), services.zone);
  const list = { list: 'person', person } as const;
  const page = (cursor: string | undefined) =>
    services.store.indexes.page(tenant, { list, size: 100, cursor });
  for await (const items of pagesOf(page)) {
    for (const { id: raw } of items) {
      const id = parseDutyId(raw);
      if (!id) continue;
      await changeDutyWith(services, {
        ref: { tenant, id },
        eventFor: async (duty) => {
          const entry = entryFor(roster, duty.system, duty.kind);
          if (!entry || !assigneeOf(duty, person) || !isAsked(duty, person)) return undefined;
          const to = await firstAskable(services, duty, askable(entry, today));
          return (
            to && {
              type: 'handed-over',
              from: person,
              to,
              reason: 'not-installed',
              because: 'left',
            }
          );
        },
      });
    }
  }
}

// Longer than a question waits, so that nobody who it is about is forgotten before.
const rememberedSeconds = 3 * 24 * 3600;

export const effects: EffectsOf<'replace-departed'> = {
  'replace-departed': {
    run: async ({ services, effect, entry }) => {
      const { tenant, dueAt } = entry;
      const { person, at = secondsAfter(dueAt, -graceSeconds) } = effect;
      if (!(await hasLeft(services, tenant, person))) return done;
      await services.store.leavers.forget(tenant, secondsAfter(services.now(), -rememberedSeconds));
      if (await isForItTeam(services, tenant, at)) return done;
      await replaceDeparted(services, tenant, person);
      return done;
    },
  },
};

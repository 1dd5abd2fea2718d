import type { Services } from '../../bot/ports/services.ts';
import type { ItChannel } from '../../bot/ports/store.ts';
import type { Person } from '../../bot/duty/ids.ts';
import type { Roster } from '../../bot/tenant/roster/roster.ts';
import { emptyRoster } from '../../bot/tenant/roster/change.ts';
import { tenant } from './duties/duties.ts';

/** What is stored and what Teams says, as far as it decides about rights. */
export interface Known {
  readonly channel?: ItChannel;
  readonly roster?: Partial<Roster>;
  readonly people?: readonly Person[];
  readonly administrators?: readonly Person[];
  /** Who is of the IT team, by the id of the activity. */
  readonly members?: readonly string[];
}

/** The IT channel of a tenant, in one of its teams. */
export const anItChannel: ItChannel = {
  installed: true,
  teamId: '19:team@thread.tacv2',
  channelId: '19:it@thread.tacv2',
  serviceUrl: 'https://smba.example/emea/',
  tenantId: tenant,
};

/** The part of the world that rights are looked up in, without a bot around it. */
export function knowing({
  channel,
  roster = {},
  people = [],
  administrators = [],
  members = [],
}: Known): Services {
  const world = {
    administrators: new Set(administrators.map(({ aadObjectId }) => aadObjectId)),
    itTeam: {
      has: (asked: ItChannel, userId: string) =>
        Promise.resolve(asked === channel && members.includes(userId)),
    },
    store: {
      documents: {
        load: () => Promise.resolve({ value: { ...emptyRoster(tenant), ...roster } }),
      },
      people: {
        channel: () => Promise.resolve(channel),
        // A page a person: whoever stops at the first one sees too few.
        page: (_tenant: string, _size: number, cursor = '0') => {
          const at = Number(cursor);
          const more = at + 1 < people.length ? { next: String(at + 1) } : {};
          return Promise.resolve({ items: people.slice(at, at + 1), ...more });
        },
      },
    },
  };
  return world as unknown as Services;
}

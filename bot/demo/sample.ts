import { parsePersonId } from '../duty/ids.ts';
import type { TenantKey } from '../duty/ids.ts';
import { DateTime } from 'luxon';
import { openDuty } from '../casework/open-duty.ts';
import { readOpening } from '../casework/read-opening.ts';
import type { Services } from '../ports/services.ts';
import { sampleAccounts } from './accounts.ts';
import { fillEarlierQuarters } from './earlier-quarters.ts';
import { moreSampleDuties } from './more-sample.ts';
import { asColleague, samplePeople } from './people.ts';
import type { PlaygroundPerson } from './playground.ts';

const vendor = 'unit4';
const [sanne, lotte] = samplePeople.users;
const jan = samplePeople.currentUser;

/** A day about so many days from today that is no Saturday or Sunday: what is to come stays so, and what is past. */
function inDays(now: string, days: number): string {
  const day = DateTime.fromISO(now).plus({ days });
  const beyond = Math.max(0, day.weekday - 5);
  const moved = days > 0 && beyond > 0 ? 3 - beyond : -beyond;
  return day.plus({ days: moved }).toFormat('yyyy-MM-dd');
}
const at = (now: string, days: number, hour: number): string =>
  DateTime.fromISO(now).plus({ days }).set({ hour, minute: 0 }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
const asked = (...people: readonly PlaygroundPerson[]) =>
  people.map(({ aadObjectId, name }) => ({ aadObjectId, name }));

/** The open duties of the demo, as the vendor would send them. */
export function sampleDuties(now: string): readonly unknown[] {
  return [
    {
      kind: 'verify-change',
      system: 'Unit4 Financials',
      reference: 'CHG-4711',
      title: 'Release 2026.4: nieuwe btw-codes',
      assignees: asked(jan),
      dueOn: inDays(now, 1),
      details: {
        summary:
          'De btw-codes van 2027 staan klaar. Facturen en de aangifte gebruiken ze vanaf 1 januari. Kijk na of jullie eigen inrichting nog klopt.',
        environment: 'productie',
        deployedAt: at(now, -1, 21),
        checks: ['Inloggen', 'Verkoopfactuur', 'Btw-aangifte', 'Koppeling bank'],
      },
    },
    {
      kind: 'confirm-restore',
      system: 'Unit4 Project Management',
      reference: 'RST-0912',
      title: 'Herstel van map Projecten 2025',
      assignees: asked(jan, lotte),
      dueOn: inDays(now, -1),
      details: {
        scope: 'De map Projecten 2025 is teruggezet uit de back-up, met de urenregels en bijlagen.',
        restorePoint: at(now, -6, 17),
        requestedAt: at(now, -5, 9),
        restoredTo: 'productie, map Projecten 2025 (hersteld)',
        samples: ['Project 25-0117', 'Project 25-0342', 'Urenregel week 45, Visser'],
      },
    },
    {
      kind: 'review-access',
      system: 'Unit4 Personeel & Salaris',
      reference: 'TOEGANG-2026-Q4',
      title: 'Wie heeft toegang tot de salarissen?',
      assignees: asked(jan),
      dueOn: inDays(now, 18),
      details: {
        accounts: sampleAccounts(now),
        exportedAt: at(now, -1, 8),
        controlTotal: sampleAccounts(now).length,
      },
    },
    {
      kind: 'verify-change',
      system: 'Unit4 Personeel & Salaris',
      reference: 'CHG-4702',
      title: 'Nieuwe verlofkaart voor medewerkers',
      assignees: asked(sanne),
      dueOn: inDays(now, -2),
      details: {
        summary: 'Medewerkers zien hun verlof nu op één kaart. Kijk na of saldo en opbouw kloppen.',
        environment: 'productie',
        checks: [
          'Saldo van drie medewerkers',
          'Verlof aanvragen',
          'Goedkeuren door leidinggevende',
        ],
      },
    },
    ...moreSampleDuties({
      in: (days) => inDays(now, days),
      period: DateTime.fromISO(now).toFormat("'Q'q yyyy"),
      jan: asked(jan),
      sanne: asked(sanne),
      lotte: asked(lotte),
    }),
  ];
}

/** Where the bot reaches Jan and the channel, and where the colleague who sits beside him. */
interface Addresses {
  readonly connectorUrl: string;
  readonly colleagueUrl: string;
}

/** Fills an empty store: people, the IT channel and open duties. Opening twice is opening once. */
export async function fillStore(
  services: Services,
  tenant: TenantKey,
  { connectorUrl, colleagueUrl }: Addresses,
): Promise<void> {
  await knowPeople(services, tenant, { connectorUrl, colleagueUrl });
  const [channel] = samplePeople.team.channels;
  await services.store.people.useChannel(tenant, {
    channelId: channel?.id ?? samplePeople.team.id,
    name: channel?.name ?? samplePeople.team.name,
    teamId: samplePeople.team.id,
    ...(await services.store.people.channel(tenant)),
    serviceUrl: connectorUrl,
    tenantId: samplePeople.tenantId,
    installed: false,
  });
  const { items } = await services.store.indexes.page(tenant, { list: { list: 'all' }, size: 1 });
  if (items.length > 0) return;
  // First, so that what is open can look back at it.
  await fillEarlierQuarters(services, tenant);
  for (const [index, duty] of sampleDuties(services.now()).entries()) {
    const read = readOpening(duty);
    if (!read.ok) throw new Error(`A sample duty is wrong: ${JSON.stringify(read.problems)}`);
    await openDuty(services, {
      tenant,
      opening: read.opening,
      asking: {
        openedBy: { type: 'vendor', name: vendor },
        sender: `vendor:${vendor}`,
        key: `demo-${String(index)}`,
      },
    });
  }
}

/**
 * The Playground forgets every message when it stops, as if the bot had been removed: people and the
 * channel count as not installed until the page is opened, and then get what is open again.
 */
async function knowPeople(
  services: Services,
  tenant: TenantKey,
  { connectorUrl, colleagueUrl }: Addresses,
): Promise<void> {
  for (const one of [samplePeople.currentUser, ...samplePeople.users]) {
    const aadObjectId = parsePersonId(one.aadObjectId);
    if (!aadObjectId) throw new Error(`${one.name} has no object id.`);
    const known = await services.store.people.get(tenant, aadObjectId);
    await services.store.people.save(
      tenant,
      {
        language: 'nl',
        ...known?.value,
        aadObjectId,
        name: one.name,
        userId: one.id,
        conversationId: one === jan ? samplePeople.personalChat.id : `a:${one.id}`,
        serviceUrl: one === asColleague.currentUser ? colleagueUrl : connectorUrl,
        tenantId: samplePeople.tenantId,
        installed: false,
      },
      known?.etag,
    );
  }
}

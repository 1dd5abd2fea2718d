import { pagesOf } from '../ports/pages.ts';
import type { TenantKey } from '../duty/ids.ts';
import type { KnownPerson, Store } from '../ports/store.ts';
import type { ProbedChat, Reach } from '../teams/probe.ts';
import type { PeopleReading } from './checks.ts';

/** Enough to see what is wrong, and few enough to be quick about it. */
const mostLooks = 20;
const mostPeople = 10_000;
const pageSize = 500;
const mostNames = 10;

/** Reads who has the bot in a chat, looks into some of these chats and into the IT channel. */
export async function readPeople(
  { people, documents }: Pick<Store, 'people' | 'documents'>,
  tenant: TenantKey,
  reach: (chat: ProbedChat) => Promise<Reach>,
): Promise<PeopleReading> {
  const known = await allPeople(people, tenant);
  const installed = known.filter((person) => person.installed);
  const ends = await Promise.all(installed.slice(0, mostLooks).map(reach));
  const looked: Record<string, number> = {};
  for (const end of ends) looked[end] = (looked[end] ?? 0) + 1;
  const reachable = new Set<string>(installed.map(({ aadObjectId }) => aadObjectId));
  const roster = await documents.load(tenant, 'roster');
  const responsible = (roster?.value.entries ?? []).map((entry) => entry.responsible);
  const missing = responsible.filter(({ aadObjectId }) => !reachable.has(aadObjectId));
  return {
    installed: installed.length,
    looked,
    missing: [...new Set(missing.map(({ name }) => name))].slice(0, mostNames),
    channel: await readChannel(people, tenant, reach),
  };
}

async function allPeople(
  people: Store['people'],
  tenant: TenantKey,
): Promise<readonly KnownPerson[]> {
  const found: KnownPerson[] = [];
  for await (const some of pagesOf((cursor) => people.page(tenant, pageSize, cursor))) {
    found.push(...some);
    if (found.length >= mostPeople) break;
  }
  return found;
}

async function readChannel(
  people: Store['people'],
  tenant: TenantKey,
  reach: (chat: ProbedChat) => Promise<Reach>,
): Promise<PeopleReading['channel']> {
  const channel = await people.channel(tenant);
  if (!channel) return 'none';
  if (!channel.installed) return 'gone';
  const end = await reach({ serviceUrl: channel.serviceUrl, conversationId: channel.channelId });
  switch (end) {
    case 'reached':
      return 'there';
    case 'not-allowed':
      return 'not-allowed';
    case 'not-installed':
    case 'blocked':
    case 'gone':
      return 'not-installed';
    case 'not-authorized':
    case 'later':
      return 'later';
  }
}

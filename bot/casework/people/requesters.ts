import { comparable } from '../../../cards/same-text.ts';
import type { Opening } from '../../duty/open.ts';
import type { PersonId, TenantKey } from '../../duty/ids.ts';
import { isObjectId, parsePersonId } from '../../duty/ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Services } from '../../ports/services.ts';
import { readRoster } from '../roster.ts';
import { knownPeople } from './known-people.ts';

interface Named {
  readonly aadObjectId: PersonId;
  readonly name?: string;
}

/** Who the requesters turned out to be, and whether each of them is somebody here. */
export interface Requesters {
  readonly requesters: readonly PersonId[];
  readonly areKnown: boolean;
}

/**
 * Who the requesters are: an object id is itself, a name is the only one who has it among those who are
 * asked, the people of the roster and those who have the bot. A name that two people have, or nobody, is no person;
 * an id that none of these has stays out of the answers and proves nobody: it may be a wrong one.
 */
export async function requestersIn(
  services: Services,
  tenant: TenantKey,
  { kind, details, assignees }: Pick<Opening, 'kind' | 'details' | 'assignees'>,
): Promise<Requesters> {
  const named = kindOf(kind)
    .requesters(details)
    .map((text) => text.trim());
  if (named.length === 0) return { requesters: [], areKnown: true };
  const people = await peopleHere(services, tenant, assignees);
  const found = named.map((text): PersonId | undefined => {
    if (isObjectId(text)) return parsePersonId(text);
    const wanted = comparable(text);
    const alike = people.filter(({ name }) => name !== undefined && comparable(name) === wanted);
    const [only, ...others] = new Set(alike.map(({ aadObjectId }) => aadObjectId));
    return others.length === 0 ? only : undefined;
  });
  const ids = new Set(people.map(({ aadObjectId }) => aadObjectId));
  return {
    requesters: [...new Set(found.flatMap((one) => one ?? []))],
    areKnown: found.every((one) => one !== undefined && ids.has(one)),
  };
}

async function peopleHere(
  services: Services,
  tenant: TenantKey,
  assignees: Opening['assignees'],
): Promise<readonly Named[]> {
  const { entries, roles } = await readRoster(services, tenant);
  return [
    ...assignees,
    ...entries.flatMap(({ responsible, substitute, fallback }) =>
      [responsible, substitute, fallback].flatMap((one) => one ?? []),
    ),
    ...Object.values(roles),
    ...(await knownPeople(services, tenant)),
  ];
}

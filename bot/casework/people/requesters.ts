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

/**
 * Who the requesters are: an object id is itself, a name is the only one who has it among those who are
 * asked, the people of the roster and those who have the bot. A name that two people have, or nobody, is no person.
 */
export async function requestersIn(
  services: Services,
  tenant: TenantKey,
  { kind, details, assignees }: Pick<Opening, 'kind' | 'details' | 'assignees'>,
): Promise<readonly PersonId[]> {
  const named = kindOf(kind)
    .requesters(details)
    .map((text) => text.trim());
  const ids = named.filter(isObjectId).flatMap((id) => parsePersonId(id) ?? []);
  const names = named.filter((text) => !isObjectId(text)).map(comparable);
  if (names.length === 0) return ids;
  const { entries, roles } = await readRoster(services, tenant);
  const people: readonly Named[] = [
    ...assignees,
    ...entries.flatMap(({ responsible, substitute, fallback }) =>
      [responsible, substitute, fallback].flatMap((one) => one ?? []),
    ),
    ...Object.values(roles),
    ...(await knownPeople(services, tenant)),
  ];
  const found = names.flatMap((wanted) => {
    const alike = people.filter(({ name }) => name !== undefined && comparable(name) === wanted);
    const [only, ...others] = new Set(alike.map(({ aadObjectId }) => aadObjectId));
    return only !== undefined && others.length === 0 ? [only] : [];
  });
  return [...new Set([...ids, ...found])];
}

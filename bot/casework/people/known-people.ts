import { pagesOf } from '../../ports/pages.ts';
import { comparable } from '../../../cards/same-text.ts';
import { parsePersonId } from '../../duty/ids.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import { plain } from '../../../cards/plain-text.ts';
import type { Language } from '../../../cards/language.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { Picker } from '../../kinds/people/person-field.ts';
import { isChosen } from '../../kinds/people/person-field.ts';
import type { KnownPerson } from '../../ports/store.ts';
import type { Services } from '../../ports/services.ts';

const mostPeople = 1000;

/** Those who have or had the bot, by name; a thousand at most. A card waits for whoever has not installed it. */
export async function knownPeople(
  services: Services,
  tenant: TenantKey,
): Promise<readonly KnownPerson[]> {
  const found: KnownPerson[] = [];
  const { people } = services.store;
  for await (const some of pagesOf((cursor) => people.page(tenant, 100, cursor))) {
    found.push(...some);
    if (found.length >= mostPeople) break;
  }
  return found.sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}

/** The person that was chosen from a list or typed by name; otherwise what to say about it. */
export function findPerson(
  people: readonly KnownPerson[],
  typed: string,
  language: Language,
): KnownPerson | { readonly message: string } {
  const said = chatTexts[language];
  const chosen = people.find(({ aadObjectId }) => aadObjectId === typed);
  if (chosen) return chosen;
  // An object id is no name of anybody.
  if (isChosen(people) && parsePersonId(typed)) return { message: said.unknownPerson };
  return findByName(people, typed, language);
}

/** The person of that name, or the only one with that in the name; otherwise what to say about it. */
export function findByName(
  people: readonly KnownPerson[],
  typed: string,
  language: Language,
): KnownPerson | { readonly message: string } {
  const said = chatTexts[language];
  const wanted = comparable(typed);
  const exact = people.filter(({ name }) => comparable(name) === wanted);
  const found =
    exact.length > 0 ? exact : people.filter(({ name }) => comparable(name).includes(wanted));
  const [only, ...others] = found;
  if (!only) return { message: said.unknownPerson };
  const names = found.slice(0, 5).map(({ name }) => name);
  return others.length === 0 ? only : { message: said.ambiguousPerson(plain(names.join(', '))) };
}

/** Those who can be named on a card, and the client's own people picker where it has one. */
export interface Choosable {
  readonly people: readonly KnownPerson[];
  readonly picker?: Picker | undefined;
}

/**
 * The person that was named on a card. Somebody from the people picker need not have the bot: the name is
 * then asked of the IT team, and where that does not know it either the card goes on without one.
 */
export async function namedPerson(
  services: Services,
  {
    tenant,
    choosable: { people, picker },
    typed,
  }: { readonly tenant: TenantKey; readonly choosable: Choosable; readonly typed: string },
  language: Language,
): Promise<Person | { readonly message: string }> {
  const id = picker && parsePersonId(typed);
  if (!id) return findPerson(people, typed, language);
  const known = people.find(({ aadObjectId }) => aadObjectId === id);
  if (known) return known;
  const stored = await services.store.people.get(tenant, id);
  if (stored) return stored.value;
  const channel = await services.store.people.channel(tenant);
  const found = channel && (await services.directory.nameIn(channel, id));
  // Whoever is not told now, or has no name, is a colleague until the person writes.
  const name = found?.type === 'member' ? found.name : undefined;
  return { aadObjectId: id, name: name ?? chatTexts[language].colleague };
}

import type { FieldMessage, Values } from '../../../cards/fields.ts';
import type { Duty } from '../../duty/duty.ts';
import type { Person } from '../../duty/ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { DutyContext } from '../../kinds/kind.ts';
import type { Picker } from '../../kinds/people/person-field.ts';
import { knownPeople, namedPerson } from '../../casework/people/known-people.ts';
import type { Services } from '../../ports/services.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { borneWords } from '../../views/findings/borne.ts';

/** An answer with the people whom it names, by field; a name stands in the values. */
export interface Named {
  readonly values: Values;
  readonly people: Readonly<Record<string, Person>>;
}

/**
 * Looks up whom an answer names: somebody who was picked, or the one person of a name that was typed on an earlier card.
 * Whoever gives the answer does not bear what it leaves lost.
 */
export async function namedIn(
  services: Services,
  {
    duty,
    context,
    values,
    by,
    picker,
  }: {
    readonly duty: Duty;
    readonly context: DutyContext;
    readonly values: Values;
    readonly by: Person;
    readonly picker?: Picker | undefined;
  },
  reader: ReaderNow,
): Promise<Named | { readonly messages: readonly FieldMessage[] }> {
  const kind = kindOf(duty.kind);
  const asked = kind
    .namesPeople(context, { outcome: String(values['outcome'] ?? ''), typed: values })
    .filter((field) => values[field] !== undefined);
  if (asked.length === 0) return { values, people: {} };
  const choosable = { people: await knownPeople(services, duty.tenant), picker };
  const people: Record<string, Person> = {};
  for (const field of asked) {
    const typed = String(values[field]);
    const where = { tenant: duty.tenant, choosable, typed };
    const found = await namedPerson(services, where, reader.language);
    if ('message' in found) return { messages: [{ field, message: found.message }] };
    if (field === kind.bearer && found.aadObjectId === by.aadObjectId)
      return { messages: [{ field, message: borneWords(duty, reader.language).notOwn }] };
    people[field] = { aadObjectId: found.aadObjectId, name: found.name };
  }
  const names = Object.fromEntries(Object.entries(people).map(([field, one]) => [field, one.name]));
  return { values: { ...values, ...names }, people };
}

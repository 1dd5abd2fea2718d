import type { Field, Somebody } from '../../../cards/fields.ts';
import { line, required } from '../../../cards/fields.ts';

/** More people than this are not chosen from a list but found by name. */
const peopleToChooseFrom = 40;

/** Where the client has a people picker: whom it searches. */
export type Picker = Somebody['among'];

interface Choice {
  readonly aadObjectId: string;
}

/** Whether people are chosen from a list; otherwise a name is typed. */
export const isChosen = (people: readonly Choice[]): boolean =>
  people.length > 0 && people.length <= peopleToChooseFrom;

/** The field with which a person is named: the client's own picker, a list, or a name that is typed. */
export function personField(people: readonly Choice[], picker?: Picker): Field {
  const values = people.slice(0, peopleToChooseFrom).map((one) => one.aadObjectId);
  if (picker) return { type: 'somebody', among: picker, required: true, values };
  return isChosen(people)
    ? { type: 'choice', style: 'compact', required: true, values }
    : required(line(100));
}

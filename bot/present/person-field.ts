import type { Field } from '../../cards/fields.ts';
import { line, required } from '../../cards/fields.ts';
import type { Person } from '../lifecycle/duty.ts';

/** More people than this are not chosen from a list but found by name. */
export const peopleToChooseFrom = 40;

/** Whether people are chosen from a list; otherwise a name is typed. */
export const isChosen = (people: readonly Person[]): boolean =>
  people.length > 0 && people.length <= peopleToChooseFrom;

/** The field with which a person is named. */
export function personField(people: readonly Person[]): Field {
  return isChosen(people)
    ? {
        type: 'choice',
        style: 'compact',
        required: true,
        values: people.map((one) => one.aadObjectId),
      }
    : required(line(100));
}

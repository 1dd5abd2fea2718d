import type { AnyWords, Fields } from '../../../cards/fields.ts';
import { comparable } from '../../../cards/same-text.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { Picker } from './person-field.ts';
import { personField } from './person-field.ts';

/** The people who can be named in an answer, and the client's own picker where it has one. */
export interface Colleagues {
  readonly people: readonly { readonly aadObjectId: string; readonly name: string }[];
  readonly picker?: Picker | undefined;
}

/** The fields that name somebody. */
export const personFieldsIn = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.type === 'text' && field.person ? [name] : [],
  );

interface Form {
  readonly fields: Fields;
  readonly words: AnyWords;
  readonly typed: Submitted;
}

/**
 * A form in which people are picked and not typed. A name that stands there from before, such as in an answer that is
 * corrected, is the one person of that name.
 */
export function withColleagues(form: Form, colleagues: Colleagues | undefined): Form {
  const asked = personFieldsIn(form.fields);
  if (!colleagues || asked.length === 0) return form;
  const { people, picker } = colleagues;
  const picked = { ...personField(people, picker), required: false };
  const values = Object.fromEntries(people.map(({ aadObjectId, name }) => [aadObjectId, name]));
  const idOf = (typed: string): string => {
    const [only, ...others] = people.filter(({ name }) => comparable(name) === comparable(typed));
    return only && others.length === 0 && picked.type !== 'text' ? only.aadObjectId : typed;
  };
  const each = <T>(part: (name: string) => readonly (readonly [string, T])[]) =>
    Object.fromEntries(asked.flatMap(part));
  return {
    fields: { ...form.fields, ...each((name) => [[name, picked]]) },
    words: {
      ...form.words,
      ...each((name) => {
        const own = form.words[name];
        return own ? [[name, { ...own, values }]] : [];
      }),
    },
    typed: {
      ...form.typed,
      ...each((name) => {
        const typed = form.typed[name];
        return typeof typed === 'string' ? [[name, idOf(typed)]] : [];
      }),
    },
  };
}

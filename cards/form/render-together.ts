import type { Element } from '../card.ts';
import { heading, text } from '../elements.ts';
import { eachItsOwn, togetherInput } from '../input-ids.ts';
import { plain } from '../plain-text.ts';
import { lineLabel } from '../read-fields.ts';
import type { FieldForm } from './field-form.ts';
import { fieldOf, typedIn, wordsOf } from './field-form.ts';

/** All lines by name, and one choice for them: what somebody says of all is said of lines that they see. */
export function togetherInputs(form: FieldForm, name: string): readonly Element[] {
  const field = fieldOf(form, name);
  const said = wordsOf(form, name).together;
  if (field.type !== 'lines' || !field.together || !said) return [];
  const id = togetherInput(name);
  const typed = typedIn(form, id);
  return [
    heading(plain(said.heading)),
    ...(form.lines[name] ?? []).map((line) =>
      text(`• ${plain(lineLabel(line))}`, { spacing: 'small' }),
    ),
    {
      type: 'Input.ChoiceSet',
      id,
      label: said.label,
      style: 'expanded',
      wrap: true,
      ...(typed === undefined ? {} : { value: typed }),
      choices: [
        ...field.together.map((value) => ({ title: said.values[value] ?? value, value })),
        { title: said.each, value: eachItsOwn },
      ],
    },
  ];
}

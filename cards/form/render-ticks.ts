import type { ChoiceInput } from '../card.ts';
import type { FieldForm } from './field-form.ts';
import { lineInput, seenInput, seenValue, tickInput } from '../input-ids.ts';
import type { FormPart } from './parts.ts';
import { partName } from './parts.ts';
import { visible } from '../plain-text.ts';
import { lineLabel, typedText } from '../read-fields.ts';

/** One list in which the lines with one result are ticked: what was said of each line before stands in it. */
export function tickInputs(
  form: FieldForm,
  part: Extract<FormPart, { type: 'ticks' }>,
): ChoiceInput {
  const { field, value } = part;
  const { lines, typed, words, labels } = form;
  const id = tickInput(field, value);
  const own = lines[field] ?? [];
  const said = own.flatMap((_, at) => (typed[lineInput(field, at)] === value ? [String(at)] : []));
  const label = labels?.[partName(part)] ?? words[field]?.label ?? field;
  return ticked(id in typed ? typedText(typed[id]) : said.join(','), {
    id,
    label,
    choices: own.map((line, at) => ({ title: visible(lineLabel(line)), value: String(at) })),
  });
}

/** One list of what somebody saw: each line is a yes-or-no field whose first value it is. */
export function seenInputs(form: FieldForm, names: readonly string[]): ChoiceInput {
  const { fields, typed, labels = {}, words } = form;
  const choices = names.flatMap((name) => {
    const field = fields[name];
    const [value] = field?.type === 'choice' ? field.values : [];
    const title = labels[`${seenInput}:${name}`] ?? words[name]?.label ?? name;
    return value === undefined ? [] : [{ name, good: value, title, value: seenValue(name, value) }];
  });
  const said = choices.filter(({ name, good }) => typed[name] === good).map(({ value }) => value);
  return ticked(seenInput in typed ? typedText(typed[seenInput]) : said.join(','), {
    id: seenInput,
    label: labels[seenInput] ?? seenInput,
    choices: choices.map(({ title, value }) => ({ title, value })),
  });
}

/** A list of ticks; of what was ticked before only what it offers, for foreign data is never trusted. */
function ticked(
  typed: string | undefined,
  list: Pick<ChoiceInput, 'id' | 'label' | 'choices'>,
): ChoiceInput {
  const offered = (typed ?? '')
    .split(',')
    .filter((one) => list.choices.some(({ value }) => value === one));
  return {
    type: 'Input.ChoiceSet',
    ...list,
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    ...(offered.length === 0 ? {} : { value: offered.join(',') }),
  };
}

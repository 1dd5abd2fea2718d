import type { Element } from './card.ts';
import { columns, text } from './elements.ts';
import type { FieldForm } from './form/field-form.ts';
import { fieldOf } from './form/field-form.ts';
import { fitsHalf } from './form/half.ts';
import type { FormPart } from './form/parts.ts';
import { partFields, partName } from './form/parts.ts';
import { inputsOf, lineInputs, pairInputs } from './form/render-input.ts';
import { seenInputs, tickInputs } from './form/render-ticks.ts';
import { togetherInputs } from './form/render-together.ts';

/** Renders a table of fields as inputs, each with its message under it; half fields pair up. */
export function renderFields(form: FieldForm): readonly Element[] {
  const rows: Element[] = [];
  const waiting: FormPart[] = [];
  const flush = (): void => {
    const parts = waiting.splice(0);
    const inputs = parts.map((part) => inputsOfPart(form, part));
    if (parts.length < 2 || !parts.every((part) => isShort(form, part))) {
      rows.push(...parts.flatMap((part, at) => [...(inputs[at] ?? []), ...messagesOf(form, part)]));
      return;
    }
    // Under the row and not within a column, so that the inputs stay side by side.
    rows.push(columns(inputs), ...parts.flatMap((part) => messagesOf(form, part, true)));
  };
  const whole = Object.keys(form.fields).map((field): FormPart => ({ type: 'field', field }));
  for (const part of form.parts ?? whole) {
    const half = part.type === 'field' && fieldOf(form, part.field).half === true;
    if (!half) flush();
    waiting.push(part);
    if (!half || waiting.length === 2) flush();
  }
  flush();
  return rows;
}

const isShort = (form: FieldForm, part: FormPart): boolean =>
  fitsHalf({ ...form.words[partName(part)], label: labelOf(form, part) });

/** The question as it stands on the card. */
function labelOf({ labels, words }: FieldForm, part: FormPart): string {
  const name = partName(part);
  return labels?.[name] ?? words[name]?.label ?? name;
}

function inputsOfPart(form: FieldForm, part: FormPart): readonly Element[] {
  switch (part.type) {
    case 'field':
      return inputsOf(form, part.field, fieldOf(form, part.field));
    case 'rows':
      return lineInputs(form, part.field, part);
    case 'pairs':
      return pairInputs(form, part);
    case 'ticks':
      return [tickInputs(form, part)];
    case 'together':
      return togetherInputs(form, part.field);
    case 'seen':
      return [seenInputs(form, part.fields)];
  }
}

function messagesOf(form: FieldForm, part: FormPart, named = false): readonly Element[] {
  const name = partName(part);
  // Two inputs side by side share the place of their messages.
  const label = labelOf(form, part);
  const about = named ? `${label}${/[?:.]$/.test(label) ? '' : ':'} ` : '';
  // What is asked in several lists of ticks is wrong once: under the last of them.
  const last = form.parts?.findLast(
    (other) => other.type === 'ticks' && part.type === 'ticks' && other.field === part.field,
  );
  if (last && last !== part) return [];
  const fields = [...partFields(part), ...(part.type === 'seen' ? [name] : [])];
  return form.messages
    .filter(({ field }) => fields.includes(field))
    .map(({ message }) =>
      text(`⚠ ${about}${message}`, { color: 'attention', weight: 'bolder', spacing: 'small' }),
    );
}

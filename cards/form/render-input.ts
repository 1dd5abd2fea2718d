import type { Element, InputElement } from '../card.ts';
import { columns, heading } from '../elements.ts';
import type { FieldForm } from './field-form.ts';
import { fieldOf, longestChoice, typedIn, wordsOf } from './field-form.ts';
import type { Field } from '../fields.ts';
import { faultMessage } from '../fields.ts';
import { fitsHalf } from './half.ts';
import type { FormPart } from './parts.ts';
import { dayInput, lineInput, timeInput } from '../input-ids.ts';
import { plain, visible } from '../plain-text.ts';
import type { LineName } from '../read-fields.ts';
import { lineLabel } from '../read-fields.ts';

/** The inputs of one field. */
export function inputsOf(form: FieldForm, name: string, field: Field): readonly Element[] {
  const words = wordsOf(form, name);
  const typed = typedIn(form, name, field.type === 'text' ? field.maxLength : longestChoice);
  const look = { placeholder: words.placeholder, value: typed };
  const base = inputBase(form, { name, field, label: words.label });
  switch (field.type) {
    case 'text':
      return [
        defined({
          ...base,
          ...look,
          type: 'Input.Text' as const,
          maxLength: field.maxLength,
          isMultiline: field.multiline,
        }),
      ];
    case 'number':
      return [
        defined({
          ...base,
          ...look,
          type: 'Input.Number' as const,
          min: 0,
          max: field.max,
          value: typed !== undefined && /^\d+$/.test(typed) ? Number(typed) : undefined,
        }),
      ];
    case 'choice':
      return [
        defined({
          ...base,
          ...look,
          type: 'Input.ChoiceSet' as const,
          style: field.style,
          wrap: true as const,
          choices: choicesOf(field.values, words.values),
        }),
      ];
    case 'several':
      return [
        defined({
          ...base,
          // Each choice is at most as long as that of a single one.
          value: typedIn(form, name, field.values.length * longestChoice),
          type: 'Input.ChoiceSet' as const,
          style: 'expanded' as const,
          isMultiSelect: true as const,
          wrap: true as const,
          choices: choicesOf(field.values, words.values),
        }),
      ];
    case 'somebody':
      return [
        defined({
          ...base,
          ...look,
          type: 'Input.ChoiceSet' as const,
          style: 'filtered' as const,
          wrap: true as const,
          choices: choicesOf(field.values, words.values),
          'choices.data': { type: 'Data.Query' as const, dataset: datasets[field.among] },
        }),
      ];
    case 'day':
      return [defined({ ...base, type: 'Input.Date' as const, value: typed })];
    case 'moment':
      return momentInputs(form, name, words.label);
    case 'lines':
      return lineInputs(form, name, { from: 0, to: (form.lines[name] ?? []).length });
    case 'amounts':
      // Numbers for lines are asked in pairs, and nowhere by themselves.
      return [];
  }
}

/** What Teams searches for a people picker (Microsoft Teams documentation, "People Picker in Adaptive Cards"). */
const datasets = {
  organisation: 'graph.microsoft.com/users',
  conversation: 'graph.microsoft.com/users?scope=currentContext',
} as const;

function inputBase(
  form: FieldForm,
  { name, field, label }: { readonly name: string; readonly field: Field; readonly label: string },
): { id: string; label: string; isRequired?: true; errorMessage?: string } {
  // Only what a client itself can refuse has a message: the others would make the card heavier for nothing.
  if (field.required) {
    return {
      id: name,
      label,
      isRequired: true,
      errorMessage: faultMessage('required', form.language),
    };
  }
  if (field.type !== 'number') return { id: name, label };
  return { id: name, label, errorMessage: faultMessage('not-a-number', form.language) };
}

function choicesOf(
  values: readonly string[],
  words: Readonly<Record<string, string>> | undefined,
): readonly { title: string; value: string }[] {
  return values.map((value) => ({ title: words?.[value] ?? value, value }));
}

const timeLabel = { nl: 'Tijd', en: 'Time' } as const;

function momentInputs(form: FieldForm, name: string, label: string): readonly Element[] {
  const dayTyped = typedIn(form, dayInput(name));
  const timeTyped = typedIn(form, timeInput(name));
  const date: InputElement = defined({
    type: 'Input.Date' as const,
    id: dayInput(name),
    label,
    value: dayTyped,
  });
  const time: InputElement = defined({
    type: 'Input.Time' as const,
    id: timeInput(name),
    label: timeLabel[form.language],
    value: timeTyped,
  });
  return [columns([[date], [time]])];
}

/** A choice for each of some lines, two beside each other where nothing of them is cut there. */
export function lineInputs(
  form: FieldForm,
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Element[] {
  const field = fieldOf(form, name);
  const words = wordsOf(form, name);
  const lines = (form.lines[name] ?? []).slice(from, to);
  if (lines.length === 0 || field.type !== 'lines') return [];
  const inputs = lines.map((line, at): InputElement => {
    const id = lineInput(name, from + at);
    return defined({
      type: 'Input.ChoiceSet' as const,
      id,
      label: visible(lineLabel(line)),
      style: 'compact' as const,
      wrap: true as const,
      placeholder: words.placeholder,
      value: typedIn(form, id),
      choices: choicesOf(field.values, words.values),
    });
  });
  const { placeholder, values } = words;
  const short = lines.every((line) => fitsHalf({ label: lineLabel(line), placeholder, values }));
  if (!short) return [heading(plain(words.label)), ...inputs];
  const rows: Element[] = [];
  for (let at = 0; at < inputs.length; at += 2) {
    rows.push(columns([inputs.slice(at, at + 1), inputs.slice(at + 1, at + 2)]));
  }
  return [heading(plain(words.label)), ...rows];
}

/** Two numbers for each of some lines, side by side: "Breda, contracted" and "Breda, peak". */
export function pairInputs(
  form: FieldForm,
  { fields, from, to }: Extract<FormPart, { type: 'pairs' }>,
): readonly Element[] {
  const lines = (form.lines[fields[0]] ?? []).slice(from, to);
  const inputOf = (name: string, line: LineName, at: number): InputElement => {
    const field = fieldOf(form, name);
    const { short, placeholder } = wordsOf(form, name);
    const id = lineInput(name, from + at);
    const typed = typedIn(form, id);
    return defined({
      type: 'Input.Number' as const,
      id,
      label: `${visible(lineLabel(line))}, ${short.toLowerCase()}`,
      min: 0,
      max: field.type === 'amounts' ? field.max : 0,
      placeholder,
      value: typed !== undefined && /^\d+$/.test(typed) ? Number(typed) : undefined,
      errorMessage: faultMessage('not-a-number', form.language),
    });
  };
  const question = form.labels?.[fields.join('+')] ?? wordsOf(form, fields[0]).label;
  return [
    heading(plain(question)),
    ...lines.map((line, at) => columns(fields.map((name) => [inputOf(name, line, at)]))),
  ];
}

/** Drops the members that are undefined, so that they do not reach the card. */
function defined<T extends object>(object: T): Defined<T> {
  const kept = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Defined<T>;
}
type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

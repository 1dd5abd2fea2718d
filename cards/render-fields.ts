import type { Element, InputElement } from './card.ts';
import { columns, heading, text } from './elements.ts';
import type { AnyWords, Field, FieldMessage, Fields } from './fields.ts';
import { faultMessage } from './fields.ts';
import { looksLikeSecret } from './secrets.ts';
import type { Language } from './language.ts';
import { cut, plain, visible } from './plain-text.ts';
import type { LinesOf, Submitted } from './read-fields.ts';
import { dayInput, lineInput, lineLabel, timeInput, typedText } from './read-fields.ts';

export interface FieldForm {
  readonly fields: Fields;
  readonly words: AnyWords;
  readonly lines: LinesOf;
  readonly language: Language;
  /** What was typed before, by input id: it stands in the form again. */
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
}

/** Renders a table of fields as inputs, each with its message under it; half fields pair up. */
export function renderFields(form: FieldForm): readonly Element[] {
  const rows: Element[] = [];
  const waiting: string[] = [];
  const flush = (): void => {
    const names = waiting.splice(0);
    const inputs = names.map((name) => inputsOf(form, name, fieldOf(form, name)));
    rows.push(...(inputs.length > 1 ? [columns(inputs)] : inputs.flat()));
    // Under the row and not within a column, so that the inputs stay side by side.
    rows.push(...names.flatMap((name) => messagesOf(form, name, names.length > 1)));
  };
  for (const [name, field] of Object.entries(form.fields)) {
    if (!field.half) flush();
    waiting.push(name);
    if (!field.half || waiting.length === 2) flush();
  }
  flush();
  return rows;
}

function fieldOf({ fields }: FieldForm, name: string): Field {
  const field = fields[name];
  if (!field) throw new Error(`There is no field ${name}.`);
  return field;
}

function messagesOf(form: FieldForm, name: string, named: boolean): readonly Element[] {
  // The question as it stands on the card: two inputs side by side share the place of their messages.
  const about = named ? `${form.words[name]?.label ?? name} ` : '';
  return form.messages
    .filter(({ field }) => field === name)
    .map(({ message }) =>
      text(`⚠ ${about}${message}`, { color: 'attention', weight: 'bolder', spacing: 'small' }),
    );
}

function inputsOf(form: FieldForm, name: string, field: Field): readonly Element[] {
  const words = form.words[name];
  if (!words) throw new Error(`The field ${name} has no words in ${form.language}.`);
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
      return lineInputs(form, { name, values: field.values, words });
  }
}

/** What Teams searches for a people picker (Microsoft Teams documentation, "People Picker in Adaptive Cards"). */
const datasets = {
  organisation: 'graph.microsoft.com/users',
  conversation: 'graph.microsoft.com/users?scope=currentContext',
} as const;

// Ids of choices, days and times are shorter.
const longestChoice = 100;

/** What was typed, cut to what the input takes: no client sends more, and the card would get too large. */
function typedIn(
  { typed, messages }: FieldForm,
  id: string,
  longest = longestChoice,
): string | undefined {
  if (messages.some(({ field, forget }) => forget && field === id)) return undefined;
  const text = typedText(typed[id]);
  // What must not be kept does not come back on a card either.
  return looksLikeSecret(text) ? undefined : text && cut(text, longest);
}

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

function lineInputs(
  form: FieldForm,
  {
    name,
    values,
    words,
  }: {
    readonly name: string;
    readonly values: readonly string[];
    readonly words: NonNullable<AnyWords[string]>;
  },
): readonly Element[] {
  const lines = form.lines[name] ?? [];
  if (lines.length === 0) return [];
  const inputs = lines.map((line, at): InputElement => {
    const id = lineInput(name, at);
    return defined({
      type: 'Input.ChoiceSet' as const,
      id,
      label: visible(lineLabel(line)),
      style: 'compact' as const,
      wrap: true as const,
      placeholder: words.placeholder,
      value: typedIn(form, id),
      choices: choicesOf(values, words.values),
    });
  });
  const rows: Element[] = [];
  for (let at = 0; at < inputs.length; at += 2) {
    rows.push(columns([inputs.slice(at, at + 1), inputs.slice(at + 1, at + 2)]));
  }
  return [heading(plain(words.label)), ...rows];
}

/** Drops the members that are undefined, so that they do not reach the card. */
function defined<T extends object>(object: T): Defined<T> {
  const kept = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Defined<T>;
}
type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

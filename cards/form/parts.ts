import type { Fields } from '../fields.ts';
import {
  dayInput,
  lineInput,
  seenInput,
  tickInput,
  timeInput,
  togetherInput,
} from '../input-ids.ts';
import type { LinesOf } from '../read-fields.ts';

/**
 * A part of a form: a field; some of its lines, each with its own choice, or all of them with one; some lines, each with two numbers; the lines with one result, to be ticked in one
 * list; or several yes-or-no fields as one list of what somebody saw.
 */
export type FormPart =
  | { readonly type: 'field'; readonly field: string }
  | { readonly type: 'rows'; readonly field: string; readonly from: number; readonly to: number }
  /** `each`: somebody said that it differs by line, so that another step asks. */
  | { readonly type: 'together'; readonly field: string; readonly each: boolean }
  | { readonly type: 'pairs'; readonly fields: Pair; readonly from: number; readonly to: number }
  | { readonly type: 'ticks'; readonly field: string; readonly value: string }
  | { readonly type: 'seen'; readonly fields: readonly string[] };

/** Two fields with a number for each line, asked side by side. */
export type Pair = readonly [string, string];

/** Under which name the words of a part are found. */
export function partName(part: FormPart): string {
  switch (part.type) {
    case 'field':
    case 'rows':
    case 'together':
      return part.field;
    case 'pairs':
      return part.fields.join('+');
    case 'ticks':
      return `${part.field}:${part.value}`;
    case 'seen':
      return seenInput;
  }
}

/** The fields about which a part asks; of numbers for lines also each by itself, as one of them may be wrong. */
export function partFields(part: FormPart): readonly string[] {
  switch (part.type) {
    case 'seen':
      return part.fields;
    case 'pairs':
      return [...part.fields, ...pairIds(part)];
    case 'together':
      return part.each ? [] : [part.field];
    default:
      return [part.field];
  }
}

const pairIds = ({ fields, from, to }: Extract<FormPart, { type: 'pairs' }>): readonly string[] =>
  Array.from({ length: to - from }, (_, at) =>
    fields.map((field) => lineInput(field, from + at)),
  ).flat();

/** The ids of the inputs that a part becomes. */
export function partInputs(
  part: FormPart,
  { fields, lines }: { readonly fields: Fields; readonly lines: LinesOf },
): readonly string[] {
  switch (part.type) {
    case 'field': {
      const field = fields[part.field];
      if (field?.type === 'lines' || field?.type === 'amounts')
        return (lines[part.field] ?? []).map((_, at) => lineInput(part.field, at));
      return field?.type === 'moment'
        ? [dayInput(part.field), timeInput(part.field)]
        : [part.field];
    }
    case 'rows':
      return Array.from({ length: part.to - part.from }, (_, at) =>
        lineInput(part.field, part.from + at),
      );
    case 'pairs':
      return pairIds(part);
    case 'ticks':
      return [tickInput(part.field, part.value)];
    case 'together':
      return [togetherInput(part.field)];
    case 'seen':
      return [seenInput];
  }
}

/** Every input with which a table of fields can be answered, whichever way it is asked. */
export function inputsOf(fields: Fields, lines: LinesOf): readonly string[] {
  return [
    seenInput,
    ...Object.entries(fields).flatMap(([name, field]) => [
      ...partInputs({ type: 'field', field: name }, { fields, lines }),
      ...(field.type === 'lines' ? field.values.map((value) => tickInput(name, value)) : []),
      ...(field.type === 'lines' && field.together ? [togetherInput(name)] : []),
    ]),
  ];
}

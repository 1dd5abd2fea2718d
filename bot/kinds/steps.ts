import type { AnyWords, FieldMessage, Fields } from '../../cards/fields.ts';
import { maxInputs } from '../../cards/form/pages.ts';
import type { FormPart, Pair } from '../../cards/form/parts.ts';
import { partFields, partInputs } from '../../cards/form/parts.ts';
import { eachItsOwn, togetherInput } from '../../cards/input-ids.ts';
import type { Language } from '../../cards/language.ts';
import type { LinesOf, Submitted } from '../../cards/read-fields.ts';
import { renderFields } from '../../cards/render-fields.ts';
import type { AnswerStep } from './question.ts';

/** A duty as its questions need it: the fields that it has, its lines, and what was typed so far. */
export interface Asking {
  readonly fields: Fields;
  readonly words: AnyWords;
  readonly labels: Readonly<Record<string, string | undefined>>;
  readonly lines: LinesOf;
  readonly seen: readonly string[];
  readonly language: Language;
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
}

/** What is asked as parts of a form, without the fields and lines that this duty does not have. */
function partsOf(
  asked: readonly string[],
  { fields, lines, seen, typed }: Asking,
): readonly FormPart[] {
  return asked.flatMap((ask): readonly FormPart[] => {
    if (ask === 'seen') return [{ type: 'seen', fields: seen.filter((name) => fields[name]) }];
    const [field = '', value] = ask.split(':');
    const pair = ask.split('+');
    if (isPair(pair)) {
      const to = (lines[pair[0]] ?? []).length;
      return to === 0 ? [] : [{ type: 'pairs', fields: pair, from: 0, to }];
    }
    const known = fields[field];
    if (!known || (known.type === 'lines' && (lines[field] ?? []).length === 0)) return [];
    if (value === 'together')
      return [{ type: 'together', field, each: typed[togetherInput(field)] === eachItsOwn }];
    return value === undefined ? [{ type: 'field', field }] : [{ type: 'ticks', field, value }];
  });
}

const isPair = (names: readonly string[]): names is Pair => names.length === 2;

/** The parts in groups of at most so many inputs; lines are divided where they do not fit. */
function inSteps(parts: readonly FormPart[], asking: Asking): readonly FormPart[][] {
  const steps: FormPart[][] = [];
  let left = 0;
  const put = (part: FormPart, inputs: number): void => {
    if (inputs > left || steps.length === 0) {
      steps.push([]);
      left = maxInputs;
    }
    steps.at(-1)?.push(part);
    left -= inputs;
  };
  for (const part of parts) {
    const inputs = partInputs(part, asking).length;
    if (part.type === 'pairs') {
      for (let from = 0; from < part.to; from += maxInputs / 2) {
        const to = Math.min(part.to, from + maxInputs / 2);
        put({ ...part, from, to }, 2 * (to - from));
      }
      continue;
    }
    const isLines = part.type === 'field' && asking.fields[part.field]?.type === 'lines';
    if (!isLines) {
      put(part, inputs);
      continue;
    }
    for (let from = 0; from < inputs;) {
      const room = left > 0 ? left : maxInputs;
      const to = Math.min(inputs, from + room);
      put({ type: 'rows', field: part.field, from, to }, to - from);
      from = to;
    }
  }
  return steps;
}

/** The elements of some parts, and the inputs and fields in them. */
function shown(parts: readonly FormPart[], asking: Asking): Omit<AnswerStep, 'title'> {
  const labels = Object.fromEntries(
    Object.entries(asking.labels).flatMap(([name, label]) =>
      label === undefined ? [] : [[name, label] as const],
    ),
  );
  return {
    inputs: parts.flatMap((part) => partInputs(part, asking)),
    fields: parts.flatMap(partFields),
    elements: renderFields({ ...asking, labels, parts }),
  };
}

/** What is asked together with the question. */
export const askedFirst = (asked: readonly string[], asking: Asking): Omit<AnswerStep, 'title'> =>
  shown(partsOf(asked, asking), asking);

/** The steps that are asked after an answer; one that has nothing left to ask falls away. */
export function askedThen(
  steps: readonly (readonly string[])[],
  title: string,
  asking: Asking,
): readonly AnswerStep[] {
  return steps
    .flatMap((asked) => inSteps(partsOf(asked, asking), asking))
    .map((parts) => ({ title, ...shown(parts, asking) }));
}

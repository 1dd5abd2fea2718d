import { maxInputs } from '../../cards/form/pages.ts';
import type { Language } from '../../cards/language.ts';
import { maxActions } from '../../cards/limits.ts';
import type { Card } from '../support/cards/card-reader.ts';
import { nameOfProgram, otherLanguage, pluralAfterOne } from './more/wording.ts';
import { actions, inputs, texts } from '../support/cards/card-reader.ts';

type Json = Readonly<Record<string, unknown>>;

/** What every card has, by what is found where it has not. */
export const rules: readonly (readonly [
  what: string,
  faults: (card: Card, language: Language) => readonly string[],
])[] = [
  ['no two full stops', saidLike(/[^.]\.\.(?!\.)/)],
  ['no date that is no words', saidLike(/\b\d{4}-\d{2}-\d{2}\b/)],
  [
    'no place in a text that was not filled in',
    saidLike(/\$\{|\{\w+\}|\bundefined\b|\[object|NaN/),
  ],
  ['no id', saidLike(/\b[\da-f]{8}-[\da-f]{4}-|\bF-\d+\b/i)],
  [
    'no name of the program, not in what stands filled in either',
    (card) => [
      ...saidLike(nameOfProgram)(card),
      ...inputs(card)
        .filter(({ type }) => type === 'Input.Text')
        .map(({ json }) => String(json['value'] ?? ''))
        .filter((value) => nameOfProgram.test(value)),
    ],
  ],
  ['nothing that was done 0 times', saidLike(/\b0 (?:keer|times)\b/i)],
  ['no word twice', saidLike(/(?<![\p{L}-])(\p{L}{2,}) \1(?![\p{L}-])/u)],
  ['no plural after one', saidLike(pluralAfterOne)],
  [
    'one language, whatever the sample says',
    (card, language) => [
      ...saidLike(otherLanguage[language])(card),
      ...inputs(card)
        .map(({ json }) => String(json['placeholder'] ?? ''))
        .filter((example) => otherLanguage[language].test(example)),
    ],
  ],
  ['no exclamation mark', saidLike(/!(?:\s|$)/)],
  ['at most six inputs', (card) => more(inputs(card), maxInputs)],
  ['at most six buttons', (card) => more(actions(card), maxActions)],
  [
    'buttons that a phone shows whole',
    (card) =>
      actions(card)
        .map(({ title }) => title)
        .filter((title) => title.length > roomOnAButton),
  ],
  ['a way on', (card) => (actions(card).length > 0 ? [] : ['no button'])],
  [
    'its buttons told apart',
    (card) => twice(actions(card).map(({ title, json }) => String(json['tooltip'] ?? title))),
  ],
  [
    'a label on every input, that no other one has',
    (card) => {
      const labels = inputs(card).map(({ label }) => label);
      return [...labels.filter((label) => label.trim() === ''), ...pairs(card, labels)];
    },
  ],
  [
    'examples that a phone shows whole',
    (card) =>
      inputs(card).flatMap(({ json }) => {
        const { placeholder = '', isMultiline } = json;
        const room = isMultiline === true ? roomForTwoLines : roomForALine;
        return typeof placeholder === 'string' && placeholder.length > room ? [placeholder] : [];
      }),
  ],
  [
    'nothing cut in an input that stands beside another one',
    (card) =>
      parts(card, 'ColumnSet')
        .flatMap((row) => inputsIn(row))
        .flatMap(({ placeholder, choices }) => [
          ...[placeholder].filter((one) => String(one ?? '').length > roomForHalf),
          // An arrow stands beside what is chosen.
          ...titlesOf(choices).filter((title) => title.length > roomForHalf - 2),
        ])
        .map(String),
  ],
  [
    'the language it is in, and words for a notification',
    ({ lang, fallbackText }, language) => [
      ...(lang === language ? [] : [`lang ${String(lang)}`]),
      ...(typeof fallbackText === 'string' && fallbackText.length > 3 ? [] : ['no fallbackText']),
    ],
  ],
  [
    'no version that a phone does not show',
    ({ version }) => (version === '1.5' ? [] : [String(version)]),
  ],
  [
    'texts that wrap',
    (card) => parts(card, 'TextBlock').flatMap((one) => (one['wrap'] === true ? [] : [said(one)])),
  ],
  [
    'at most three columns',
    (card) => parts(card, 'ColumnSet').flatMap(({ columns }) => more(children(columns), 3)),
  ],
  [
    'no title with anything beside it',
    (card) =>
      parts(card, 'ColumnSet')
        .filter((one) => JSON.stringify(one).includes('"heading"'))
        .map(said),
  ],
  [
    'no reference in the narrow half of a fact, where a phone breaks it',
    (card) =>
      parts(card, 'FactSet')
        .flatMap(({ facts }) => titlesOf(facts))
        .filter((title) => /\p{Lu}-\d/u.test(title)),
  ],
  ['a title of a heading at most once', (card) => more(headingsOf(card, 'large'), 1)],
  [
    'no colour of its own',
    (card) => JSON.stringify(card).match(/#[\da-f]{6}\b|backgroundImage|rgb\(/gi) ?? [],
  ],
  [
    'words for each picture',
    (card) => parts(card, 'Image').flatMap((one) => (one['altText'] ? [] : [said(one)])),
  ],
];

// At 320 px, in the letters of Teams: a line of an input, and the two lines of a larger one.
const roomOnAButton = 30;
const roomForALine = 36;
const roomForHalf = 14;
const roomForTwoLines = 72;

function saidLike(pattern: RegExp) {
  return (card: Card): readonly string[] =>
    [...texts(card), String(card['fallbackText'])].filter((text) => pattern.test(text));
}

function more(all: readonly unknown[], most: number): readonly string[] {
  return all.length > most ? [`${String(all.length)}, ${String(most)} allowed`] : [];
}

const twice = (all: readonly string[]): readonly string[] => [
  ...new Set(all.filter((one, at) => all.indexOf(one) !== at)),
];

// A day and its time share the words of their question; so may the two times of two moments.
const pairs = (card: Card, labels: readonly string[]): readonly string[] => {
  const times = inputs(card).flatMap(({ type, label }) => (type === 'Input.Time' ? [label] : []));
  return twice(labels).filter((label) => !times.includes(label));
};

const headingsOf = (card: Card, size: string): readonly Json[] =>
  parts(card, 'TextBlock').filter((one) => one['style'] === 'heading' && one['size'] === size);

const said = (one: Json): string => JSON.stringify(one).slice(0, 120);

const children = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : []);

const titlesOf = (choices: unknown): readonly string[] =>
  children(choices).flatMap((one) =>
    typeof one === 'object' && one !== null && 'title' in one ? [String(one.title)] : [],
  );

const inputsIn = (row: Json): readonly Json[] =>
  ['Input.Text', 'Input.Number', 'Input.ChoiceSet'].flatMap((type) => parts(row, type));

/** Every part of a card of this type, wherever it stands. */
function parts(json: unknown, type: string): readonly Json[] {
  if (typeof json !== 'object' || json === null) return [];
  const inside = Object.values(json).flatMap((one) => parts(one, type));
  return 'type' in json && json.type === type ? [{ ...json }, ...inside] : inside;
}

import { lineInput, seenInput } from '../../../cards/input-ids.ts';
import type { Answers, Card, CardInput } from './card-reader.ts';
import { actions, inputs } from './card-reader.ts';

/**
 * What a person presses next to give an answer, and what they fill in before that: the button of the answer on the
 * question, and the way on of a step. Undefined where the card asks nothing.
 */
export function nextPress(
  card: Card,
  answers: Answers,
): { readonly title: string; readonly answers: Answers } | undefined {
  const offered = actions(card).filter(({ verb }) => verb === 'answer');
  const chosen = offered.find(({ data }) => data['outcome'] === answers['outcome']);
  const button = chosen ?? (offered.length === 1 ? offered[0] : undefined);
  if (button === undefined) return undefined;
  const filled = inputs(card).flatMap((input) => {
    const typed = typedIn(input, answers);
    return typed === undefined ? [] : [[input.id, typed] as const];
  });
  return { title: button.title, answers: Object.fromEntries(filled) };
}

/** Whether the card is a step of an answer: it has one way on. */
export const isStep = (card: Card): boolean =>
  actions(card).some(({ verb }) => verb === 'answer-back') &&
  actions(card).filter(({ verb }) => verb === 'answer').length === 1;

/** What of an answer belongs in an input; undefined where the answer says nothing about it. */
function typedIn({ id, choices, json }: CardInput, answers: Answers): Answers[string] | undefined {
  if (id in answers || json['isMultiSelect'] !== true) return answers[id];
  const ticked = choices.filter(({ value }) =>
    id === seenInput ? isSeen(value, answers) : isTicked(id, { place: value, answers }),
  );
  const asked = choices.some(({ value }) =>
    id === seenInput ? fieldOf(value) in answers : lineOf(id, value) in answers,
  );
  return asked ? ticked.map(({ value }) => value) : undefined;
}

const fieldOf = (value: string): string => value.split(':')[0] ?? '';
const isSeen = (value: string, answers: Answers): boolean =>
  value === `${fieldOf(value)}:${String(answers[fieldOf(value)])}`;

const lineOf = (id: string, place: string): string =>
  lineInput(id.slice(0, id.lastIndexOf('-')), Number(place));
/** The list `checks-ok` has the lines of `checks` for which the answer says `ok`. */
const isTicked = (
  id: string,
  { place, answers }: { readonly place: string; readonly answers: Answers },
): boolean => answers[lineOf(id, place)] === id.slice(id.lastIndexOf('-') + 1);

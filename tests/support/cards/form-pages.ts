import type { Answers, Card } from './card-reader.ts';
import { actions, inputs, press, texts } from './card-reader.ts';

/**
 * Fills in a form card by card, as a person does: what is not asked on this one is on the next. Gives the card that is
 * reached, with what belongs on it; a card that says that something is wrong is not passed.
 */
export async function throughPages(
  card: Card,
  answers: Answers,
  send: (verb: string, data: object) => Promise<Card>,
): Promise<{ readonly card: Card; readonly answers: Answers }> {
  const asked = inputs(card).map(({ id }) => id);
  const here = Object.entries(answers).filter(([id]) => asked.includes(id));
  const rest = Object.entries(answers).filter(([id]) => !asked.includes(id));
  const next = actions(card).find(({ data }) => data['b'] === 'next');
  if (rest.length === 0 || !next) return { card, answers };
  const { verb, data } = press(card, next.title, Object.fromEntries(here));
  const came = await send(verb, data);
  // What was typed before stands in the buttons; what went wrong is for whoever reads the card.
  if (texts(came).some((text) => text.startsWith('⚠'))) return { card: came, answers: {} };
  return throughPages(came, Object.fromEntries(rest), send);
}

/** What was typed in a form so far: it stands in the inputs of its card, and in the button for its other cards. */
export function typedSoFar(card: Card): Readonly<Record<string, unknown>> {
  const carried = actions(card).find(({ data }) => 's' in data)?.data ?? {};
  const shown = inputs(card).flatMap(({ id, json }) =>
    json['value'] === undefined ? [] : [[id, json['value']] as const],
  );
  return { ...carried, ...Object.fromEntries(shown) };
}

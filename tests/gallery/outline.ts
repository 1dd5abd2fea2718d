import { languages } from '../../cards/language.ts';
import type { Card } from '../support/cards/card-reader.ts';
import type { Page } from './shots.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * What a page of the gallery is made of: for each card its elements in reading order, with the labels of inputs, the
 * titles of facts and the buttons. Texts are left to the stories.
 */
export function outlineOf({ name, shots }: Page): string {
  const told = shots.map(({ event, to, cards }) =>
    [
      `## ${event}${to === '' ? '' : ` → ${to}`}`,
      ...languages.map((language) => `${language}: ${outlineOfCard(cards[language])}`),
    ].join('\n'),
  );
  return [`# ${name}`, ...told, ''].join('\n\n');
}

/** One card in one line. */
const outlineOfCard = (card: Card): string =>
  children(card['body']).map(outlineOfElement).join(' | ');

function outlineOfElement(element: Json): string {
  const type = word(element['type']).replace(/^Action\./, '');
  const style = ['style', 'color', 'isVisible'].flatMap((key) =>
    key in element ? [String(element[key])] : [],
  );
  const look = style.length === 0 ? '' : `.${style.join('.')}`;
  const label = word(element['label']) || (type === 'TextBlock' ? '' : word(element['title']));
  const facts = children(element['facts']).map(({ title }) => word(title));
  const choices = children(element['choices']).map(({ title }) => word(title));
  const parts = [element['items'], element['columns'], element['rows'], element['cells']]
    .flatMap(children)
    .map(outlineOfElement);
  const buttons = children(element['actions']).map(({ title }) => `[${word(title)}]`);
  const inside = [...parts, ...facts, ...choices, ...buttons].join(', ');
  return `${type}${look}${label === '' ? '' : ` “${label}”`}${inside === '' ? '' : `(${inside})`}`;
}

const word = (raw: unknown): string => (typeof raw === 'string' ? raw : '');

const children = (raw: unknown): readonly Json[] =>
  Array.isArray(raw) ? raw.filter((one): one is Json => typeof one === 'object') : [];

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

/** The pages with each card marked that is made as one before it, on whatever page: element by element and button by button. */
export function folded(pages: readonly Page[]): readonly Page[] {
  const seen = new Set<string>();
  return pages.map((page) => ({
    ...page,
    shots: page.shots.map((shot) => {
      const outline = outlineOfCard(shot.cards.nl);
      if (seen.has(outline)) return { ...shot, alike: true as const };
      seen.add(outline);
      return shot;
    }),
  }));
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

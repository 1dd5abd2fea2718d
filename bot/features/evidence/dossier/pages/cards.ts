import { isList, isMembers } from '../../../../duty/record/json.ts';
import type { Json } from '../../../../kinds/kind.ts';
import { shownIn } from '../cards.ts';
import type { Story } from '../collect.ts';
import type { DossierReader } from '../in-words.ts';
import { kindInWords } from '../in-words.ts';
import { dossierTexts } from '../texts.ts';
import { escaped, pageEnd, pageStart, paragraph } from './html.ts';

/** The cards of some stories as they were sent, a line each: the SHA-256 of a line is what the record says. */
export async function* exactCards(stories: AsyncIterable<Story>): AsyncGenerator<string> {
  for await (const story of stories) for (const text of shownIn(story).values()) yield `${text}\n`;
}

/** The same cards as somebody reads them. */
export async function* readableCards(
  kind: string,
  stories: AsyncIterable<Story>,
  reader: DossierReader,
): AsyncGenerator<string> {
  const texts = dossierTexts[reader.language];
  const title = `${texts.cards}: ${kindInWords(kind, reader.language)}`;
  yield pageStart({ language: reader.language, title });
  yield paragraph(texts.cardsExact, 'plain');
  for await (const story of stories)
    for (const [hash, text] of shownIn(story)) yield cardInWords(story, hash, text);
  yield pageEnd;
}

/** One card as it stands on the page, by the exact text that the evidence keeps of it. */
export function cardInWords(
  { reference, system }: Pick<Story, 'reference' | 'system'>,
  hash: string,
  text: string,
): string {
  const { card } = JSON.parse(text) as { readonly card: Json };
  const lines = wordsOf(card).map((line) => `<li>${escaped(line)}</li>`);
  return `<h2 id="${hash}">${escaped(`${reference} · ${system}`)}</h2>
<ul>${lines.join('')}</ul>
<p class="code">${hash}</p>
`;
}

/** What stands on a card, in its order: texts, what can be filled in, and buttons. */
function wordsOf(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(wordsOf);
  if (!isMembers(value)) return [];
  const { type, text, title, label, choices, facts, inlines, value: given, ...more } = value;
  const own =
    type === 'RichTextBlock' && isList(inlines ?? null)
      ? [textsIn(inlines ?? null, 'text').join('')]
      : [...[text, label].filter((one) => typeof one === 'string'), ...button(type, title)];
  const filled = typeof given === 'string' && label !== undefined ? [`→ ${given}`] : [];
  return [
    ...own.filter((one) => one !== ''),
    ...textsIn(choices ?? null, 'title').map((one) => `○ ${one}`),
    ...filled,
    ...rowsOf(facts ?? null),
    ...Object.entries(more)
      .filter(([name]) => inside.has(name))
      .flatMap(([, member]) => wordsOf(member)),
  ];
}

// Where a card holds what is seen; a fallback says the same once more.
const inside = new Set(['body', 'items', 'columns', 'rows', 'cells', 'actions', 'card']);

const button = (type: Json | undefined, title: Json | undefined): readonly string[] =>
  typeof type === 'string' && type.startsWith('Action.') && typeof title === 'string'
    ? [`[ ${title} ]`]
    : [];

const rowsOf = (facts: Json): readonly string[] =>
  (isList(facts) ? facts : []).flatMap((fact) =>
    isMembers(fact) ? [`${String(fact['title'])}: ${String(fact['value'])}`] : [],
  );

const textsIn = (list: Json, name: string): readonly string[] =>
  (isList(list) ? list : []).flatMap((one) => {
    const found = isMembers(one) ? one[name] : undefined;
    return typeof found === 'string' ? [found] : [];
  });

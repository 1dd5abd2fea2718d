import type { Card } from '../../../cards/card.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import type { Language } from '../../../cards/language.ts';
import { plain } from '../../../cards/plain-text.ts';
import { offeredFileTexts } from './texts.ts';

interface Offered {
  readonly name: string;
  readonly description: string;
  readonly language: Language;
}

/** A file to be fetched with a link. */
export function downloadCard({ name, description, language }: Offered, url: string): Card {
  const { fetch } = offeredFileTexts[language];
  return card(language, `${description} ${name}`, [
    text(plain(description)),
    text(plain(name), { weight: 'bolder', spacing: 'small' }),
    ...actions([{ type: 'Action.OpenUrl', title: fetch, url }]),
  ]);
}

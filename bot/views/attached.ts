import type { Fact } from '../../cards/card.ts';
import { momentInWords } from '../../cards/dates.ts';
import type { InEachLanguage } from '../../cards/language.ts';
import { shorten, visible } from '../../cards/plain-text.ts';
import type { Duty } from '../duty/duty.ts';
import type { ReaderNow } from './reader.ts';
import { fact } from './reader.ts';

const texts: InEachLanguage<{ readonly title: string; readonly more: (more: number) => string }> = {
  nl: { title: 'Bijlagen', more: (more) => `en nog ${String(more)}` },
  en: { title: 'Attachments', more: (more) => `and ${String(more)} more` },
};

const shown = 3;

/** The files that were kept as evidence, the newest first, with who kept them and when. */
export function attachmentFacts(
  { attachments = [] }: Duty,
  { language, zone, now }: ReaderNow,
): readonly Fact[] {
  if (attachments.length === 0) return [];
  const said = texts[language];
  const thisYear = Number(now.slice(0, 4));
  const newest = attachments.slice(-shown).reverse();
  const told = newest.map(({ name, by, at }) => {
    const when = momentInWords(at, { zone, thisYear }, language);
    return `${shorten(visible(name), 60)} (${shorten(by.name, 60)}, ${when})`;
  });
  const more = attachments.length - newest.length;
  return fact(said.title, (more > 0 ? [...told, said.more(more)] : told).join(', '));
}

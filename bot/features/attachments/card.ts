import type { Card } from '../../../cards/card.ts';
import { actionRows, actions, card, questionText, text } from '../../../cards/elements.ts';
import type { Language } from '../../../cards/language.ts';
import { plain, shorten, visible } from '../../../cards/plain-text.ts';
import type { DutyView } from '../../duty/view.ts';
import type { Offer } from '../../ports/store.ts';
import { buttons } from '../../views/buttons.ts';
import { dutyLines } from '../../views/fitting.ts';
import { attachmentTexts } from './texts.ts';

/** To how many duties a file is offered at once. */
const mostOffered = 4;

/** The names of files as one line. */
export const namesOf = (files: readonly { readonly name: string }[]): string =>
  files.map(({ name }) => plain(shorten(visible(name), 60))).join(', ');

/** Asks with which duty files are to be kept; what cannot be kept is said as well. */
export function offerCard(
  { id, files }: Pick<Offer, 'id' | 'files'>,
  {
    duties,
    unusable,
  }: { readonly duties: readonly DutyView[]; readonly unusable: readonly string[] },
  language: Language,
): Card {
  const said = attachmentTexts[language];
  const offered = duties.slice(0, mostOffered);
  const names = namesOf(files);
  const asked = offered.length === 1 ? said.whatOne(names) : said.what(names);
  return card(language, `${said.title} ${names}`, [
    questionText(said.title),
    text(asked),
    ...dutyLines(offered),
    ...(duties.length > mostOffered ? [text(said.more, { isSubtle: true })] : []),
    ...(unusable.length > 0 ? [text(`⚠ ${said.unusable(listed(unusable))}`)] : []),
    ...actionRows(
      offered.map(({ id: duty, reference }) =>
        buttons.keep.button(
          said.keep(shorten(visible(reference), 30)),
          { duty, offer: id, language },
          { inputs: 'none', primary: offered.length === 1 },
        ),
      ),
    ),
    ...actions([buttons.keepNot.button(said.keepNot, { offer: id, language }, { inputs: 'none' })]),
  ]);
}

/** Names of files that were not kept, as one line. */
export const listed = (names: readonly string[]): string =>
  namesOf(names.map((name) => ({ name })));

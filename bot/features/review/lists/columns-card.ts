import type { Card } from '../../../../cards/card.ts';
import { actions, band, card, text } from '../../../../cards/elements.ts';
import type { Field, FieldMessage, Fields } from '../../../../cards/fields.ts';
import { line, required } from '../../../../cards/fields.ts';
import type { Language } from '../../../../cards/language.ts';
import { plain, shorten, visible } from '../../../../cards/plain-text.ts';
import type { Submitted } from '../../../../cards/read-fields.ts';
import { renderFields } from '../../../../cards/render-fields.ts';
import type { ExportField } from '../../../files/headings.ts';
import type { HeadingChoice } from '../../../files/problems.ts';
import { fileTexts } from '../../../files/texts.ts';
import { buttons } from '../../../views/buttons.ts';
import { words } from '../../../views/texts.ts';
import { listTexts } from './texts.ts';

/** What is asked about the columns of a list. */
export interface ColumnsAsked {
  readonly needed: readonly ExportField[];
  readonly optional: readonly ExportField[];
  readonly headings: readonly HeadingChoice[];
}

/** With more columns than this their names are typed: so many choices do not fit on a card. */
const mostChoices = 40;

/** One choice for each field that is asked about, and the system that it is remembered for. */
export function columnFields({ needed, optional, headings }: ColumnsAsked): Fields {
  const column: Field =
    headings.length > mostChoices
      ? line(100)
      : {
          type: 'choice',
          style: 'compact',
          required: false,
          values: headings.map(({ key }) => key),
        };
  return {
    ...Object.fromEntries(needed.map((field) => [field, { ...column, required: true }])),
    ...Object.fromEntries(optional.map((field) => [field, column])),
    system: required(line(100)),
  };
}

export interface ColumnsForm {
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
  /** What was wrong with the list as it was read last. */
  readonly faults: readonly string[];
}

/** Which column is which: asked where a heading is not known, and remembered for the system. */
export function columnsCard(
  { id, file, asked }: { readonly id: string; readonly file: string; readonly asked: ColumnsAsked },
  { typed, messages, faults }: ColumnsForm,
  language: Language,
): Card {
  const said = listTexts[language].columns;
  const names = fileTexts[language].fields;
  const values = Object.fromEntries(
    asked.headings.map(({ key, heading }) => [key, visible(heading)]),
  );
  const worded = (field: ExportField, label: string) => {
    return [field, { label, short: names[field], placeholder: said.choose, values }] as const;
  };
  return card(language, `${said.title} ${file}`, [
    band({ style: 'emphasis', kicker: said.title, title: shorten(file, 100), place: '' }),
    text(asked.needed.length > 0 ? said.intro : said.introMore, { spacing: 'medium' }),
    text(listTexts[language].refused.nothing),
    ...faults.map((fault) =>
      text(`⚠ ${plain(shorten(visible(fault), 300))}`, { spacing: 'small' }),
    ),
    ...renderFields({
      fields: columnFields(asked),
      words: {
        ...Object.fromEntries([
          ...asked.needed.map((field) => worded(field, said.which(names[field]))),
          ...asked.optional.map((field) => worded(field, said.whichMaybe(names[field]))),
        ]),
        system: { label: said.system, short: said.system },
      },
      lines: {},
      language,
      typed,
      messages,
    }),
    ...actions([
      buttons.reviewColumnsRead.button(said.read, { draft: id, language }, { primary: true }),
      buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' }),
    ]),
  ]);
}

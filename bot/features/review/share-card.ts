import { buttons } from '../../views/buttons.ts';
import type { Person } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import { actions, band, card, text } from '../../../cards/elements.ts';
import type { FieldMessage, Fields } from '../../../cards/fields.ts';
import { paragraph, required } from '../../../cards/fields.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { renderFields } from '../../../cards/render-fields.ts';
import type { Duty } from '../../duty/duty.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dueBand } from '../../views/reader.ts';
import { cut, fitted } from '../../views/fitting.ts';
import type { Picker } from '../../kinds/people/person-field.ts';
import { personField } from '../../kinds/people/person-field.ts';
import { reviewTexts } from '../../views/review-texts.ts';
import { words } from '../../views/texts.ts';

/** Who can judge the rows that a reviewer cannot, and why not. */
export const shareFields = (people: readonly Person[], picker: Picker | undefined): Fields => ({
  person: personField(people, picker),
  reason: required(paragraph(1000)),
});

export interface ShareShown {
  readonly rows: number;
  readonly people: readonly Person[];
  readonly picker?: Picker | undefined;
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
}

/** Asked at handing in: rows that nobody may or can judge here go to somebody who can. */
export function shareCard(duty: Duty, shown: ShareShown, reader: ReaderNow): Card {
  return fitted((length) => shareCardOf(cut(duty, length), shown, reader));
}

function shareCardOf(duty: Duty, shown: ShareShown, reader: ReaderNow): Card {
  const { language } = reader;
  const said = reviewTexts[language].share;
  const { rows, people, picker, typed, messages } = shown;
  const data = { duty: duty.id, language };
  // Where nobody is known and the client cannot search, only the other way is left.
  const choosable = people.length > 0 || picker !== undefined;
  const names = Object.fromEntries(people.map(({ aadObjectId, name }) => [aadObjectId, name]));
  return card(language, `${said.title}: ${duty.title}`, [
    band({
      style: 'emphasis',
      kicker: `${said.title} · ${duty.reference}`,
      title: duty.title,
      place: duty.system,
      due: dueBand(duty.dueOn, reader),
    }),
    text(said.intro(rows), { spacing: 'medium' }),
    ...(choosable
      ? renderFields({
          fields: shareFields(people, picker),
          words: {
            person: {
              label: said.person,
              short: said.person,
              placeholder: said.choose,
              values: names,
            },
            reason: { label: said.reason, short: said.reason, placeholder: said.reasonExample },
          },
          lines: {},
          language,
          typed,
          messages,
        })
      : []),
    text(said.aloneIntro, { isSubtle: true }),
    ...actions([
      ...(choosable ? [buttons.reviewShare.button(said.send, data, { primary: true })] : []),
      buttons.reviewHandInAll.button(said.alone, data, { inputs: 'none' }),
      buttons.show.button(words[language].back, data, { inputs: 'none' }),
    ]),
  ]);
}

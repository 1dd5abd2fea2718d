import type { Element } from '../../../cards/card.ts';
import type { FieldMessage, Fields } from '../../../cards/fields.ts';
import { paragraph } from '../../../cards/fields.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { renderFields } from '../../../cards/render-fields.ts';
import { takesReason } from '../../duty/answering/correcting.ts';
import type { Duty } from '../../duty/duty.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { ReaderNow } from '../reader.ts';

const nl = {
  label: 'Was het toch goed? Zeg waarom je eerdere antwoord niet klopte',
  short: 'Waarom verbeterd',
  placeholder: 'De leverancier heeft je antwoord al',
};
const en: typeof nl = {
  label: 'Was it right after all? Say why your earlier answer was not',
  short: 'Why corrected',
  placeholder: 'The vendor has your answer already',
};
const correctionTexts = { nl, en };

/** What is asked beside an answer that takes a "no" back of which the vendor was told. */
export const correctionFields: Fields = { correction: paragraph(500) };

/** The question why, on the form of whoever could take such a "no" back. */
export function correctionElements(
  duty: Duty,
  {
    viewer,
    typed,
    messages,
  }: {
    readonly viewer: PersonId;
    readonly typed: Submitted;
    readonly messages: readonly FieldMessage[];
  },
  reader: ReaderNow,
): readonly Element[] {
  if (!takesReason(duty, viewer)) return [];
  return renderFields({
    fields: correctionFields,
    words: { correction: correctionTexts[reader.language] },
    lines: {},
    language: reader.language,
    typed,
    messages: messages.filter(({ field }) => field === 'correction'),
  });
}

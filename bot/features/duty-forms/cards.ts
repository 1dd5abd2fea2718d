import { buttons } from '../../views/buttons.ts';
import type { Person } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import { actions, band, card, text } from '../../../cards/elements.ts';
import type { Language } from '../../../cards/language.ts';
import type { AnyWords, FieldMessage, Fields } from '../../../cards/fields.ts';
import { choice, day, paragraph, required } from '../../../cards/fields.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { renderFields } from '../../../cards/render-fields.ts';
import { maxPostponements } from '../../duty/answering/handing-on.ts';
import type { Duty } from '../../duty/duty.ts';
import { openFinding } from '../../duty/duty.ts';
import { turnsOf } from '../../duty/reminders/turn.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dueBand } from '../../views/reader.ts';
import type { FormName } from '../../views/forms/texts.ts';
import { formTexts } from '../../views/forms/texts.ts';
import type { Picker } from '../../kinds/people/person-field.ts';
import { personField } from '../../kinds/people/person-field.ts';
import { words } from '../../views/texts.ts';

/**
 * The fields of a form; `people` are those who can be named in it, or found in the client's own picker. With `alone`
 * nobody needs to be named.
 */
export function formFields(
  name: FormName,
  {
    people,
    picker,
    alone = false,
  }: {
    readonly people: readonly Person[];
    readonly picker?: Picker | undefined;
    readonly alone?: boolean | undefined;
  },
): Fields {
  const named = personField(people, picker);
  const person = alone ? { ...named, required: false } : named;
  const reason = required(paragraph(1000));
  switch (name) {
    case 'cannot-judge':
    case 'hand-over':
      return { person, reason };
    case 'second-person':
      return { person };
    case 'later':
      return { until: required(day()), reason };
    case 'finding':
      return { person, until: required(day()) };
    case 'reaction':
      return { solved: choice('yes', 'no'), text: required(paragraph(2000)) };
    case 'solved':
      return { text: required(paragraph(2000)) };
    case 'withdraw':
      return { reason };
    case 'prolong':
      return { until: required(day()), reason };
    case 'drop-risk':
      return { reason };
    case 'accept':
      return { person, reason, until: required(day()) };
  }
}

export interface FormShown {
  readonly name: FormName;
  readonly people: readonly Person[];
  readonly picker?: Picker | undefined;
  readonly alone?: boolean;
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
}

function introOf(duty: Duty, { name, alone }: FormShown, language: Language): string {
  const { intro, introAlone, introLeft } = formTexts[language][name];
  if (introLeft) return introLeft(maxPostponements - duty.postponed.length);
  return alone && introAlone ? introAlone : intro;
}

/** Until when somebody bears what was found; undefined where nobody does. */
const riskUntil = (duty: Duty): string | undefined =>
  turnsOf(duty).find(({ whose }) => whose === 'bears-risk')?.until;

/** A form in the place of the duty's card, with a way back to it. */
export function formCard(duty: Duty, shown: FormShown, reader: ReaderNow): Card {
  const { language } = reader;
  const said = formTexts[language][shown.name];
  const fields = formFields(shown.name, {
    people: shown.people,
    picker: shown.picker,
    alone: shown.alone,
  });
  const names = Object.fromEntries(
    shown.people.map(({ aadObjectId, name }) => [aadObjectId, name]),
  );
  const withPeople = Object.entries(said.fields).map(([field, word]) =>
    field === 'person' ? [field, { ...word, values: names }] : [field, word],
  );
  return card(language, `${said.title}: ${duty.title}`, [
    band({
      style: 'emphasis',
      kicker: `${said.title} · ${duty.reference}`,
      title: duty.title,
      place: duty.system,
      // What is asked of a finding has nothing to do with when the duty itself was due.
      due: dueBand(openFinding(duty)?.dueOn ?? riskUntil(duty) ?? duty.dueOn, reader),
    }),
    text(introOf(duty, shown, language), { spacing: 'medium' }),
    ...renderFields({
      fields,
      words: Object.fromEntries(withPeople) as AnyWords,
      lines: {},
      language,
      typed: shown.typed,
      messages: shown.messages,
    }),
    ...actions([
      buttons.formSend.button(
        said.send,
        { duty: duty.id, form: shown.name, language },
        { primary: true },
      ),
      buttons.show.button(words[language].back, { duty: duty.id, language }, { inputs: 'none' }),
    ]),
  ]);
}

import { buttons } from '../../views/buttons.ts';
import type { Survey, SurveyMember } from '../../duty/survey/state.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Action, Card, Element } from '../../../cards/card.ts';
import { momentInWords } from '../../../cards/dates.ts';
import { actions, band, card, foreignText, text } from '../../../cards/elements.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Link } from '../../kinds/kind.ts';
import { surveyAnswers } from '../../kinds/survey.ts';
import type { Duty } from '../../duty/duty.ts';
import { memberOf } from '../../duty/survey/survey.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { cut, fitted } from '../../views/fitting.ts';
import { surveyTexts } from '../../views/survey/texts.ts';
import { words } from '../../views/texts.ts';

/** The card in the chat of somebody who is asked: the text and one tap, or what became of it. */
export function surveyCard(duty: Duty, person: PersonId, reader: ReaderNow): Card {
  const { survey } = duty;
  const member = memberOf(duty, person);
  if (!survey || !member) throw new Error(`The duty ${duty.id} asks nothing of this person.`);
  const said = surveyTexts[reader.language].types[survey.type];
  return fitted((length) => {
    const shown = cut(duty, length);
    const look = lookOf(shown, { survey, surveyMember: member }, reader);
    return card(reader.language, `${look.kicker}: ${shorten(survey.text, 80)}`, [
      band({ style: look.style, kicker: look.kicker, title: shown.title, place: shown.system }),
      ...(look.told === undefined
        ? []
        : [text(plain(look.told), { spacing: 'medium', weight: 'bolder' })]),
      ...linesOf(shorten(survey.text, length)),
      ...actions(answerActions(shown, { survey, surveyMember: member }, reader)),
      text(plain(said.because(survey.by.name)), { isSubtle: true, size: 'small' }),
    ]);
  });
}

function lookOf(
  duty: Duty,
  {
    survey,
    surveyMember: { answer, at },
  }: { readonly survey: Survey; readonly surveyMember: SurveyMember },
  reader: ReaderNow,
) {
  const { language, zone, now } = reader;
  const said = surveyTexts[language];
  const { kicker, again, done, told } = said.types[survey.type];
  if (answer !== undefined && at !== undefined) {
    const when = momentInWords(at, { zone, thisYear: Number(now.slice(0, 4)) }, language);
    return {
      style: 'good',
      kicker: `✔ ${done}`,
      told: told(said.answers[answer], when),
    } as const;
  }
  if (duty.status === 'withdrawn') {
    const { withdrawn } = words[language];
    return { style: 'emphasis', kicker: `⊘ ${withdrawn}`, told: said.noLonger } as const;
  }
  const first = survey.reminders === 0;
  return {
    style: 'emphasis',
    kicker: `${first ? kicker : again} · ${survey.by.name}`,
    told: undefined,
  } as const;
}

/** Each line of the text is a paragraph of its own. */
function linesOf(written: string): readonly Element[] {
  const lines = written.split(/\n+/).filter((line) => line.trim() !== '');
  return lines.map((line) => foreignText(line, { spacing: 'medium' }));
}

function answerActions(
  duty: Duty,
  {
    survey,
    surveyMember: { answer },
  }: { readonly survey: Survey; readonly surveyMember: SurveyMember },
  reader: ReaderNow,
): readonly Action[] {
  const { language } = reader;
  const waits = answer === undefined && duty.status !== 'withdrawn';
  const data = { duty: duty.id, language };
  const said = surveyTexts[language].answers;
  const taps = surveyAnswers[survey.type].map((value, at) =>
    buttons.surveyAnswer.button(
      said[value],
      { ...data, answer: value },
      {
        inputs: 'none',
        ...(at === 0 && survey.type === 'message' ? { primary: true } : {}),
      },
    ),
  );
  const link = linkOf(duty, reader);
  return [
    ...(link ? [{ type: 'Action.OpenUrl' as const, ...link }] : []),
    ...(waits
      ? taps
      : [buttons.myDuties.button(words[language].myDuties, { language }, { inputs: 'none' })]),
  ];
}

const linkOf = (duty: Duty, reader: ReaderNow): Link | undefined =>
  kindOf(duty.kind).introduction(duty, reader).link;

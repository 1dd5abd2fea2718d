import { buttons } from '../buttons.ts';
import type { Survey } from '../../duty/survey/state.ts';
import type { Person, PersonId } from '../../duty/ids.ts';
import type { Action, Card, Element, Fact } from '../../../cards/card.ts';
import { dayInWords, momentInWords } from '../../../cards/dates.ts';
import { actions, band, card, facts, figures, text } from '../../../cards/elements.ts';
import type { FieldMessage, Fields } from '../../../cards/fields.ts';
import { choice, entries, paragraph, required } from '../../../cards/fields.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { renderFields } from '../../../cards/render-fields.ts';
import { kindOf } from '../../kinds/index.ts';
import type { SurveyType } from '../../kinds/survey.ts';
import { tallyOf } from '../../kinds/survey.ts';
import type { Duty } from '../../duty/duty.ts';
import { assigneeOf } from '../../duty/duty.ts';
import { mayRemind, mayStartSurvey, silentIn } from '../../duty/survey/survey.ts';
import { dayOf, daysAfter } from '../../duty/time/workdays.ts';
import type { ReaderNow } from '../reader.ts';
import { fact } from '../reader.ts';
import { fitted } from '../fitting.ts';
import { surveyTexts, totalsInWords } from './texts.ts';
import { words } from '../texts.ts';

/** What an assignee fills in to let the bot ask people. */
export const surveyFields = {
  text: required(paragraph(1500)),
  whom: choice('everybody', 'chosen'),
  names: entries(4000),
} satisfies Fields;

const namesShown = 60;

export interface SurveyFormShown {
  readonly type: SurveyType;
  /** Those who have the bot, beside whoever fills in the form. */
  readonly people: readonly Person[];
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
}

/** The form with which an assignee lets the bot ask people. */
export function surveyForm(duty: Duty, shown: SurveyFormShown, reader: ReaderNow): Card {
  const { language } = reader;
  const said = surveyTexts[language];
  const { title, intro, textLabel } = said.types[shown.type];
  const fieldWords = said.fields(shown.people.length);
  const names = shown.people.map(({ name }) => plain(name));
  return fitted((length) =>
    card(language, `${title}: ${duty.title}`, [
      band({
        style: 'emphasis',
        kicker: `${title} · ${shorten(duty.reference, length)}`,
        title: shorten(duty.title, length),
        place: shorten(duty.system, length),
      }),
      text(intro, { spacing: 'medium' }),
      ...renderFields({
        fields: surveyFields,
        words: { ...fieldWords, text: { label: textLabel, short: textLabel } },
        lines: {},
        language,
        typed: { text: draftOf(duty, shown.type, reader), ...shown.typed },
        messages: shown.messages,
      }),
      ...(names.length === 0 || names.length > namesShown
        ? []
        : [text(said.known(names.join(', ')), { isSubtle: true, size: 'small' })]),
      ...actions([
        buttons.surveyStart.button(said.send, { duty: duty.id, language }, { primary: true }),
        buttons.show.button(words[language].back, { duty: duty.id, language }, { inputs: 'none' }),
      ]),
    ]),
  );
}

/** The text that stands in the form at first. */
function draftOf(duty: Duty, type: SurveyType, reader: ReaderNow): string {
  const { text: topic } = kindOf(duty.kind).introduction(duty, reader);
  return surveyTexts[reader.language].types[type].draft(topic, duty.system);
}

/** How far a survey is, with names: for an assignee only. */
export function surveyPage(duty: Duty, survey: Survey, reader: ReaderNow): Card {
  const { language } = reader;
  const said = surveyTexts[language];
  const { remind, title } = said.types[survey.type];
  const data = { duty: duty.id, language };
  const mayAgain = mayRemind(duty, dayOf(reader.now, reader.zone));
  const silent = silentIn(survey);
  return card(language, `${title}: ${duty.title}`, [
    band({
      style: 'emphasis',
      kicker: `${said.types[survey.type].name} · ${duty.reference}`,
      title: shorten(duty.title, 200),
      place: shorten(duty.system, 200),
    }),
    ...figures(surveyFigures(survey, language)),
    text(totalsOfNow(survey, reader)),
    ...facts(whoIsSilent(survey, language)),
    ...(silent.length === 0 ? [text(said.everybodyDid)] : []),
    ...(silent.length > 0 && !mayAgain && duty.status !== 'withdrawn'
      ? [text(againFrom(survey, reader), { isSubtle: true })]
      : []),
    ...actions([
      ...(mayAgain ? [buttons.surveyRemind.button(remind, data, { inputs: 'none' })] : []),
      buttons.survey.button(said.refresh, data, { inputs: 'none' }),
      buttons.show.button(words[language].back, data, { inputs: 'none' }),
    ]),
  ]);
}

/** A page of an earlier day still stands in the chat: it names the days. */
function againFrom({ sentOn }: Survey, { language, now }: ReaderNow): string {
  const named = (day: string): string =>
    dayInWords(day, language, { thisYear: Number(now.slice(0, 4)) });
  return surveyTexts[language].againFrom(named(sentOn), named(daysAfter(sentOn, 1)));
}

/** Those who have not answered, by why: the card arrived, is on its way, or did not arrive. */
function whoIsSilent(survey: Survey, language: ReaderNow['language']): readonly Fact[] {
  const said = surveyTexts[language];
  const silent = silentIn(survey);
  const groups = [...new Set(silent.map((one) => one.delivery))];
  return groups.flatMap((state) => {
    const names = silent.filter((one) => one.delivery === state).map(({ name }) => name);
    const more = names.length - namesShown;
    const title = state === 'delivered' ? said.types[survey.type].silent : said.notDelivered[state];
    return fact(
      title,
      [...names.slice(0, namesShown), ...(more > 0 ? [said.more(more)] : [])].join(', '),
    );
  });
}

function surveyFigures(survey: Survey, language: ReaderNow['language']) {
  const said = surveyTexts[language];
  const { people, answered, missed, answers } = tallyOf(survey);
  const figure = (label: string, value: number, bad = false) => ({
    label,
    value: value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB'),
    bad,
  });
  if (survey.type === 'pulse') {
    return [
      figure(said.answers.good, answers.good),
      figure(said.answers.sometimes, answers.sometimes),
      figure(said.answers.bad, answers.bad, answers.bad > 0),
    ];
  }
  return [
    figure(said.asked, people),
    figure(said.answers.read, answered),
    figure(said.missed, missed, missed > 0),
  ];
}

/** The numbers of a survey, and of when they are. */
function totalsOfNow(survey: Survey, { language, zone, now }: ReaderNow): string {
  const when = momentInWords(now, { zone, thisYear: Number(now.slice(0, 4)) }, language);
  return `${totalsInWords(survey.type, tallyOf(survey), language)} (${surveyTexts[language].asOf(when)})`;
}

/** How far a survey is, in numbers only; nothing where there is none. */
export function surveyTotals(duty: Duty, reader: ReaderNow): readonly Element[] {
  const { survey } = duty;
  if (!survey) return [];
  const { language } = reader;
  const said = surveyTexts[language];
  const told = totalsOfNow(survey, reader);
  const large = survey.type === 'pulse' && tallyOf(survey).answered > 0;
  return [
    ...facts(fact(said.types[survey.type].name, told)),
    ...(large ? figures(surveyFigures(survey, language)) : []),
  ];
}

/** The button with which an assignee lets the bot ask people, or sees how far that is. */
export function surveyActions(
  duty: Duty,
  viewer: PersonId,
  language: ReaderNow['language'],
): readonly Action[] {
  const type = duty.survey?.type ?? kindOf(duty.kind).survey;
  if (!type || !assigneeOf(duty, viewer)) return [];
  const { start, look } = surveyTexts[language].types[type];
  if (!duty.survey && !mayStartSurvey(duty)) return [];
  const data = { duty: duty.id, language };
  return [buttons.survey.button(duty.survey ? look : start, data, { inputs: 'none' })];
}

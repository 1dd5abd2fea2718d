import { pagesOf } from '../../ports/pages.ts';
import { readForm } from '../../../cards/read-form.ts';
import type { DutyClicked } from '../../casework/clicks.ts';
import { comparable } from '../../../cards/same-text.ts';
import { maxPeopleInSurvey } from '../../duty/survey/state.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { FieldMessage, FieldValue } from '../../../cards/fields.ts';
import { cut, plain } from '../../../cards/plain-text.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { kindOf } from '../../kinds/index.ts';
import { parseSurveyAnswer } from '../../kinds/survey.ts';
import type { Duty } from '../../duty/duty.ts';
import { mayStartSurvey, memberOf } from '../../duty/survey/survey.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { surveyCard } from './card.ts';
import { surveyFields, surveyForm, surveyPage } from '../../views/survey/progress.ts';
import { surveyTexts } from '../../views/survey/texts.ts';
import type { KnownPerson } from '../../ports/store.ts';
import { cardFor } from '../../casework/card-for.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Services } from '../../ports/services.ts';

/** How far a survey is, or the form that starts one; undefined when the duty is not this person's. */
export function showSurvey({
  services,
  duty,
  person,
  reader,
}: DutyClicked<'survey'>): Promise<Card> {
  return surveyNow(services, { duty, person }, reader);
}

async function surveyNow(
  services: Services,
  {
    duty,
    person,
    again = { typed: {}, messages: [] },
  }: {
    readonly duty: Duty;
    readonly person: Person;
    readonly again?: { typed: Submitted; messages: readonly FieldMessage[] } | undefined;
  },
  reader: ReaderNow,
): Promise<Card> {
  if (duty.survey) return surveyPage(duty, duty.survey, reader);
  const type = kindOf(duty.kind).survey;
  if (!type || !mayStartSurvey(duty)) return cardFor(services, { duty, person }, reader);
  const { everybody } = await peopleToAsk(services, duty.tenant, person);
  return surveyForm(duty, { type, people: everybody, ...again }, reader);
}

interface Askable {
  /** Those who have the bot, beside whoever asks; one more than a survey takes where there are that many. */
  readonly everybody: readonly Person[];
  /** Also those who had it: who is named and not reached is told as such. */
  readonly known: readonly Person[];
}

async function peopleToAsk(services: Services, tenant: TenantKey, by: Person): Promise<Askable> {
  const found: KnownPerson[] = [];
  const pages = pagesOf((cursor) => services.store.people.page(tenant, 100, cursor));
  for await (const some of pages) {
    found.push(...some.filter(({ aadObjectId }) => aadObjectId !== by.aadObjectId));
    if (found.length > maxPeopleInSurvey) break;
  }
  const named = (people: readonly KnownPerson[]): readonly Person[] =>
    people
      .map(({ aadObjectId, name }) => ({ aadObjectId, name }))
      .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
  return { everybody: named(found.filter(({ installed }) => installed)), known: named(found) };
}

/** Lets the bot ask people, or brings the form back with what is wrong. */
export async function startSurvey({
  services,
  duty,
  person,
  submitted,
  reader,
}: DutyClicked<'surveyStart'>): Promise<Card | undefined> {
  const type = kindOf(duty.kind).survey;
  if (!type || duty.survey || !mayStartSurvey(duty))
    return surveyNow(services, { duty, person }, reader);
  const again = (messages: readonly FieldMessage[]): Promise<Card> =>
    surveyNow(services, { duty, person, again: { typed: submitted, messages } }, reader);
  const read = readForm(surveyFields, submitted, reader);
  if (!read.ok) return again(read.messages);
  const { text, whom, names } = read.values;
  const { everybody, known } = await peopleToAsk(services, duty.tenant, person);
  const chosen = whom === 'everybody' ? everybody : namedIn(known, names, reader);
  if ('message' in chosen) return again([{ field: 'names', message: chosen.message }]);
  const wrong = numberMessage(chosen, reader);
  if (wrong) return again([wrong]);
  const changed = await changeDuty(services, duty, {
    type: 'survey-started',
    by: person,
    survey: type,
    text: String(text),
    people: chosen,
    day: dayOf(reader.now, reader.zone),
  });
  return changed && surveyNow(services, { duty: changed.duty, person }, reader);
}

function numberMessage(
  people: readonly Person[],
  { language }: ReaderNow,
): FieldMessage | undefined {
  const { nobody, tooMany } = surveyTexts[language].problems;
  if (people.length === 0) return { field: 'whom', message: nobody };
  if (people.length <= maxPeopleInSurvey) return undefined;
  return { field: 'whom', message: tooMany(maxPeopleInSurvey) };
}

/** The people whose names were typed, one a line; every name that is not clear is told at once. */
function namedIn(
  known: readonly Person[],
  typed: FieldValue | undefined,
  { language }: ReaderNow,
): readonly Person[] | { readonly message: string } {
  const said = surveyTexts[language].problems;
  const names = String(typed ?? '')
    .split(/[\n;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return { message: said.who };
  const found = names.map((name) => ({ name, people: called(known, name) }));
  const listed = (is: (count: number) => boolean): string =>
    plain(
      found
        .filter(({ people }) => is(people.length))
        .slice(0, 20)
        .map(({ name }) => cut(name, 60))
        .join(', '),
    );
  const [unknown, ambiguous] = [listed((count) => count === 0), listed((count) => count > 1)];
  const wrong = [
    ...(unknown === '' ? [] : [said.unknown(unknown)]),
    ...(ambiguous === '' ? [] : [said.ambiguous(ambiguous)]),
  ];
  return wrong.length > 0 ? { message: wrong.join(' ') } : found.flatMap(({ people }) => people);
}

/** Those of this name; where nobody is called exactly so, those with it in their name. */
function called(known: readonly Person[], typed: string): readonly Person[] {
  const wanted = comparable(typed);
  const exact = known.filter(({ name }) => comparable(name) === wanted);
  return exact.length > 0 ? exact : known.filter(({ name }) => comparable(name).includes(wanted));
}

/** Asks those who have not answered once more; the same page where that was done today already. */
export async function remindSurvey({
  services,
  duty,
  person,
  reader,
}: DutyClicked<'surveyRemind'>): Promise<Card | undefined> {
  const day = dayOf(reader.now, reader.zone);
  const changed = await changeDuty(services, duty, { type: 'survey-reminded', by: person, day });
  if (!changed || changed.verdict === 'not-assigned') return undefined;
  return surveyNow(services, { duty: changed.duty, person }, reader);
}

/**
 * Takes the tap of somebody who is asked. Who that is says the authenticated activity, and whether they are
 * asked the stored survey; undefined when they are not.
 */
export async function answerSurvey({
  services,
  duty,
  person,
  data,
  reader,
}: DutyClicked<'surveyAnswer'>): Promise<Card | undefined> {
  if (!duty.survey || !memberOf(duty, person.aadObjectId)) return undefined;
  const answer = parseSurveyAnswer(duty.survey.type, data.answer);
  // A tap that is no answer of this survey changes nothing: the card comes back as it is.
  if (answer === undefined) return surveyCard(duty, person.aadObjectId, reader);
  // A thousand people answer into the same row.
  const changed = await services.inTurn(`${duty.tenant} ${duty.id}`, () =>
    changeDuty(services, duty, { type: 'survey-answered', by: person, answer }),
  );
  return changed && surveyCard(changed.duty, person.aadObjectId, reader);
}

import type { SurveyMember, Survey } from './state.ts';
import type { PersonId } from '../ids.ts';
import type { Duty } from '../duty.ts';

export const memberOf = (duty: Duty, person: PersonId): SurveyMember | undefined =>
  duty.survey?.people.find(({ aadObjectId }) => aadObjectId === person);

/** Those who have not answered yet. */
export const silentIn = (survey: Survey): readonly SurveyMember[] =>
  survey.people.filter(({ answer }) => answer === undefined);

/** True while a survey may be started for the duty: it waits, or what is left of it is a problem. */
export const mayStartSurvey = (duty: Duty): boolean =>
  duty.survey === undefined && (duty.status === 'open' || duty.status === 'problem');

/** True when those who have not answered may be asked once more on this day. */
export const mayRemind = ({ survey, status }: Duty, today: string): boolean =>
  survey !== undefined &&
  status !== 'withdrawn' &&
  survey.sentOn < today &&
  silentIn(survey).length > 0;

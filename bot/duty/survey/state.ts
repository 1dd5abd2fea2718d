import type { SurveyAnswer, SurveyType } from '../../kinds/survey.ts';
import type { Instant, Person, Undeliverable } from '../ids.ts';

/** More people do not fit in the duty's row, which Azure Table storage keeps below 1 MiB. */
export const maxPeopleInSurvey = 1000;

/** Letters of a name that are kept in a survey, for the same reason. */
export const maxNameInSurvey = 60;

/** Somebody whom the bot asks in a survey. */
export interface SurveyMember extends Person {
  readonly delivery: 'pending' | 'delivered' | Undeliverable;
  /** Ids of the messages in this person's own chat, the newest last. */
  readonly messages?: readonly string[];
  readonly answer?: SurveyAnswer;
  readonly at?: Instant;
}

/** What the bot asks of many people for a duty: have they read a message, or one question. */
export interface Survey {
  readonly type: SurveyType;
  readonly text: string;
  readonly startedAt: Instant;
  readonly by: Person;
  /** The calendar day on which it was sent last; one reminder a day at most. */
  readonly sentOn: string;
  readonly reminders: number;
  readonly people: readonly SurveyMember[];
  /** Its term is over: nobody's name is kept any more. */
  readonly forgotten?: boolean;
}

import type { ShownCard } from '../record/shown.ts';
import type { Json } from '../../kinds/kind.ts';
import type { SurveyAnswer, SurveyType } from '../../kinds/survey.ts';
import type { Person, PersonId, Undeliverable } from '../ids.ts';

/** What can happen to a round in which the bot asks many people. */
export type SurveyEvent =
  /** An assignee lets the bot ask people; `day` is today on the clock of that assignee. */
  | {
      readonly type: 'survey-started';
      readonly by: Person;
      readonly survey: SurveyType;
      readonly text: string;
      readonly people: readonly Person[];
      readonly day: string;
    }
  /** The cards of a survey from one of its people on: to be sent, or to be brought up to date. */
  | { readonly type: 'survey-paged'; readonly from: number; readonly step: 'send' | 'edit' }
  | {
      readonly type: 'survey-delivered';
      readonly person: PersonId;
      /** The id of the message in the person's chat; Teams may tell none. */
      readonly message: string | undefined;
      readonly shows?: ShownCard | undefined;
    }
  | {
      readonly type: 'survey-undeliverable';
      readonly person: PersonId;
      readonly reason: Undeliverable;
    }
  | { readonly type: 'survey-answered'; readonly by: Person; readonly answer: SurveyAnswer }
  | { readonly type: 'survey-reminded'; readonly by: Person; readonly day: string }
  /** The term of a round is over; `fields` were taken out of the evidence. */
  | { readonly type: 'round-forgotten'; readonly fields: Json };

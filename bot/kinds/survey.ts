/**
 * What the bot asks of many people beside a duty: whether they have read a message, or one question that
 * they answer with one tap.
 */
export const surveyTypes = ['message', 'pulse'] as const;
export type SurveyType = (typeof surveyTypes)[number];

/** What people can answer in each kind of survey, the best first. */
export const surveyAnswers = {
  message: ['read'],
  pulse: ['good', 'sometimes', 'bad'],
} as const;
export type SurveyAnswer = (typeof surveyAnswers)[SurveyType][number];

/** A survey as a kind of duty sees it: how far it is, and nobody's name. */
export interface SurveySeen {
  readonly type: SurveyType;
  readonly startedAt: string;
  readonly people: readonly { readonly delivery: string; readonly answer?: SurveyAnswer }[];
}

/** The totals of a survey. */
export interface Tally {
  readonly people: number;
  readonly answered: number;
  readonly pending: number;
  /** Whom the card did not reach. */
  readonly missed: number;
  readonly answers: Readonly<Record<SurveyAnswer, number>>;
}

export function tallyOf({ people }: Pick<SurveySeen, 'people'>): Tally {
  const count = (is: (one: SurveySeen['people'][number]) => boolean): number =>
    people.filter(is).length;
  const said = (answer: SurveyAnswer): number => count((one) => one.answer === answer);
  const waits = (one: SurveySeen['people'][number]): boolean => one.answer === undefined;
  return {
    people: people.length,
    answered: count((one) => !waits(one)),
    pending: count((one) => waits(one) && one.delivery === 'pending'),
    missed: count((one) => waits(one) && !['pending', 'delivered'].includes(one.delivery)),
    answers: {
      read: said('read'),
      good: said('good'),
      sometimes: said('sometimes'),
      bad: said('bad'),
    },
  };
}

/** Reads an answer to a survey of this type; undefined for what cannot be one. */
export function parseSurveyAnswer(type: SurveyType, raw: unknown): SurveyAnswer | undefined {
  const answers: readonly SurveyAnswer[] = surveyAnswers[type];
  return answers.find((answer) => answer === raw);
}

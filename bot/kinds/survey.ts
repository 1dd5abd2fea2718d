/**
 * What the bot asks of many people beside a duty: whether they have read a message, or one question that
 * they answer with one tap.
 */
export const roundTypes = ['message', 'pulse'] as const;
export type RoundType = (typeof roundTypes)[number];

/** What people can answer in each kind of round, the best first. */
export const roundAnswers = {
  message: ['read'],
  pulse: ['good', 'sometimes', 'bad'],
} as const;
export type RoundAnswer = (typeof roundAnswers)[RoundType][number];

/** A round as a kind of duty sees it: how far it is, and nobody's name. */
export interface RoundSeen {
  readonly type: RoundType;
  readonly startedAt: string;
  readonly people: readonly { readonly delivery: string; readonly answer?: RoundAnswer }[];
}

/** The totals of a round. */
export interface Tally {
  readonly people: number;
  readonly answered: number;
  readonly pending: number;
  /** Whom the card did not reach. */
  readonly missed: number;
  readonly answers: Readonly<Record<RoundAnswer, number>>;
}

export function tallyOf({ people }: Pick<RoundSeen, 'people'>): Tally {
  const count = (is: (one: RoundSeen['people'][number]) => boolean): number =>
    people.filter(is).length;
  const said = (answer: RoundAnswer): number => count((one) => one.answer === answer);
  const waits = (one: RoundSeen['people'][number]): boolean => one.answer === undefined;
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

/** Reads an answer to a round of this type; undefined for what cannot be one. */
export function parseRoundAnswer(type: RoundType, raw: unknown): RoundAnswer | undefined {
  const answers: readonly RoundAnswer[] = roundAnswers[type];
  return answers.find((answer) => answer === raw);
}

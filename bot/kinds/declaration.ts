import type { Statements } from '../sentences/kind.ts';
import type { SurveyType } from './survey.ts';
import type {
  Borne,
  ByHand,
  DocumentVersion,
  DutyKind,
  Figure,
  FollowUp,
  Introduction,
  KindWords,
  DutyContext,
  Outcome,
  Reader,
  ReaderNow,
  Role,
  Rule,
} from './kind.ts';
import type { LinesOf, Submitted } from '../../cards/read-fields.ts';
import type { InEachLanguage, Language } from '../../cards/language.ts';
import type { Amounts, AnswerOf, Choice, Fields, Lines, WordsOf } from '../../cards/fields.ts';
import type { Fact } from '../../cards/card.ts';
import type { z } from 'zod';

export type OutcomeField<Fs extends Fields> = Fs['outcome'] extends Choice<infer V> ? V : never;

export type Problem<Fs extends Fields, P extends string> = {
  readonly field: keyof Fs;
  readonly problem: P;
  /** The line that it is about, by its place, where the field has a number for each. */
  readonly at?: number;
  /** What the message names, such as a number that was computed. */
  readonly about?: string;
  /** True where what was typed must not come back on the card. */
  readonly forget?: true;
};

/** When an answer is given: what a check of dates needs. */
export interface Today {
  readonly now: string;
  /** The calendar day on the reader's clock. */
  readonly today: string;
  readonly context: DutyContext;
}

/**
 * One thing that is asked after an answer was chosen: a field; the lines with one result, to be ticked (`checks:wrong`);
 * all lines with one choice (`listed:together`); or several yes-or-no fields as one list of what somebody saw; two fields with a number for each line, side by side
 * (`contractedAt+peakAt`).
 */
export type Ask<Fs extends Fields> =
  | 'seen'
  | `${AmountsIn<Fs>}+${AmountsIn<Fs>}`
  | {
      [K in Exclude<keyof Fs, 'outcome'> & string]: Fs[K] extends Lines<infer V>
        ? K | `${K}:${V}` | `${K}:together`
        : K;
    }[Exclude<keyof Fs, 'outcome'> & string];

type AmountsIn<Fs extends Fields> = {
  [K in keyof Fs & string]: Fs[K] extends Amounts ? K : never;
}[keyof Fs & string];

/** What an answer asks, step by step; nothing where one press is enough. */
export type StepsOf<Fs extends Fields> = Readonly<
  Record<OutcomeField<Fs>, readonly (readonly Ask<Fs>[])[]>
>;

type Labels<Fs extends Fields> = Readonly<
  Partial<Record<Ask<Fs> | `seen:${Exclude<keyof Fs, 'outcome'> & string}`, string>>
>;

/** How the step of an answer is put into words. */
interface AskWords<Fs extends Fields> {
  /** The heading of the step: the answer, and what is asked about it. */
  readonly title: string;
  /** The words on the button, where those of the answer are too long for one. */
  readonly button?: string;
  /** Questions that are put in another way after this answer. */
  readonly labels?: Labels<Fs>;
}

export interface Texts<Fs extends Fields, P extends string> extends KindWords {
  readonly fields: WordsOf<Fs>;
  readonly asks: Readonly<Record<OutcomeField<Fs>, AskWords<Fs>>>;
  /** The questions of lists of ticks. */
  readonly labels?: Labels<Fs>;
  readonly problems: Readonly<Record<P, string | ((about: string) => string)>>;
}

export interface Declaration<
  D,
  Fs extends Fields & { readonly outcome: Choice },
  P extends string,
  K extends string,
> {
  readonly kind: K;
  /** The control of ISO 27001:2022, annex A. */
  readonly control: string;
  readonly details: z.ZodType<D>;
  readonly fields: Fs;
  /** What is asked of whoever chose an answer, in steps: nothing else is, and each answer says it. */
  readonly asks: (given: {
    readonly details: D;
    readonly context: DutyContext;
    readonly typed: Submitted;
  }) => StepsOf<Fs>;
  /** What is asked together with the question, whatever the answer. */
  readonly first?: readonly Ask<Fs>[];
  /** The yes-or-no fields that `seen` asks in one list of ticks; the first value of each is the good one. */
  readonly seen?: readonly (Exclude<keyof Fs, 'outcome'> & string)[];
  /** What each answer means; where that depends on earlier answers or on its lines, a function says it. */
  readonly outcomes: Readonly<
    Record<OutcomeField<Fs>, Outcome | ((context: DutyContext, answer: AnswerOf<Fs>) => Outcome)>
  >;
  /** The vendor asks to hear of a good answer too. */
  readonly wantsFeedback?: true;
  /** The answers that settle it and are no good news all the same. */
  readonly reserved?: readonly OutcomeField<Fs>[];
  readonly occurs: DutyKind['occurs'];
  readonly solvedBy: DutyKind['solvedBy'];
  /** Whose answers settle it; any one answer where nothing is said. */
  readonly rule?: (details: D) => Rule;
  /** The names of the parts that can be given to different people, and the details of some of them. */
  readonly parts?: {
    readonly of: (details: D) => readonly string[];
    readonly narrow: (details: D, part: readonly string[]) => D;
  };
  /** Who asked for it and so may not be the one who says that it is right. */
  readonly requesters?: (details: D) => readonly string[];
  /** Whose role has to look as well, where somebody holds it. */
  readonly alsoAsk?: (details: D) => Role | undefined;
  /** What is decided once and for all when the duty is opened, such as the seed of a draw. */
  readonly complete?: (details: D, id: string) => D;
  readonly looksBack?: number;
  /** True where it also looks back at those who could not judge. */
  readonly looksBackAtUnable?: boolean;
  /** What the bot can ask of many people for it. */
  readonly survey?: SurveyType;
  /** What stands in the form before anything is typed. */
  readonly prefill?: (context: DutyContext, reader: ReaderNow) => Submitted;
  /** What the words on the button of an answer say beside it: its step has that filled in. */
  readonly says?: Readonly<Partial<Record<OutcomeField<Fs>, Submitted>>>;
  /** What a step says with an input that was left empty, as the words at that input tell. */
  readonly meant?: (submitted: Submitted) => Submitted;
  readonly needsPolicy?: boolean;
  /** The field that names who is to bear what an answer leaves lost, or to approve an exception. */
  readonly bearer?: keyof Fs & string;
  /** Which of the two; a loss where nothing is said. */
  readonly bears?: Borne;
  readonly lines?: (details: D, language: Language) => LinesOf;
  /** The optional fields that these details, or what was filled in so far, make superfluous. */
  readonly leaveOut?: (details: D, context: DutyContext, typed: Submitted) => readonly (keyof Fs)[];
  /** The checks across fields before an answer counts. */
  readonly check: (answer: AnswerOf<Fs>, details: D, at: Today) => readonly Problem<Fs, P>[];
  readonly introduction: (details: D, reader: Reader, context: DutyContext) => Introduction;
  readonly figures?: (
    answer: AnswerOf<Fs>,
    given: { readonly details: D; readonly context: DutyContext },
    reader: Reader,
  ) => readonly Figure[];
  /** What is told below the answer and was computed from it, such as a forecast. */
  readonly computed?: (
    answer: AnswerOf<Fs>,
    given: { readonly details: D; readonly context: DutyContext },
    reader: Reader,
  ) => readonly Fact[];
  /** What an answer brings about beside the state of its own duty. */
  readonly followUps?: (answer: AnswerOf<Fs>, details: D) => readonly FollowUp[];
  /** The kind of duty that somebody is to open by hand because of an answer. */
  readonly opens?: (answer: AnswerOf<Fs>, details: D) => string | undefined;
  /** What was given with the duty and belongs in the answer too, so that its record can stand alone. */
  readonly completed?: (answer: AnswerOf<Fs>, details: D) => Partial<AnswerOf<Fs>>;
  readonly help?: DutyKind['help'];
  readonly document?: (details: D) => DocumentVersion;
  readonly nilReturns?: DutyKind['nilReturns'];
  readonly drawnAs?: DutyKind['drawnAs'];
  readonly texts: InEachLanguage<Texts<Fs, P>>;
  /** What people type to answer it. */
  readonly sentences: Statements<OutcomeField<Fs>>;
  readonly byHand: ByHand;
}

import type { Grammar } from '../sentences/kind.ts';
import type { Reading } from '../sentences/read.ts';
import type { z } from 'zod';
import type { Fact } from '../../cards/card.ts';
import type { AnyWords, FieldMessage, Fields, Values } from '../../cards/fields.ts';
import type { InEachLanguage, Language } from '../../cards/language.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import type { FollowUp, Json, NilReturns } from './follow-up.ts';
import type { Policy, Role } from './policy.ts';
import type { Colleagues } from './people/colleagues.ts';
import type {
  AnswerSteps,
  Chosen,
  Given,
  Introduction,
  Pressed,
  Question,
  Summary,
} from './question.ts';
import type { SurveySeen, SurveyType } from './survey.ts';

/** What an answer means for the duty, whatever the kind. */
export type Outcome = 'fulfilled' | 'problem' | 'unable';

/**
 * Whose answers settle a duty: one of those who are asked, whoever that is, every one of them, one for each process,
 * or two different people.
 */
export const rules = ['any', 'all', 'per-process', 'four-eyes'] as const;
export type Rule = (typeof rules)[number];

/** An earlier answer of the same kind about the same system. */
export interface Earlier {
  readonly duty: string;
  readonly at: string;
  readonly reference: string;
  readonly outcome: Outcome;
  readonly details: Json;
  readonly values: Values;
  /** What the vendor said last about the finding that it opened. */
  readonly reaction?: string;
}

/** What a kind needs of a duty to put it into words and to check its answers. A stored duty is one. */
export interface DutyContext {
  readonly details: unknown;
  /** The answers before this duty, the oldest first. */
  readonly earlier?: readonly Earlier[];
  /** What one person answers of it, such as some of the processes; absent for the whole. */
  readonly part?: readonly string[];
  readonly rule?: Rule;
  /** What the IT team has laid down; only where the kind asks for it. */
  readonly policy?: Policy;
  /** Who can be named in the answer; only where one asks for it. */
  readonly colleagues?: Colleagues;
  /** What the bot asked of many people for it. */
  readonly survey?: SurveySeen;
  /** When the solution was reported that is to be verified: by the duty itself, or by a later reaction. */
  readonly createdAt?: string;
  readonly solvedAt?: string;
  /** When the answer was given that is put into words. */
  readonly answeredAt?: string;
  /** The name of whoever gives the answer that is checked. */
  readonly answerer?: string;
}

/** A document that is asked about version by version. */
export interface DocumentVersion {
  readonly name: string;
  readonly version: string;
}

export { roles } from './policy.ts';
export type { FollowUp, Json } from './follow-up.ts';
export type { Policy, Role, SupportDesk } from './policy.ts';
export type { Figure, Introduction, Link, Summary } from './question.ts';

/** Where and for whom something is put into words. */
export interface Reader {
  readonly language: Language;
  readonly zone: string;
}

/** A reader at a moment: everything that decides how something is put into words. */
export interface ReaderNow extends Reader {
  readonly now: string;
}

export interface KindWords {
  /** What the duty asks, as the first words of its card: "Wijziging controleren". */
  readonly name: string;
  /** The same as a wish in running text: "controleer de wijziging". */
  readonly ask: string;
  readonly why: string;
  /** The heading in the vendor's page on shared responsibility. */
  readonly passage: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** What a reply to the vendor says was expected and asks for; a kind without these shares a sentence with others. */
  readonly reply?: { readonly expected?: string; readonly please: string };
}

export interface InputProblem {
  /** Where it is wrong: `details.checks[2]`. */
  readonly path: string;
  readonly message: string;
}
export type DetailsReading =
  | { readonly ok: true; readonly details: Json; readonly rows: readonly Json[] }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };
export type AnswerCheck =
  | { readonly ok: true; readonly outcome: Outcome; readonly values: Values }
  | { readonly ok: false; readonly messages: readonly FieldMessage[] };

/** A form with which a person opens a duty of this kind by hand. */
export interface ByHand {
  readonly fields: Fields;
  readonly words: InEachLanguage<AnyWords>;
  /** Turns what was filled in into `details` as the HTTP API takes them. */
  readonly details: (values: Values) => unknown;
}

/** What somebody else than whoever answers has to say yes to: what is lost for good, or a way that is not allowed. */
export type Borne = 'loss' | 'exception';

/** An answer of which it is to be known whom it names: which one, and what was typed of it. */
export interface NamingAnswer {
  readonly outcome: string;
  readonly typed: Submitted;
}

/** One kind of duty, as the rest of the bot sees it. */
export interface DutyKind extends Pressed {
  readonly kind: string;
  readonly control: string;
  readonly schema: z.ZodType;
  readonly byHand: ByHand;
  /** True when the answer is given row by row on a list, not in one form. */
  readonly byRow: boolean;
  /** Who puts right what a negative answer found: the vendor, who gets a reply, or the customer. */
  readonly solvedBy: 'vendor' | 'customer';
  /** Whether something that happens asks for it, or a plan does. */
  readonly occurs: 'by-event' | 'by-plan';
  readonly words: (language: Language) => KindWords;
  readonly readDetails: (raw: unknown) => DetailsReading;
  /** Whose answers settle it where nobody says otherwise. */
  readonly rule: (details: unknown) => Rule;
  /** The parts that can be given to different people, by name; empty where it is one whole. */
  readonly parts: (details: unknown) => readonly string[];
  /**
   * Gives each of several people a part of the rows by itself; undefined where the rows do not say who has
   * which. The rows come back in the order in which the parts count them.
   */
  readonly share?: (
    rows: readonly Json[],
    people: readonly { readonly aadObjectId: string; readonly name?: string | undefined }[],
  ) =>
    { readonly rows: readonly Json[]; readonly parts: readonly (readonly string[])[] } | undefined;
  /** True where the vendor asks to hear of a good answer too. */
  readonly wantsFeedback: boolean;
  /** True of an answer that settles it and is no good news all the same, such as a loss. */
  readonly reserved: (values: Values) => boolean;
  /** Who asked for it, by object id or name, and so may not be the one who says that it is right. */
  readonly requesters: (details: unknown) => readonly string[];
  /** Whose role has to look as well: whoever holds it is asked too, and one pair of eyes is not enough. */
  readonly alsoAsk?: (details: unknown) => Role | undefined;
  /** The details as they are kept: with what is decided once, by the duty's id, when it is opened. */
  readonly complete?: (details: unknown, id: string) => Json;
  /** How many earlier answers about the same system it looks back at. */
  readonly looksBack: number;
  /** True where it also looks back at those who could not judge. */
  readonly looksBackAtUnable?: boolean;
  /** What the bot can ask of many people for it. */
  readonly survey?: SurveyType;
  /** True where what the IT team has laid down decides about an answer. */
  readonly needsPolicy: boolean;
  /** The fields that name somebody after this answer; none where nobody is named. */
  readonly namesPeople: (context: DutyContext, given: NamingAnswer) => readonly string[];
  /** Which of these names who is to bear what this answer leaves lost, or to approve an exception. */
  readonly bearer?: string;
  readonly bears?: Borne;
  readonly introduction: (context: DutyContext, reader: Reader) => Introduction;
  /** The question with its answers; undefined where it is answered row by row. */
  readonly question: (context: DutyContext, given: Given, reader: Reader) => Question | undefined;
  /** What an answer asks, step by step, after what was typed so far; undefined where there is no such answer. */
  readonly steps: (context: DutyContext, given: Chosen, reader: Reader) => AnswerSteps;
  /** Every input with which it can be answered: nothing else travels along from step to step. */
  readonly inputs: (context: DutyContext, reader: Reader) => readonly string[];
  /** What is known before anything is typed. */
  readonly prefill?: (context: DutyContext, reader: ReaderNow) => Submitted;
  /** How a sentence that answers it is read. */
  readonly grammar: Grammar;
  /** The lines of its form of which a sentence may say that they are good or bad. */
  readonly lineLabels: (context: DutyContext, reader: Reader) => readonly string[];
  /** What a sentence that was read fills in on the form, with the person's own words as the note. */
  readonly filledFrom: (reading: Reading, text: string) => Submitted;
  /** What must stand in the form for an earlier answer to be corrected. */
  readonly typedFor: (context: DutyContext, values: Values, reader: Reader) => Submitted;
  /** Who will solve it and by when, as whoever answered negatively says. */
  readonly plan?: (values: Values) => { readonly owner?: string; readonly on?: string };
  /** What a form would hold of somebody who cannot judge it and says why; absent where it has no such answer. */
  readonly unable?: (reason: string) => Submitted;
  /** What is said where an answer leaves something unjudged: to who gave it, and to the IT team. */
  readonly unableNotes?: (
    values: Values,
    language: Language,
  ) => { readonly own: string; readonly channel: string };
  readonly settle: (context: DutyContext, submitted: Submitted, reader: ReaderNow) => AnswerCheck;
  readonly summary: (context: DutyContext, values: Values, reader: Reader) => Summary;
  /** Everything that an answer of it can hold. */
  readonly fields: Fields;
  /** Each field of an answer in words, by its name. */
  readonly inWords: (
    context: DutyContext,
    values: Values,
    reader: Reader,
  ) => ReadonlyMap<string, Fact>;
  /** What an answer brings about beside the state of its own duty. */
  readonly followUps: (context: DutyContext, values: Values) => readonly FollowUp[];
  /** The kind of duty that somebody is to open by hand because of an answer; undefined where none is. */
  readonly opens?: (context: DutyContext, values: Values) => string | undefined;
  /** Who helps somebody that is in doubt, and how to reach them. */
  readonly help?: (context: DutyContext, reader: Reader) => readonly Fact[];
  /** The document that it asks about: a new version outdates the answers to the earlier ones. */
  readonly document?: (details: unknown) => DocumentVersion;
  /** How it is read, where it asks whether there was really nothing. */
  readonly nilReturns?: NilReturns;
  /** What auditors call it when they have a sample drawn, in both languages and in small letters. */
  readonly drawnAs?: RegExp;
}

import type { z } from 'zod';
import type { Element, Fact } from '../../cards/card.ts';
import type { AnyWords, FieldMessage, Fields, Values } from '../../cards/fields.ts';
import type { InEachLanguage, Language } from '../../cards/language.ts';
import type { Submitted } from '../../cards/read-fields.ts';

/** What an answer means for the duty, whatever the kind. */
export type Outcome = 'fulfilled' | 'problem' | 'unable';

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
}

/** A page outside Teams that belongs to the duty. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

export interface Introduction {
  /** Where it plays, beside the system: an environment, for instance. */
  readonly place?: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly link?: Link;
}

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly bad: boolean;
}
export interface Summary {
  readonly figures: readonly Figure[];
  readonly facts: readonly Fact[];
}

export interface InputProblem {
  /** Where it is wrong: `details.checks[2]`. */
  readonly path: string;
  readonly message: string;
}
export type DetailsReading =
  | { readonly ok: true; readonly details: Json; readonly rows: readonly Json[] }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };
export type Settling =
  | { readonly ok: true; readonly outcome: Outcome; readonly values: Values }
  | { readonly ok: false; readonly messages: readonly FieldMessage[] };

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A form with which a person opens a duty of this kind by hand. */
export interface ByHand {
  readonly fields: Fields;
  readonly words: InEachLanguage<AnyWords>;
  /** Turns what was filled in into `details` as the HTTP API takes them. */
  readonly details: (values: Values) => unknown;
}

/** One kind of duty, as the rest of the bot sees it. */
export interface DutyKind {
  readonly kind: string;
  readonly control: string;
  readonly schema: z.ZodType;
  readonly byHand: ByHand;
  /** True when the answer is given row by row on a list, not in one form. */
  readonly byRow: boolean;
  readonly words: (language: Language) => KindWords;
  readonly readDetails: (raw: unknown) => DetailsReading;
  readonly introduction: (details: unknown, reader: Reader) => Introduction;
  readonly form: (
    details: unknown,
    reader: Reader,
    typed: Submitted,
    messages: readonly FieldMessage[],
  ) => readonly Element[];
  /** Words that name the kind in a sentence. */
  readonly heardAs: readonly string[];
  /** What a sentence fills in on the form; empty where it says nothing of it. */
  readonly hear: (text: string, details: unknown, reader: Reader) => Submitted;
  /** What must stand in the form for an earlier answer to be corrected. */
  readonly typedFor: (details: unknown, values: Values, reader: Reader) => Submitted;
  readonly settle: (details: unknown, submitted: Submitted, reader: ReaderNow) => Settling;
  readonly summary: (details: unknown, values: Values, reader: Reader) => Summary;
}

import type { Lexicon } from './words/lexicon.ts';
import { lexiconOf } from './words/lexicon.ts';
import type { Phrases } from './words/words.ts';
import { phrasesIn } from './words/words.ts';

/** What a kind of duty declares of the sentences that answer it. Lists have commas between their phrases, in both languages. */
export interface Statements<O extends string = string> {
  /** What the duty is called, and no other one: "wijziging", "change". These words find it. */
  readonly called: string;
  /** Other words for what it is about as a whole. */
  readonly matter?: string;
  /** Beside the general words, those that mean something of their own here. */
  readonly words?: Phrases;
  /** The positive outcome, and whether it has to be said as well that it was looked at. */
  readonly yes: {
    readonly outcome: O;
    readonly afterDone?: true;
    /** A word by itself is none: it needs its verb, or what it is said of. */
    readonly spoken?: true;
  };
  readonly no: {
    readonly outcome: O;
    /** Where it is denied of the whole only: "niet iedereen". */
    readonly ofSome?: O;
    /** It is a "no" only where it also says that something was sent. */
    readonly onceSent?: true;
    /** It is a "no" as well where it is denied that it was done. */
    readonly undone?: true;
    /** It is a "no" as well where something is said to be still so. */
    readonly stillThere?: true;
  };
  /** Who could not judge, and whether "not tested" says the same. */
  readonly unable?: { readonly outcome: O; readonly notDone?: true };
  /** Other answers, by the phrases that are one wherever they stand. */
  readonly outright?: Readonly<Partial<Record<O, string>>>;
  /** The field of lines, with the value of a good and of a bad one. */
  readonly lines?: { readonly field: string; readonly good: string; readonly bad: string };
  /** Facts that are filled in where they are named, by field and value; none of them is an outcome. */
  readonly facts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The statements of a kind with its words looked up once. */
export interface Grammar extends Statements {
  readonly lexicon: Lexicon;
  /** What it is called, in words. */
  readonly names: readonly (readonly string[])[];
}

export function grammarOf(statements: Statements): Grammar {
  const { called, matter = '', words = {} } = statements;
  // What a kind says of its own words counts before that they name it.
  const own: Phrases = { matter: [called, matter].join(','), ...words };
  const names = phrasesIn(called).map((phrase) => phrase.split(' '));
  return { ...statements, lexicon: lexiconOf(own), names };
}

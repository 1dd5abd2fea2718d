import type { InEachLanguage, Language } from './language.ts';

/**
 * One table of fields is the source of everything about an answer: the inputs on the card, the
 * reading of what was submitted, its checks and its TypeScript type.
 */
interface Common {
  readonly required: boolean;
  /** Two neighbouring half fields stand side by side. */
  readonly half?: true;
}
export interface Choice<V extends string = string> extends Common {
  readonly type: 'choice';
  readonly values: readonly V[];
  readonly style: 'compact' | 'expanded';
}
export interface Text extends Common {
  readonly type: 'text';
  readonly maxLength: number;
  readonly multiline: boolean;
  /** Every line is an entry of its own. */
  readonly list?: true;
  /** It names somebody: a person is picked where people are known. */
  readonly person?: true;
}
export interface WholeNumber extends Common {
  readonly type: 'number';
  readonly max: number;
}
export interface Day extends Common {
  readonly type: 'day';
}
/** A day and a time on the reader's clock; read as an instant with its offset. */
export interface Moment extends Common {
  readonly type: 'moment';
}
/** One compact choice for each line that the duty brings along, such as the processes to check. */
export interface Lines<V extends string = string> extends Common {
  readonly type: 'lines';
  readonly values: readonly V[];
  /** What can be chosen for all lines at once. */
  readonly together?: readonly V[];
}

/** A whole number for each line that the duty brings along, such as the speed of each connection; a line may be left out. */
export interface Amounts extends Common {
  readonly type: 'amounts';
  readonly max: number;
}

/** Somebody who is found in the client's own people picker; those who are known are offered at once. */
export interface Somebody extends Common {
  readonly type: 'somebody';
  /** Whom the picker searches: a whole organisation only in a personal chat (Teams, "People Picker"). */
  readonly among: 'organisation' | 'conversation';
  readonly values: readonly string[];
}

/** Any number of a few choices; the answer is one text with commas between them, as a client sends it. */
export interface Several extends Common {
  readonly type: 'several';
  readonly values: readonly string[];
}

export type Field =
  Choice | Text | WholeNumber | Day | Moment | Lines | Amounts | Somebody | Several;
export type Fields = Readonly<Record<string, Field>>;

export type Line<V extends string = string> = { readonly line: string; readonly value: V };

type ValueOf<F extends Field> =
  F extends Lines<infer V>
    ? readonly Line<V>[]
    : F extends Amounts
      ? readonly Line[]
      : F extends Choice<infer V>
        ? V
        : F extends WholeNumber
          ? number
          : string;
type RequiredKeys<Fs extends Fields> = {
  [K in keyof Fs]: Fs[K] extends { required: true } ? K : never;
}[keyof Fs];

/** The answer that a table of fields yields. */
export type AnswerOf<Fs extends Fields> = {
  readonly [K in RequiredKeys<Fs>]: ValueOf<Fs[K]>;
} & { readonly [K in Exclude<keyof Fs, RequiredKeys<Fs>>]?: ValueOf<Fs[K]> };

/** Any answer, for the parts that do not know the kind. */
export type FieldValue = string | number | readonly Line[];
export type Values = Readonly<Record<string, FieldValue>>;

/** Values that were read by this table of fields, with their types. */
export function asAnswer<Fs extends Fields>(values: Values): AnswerOf<Fs> {
  // readFields has checked every value against the table; the compiler cannot follow it there.
  return values as AnswerOf<Fs>;
}

interface FieldWords {
  /** The question above the input. */
  readonly label: string;
  /** The title beside the answer on the settled card. */
  readonly short: string;
  readonly placeholder?: string;
}
type WordsFor<F extends Field> = F extends { values: readonly (infer V extends string)[] }
  ? FieldWords & { readonly values: Readonly<Record<V, string>> } & TogetherOf<F>
  : FieldWords;
/** One choice for all lines: the heading of the lines, the question, its choices, and that it differs by line. */
interface Together<V extends string = string> {
  readonly heading: string;
  readonly label: string;
  readonly values: Readonly<Record<V, string>>;
  readonly each: string;
}
type TogetherOf<F extends Field> = F extends { together: readonly (infer V extends string)[] }
  ? { readonly together: Together<V> }
  : unknown;
/** The words of a table of fields in one language: a field or value without words does not compile. */
export type WordsOf<Fs extends Fields> = { readonly [K in keyof Fs]: WordsFor<Fs[K]> };
export type AnyWords = Readonly<
  Record<
    string,
    FieldWords & {
      readonly values?: Readonly<Record<string, string>>;
      readonly together?: Together;
    }
  >
>;

type Half = { readonly half: true };
const half = { half: true } as const;

export function choice<const V extends readonly string[]>(
  ...values: V
): Choice<V[number]> & { required: true } {
  return { type: 'choice', values, style: 'expanded', required: true };
}
export function pick<const V extends readonly string[]>(
  ...values: V
): Choice<V[number]> & { required: false } & Half {
  return { type: 'choice', values, style: 'compact', required: false, ...half };
}
/** One of a few that all stand there, so that one press chooses it. */
export function radio<const V extends readonly string[]>(
  ...values: V
): Choice<V[number]> & { required: false } {
  return { type: 'choice', values, style: 'expanded', required: false };
}
export function several(values: readonly string[]): Several & { required: false } {
  return { type: 'several', values, required: false };
}
export function lines<const V extends readonly string[]>(
  ...values: V
): Lines<V[number]> & { required: false } {
  return { type: 'lines', values, required: false };
}
/** Lines of which some values can be chosen for all at once. */
export function together<const V extends string, const T extends V>(
  field: Lines<V> & { required: false },
  ...values: readonly T[]
): Lines<V> & { required: false } & { readonly together: readonly T[] } {
  return { ...field, together: values };
}
/** A number for each line; the answer holds the digits of those that were filled in. */
export function amounts(max: number): Amounts & { required: false } {
  return { type: 'amounts', max, required: false };
}
export function line(maxLength: number): Text & { required: false } {
  return { type: 'text', maxLength, multiline: false, required: false };
}
/** Somebody who is named: picked among known people, who hear of it. */
export function colleague(): Text & { required: false } {
  return { ...line(100), person: true };
}
export function paragraph(maxLength: number): Text & { required: false } {
  return { type: 'text', maxLength, multiline: true, required: false };
}
/** A list, typed one entry a line. */
export function entries(maxLength: number): Text & { required: false } {
  return { type: 'text', maxLength, multiline: true, list: true, required: false };
}
/** A short text that stands beside its neighbour. */
export function word(maxLength: number): Text & { required: false } & Half {
  return { ...line(maxLength), ...half };
}
export function count(max = 1_000_000_000): WholeNumber & { required: false } & Half {
  return { type: 'number', max, required: false, ...half };
}
export function day(): Day & { required: false } & Half {
  return { type: 'day', required: false, ...half };
}
export function moment(): Moment & { required: false } {
  return { type: 'moment', required: false };
}
export function required<F extends Field>(field: F): Omit<F, 'required'> & { required: true } {
  return { ...field, required: true };
}

/** What can be wrong with one input, whatever the field. */
export const faultWords: InEachLanguage<Readonly<Record<Fault, string>>> = {
  nl: {
    required: 'Vul dit in.',
    'not-chosen': 'Kies een antwoord.',
    'too-long': 'Dit is te lang. Kort het in.',
    secret:
      'Hier lijkt een wachtwoord, code of sleutel in te staan. Die is niet bewaard. Geef hem door via de wachtwoordkluis of per telefoon, en schrijf het hier zonder.',
    'not-a-choice': 'Kies een van de mogelijkheden.',
    'not-a-number': 'Vul een heel getal in, nul of hoger.',
    'not-a-day': 'Kies een geldige datum.',
    'not-a-moment': 'Vul een geldige datum in, en ook de tijd.',
  },
  en: {
    required: 'Fill this in.',
    'not-chosen': 'Choose an answer.',
    'too-long': 'This is too long. Shorten it.',
    secret:
      'This seems to contain a password, code or key. It was not kept. Pass it on through the password vault or by telephone, and write it here without it.',
    'not-a-choice': 'Choose one of the options.',
    'not-a-number': 'Fill in a whole number, zero or higher.',
    'not-a-day': 'Choose a valid date.',
    'not-a-moment': 'Fill in a valid date, and the time as well.',
  },
};
export type Fault =
  | 'required'
  | 'not-chosen'
  | 'too-long'
  | 'secret'
  | 'not-a-choice'
  | 'not-a-number'
  | 'not-a-day'
  | 'not-a-moment';

/** A message that belongs beside one field. */
export interface FieldMessage {
  readonly field: string;
  readonly message: string;
  /** What was typed there does not come back in the form: it must not stand on a card. */
  readonly forget?: true;
}

export function faultMessage(fault: Fault, language: Language): string {
  return faultWords[language][fault];
}

import type { ExecuteAction } from './card.ts';
import { execute } from './elements.ts';
import type { Language } from './language.ts';
import { languages } from './language.ts';
import type { Submitted } from './read-fields.ts';

/** One value that travels in the data of a button, under a key of its own. */
export interface Part<T> {
  readonly key: string;
  readonly write: (value: T) => string | number;
  /** Undefined for what cannot be this value: foreign data is never trusted. */
  readonly read: (raw: unknown) => T | undefined;
}

/** A part that a button may leave out. */
export interface OptionalPart<T> extends Part<T> {
  readonly optional: true;
}

// A part is written and read with its own type only; a table of parts need not know which.
type AnyPart = Pick<Part<unknown>, 'key' | 'read'> & { readonly write: (value: never) => unknown };
type Parts = Readonly<Record<string, AnyPart>>;
type ValueOf<P> = P extends { readonly read: (raw: unknown) => infer T | undefined } ? T : never;
type OptionalKeys<P extends Parts> = {
  [K in keyof P]: P[K] extends { readonly optional: true } ? K : never;
}[keyof P];

/** What a button with these parts says. */
export type DataOf<P extends Parts> = {
  readonly [K in Exclude<keyof P, OptionalKeys<P>>]: ValueOf<P[K]>;
} & { readonly [K in OptionalKeys<P>]?: ValueOf<P[K]> | undefined };

/** How a button looks, and whether what was typed on the card comes along. */
export interface Look {
  readonly primary?: boolean | undefined;
  readonly inputs?: 'none' | undefined;
  /** Which of several it is about, for whoever hears the card read: a list has the same button in each row. */
  readonly of?: string | undefined;
  /** What was typed elsewhere and stands in no input of this card: it travels along, by input id. */
  readonly kept?: Readonly<Record<string, string>> | undefined;
}

/** What one verb says, written and read in one place. */
export interface ActionCodec<W, R = W> {
  readonly verb: string;
  /** The button; `language` is that of the card, so that a click is answered in it without a look-up. */
  readonly button: (
    title: string,
    data: W & { readonly language?: Language },
    look?: Look,
  ) => ExecuteAction;
  /** The same as data alone, for what carries keys but is no button, such as the offer of a file. */
  readonly write: (data: W) => Readonly<Record<string, string | number>>;
  /** What was clicked; undefined where something is missing, as on a card of an earlier version. */
  readonly read: (submitted: Submitted) => R | undefined;
}

const verbKey = 'do';
const languageKey = 'l';

/**
 * Declares what a verb says. `parts` are written by the button; `inputs` are chosen on the card itself and
 * only read. The keys are those of cards that are in chats already: a new name for a part keeps its key.
 */
export function defineAction<P extends Parts, I extends Parts = P>(
  verb: string,
  parts: P,
  inputs?: I,
): ActionCodec<DataOf<P>, DataOf<P & I>> {
  const write = (data: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(parts).flatMap(([name, part]): (readonly [string, string | number])[] => {
        const value = data[name];
        return value === undefined ? [] : [[part.key, (part as Part<unknown>).write(value)]];
      }),
    );
  return {
    verb,
    write,
    button: (title, data, look = {}) => {
      const { language } = data;
      const spoken = language === undefined ? {} : { [languageKey]: language };
      // The verb travels in the data too: a Submit has no verb of its own.
      const said = { ...look.kept, ...write(data), ...spoken, [verbKey]: verb };
      return execute(title, { verb, data: said, look });
    },
    read: (submitted) => readParts<DataOf<P & I>>({ ...parts, ...inputs }, submitted),
  };
}

function readParts<D>(parts: Parts, submitted: Submitted): D | undefined {
  const read = Object.entries(parts).map(([name, part]) => ({
    name,
    value: part.read(submitted[part.key]),
    needed: !('optional' in part),
  }));
  if (read.some(({ value, needed }) => needed && value === undefined)) return undefined;
  return Object.fromEntries(
    read.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  ) as D;
}

/** The verb of a click, as the card's data names it; nothing is known of it yet. */
export const verbIn = (submitted: Submitted): unknown => submitted[verbKey];

/** The language of the card that was clicked. */
export const languageIn = (submitted: Submitted): Language | undefined =>
  languages.find((language) => language === submitted[languageKey]);

/** A part that may be absent. */
export const optional = <T>(part: Part<T>): OptionalPart<T> => ({ ...part, optional: true });

/** A text of at most `longest` characters. */
export const textPart = (key: string, longest = 200): Part<string> => ({
  key,
  write: (value) => value,
  read: (raw) => (typeof raw === 'string' && raw !== '' && raw.length <= longest ? raw : undefined),
});

/** A whole number; Teams sends a number of a card as a number or as text. */
export const numberPart = (key: string): Part<number> => ({
  key,
  write: (value) => value,
  read: (raw) => {
    const number = typeof raw === 'string' && /^-?\d{1,9}$/.test(raw) ? Number(raw) : raw;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
  },
});

/** One of some words. */
export const wordPart = <const T extends string>(key: string, words: readonly T[]): Part<T> => ({
  key,
  write: (value) => value,
  read: (raw) => words.find((word) => word === raw),
});

/** A value that is text on the card and has a reader of its own. */
export const parsedPart = <T extends string>(
  key: string,
  parse: (raw: unknown) => T | undefined,
): Part<T> => ({ key, write: (value) => value, read: parse });

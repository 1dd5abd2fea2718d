import type { AnyWords, Field, FieldMessage, Fields } from '../fields.ts';
import type { Language } from '../language.ts';
import type { FormPart } from './parts.ts';
import { cut } from '../plain-text.ts';
import type { LinesOf, Submitted } from '../read-fields.ts';
import { typedText } from '../read-fields.ts';
import { looksLikeSecret } from '../secrets.ts';

/** A table of fields as it is asked of somebody: its words, and what was typed before. */
export interface FieldForm {
  readonly fields: Fields;
  readonly words: AnyWords;
  readonly lines: LinesOf;
  readonly language: Language;
  /** What was typed before, by input id: it stands in the form again. */
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
  /** What is asked of the table, in this order; every field where nothing is said. */
  readonly parts?: readonly FormPart[];
  /** The question of a part where it is not that of its field. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A field of the table that is asked. */
export function fieldOf({ fields }: FieldForm, name: string): Field {
  const field = fields[name];
  if (!field) throw new Error(`There is no field ${name}.`);
  return field;
}

/** The words of a field, with the question that is asked here. */
export function wordsOf(form: FieldForm, name: string): AnyWords[string] {
  const { fields, words, labels, language } = form;
  const own = words[name];
  if (!own) throw new Error(`The field ${name} has no words in ${language}.`);
  const label = labels?.[name];
  if (label === undefined) return own;
  const field = fields[name];
  if (field?.type !== 'text' || field.person === true) return { ...own, label };
  // The example of a text answers its own question, not the one that is put in its place.
  const { placeholder: _, ...others } = own;
  return { ...others, label };
}

// Ids of choices, days and times are shorter.
export const longestChoice = 100;

/** What was typed, cut to what the input takes: no client sends more, and the card would get too large. */
export function typedIn(
  { typed, messages }: FieldForm,
  id: string,
  longest = longestChoice,
): string | undefined {
  if (messages.some(({ field, forget }) => forget && field === id)) return undefined;
  const text = typedText(typed[id]);
  // What must not be kept does not come back on a card either.
  return looksLikeSecret(text) ? undefined : text && cut(text, longest);
}

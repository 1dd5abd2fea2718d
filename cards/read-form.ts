import type { FieldMessage, Fields, Values } from './fields.ts';
import { faultMessage } from './fields.ts';
import type { Language } from './language.ts';
import type { LinesOf, Submitted } from './read-fields.ts';
import { readFields } from './read-fields.ts';

/** What was filled in, or everything that is wrong with it, in the reader's language. */
export type FormReading =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly messages: readonly FieldMessage[] };

/** Reads a whole form and names every fault at once. */
export function readForm(
  fields: Fields,
  submitted: Submitted,
  reader: { readonly language: Language; readonly zone: string; readonly lines?: LinesOf },
): FormReading {
  const { language, zone, lines = {} } = reader;
  const read = readFields(fields, submitted, { lines, zone });
  if (read.ok) return read;
  const messages = read.faults.map(({ field, fault }) => ({
    field,
    message: faultMessage(fault, language),
  }));
  return { ok: false, messages };
}

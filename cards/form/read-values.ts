import type { Fault, FieldValue } from '../fields.ts';
import { unturned } from '../plain-text.ts';

/** What came in with a click: untrusted, any shape. */
export type Submitted = Readonly<Record<string, unknown>>;
/** A line by its name; where the name depends on the reader's language, by a key that does not. */
export type LineName = string | { readonly key: string; readonly label: string };

/** What stands in the answer for a line, whatever the language in which it was read. */
export const lineKey = (line: LineName): string => (typeof line === 'string' ? line : line.key);
export const lineLabel = (line: LineName): string => (typeof line === 'string' ? line : line.label);

export type Read = FieldValue | undefined | { readonly fault: Fault };

// Nobody types them.
const control = /(?![\n\r\t])\p{Cc}/gu;

const aSign = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{DI}\u2800]/u;

/** Text as typed, trimmed, of what can be seen; undefined when there is none. Numbers count as what they look like. */
export function typedText(raw: unknown): string | undefined {
  const typed = typeof raw === 'number' ? String(raw) : raw;
  if (typeof typed !== 'string') return undefined;
  const trimmed = unturned(typed).replace(control, '').toWellFormed().trim();
  return aSign.test(trimmed) ? trimmed : undefined;
}

export function readChoice(values: readonly string[], raw: unknown): Read {
  const typed = typedText(raw);
  if (typed === undefined)
    return raw === undefined || raw === '' ? undefined : { fault: 'not-a-choice' };
  return values.includes(typed) ? typed : { fault: 'not-a-choice' };
}

export function readNumber(max: number, raw: unknown): Read {
  const typed = typedText(raw);
  if (typed === undefined) return undefined;
  // Dutch writes 1.250 and English 1,250 for the same count.
  const digits = /^\d{1,3}([.,\s]\d{3})+$/.test(typed) ? typed.replace(/\D/g, '') : typed;
  const number = /^\d{1,15}$/.test(digits) ? Number(digits) : NaN;
  return number <= max ? number : { fault: 'not-a-number' };
}

import { z } from 'zod';
import { oneLine, unturned } from '../../cards/plain-text.ts';
import type { DetailsReading, InputProblem, Json } from './kind.ts';
import { webAddress } from '../web-address.ts';

/**
 * A foreign text of at least one visible character; control characters other than line ends are refused, and what
 * turns the direction of a text is left out.
 */
export function foreignText(maxLength: number): z.ZodString {
  return (
    z
      .string()
      .max(maxLength)
      .overwrite(unturned)
      // A filler and a blank of Braille are letters that nobody sees.
      .regex(/[^\s\p{C}\p{DI}\u2800]/u, 'must not be empty')
      // \p{Cs} is half a surrogate pair: no text, and no JSON that another program can hash.
      .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'must not contain control characters')
  );
}

/** The same on one line, for what names something: every line end and tab in it counts as a space. */
export const foreignLine = (maxLength: number): z.ZodString =>
  foreignText(maxLength).overwrite(oneLine);

/** A foreign moment: an ISO date or instant is shown in words, any other text as it was written. */
export const foreignWhen = foreignLine(100);

/** A list of distinct foreign lines. */
export function distinctTexts(maxItems: number, maxLength: number): z.ZodType<string[]> {
  return z
    .array(foreignLine(maxLength))
    .max(maxItems)
    .refine((list) => new Set(list).size === list.length, 'must not name the same twice');
}

/**
 * The address of a page, https only. No name before an `@`: it makes another site look like a known
 * one. No invisible characters either.
 */
export const foreignUrl = z
  .string()
  .max(1000)
  .refine(isSafeUrl, 'must be the https address of a page, without a user name')
  .meta({ format: 'uri' });

function isSafeUrl(written: string): boolean {
  const address = /^https:\/\/[^\s\p{C}]+$/iu.test(written) ? webAddress(written) : undefined;
  return address?.username === '' && address.password === '';
}

/** The site of such an address, as a browser would show it. */
export function siteOf(url: string): string {
  return new URL(url).host;
}

/** Reads a JSON value by a schema and names every fault at once, each with its path. */
export function readWith(schema: z.ZodType, raw: unknown): DetailsReading {
  const read = schema.safeParse(raw);
  if (!read.success) return { ok: false, problems: problemsOf(read.error, 'details') };
  return { ok: true, details: asJson(read.data), rows: [] };
}

/** What came from JSON and passed a schema is JSON still. */
export function asJson(value: unknown): Json {
  // A schema for any JSON looks at each value six times: a second for a long list of accounts.
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** The faults of a schema as paths and messages: `details.checks[2]`. */
export function problemsOf(error: z.ZodError, root: string): readonly InputProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathOf(root, [...issue.path, key]),
        message: 'is not a known field',
      }));
    }
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    return [{ path: pathOf(root, issue.path), message: missing ? 'is required' : issue.message }];
  });
}

function pathOf(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((said, part) => {
    if (typeof part === 'number') return `${said}[${String(part)}]`;
    return said === '' ? String(part) : `${said}.${String(part)}`;
  }, root);
}

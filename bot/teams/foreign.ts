import { unturned } from '../../cards/plain-text.ts';

/** Looks into what came from outside and has no known shape. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member, where there is one. */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

/** A member that is a text and not empty. */
export function textIn(value: unknown, name: string): string | undefined {
  const found = memberOf(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/**
 * What somebody is called, in one line: no control characters, and nothing that turns the direction of what
 * stands after it. It stands in evidence and in notifications.
 */
export const calledSo = (name: string): string =>
  unturned(name)
    .toWellFormed()
    .replace(/\s/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();

/** The first characters of a text, well-formed: half a sign is no sign (RFC 8785 refuses lone surrogates). */
export function cutText(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .toWellFormed();
}

/**
 * The same with U+FFFD for each half of a surrogate pair: JSON can hold one, Unicode text and RFC 8785
 * cannot. For what the guard let in, which bounds its depth.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [name.toWellFormed(), wellFormed(inside)]),
  );
}

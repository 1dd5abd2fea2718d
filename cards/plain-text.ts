// Bidi overrides and zero-width marks can make a text read as another. A zero-width joiner stays: it builds emoji.
const invisible = /(?![\t\n\r\u200D])[\p{Cc}\p{Cf}]/gu;

// Clients put a date where a text says {{DATE(…)}}; a word joiner, which nobody sees, keeps it a text.
const dateFunction = /\{(?=\{(?:DATE|TIME)\()/g;

/** A foreign text without invisible characters, for places where the client applies no Markdown. */
export function visible(text: string): string {
  return text.replace(invisible, '').replace(dateFunction, '{\u2060').replace(/\r\n?/g, '\n');
}

/** Turns the direction of the text after it, and so can make one say another. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text as it may be kept: without what turns its direction, which nobody types. */
export const unturned = (text: string): string => text.replace(turning, '');

/** A text that names something, as it may be kept: what ends a line, and a tab, is a space in it. */
export const oneLine = (text: string): string => text.replace(/[\t-\r\u0085\u2028\u2029]+/g, ' ');

/**
 * A foreign text for a place where the client applies Markdown (TextBlock, FactSet): every mark that
 * could become emphasis, a link, a list, a heading or a tag is escaped. Line breaks become spaces.
 */
export function plain(text: string): string {
  return visible(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~|]/g, (mark) => `\\${mark}`)
    .replace(/^([#+-])(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}

/**
 * The first so many UTF-16 code units of a text, the last ones with a negative length; one less where
 * that would halve a letter of two. Every text of people is cut by this: half a letter is no text.
 */
export function cut(text: string, length: number): string {
  const kept = length < 0 ? text.slice(length) : text.slice(0, length);
  if (length < 0) return /[\uDC00-\uDFFF]/.test(kept.charAt(0)) ? kept.slice(1) : kept;
  return /[\uD800-\uDBFF]/.test(kept.charAt(kept.length - 1)) ? kept.slice(0, -1) : kept;
}

/** Cuts a text at a word boundary and says so with an ellipsis; lengths count UTF-16 code units. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const begin = cut(text, length - 1);
  const space = begin.lastIndexOf(' ');
  return `${(space > length / 2 ? begin.slice(0, space) : begin).trimEnd()}…`;
}

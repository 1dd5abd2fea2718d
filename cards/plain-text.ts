// Bidi overrides and zero-width marks can make a text read as another. A zero-width joiner stays: it builds emoji.
const invisible = /(?![\t\n\r\u200D])[\p{Cc}\p{Cf}]/gu;

// Clients put a date where a text says {{DATE(…)}}; a word joiner, which nobody sees, keeps it a text.
const dateFunction = /\{(?=\{(?:DATE|TIME)\()/g;

/** A foreign text without invisible characters, for places where the client applies no Markdown. */
export function visible(text: string): string {
  return text.replace(invisible, '').replace(dateFunction, '{\u2060').replace(/\r\n?/g, '\n');
}

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

/** Cuts a text at a word boundary and says so with an ellipsis; lengths count UTF-16 code units. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > length / 2 ? cut.slice(0, space) : cut;
  // A lone half of a surrogate pair is not a character.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

/**
 * Texts that a vendor or a colleague may send and that a client could take for something else.
 * Invisible characters are written as escapes, so that they can be seen here.
 */
export const nastyTexts: readonly string[] = [
  '**vet** en _schuin_ en ~~door~~',
  '*',
  '[klik hier](https://example.com/inloggen)',
  '![plaatje](https://example.com/x.png)',
  '<https://example.com>',
  '[a]: https://example.com',
  '# Kop',
  '1. lijst',
  '2) lijst',
  '- lijst',
  '+ lijst',
  '> citaat',
  '`code` en ``` blok',
  '| a | b |',
  'a\\*b \\',
  '<b>vet</b><script>alert(1)</script>',
  '<at>Iedereen</at> kijk hier',
  '&lt;at&gt;Iedereen&lt;/at&gt; &amp;',
  '${title} en ${$root.secret}',
  '{{DATE(2026-12-03T10:00:00Z, LONG)}} om {{TIME(2026-12-03T10:00:00Z)}}',
  '{{name}} %s %d %n {0}',
  '"},{"type":"Action.Submit","data":{}}',
  '__proto__',
  'constructor',
  'factuur \u202Egnp.exe',
  '\u2066binnen\u2069 en \u200Fbuiten',
  'on\u200Bzicht\u00ADbaar\uFEFF',
  'gezin 👨‍👩‍👧‍👦 en vlag 🇳🇱 en hart ❤️',
  'שלום עולם ומה שלומך',
  'ﷺ 𝒳 𠜎 Ṳ̈ Z͑ͫ̓ͪ̂ͫ',
  '田中さんにあげて下さい',
  'w'.repeat(75),
  'regel één\nregel twee\tmet tab',
  '\'; DROP TABLE duties; -- " OR 1=1',
  '  spaties eromheen  ',
];

/** Texts that the API refuses: nothing to see, or characters that are no text. */
export const refusedTexts: readonly string[] = [
  '',
  '   ',
  '\n\t',
  '\u200B',
  '\u200D\uFEFF',
  'bel\u0007',
  'nul\u0000',
  'escape \u001B[31m',
  'verwijderd \u007F',
  'c1 \u0085',
  'half teken \uD83D',
  'half teken \uDE00!',
];

const marks = /\\([\\`*_[\]<>~|#+\-.)])/g;
const unseen =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;

/** What a reader sees of a text that a client has rendered as Markdown or as it stands. */
export function asSeen(text: string): string {
  return text.replace(unseen, '').replace(marks, '$1').replace(/\s+/g, ' ').trim();
}

/** A reader's view of a text that no client has touched. */
export function asSent(text: string): string {
  return text.replace(unseen, '').replace(/\s+/g, ' ').trim();
}

/** Markdown that a client would act on: a mark without a backslash before it. */
export function liveMarks(text: string): readonly string[] {
  // Pairs of backslash and mark are what escaping leaves; what remains is live.
  const rest = text.replace(/\\[\\`*_[\]<>~|#+\-.)]/g, 'x');
  return rest.match(/[\\`*_[\]<>~|]|^\s*(?:[#+-]|\d+[.)])(?=\s)|\{\{(?:DATE|TIME)\(/g) ?? [];
}

/** Without the bold that the cards themselves begin a line with; what is foreign in it is escaped. */
export const withoutOurBold = (text: string): string =>
  text.replace(/^\*\*((?:[^*\\]|\\.)+)\*\*/, '$1');

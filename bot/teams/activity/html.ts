import { cutText } from '../foreign.ts';

const mostHtml = 16_000;

const signs: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Signs that a client has written as HTML entities, once: `&amp;lt;` was meant to read `&lt;`. */
export function decoded(text: string): string {
  return text
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
      (whole, ...[decimal, hex, name]) => {
        if (typeof name === 'string') return signs[name.toLowerCase()] ?? whole;
        const code = Number.parseInt(String(decimal ?? hex), decimal === undefined ? 16 : 10);
        const usable = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        return usable ? String.fromCodePoint(code) : ' ';
      },
    )
    .replaceAll('\u00A0', ' ');
}

/** What stands in the HTML beside a message. */
export interface Html {
  /** The text without what is quoted in it; pictures of emoji are the emoji. */
  readonly text: string;
  /** The message that is quoted, in the older form of a quote. */
  readonly quoted: string | undefined;
  /** Whether the quote ends within what was read. */
  readonly whole: boolean;
  readonly has: ReadonlySet<'image' | 'emoji' | 'sticker' | 'voice' | 'file'>;
}

const kinds = [
  ['image', /itemtype="http:\/\/schema\.skype\.com\/AMSImage"/i],
  ['emoji', /itemtype="http:\/\/schema\.skype\.com\/Emoji"/i],
  ['sticker', /itemtype="http:\/\/schema\.skype\.com\/(?:Sticker|Giphy|Gif)"/i],
  ['voice', /itemtype="http:\/\/schema\.skype\.com\/InputExtension"/i],
  ['file', /<attachment\s/i],
] as const;

/** Reads the HTML of a message. Tags are looked at up to 2,000 characters each, so that none costs more. */
export function readHtml(content: string): Html {
  const html = cutText(content, mostHtml);
  const start = html.search(/<blockquote\b[^<>]{0,300}schema\.skype\.com\/Reply/i);
  const end = start < 0 ? -1 : html.indexOf('</blockquote>', start);
  const quote = start < 0 ? '' : html.slice(start, end < 0 ? undefined : end);
  const own = start < 0 || end < 0 ? html : `${html.slice(0, start)} ${html.slice(end)}`;
  return {
    text: textOf(own),
    quoted: /^<blockquote\b[^<>]{0,300}itemid="([^"<>]{1,100})"/i.exec(quote)?.[1],
    whole: start < 0 || end >= 0,
    has: new Set(kinds.flatMap(([kind, pattern]) => (pattern.test(own) ? [kind] : []))),
  };
}

function textOf(html: string): string {
  const plain = html
    .replace(/<img\b[^<>]{0,2000}>/gi, (tag) => (isEmoji(tag) ? (altOf(tag) ?? ' ') : ' '))
    .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<[a-z/!][^<>]{0,2000}>/gi, '');
  return decoded(plain).trim();
}

const isEmoji = (tag: string): boolean => /schema\.skype\.com\/Emoji"/i.test(tag);
const altOf = (tag: string): string | undefined => /\balt="([^"]{1,40})"/i.exec(tag)?.[1];

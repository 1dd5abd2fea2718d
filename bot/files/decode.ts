import { Unreadable } from './problems.ts';

// The bytes 0x80 to 0x9F; Node versions disagree on them when they decode windows-1252 themselves.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The text of a CSV file in any encoding that spreadsheets write, with line ends made equal. */
export function decodeText(bytes: Uint8Array): string {
  const text = (byMark(bytes) ?? asUtf8(bytes) ?? asWindows1252(bytes)).replace(/\r\n?/g, '\n');
  // No export holds control characters; and U+FFFD is what is left of a letter that was lost earlier.
  const strange = /(?![\n\t])\p{Cc}|\uFFFD/u.exec(text);
  if (strange === null) return text;
  throw new Unreadable({ code: 'not-text', line: lineAt(text, strange.index) });
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/**
 * The text of bytes that are UTF-8 as a whole; undefined where none of them are. A file that is UTF-8 but for
 * a stray byte has two encodings: read as either, names in it would become others.
 */
function asUtf8(bytes: Uint8Array): string | undefined {
  let at = 0;
  let line = 1;
  let strayOn: number | undefined;
  let isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  while (at < bytes.length) {
    const length = sequenceAt(bytes, at);
    if (length === 0) strayOn ??= line;
    if (length > 1) isMarked = true;
    if (isLineEnd(bytes, at)) line += 1;
    at += Math.max(1, length);
  }
  if (strayOn === undefined) return new TextDecoder('utf-8').decode(bytes);
  if (isMarked) throw new Unreadable({ code: 'two-encodings', line: strayOn });
  return undefined;
}

/** The line ends that are told apart later: LF, CR LF and CR. */
const isLineEnd = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a);

/** How many bytes the UTF-8 letter here has (RFC 3629, section 4); 0 where none begins. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function asWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9F]/g, (char) => windows1252.charAt(char.charCodeAt(0) - 0x80));
}

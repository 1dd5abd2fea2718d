import { Unreadable } from './problems.ts';

// The bytes 0x80 to 0x9F; Node versions disagree on them when they decode windows-1252 themselves.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The text of a CSV file in any encoding that spreadsheets write, with line ends made equal. */
export function decodeText(bytes: Uint8Array): string {
  const text = (byMark(bytes) ?? asUtf8(bytes) ?? asWindows1252(bytes)).replace(/\r\n?/g, '\n');
  // No export holds control characters; and U+FFFD is what is left of a letter that was lost earlier.
  const strange = /(?![\n\t])\p{Cc}|\uFFFD/u.exec(text);
  if (strange === null) return text;
  const line = text.slice(0, strange.index).split('\n').length;
  throw new Unreadable({ code: 'not-text', line });
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function asWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9F]/g, (char) => windows1252.charAt(char.charCodeAt(0) - 0x80));
}

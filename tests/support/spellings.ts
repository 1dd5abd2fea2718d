/** Base64 of a text that stands somewhere within another: what is the same wherever it begins, for each of three places. */
function within64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const from = Math.ceil((before * 8) / 6);
    const until = Math.floor(((before + bytes.length) * 8) / 6);
    return Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(3)])
      .toString('base64')
      .slice(from, until);
  });
}

const escapedAs = (name: string, how: (sign: string) => string): string =>
  name.replace(/\W/gu, how);

// Whole signs only: of half a sign that begins at an odd place Node 24.21 writes beyond its memory.
const asWide = (bytes: Buffer): string =>
  bytes.subarray(0, bytes.length - (bytes.length % 2)).toString('utf16le');

/**
 * Tells whether bytes hold a name in any spelling in which programs write one: large or small, composed or not, as UTF-8 or
 * UTF-16, escaped for an address, for JSON or for HTML, as hexadecimal or base64.
 */
export function holderOf(name: string): (bytes: Uint8Array | string) => boolean {
  const composed = [...new Set([name.normalize('NFC'), name.normalize('NFD')])];
  const anyCase = composed
    .flatMap((one) => [
      one,
      encodeURIComponent(one),
      encodeURIComponent(one).replaceAll('%20', '+'),
      escapedAs(one, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
      escapedAs(one, (sign) => `&#${String(sign.codePointAt(0))};`),
      one.replaceAll(' ', '&nbsp;'),
      one.replaceAll(' ', '\u00a0'),
      one.replaceAll(' ', '.'),
      one.replaceAll(' ', ''),
      Buffer.from(one).toString('hex'),
    ])
    .map((one) => one.toLowerCase());
  const exact = [...composed, ...composed.map((one) => one.toLowerCase())].flatMap((one) =>
    within64(Buffer.from(one)),
  );
  return (given) => {
    const bytes = typeof given === 'string' ? Buffer.from(given) : Buffer.from(given);
    const [text, wide, shifted] = [
      bytes.toString('utf8'),
      asWide(bytes),
      asWide(bytes.subarray(1)),
    ];
    return (
      [text, wide, shifted].some((one) => {
        const small = one.toLowerCase();
        return anyCase.some((spelled) => small.includes(spelled));
      }) || exact.some((spelled) => text.includes(spelled))
    );
  };
}

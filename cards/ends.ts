/**
 * A text without the signs at its end that a pattern of one sign names. A regular expression that ends in `+$`
 * begins anew at each place of a long run, so that a text of such signs costs the square of its length.
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let length = text.length;
  while (length > 0 && sign.test(text.charAt(length - 1))) length -= 1;
  return text.slice(0, length);
}

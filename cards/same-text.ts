// The signs that word processors put in place of what people type.
const apostrophes = /[\u2018\u2019\u201B\u02BC\u00B4`\u2032\uFF07]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
// What nobody sees: zero-width and bidi marks, soft hyphens, byte order marks, variation selectors, controls.
const unseen = /(?!\s)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const spaces = /[\s\p{Z}]+/gu;
// Most names have none but these signs: nothing is to be folded then but case, backquotes and spaces.
const printableAscii = /^[ -~]*$/;

/**
 * A foreign name as it is compared with another: two that a reader cannot tell apart give the same text.
 * Unicode's compatibility form (UAX #15, NFKC), one ordinary space for spaces of every kind, no invisible
 * marks, no difference of case, plain dashes and apostrophes. For comparing only: never shown or stored.
 */
export function comparable(text: string): string {
  if (printableAscii.test(text))
    return text.toLowerCase().replaceAll('`', "'").replace(spaces, ' ').trim();
  return (
    text
      .normalize('NFKC')
      .replace(unseen, '')
      // There and back: ß and SS, ς and σ are one letter to whoever reads them.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
      .replace(unseen, '')
      .replace(apostrophes, "'")
      .replace(dashes, '-')
      .replace(spaces, ' ')
      .trim()
  );
}

/** Whether two foreign names read the same. It proves no identity: that takes an object id. */
export const isSameText = (one: string, other: string): boolean =>
  comparable(one) === comparable(other);

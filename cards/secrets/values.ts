import { isOrdinary } from './ordinary.ts';

export const isWordAndNumber = (one: string): boolean => /\p{L}/u.test(one) && /\d/.test(one);

/** Has a digit or sign as a password does, and is no date, time, amount, ticket, version or address of mail. */
export function isChosen(one: string): boolean {
  if (!/[\d!@#$%^&*?+~]/.test(one) || one.length > 100) return false;
  return ![
    /^\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?$/,
    /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$/,
    /^[€$]?\d{1,3}(?:[.,]\d{1,3})*(?:%|x|e|de|ste|th|k)?$/,
    /^[\p{L}]{1,10}-\d{1,12}$/u,
    /^(?:CHG|INC|REQ|PRB|RITM|TASK|SR|WO|M)\d{3,}$/,
    /^v?\d+(?:\.\d+){1,4}$/,
    /^[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}$/,
    /^[?!]{1,4}$/,
  ].some((form) => form.test(one));
}

/** A word alone that nobody says of a password. */
export const isPlain = (one: string): boolean =>
  /^\p{L}[\p{L}'’-]{2,39}$/u.test(one) && !isOrdinary(one);

/** A word, a number and perhaps a sign, as people make them up: "Zomer2026!". */
export const isTypical = (one: string): boolean =>
  /^\p{Lu}\p{Ll}{3,20}[!@#$%&*?_-]?\d{1,4}[!@#$%&*?]{0,3}$/u.test(one) && !isOrdinary(one);

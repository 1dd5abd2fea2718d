import { saysAround } from './around.ts';
import { codes } from './codes.ts';
import { isWellKnown, logsIn } from './log-in.ts';
import type { Piece } from './tokens.ts';
import { endsSentence, isEnd, isQuote, isVerb, piecesOf } from './tokens.ts';
import { isChosen, isPlain, isTypical, isWordAndNumber } from './values.ts';
import { isOrdinary, isProduct } from './ordinary.ts';
import type { Kind } from './words.ts';
import { isPassword, isPhraseWord, kindOf } from './words.ts';

const sign = /^[:=→]$/;
const dash = /^[-–—;]$/;
const adverb = /^(?:nu|now|weer|dus|gewoon|just|simply|voorlopig|tijdelijk|still|nog|steeds)$/;
const isThereof = /^(?:hier|daar)(?:voor|van|bij|op)$/;
const preposition = /^(?:van|voor|for|of|op|on|bij|at)$/;

const longest = 10_000;

/** Two words for one are one: "api key", "wacht woord", "wacht-woord"; a key that is drawn is one as well. */
const joined = (text: string): string =>
  text
    .replace(
      /\b(wacht|pass|api|access|refresh|account|client|private|seed|recovery|pin|puk|secret)[ -](woord|word|phrase|code|key|sleutel|secret|token)\b/giu,
      '$1$2',
    )
    .replace(/\bmot de passe\b/giu, 'motdepasse')
    .replace(/\bw[./]w\b\.?/giu, 'ww')
    .replace(/\b(?:wachtw|wwoord|passw|pasw|paswd|pwd)\.(?=\s)/giu, 'ww')
    .replace(/\bwi-?fi[ -]?(?:key|sleutel)\b/giu, 'psk')
    .replace(/[🔑🔐🗝]\uFE0F?/gu, ' ww ')
    .slice(0, longest);

/** Whether a text names a password, a key or a code and says what was chosen. Costs its length. */
export function namesChosen(text: string): boolean {
  const whole = joined(text);
  const pieces = piecesOf(whole);
  return (
    codes(whole.replace(/\s+/gu, ' ')) ||
    logsIn(pieces) ||
    saysAround(pieces, isPassword) ||
    pieces.some(({ lower }, at) => {
      const kind = kindOf(lower);
      return kind !== undefined && saysAfter(pieces, at, kind);
    })
  );
}

/** Over "van Jan", "for the portal" or "(tijdelijk)" to what joins the word and its value. */
function afterWhose(pieces: readonly Piece[], at: number): number {
  let next = at + 1;
  // The end of a quoted name, as in JSON; what opens after it is the value's.
  if (isQuote(pieces[next]) && isQuote(pieces[at - 1])) next += 1;
  const opens = pieces[next]?.text === '(';
  // "Wachtwoord beheerder: …", "wachtwoord hiervoor is …".
  const thing = pieces[next];
  if (
    thing &&
    (isThereof.test(thing.lower) ||
      (isPlain(thing.text) && sign.test(pieces[next + 1]?.text ?? '')))
  )
    return next + 1;
  if (!opens && !preposition.test(pieces[next]?.lower ?? '')) return next;
  for (let on = next + 1; on <= next + 6; on += 1) {
    const one = pieces[on];
    if (!one || endsSentence(one)) return next;
    if (opens && one.text === ')') return on + 1;
    if (!opens && (sign.test(one.text) || isVerb(one))) return on;
  }
  return next;
}

function saysAfter(pieces: readonly Piece[], at: number, kind: Kind): boolean {
  let next = afterWhose(pieces, at);
  const joint = pieces[next];
  if (!joint) return false;
  const signed = sign.test(joint.text);
  if (!signed && !isVerb(joint))
    return (
      (kind !== 'weak' && isBeside(pieces, { at, next, kind })) ||
      (kind === 'password' && isFurtherOn(pieces, next))
    );
  next += 1;
  while (adverb.test(pieces[next]?.lower ?? '')) next += 1;
  return isValue(pieces, next, { kind, signed, asked: pieces[at]?.lower ?? '' });
}

interface Joint {
  readonly kind: Kind;
  readonly signed: boolean;
  /** The word that names the secret. */
  readonly asked: string;
}

function isValue(pieces: readonly Piece[], at: number, { kind, signed, asked }: Joint): boolean {
  const quoted = isQuote(pieces[at]);
  const one = pieces[quoted ? at + 1 : at];
  if (!one) return false;
  if (kind === 'weak') return isChosen(one.text) && isWordAndNumber(one.text);
  if (isChosen(one.text)) return one.text.length >= 4 && !isCount(one, pieces[at + 1], quoted);
  if (kind === 'pass' && !signed) return false;
  if (isPhraseWord(asked) && isPhrase(pieces.slice(quoted ? at + 1 : at, at + 30))) return true;
  if (!isPlain(one.text) || (kind === 'key' && one.text.length < 6)) return false;
  // "Het wachtwoord is geheim" tells nothing; "wachtwoord: geheim" does.
  if (!signed && /^(?:geheim|secret|private|privé)$/.test(one.lower)) return false;
  const after = pieces[quoted ? at + 2 : at + 1];
  return quoted || isEnd(after) || isQuote(after) || (/^\p{Lu}/u.test(one.text) && isSmall(after));
}

/** "PW: 1200 dossiers". */
const isCount = (one: Piece, after: Piece | undefined, quoted: boolean): boolean =>
  !quoted && /^\d+$/.test(one.text) && !isEnd(after) && !isSmall(after);

const isSmall = (one: Piece | undefined): boolean =>
  /^(?:voor|van|for|op|on|bij)$/.test(one?.lower ?? '');

/** Three words and more of which hardly one is said of a password. */
function isPhrase(pieces: readonly Piece[]): boolean {
  const end = pieces.findIndex(isEnd);
  const words = end < 0 ? pieces : pieces.slice(0, end);
  if (words.length < 3) return false;
  return words.filter(({ text }) => !isPlain(text)).length <= words.length / 3;
}

interface Beside {
  readonly at: number;
  readonly next: number;
  readonly kind: Kind;
}

/** Digits that are chosen as such; anything else beside such a word may be a year, a number or an amount. */
const isRow = (digits: string): boolean =>
  /^(\d)\1{3,11}$/.test(digits) || (digits.length > 3 && '01234567890'.includes(digits));

/** Nothing joins them: "ww Welkom01", "wachtwoord 'zomer'", "gebruiker jan, wachtwoord zomer". */
function isBeside(pieces: readonly Piece[], { at, next, kind }: Beside): boolean {
  const joint = pieces[next];
  const start = joint && (dash.test(joint.text) ? next + 1 : next);
  const value = start === undefined ? undefined : pieces[start];
  if (!value || start === undefined) return false;
  if (isQuote(value) && kind !== 'pass') return isQuoted(pieces.slice(start + 1));
  if (kind === 'password' && isEnd(pieces[start + 1]) && isRow(value.text)) return true;
  const mixed = isChosen(value.text) && isWordAndNumber(value.text) && value.text.length > 5;
  if (mixed && (kind !== 'pass' || isOffered(pieces, at)))
    return !isProduct(value.text) && !isOrdinary(value.text);
  return isPlain(value.text) && isEnd(pieces[start + 1]) && isOffered(pieces, at);
}

const tells = /^(?:is|was|wordt|werd|zijn|op|ik|naar|to|used|gebruikt|gebruik|heet)$/;

/** "The password you need is …", "ww staat op …", or alone on the line below the word. */
function isFurtherOn(pieces: readonly Piece[], next: number): boolean {
  if (pieces[next]?.text === '\n') {
    let below = next;
    while (pieces[below]?.text === '\n') below += 1;
    return isMadeUp(pieces[below]?.text ?? '') && isEnd(pieces[below + 1]);
  }
  for (let at = next; at < next + 7 && pieces[at] && !isEnd(pieces[at]); at += 1) {
    const [said, value = ''] = [pieces[at]?.lower ?? '', pieces[at + 1]?.text];
    const sure =
      said !== 'op' ||
      isTypical(value) ||
      /\p{L}{3}\d{3}/u.test(value) ||
      /[^\p{L}\d-]/u.test(value);
    if (tells.test(said) && sure && isMadeUp(value)) return true;
  }
  return false;
}

const isMadeUp = (value: string): boolean =>
  value.length > 5 &&
  isChosen(value) &&
  isWordAndNumber(value) &&
  !isProduct(value) &&
  !isOrdinary(value);

/** What stands between quotes is chosen where it is more than what people say of it. */
function isQuoted(pieces: readonly Piece[]): boolean {
  const end = pieces.slice(0, 10).findIndex(isQuote);
  const words = pieces.slice(0, end < 0 || end > 8 ? 1 : end);
  return words.some(({ text }) => isPlain(text) || isChosen(text));
}

/** "gebruiker jan en wachtwoord …", "als wachtwoord …". */
function isOffered(pieces: readonly Piece[], at: number): boolean {
  const before = pieces.slice(Math.max(0, at - 5), at).map(({ lower }) => lower);
  if (/^(?:als|as|use|gebruik)$/.test(before.at(-1) ?? '')) return true;
  const named = before.findLastIndex((word) =>
    /^(?:user|username|gebruiker|gebruikersnaam|login|inlog|inlognaam|inloggen|ingelogd|aanmelden|aangemeld|account|usr|email|e-mail)$/.test(
      word,
    ),
  );
  if (named < 0) return false;
  const between = before
    .slice(named + 1)
    .filter((word) => !/^(?:[:=,/]|en|and|met|with)$/.test(word));
  const [name = ''] = between;
  return between.length === 1 && (isWellKnown(name) || !isOrdinary(name));
}

import { saysAround } from './around.ts';
import { codes } from './codes.ts';
import { isWellKnown, logsIn } from './log-in.ts';
import type { Piece } from './tokens.ts';
import { endsSentence, isEnd, isQuote, isVerb, piecesOf } from './tokens.ts';
import { isChosen, isPlain, isWordAndNumber } from './values.ts';
import { isOrdinary, isProduct } from './ordinary.ts';

const password =
  /(?:wachtwoord(?:en)?|w8woord|w@chtwoord|wachtzin|passwords?|passwd|passwort|passphrase|passcode|inlogcode|toegangscode|seedphrase|herstelzin)$|(?:^|[_-])(?:pwd|pw|ww|psk)$/;
/** A word of everyday English too: only with a sign, or beside somebody's name. */
const pass = /(?:^|[_-])pass$/;
const phrase = /(?:passphrase|wachtzin|seedphrase|herstelzin)$/;
const key =
  /(?:client[_-]?secret|(?:access|refresh|auth|bearer)[_-]?token|(?:api|account|access|private|shared|subscription|secret)[_-]?(?:key|sleutel))$/;
// Less sure of themselves: a key also opens a door, and a "key user" is a person.
const weak = /^(?:(?:[\p{L}-]*)sleutel|key|token|secret|geheim)$/u;
const kinds = { password, pass, key, weak } as const;
type Kind = keyof typeof kinds;

const sign = /^(?:=>|[:=→])$/;
const dash = /^[-–—;]$/;
const adverb = /^(?:nu|now|weer|dus|gewoon|just|simply|voorlopig|tijdelijk|still|nog|steeds)$/;
const isThereof = /^(?:hier|daar)(?:voor|van|bij|op)$/;
const preposition = /^(?:van|voor|for|of|op|on|bij|at)$/;

/** Two words for one are one: "api key", "wacht woord". */
const joined = (text: string): string =>
  text.replace(
    /\b(wacht|pass|api|access|refresh|account|client|private|seed|pin|puk|secret) (woord|word|phrase|code|key|sleutel|secret|token)\b/giu,
    '$1$2',
  );

/** Whether a text names a password, a key or a code and says what was chosen. Costs its length. */
export function namesChosen(text: string): boolean {
  const whole = joined(text);
  const pieces = piecesOf(whole);
  return (
    codes(whole.replace(/\s+/gu, ' ')) ||
    logsIn(pieces) ||
    saysAround(pieces, (word) => password.test(word)) ||
    pieces.some(({ lower }, at) => {
      const kind = kindOf(lower);
      return kind !== undefined && saysAfter(pieces, at, kind);
    })
  );
}

const kindOf = (word: string): Kind | undefined => {
  for (const kind of ['password', 'pass', 'key', 'weak'] as const)
    if (kinds[kind].test(word)) return kind;
  return undefined;
};

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
  if (!signed && !isVerb(joint)) return kind !== 'weak' && isBeside(pieces, { at, next, kind });
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
  if (isChosen(one.text)) return one.text.length >= 4;
  if (kind === 'pass' && !signed) return false;
  if (phrase.test(asked) && isPhrase(pieces.slice(quoted ? at + 1 : at, at + 30))) return true;
  if (!isPlain(one.text) || (kind === 'key' && one.text.length < 6)) return false;
  // "Het wachtwoord is geheim" tells nothing; "wachtwoord: geheim" does.
  if (!signed && /^(?:geheim|secret|private|privé)$/.test(one.lower)) return false;
  const after = pieces[quoted ? at + 2 : at + 1];
  return quoted || isEnd(after) || isQuote(after) || (/^\p{Lu}/u.test(one.text) && isSmall(after));
}

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

/** Nothing joins them: "ww Welkom01", "wachtwoord 'zomer'", "gebruiker jan, wachtwoord zomer". */
function isBeside(pieces: readonly Piece[], { at, next, kind }: Beside): boolean {
  const joint = pieces[next];
  const start = joint && (dash.test(joint.text) ? next + 1 : next);
  const value = start === undefined ? undefined : pieces[start];
  if (!value || start === undefined) return false;
  if (isQuote(value) && kind !== 'pass') return isQuoted(pieces.slice(start + 1));
  const mixed = isChosen(value.text) && isWordAndNumber(value.text) && value.text.length > 5;
  if (mixed && (kind !== 'pass' || isOffered(pieces, at)))
    return !isProduct(value.text) && !isOrdinary(value.text);
  return isPlain(value.text) && isEnd(pieces[start + 1]) && isOffered(pieces, at);
}

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

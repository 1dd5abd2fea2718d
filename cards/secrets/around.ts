import { isProduct } from './ordinary.ts';
import type { Piece } from './tokens.ts';
import { endsSentence, isEnd, isQuote, isVerb } from './tokens.ts';
import { isChosen, isPlain, isTypical, isWordAndNumber } from './values.ts';

const changed =
  /^(?:changed|set|reset|gewijzigd|veranderd|gezet|ingesteld|aangepast|gereset|aangemaakt)$/;
const into = /^(?:to|naar)$/;
const which = /^(?:het|een|je|jouw|mijn|the|a|your|my|nieuwe?|new|tijdelijke?|temporary)$/;
const uses =
  /^(?:gebruik|gebruikt|neem|kies|typ|type|use|used|using|take|enter|choose|met|with|zet|vul|voer|kreeg|got|heeft|hebben)$/;
/** Longer ones are looked at in parts: each is read once. */
const longestSentence = 60;

/**
 * "Welkom01 is het wachtwoord", "gewijzigd naar zomer", and what looks like nothing else in a sentence that speaks
 * of one.
 */
export function saysAround(pieces: readonly Piece[], speaks: (word: string) => boolean): boolean {
  let sentence: Piece[] = [];
  for (const [at, one] of pieces.entries()) {
    sentence.push(one);
    const goesOn = !endsSentence(one) && at + 1 < pieces.length;
    if (goesOn && sentence.length < longestSentence) continue;
    if (sentence.some(({ lower }) => speaks(lower)) && tells(sentence, speaks)) return true;
    sentence = [];
  }
  return false;
}

const tells = (sentence: readonly Piece[], speaks: (word: string) => boolean): boolean =>
  sentence.some(
    ({ text, lower }, at) =>
      (speaks(lower)
        ? isBefore(sentence, at) || isUsedAs(sentence, at)
        : isTypical(text) && !isProduct(text)) ||
      (changed.test(lower) && into.test(sentence[at + 1]?.lower ?? '') && isNew(sentence, at + 2)),
  );

function isNew(sentence: readonly Piece[], at: number): boolean {
  const [value, after] = [sentence[at], sentence[at + 1]];
  if (!value) return false;
  if (isPlain(value.text)) return isEnd(after) || changed.test(after?.lower ?? '');
  return isChosen(value.text) && isWordAndNumber(value.text);
}

/** "Gebruik zomer als wachtwoord", "use hunter2 as the password". */
function isUsedAs(sentence: readonly Piece[], at: number): boolean {
  const before = sentence.slice(Math.max(0, at - 6), at).filter(({ lower }) => !which.test(lower));
  const quoted = isQuote(before.at(-2));
  const [use, value] = quoted ? [before.at(-5), before.at(-3)] : before.slice(-3, -1);
  if (!/^(?:als|as)$/.test(before.at(-1)?.lower ?? '') || !value) return false;
  if (isChosen(value.text)) return value.text.length > 4 && isWordAndNumber(value.text);
  return isPlain(value.text) && (quoted || uses.test(use?.lower ?? ''));
}

/** "Zomer is het wachtwoord", at the beginning or after a comma; nothing may follow. */
function isBefore(sentence: readonly Piece[], at: number): boolean {
  if (!isEnd(sentence[at + 1])) return false;
  const before = sentence
    .slice(Math.max(0, at - 7), at)
    .filter(({ lower }) => !/^(?:nieuwe|new|oude|old)$/.test(lower));
  const [value, is, whose] = before.slice(-3);
  const quoted = isQuote(value) ? before.at(-4) : value;
  if (!quoted || !isVerb(is)) return false;
  if (!/^(?:het|mijn|ons|the|my|our)$/.test(whose?.lower ?? '')) return false;
  if (isChosen(quoted.text)) return quoted.text.length > 5 && isWordAndNumber(quoted.text);
  return isPlain(quoted.text) && (before.length <= 3 || isQuote(value));
}

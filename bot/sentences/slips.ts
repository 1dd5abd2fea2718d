import { distance } from 'fastest-levenshtein';

/** Finds the known word for one that was typed with a slip of the finger; undefined where none, or more than one, is near. */
export type Nearest = (word: string) => string | undefined;

const shortest = 5;
/** From this length on a letter too many, too few or another one makes no other word. */
const longEnough = 7;

/**
 * Two letters that changed places are forgiven from five letters on, one wrong letter from seven. The first letter has to
 * stand: a prefix such as un- or on- turns a word round. A letter that is missing or stands there twice is forgiven from six on. What is near to two words is neither.
 */
export function nearestOf(known: Iterable<string>): Nearest {
  const shelves = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < shortest || !/^\p{L}+$/u.test(word)) continue;
    const shelf = shelfOf(word, word.length);
    shelves.set(shelf, [...(shelves.get(shelf) ?? []), word]);
  }
  return (word) => {
    if (word.length < shortest) return undefined;
    const near = [0, -1, 1]
      .flatMap((more) => shelves.get(shelfOf(word, word.length + more)) ?? [])
      .filter((candidate) => isSlip(word, candidate));
    return near.length === 1 ? near[0] : undefined;
  };
}

const shelfOf = (word: string, length: number): string => `${word.slice(0, 1)}${String(length)}`;

function isSlip(typed: string, meant: string): boolean {
  if (areSwapped(typed, meant)) return true;
  // An ending more or less is grammar, not a slip: "completed", "werkten".
  const grammar = typed.startsWith(meant) || meant.startsWith(typed);
  if (grammar || distance(typed, meant) !== 1) return false;
  return (
    meant.length >= longEnough || (meant.length >= longEnough - 1 && typed.length !== meant.length)
  );
}

function areSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one[at] !== undefined &&
    one[at + 1] !== undefined &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

import { nearestOf } from '../slips.ts';
import type { Nearest } from '../slips.ts';
import type { Phrases, Saying } from './words.ts';
import { phrasesIn } from './words.ts';
import { dutchWords } from './words.nl.ts';
import { englishWords } from './words.en.ts';

interface Entry {
  readonly words: readonly string[];
  readonly says: Saying;
}
/** The phrases that are known, by their first word and the longest first. */
export interface Lexicon {
  readonly starting: ReadonlyMap<string, readonly Entry[]>;
  /** Every word that stands in a phrase. */
  readonly known: ReadonlySet<string>;
  readonly nearest: Nearest;
}

// Where the two languages differ about a word, what bends counts: "of" is a condition in Dutch.
const bending: ReadonlySet<Saying> = new Set<Saying>([
  ...([
    'not',
    'bad',
    'denied',
    'cured',
    'still',
    'can',
    'unable',
    'ask',
    'you',
    'plan',
    'if',
  ] as const),
  ...(['hearsay', 'doubt', 'past', 'some', 'but'] as const),
]);

// What makes trouble or bends is added to; of all else a kind that declares a list means these words and no others.
const added: ReadonlySet<Saying> = new Set<Saying>([
  ...[...bending].filter((says) => says !== 'unable' && says !== 'still'),
  ...(['trouble', 'worry', 'matter', 'found', 'time', 'filler', 'none'] as const),
]);

/** The words of both languages with those of one kind of duty, whose meaning counts before the general one. */
export function lexiconOf(own: Phrases): Lexicon {
  const meaning = new Map<string, Saying>();
  const take = (phrases: Phrases, overrides: boolean): void => {
    for (const [says, list] of Object.entries(phrases) as [Saying, string][]) {
      if (!overrides && own[says] !== undefined && !added.has(says)) continue;
      for (const phrase of phrasesIn(list)) {
        const known = meaning.get(phrase);
        if (known === undefined || overrides || (bending.has(says) && !bending.has(known)))
          meaning.set(phrase, says);
      }
    }
  };
  take(dutchWords, false);
  take(englishWords, false);
  take(own, true);
  return compiled(meaning);
}

function compiled(meaning: ReadonlyMap<string, Saying>): Lexicon {
  const starting = new Map<string, Entry[]>();
  const known = new Set<string>();
  for (const [phrase, says] of meaning) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    starting.set(first, [...(starting.get(first) ?? []), { words, says }]);
    for (const word of words) known.add(word);
  }
  for (const entries of starting.values())
    entries.sort((one, other) => other.words.length - one.words.length);
  return { starting, known, nearest: nearestOf(known) };
}

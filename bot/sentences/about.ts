import type { Grammar } from './kind.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { callsTheSame } from './words/counterparts.ts';

/** A duty as far as its words tell which one is meant. */
export interface Callable {
  readonly grammar: Grammar;
  readonly system: string;
  readonly title: string;
}

const shortestWord = 5;
// A title in the other language counts for less than one in its own words, and for more than anything else.
const weights = { title: 8, translated: 4, system: 2, called: 1 } as const;

/** The duties that a sentence without a reference speaks of most: by words of the title (also as the other language has them), the system or the kind. */
export function spokenOf<C extends Callable>(
  tokens: readonly Token[],
  duties: readonly C[],
): readonly C[] {
  const said = tokens.filter(({ type }) => type === 'word').map(({ word }) => word);
  const scored = duties.map((duty) => ({ duty, score: scoreOf(said, duty) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ duty }) => duty);
}

function scoreOf(said: readonly string[], { grammar, system, title }: Callable): number {
  const words = new Set(said);
  // A word that says something by itself finds nothing.
  const own = wordsOf(title).filter((word) => !grammar.lexicon.known.has(word));
  const titled = own.some((word) => word.length >= shortestWord && words.has(word));
  return (
    (titled ? weights.title : callsTheSame(said, own) ? weights.translated : 0) +
    (stands(said, wordsOf(system)) ? weights.system : 0) +
    (isCalled(said, grammar) ? weights.called : 0)
  );
}

/** Whether a sentence uses a word for this kind of duty. */
export const callsFor = (tokens: readonly Token[], grammar: Grammar): boolean =>
  isCalled(
    tokens.map(({ word }) => word),
    grammar,
  );

const isCalled = (said: readonly string[], { names }: Grammar): boolean =>
  names.some((name) => stands(said, name));

const stands = (said: readonly string[], phrase: readonly string[]): boolean =>
  phrase.length > 0 && said.some((_, at) => phrase.every((word, next) => said[at + next] === word));

const wordsOf = (text: string): readonly string[] =>
  tokensOf(text)
    .filter(({ type }) => type === 'word')
    .map(({ word }) => word);

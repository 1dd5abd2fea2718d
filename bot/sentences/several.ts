import type { Grammar } from './kind.ts';
import type { OwnWords } from './own-words.ts';
import type { Reading } from './read.ts';
import { readSentence } from './read.ts';
import type { Named, References } from './references.ts';
import { termsOf } from './words/terms.ts';
import type { Token } from './tokens.ts';

/** A duty with what is needed to read a sentence about it. */
export interface Spoken extends Named {
  readonly grammar: Grammar;
  readonly own: OwnWords;
}

const silent: Reading = { positive: false, lines: {}, facts: {}, concerns: true };

/**
 * What a sentence says of each duty that it names. Of several each has its own part, from its reference to the next one; a
 * yes for one of them counts only where every part is understood, and where nothing else is named beside them.
 */
export function readNamed<D extends Spoken>({
  named,
  unknown,
  tokens,
}: References<D>): ReadonlyMap<D, Reading> {
  const [only, ...others] = named;
  if (!only) return new Map();
  const apart = unknown.length === 0 && named.every(({ open }) => open);
  if (!apart) return new Map(named.map((duty) => [duty, silent]));
  if (others.length === 0)
    return new Map([[only, readSentence(tokens, { grammar: only.grammar, own: only.own })]]);
  return readParts(named, tokens);
}

function readParts<D extends Spoken>(
  named: readonly D[],
  tokens: readonly Token[],
): ReadonlyMap<D, Reading> {
  const nothing = new Map(named.map((duty) => [duty, silent]));
  const parts = partsOf(named, tokens);
  if (!parts || tokens.some(({ word }) => word === '?')) return nothing;
  const read = new Map<D, Reading>();
  for (const { duties, said } of parts) {
    for (const duty of duties) {
      const told = parts.some(({ said: other }) => other !== said && denies(other, duty.grammar));
      // A duty that is spoken of twice is not read as two halves.
      if (read.has(duty)) return nothing;
      const reading =
        (told && isBare(said, 'wel')) || (agreed(read, duty) && isBare(said, 'ook'))
          ? { ...silent, outcome: duty.grammar.yes.outcome, positive: true }
          : readSentence(said, { grammar: duty.grammar, own: duty.own, beside: true });
      if (reading.outcome === undefined) return nothing;
      read.set(duty, reading);
    }
  }
  return read.size === named.length ? read : nothing;
}

/** "CHG-4711 werkt niet, CHG-4712 wel": what is denied of the one is said of the other; "ook": what is said of the one. */
const isBare = (said: readonly Token[], what: 'wel' | 'ook'): boolean =>
  said
    .filter(({ word }) => !leads.test(word) || word === 'wel')
    .map(({ type, word }) =>
      type === 'reference' ? 'REF' : word.replace(/^(?:also|too|idem)$/, 'ook'),
    )
    .join(' ') === `REF ${what}`;

/** Whether a yes was said of a duty of the same kind just before. */
const agreed = <D extends Spoken>(read: ReadonlyMap<D, Reading>, { grammar }: D): boolean => {
  const [before] = [...read].slice(-1);
  return before?.[1].positive === true && before[0].grammar.yes.outcome === grammar.yes.outcome;
};

const denies = (said: readonly Token[], { lexicon }: Grammar): boolean => {
  const terms = termsOf(said, lexicon, { lines: [], parts: new Set<string>(), title: [] }).filter(
    ({ says }) => says !== 'reference' && says !== 'mark' && says !== 'filler',
  );
  const [first, second] = terms;
  return (
    terms.length === 2 &&
    second?.says === 'not' &&
    (first?.says === 'works' || first?.says === 'strong')
  );
};

interface Part<D> {
  readonly duties: readonly D[];
  readonly said: readonly Token[];
}

const joins = /^(en|and|,|&|\/|\+|zowel|both|als|of)$/;
const leads = /^(en|and|maar|but|,|;|\.|:|terwijl|while|wel)$/;

/** Undefined where something is said before the first reference, which may be about any of them. */
function partsOf<D extends Spoken>(
  named: readonly D[],
  tokens: readonly Token[],
): readonly Part<D>[] | undefined {
  const first = tokens.findIndex(({ type }) => type === 'reference');
  const grammar = named[0]?.grammar;
  if (!grammar || !isLead(tokens.slice(0, first), grammar)) return undefined;
  const parts: { duties: D[]; said: Token[] }[] = [];
  for (const token of tokens.slice(first)) {
    const part = parts.at(-1);
    const duty = token.type === 'reference' ? named[Number(token.word)] : undefined;
    if (!duty) {
      part?.said.push(token);
      continue;
    }
    const listed = part?.said.every(({ type, word }) => type === 'reference' || joins.test(word));
    if (part && listed) {
      part.duties.push(duty);
      part.said = [token];
    } else parts.push({ duties: [duty], said: [token] });
  }
  return parts.map(({ duties, said }, at) => ({
    duties,
    said: at === parts.length - 1 ? said : withoutEnd(said),
  }));
}

function isLead(tokens: readonly Token[], { lexicon }: Grammar): boolean {
  const harmless = new Set(['hello', 'mark', 'all', 'assent', 'filler', 'thanks']);
  const names = { lines: [], parts: new Set<string>(), title: [] };
  return termsOf(tokens, lexicon, names).every(({ says }) => harmless.has(says));
}

function withoutEnd(said: readonly Token[]): readonly Token[] {
  const last = said.findLastIndex(({ word }) => !leads.test(word));
  return said.slice(0, last + 1);
}

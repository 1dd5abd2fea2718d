import { distance } from 'fastest-levenshtein';
import type { Fields } from '../../cards/fields.ts';
import type { LineName, LinesOf, Submitted } from '../../cards/read-fields.ts';
import { lineInput, lineLabel } from '../../cards/read-fields.ts';

/** The words, Dutch and English, by which a kind and the values of its fields are heard in a sentence. */
export interface Heard {
  /** Words that name the kind: "herstel", "restore". */
  readonly as: readonly string[];
  /** By field and value; of several values heard the last declared one counts, so the worst comes last. */
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** A sentence as plain words: no capitals, accents or punctuation. */
export function plainWords(text: string): readonly string[] {
  const plain = text
    .slice(0, 2000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' ? [] : plain.split(' ');
}

// One slip of the finger in a word of five letters or more; shorter words are too alike.
function sameWord(heard: string, meant: string): boolean {
  return heard === meant || (meant.length >= 5 && distance(heard, meant) <= 1);
}

/** Whether a phrase stands in a sentence, small typing errors forgiven. */
export function says(sentence: readonly string[], phrase: string): boolean {
  const wanted = plainWords(phrase);
  if (wanted.length === 0) return false;
  return sentence.some((_, at) =>
    wanted.every((word, next) => {
      const heard = sentence[at + next];
      return heard !== undefined && sameWord(heard, word);
    }),
  );
}

function valueHeard(
  sentence: readonly string[],
  values: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  return Object.entries(values).findLast(([, phrases]) =>
    phrases.some((phrase) => says(sentence, phrase)),
  )?.[0];
}

/**
 * What a sentence fills in on the form of a kind: the outcome, results of lines that it names, and the
 * sentence itself as the remark. Nothing is decided here: the person reads it back and sends it.
 */
export function hear(
  text: string,
  { fields, lines, heard }: { fields: Fields; lines: LinesOf; heard: Heard },
): Submitted {
  const filled: Record<string, string> = {};
  const sentence = plainWords(text);
  for (const [name, field] of Object.entries(fields)) {
    const values = heard.values[name];
    if (values && field.type === 'choice') {
      const value = valueHeard(sentence, values);
      if (value !== undefined) filled[name] = value;
    }
    if (values && field.type === 'lines')
      Object.assign(filled, linesHeard(text, name, lines[name] ?? [], values));
  }
  const remark = fields['note'];
  if (remark?.type === 'text' && Object.keys(filled).length > 0) {
    filled['note'] = text.trim().slice(0, remark.maxLength);
  }
  return filled;
}

/** Each clause tells of the lines that it names: "inloggen goed, factuurrun fout". */
function linesHeard(
  text: string,
  field: string,
  lines: readonly LineName[],
  values: Readonly<Record<string, readonly string[]>>,
): Submitted {
  const clauses = text.split(/[,;.\n]|\b(?:en|and|maar|but)\b/i).map(plainWords);
  const filled: Record<string, string> = {};
  for (const clause of clauses) {
    const value = valueHeard(clause, values);
    if (value === undefined) continue;
    for (const [at, line] of lines.entries()) {
      if (says(clause, lineLabel(line))) filled[lineInput(field, at)] = value;
    }
  }
  return filled;
}

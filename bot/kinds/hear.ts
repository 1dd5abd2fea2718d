import { cut } from '../../cards/plain-text.ts';
import type { Fields } from '../../cards/fields.ts';
import type { LinesOf, Submitted } from '../../cards/read-fields.ts';
import { lineInput } from '../../cards/input-ids.ts';
import { lineLabel } from '../../cards/read-fields.ts';
import type { Statements } from '../sentences/kind.ts';
import type { Reading } from '../sentences/read.ts';

/** The names of the lines of which a sentence may say something, in the order of the form. */
export const labelsOf = ({ lines }: Pick<Statements, 'lines'>, given: LinesOf): readonly string[] =>
  (lines ? (given[lines.field] ?? []) : []).map(lineLabel);

/**
 * What a sentence fills in on the form of a kind: the outcome that it clearly says, the lines that it names, and itself as the
 * note. Nothing is decided here: the person reads it back and sends it.
 */
export function filledFrom(
  { outcome, lines, facts }: Reading,
  text: string,
  { fields, statements }: { fields: Fields; statements: Pick<Statements, 'lines'> },
): Submitted {
  const { lines: said } = statements;
  const note = fields['note'];
  return {
    ...(outcome === undefined ? {} : { outcome }),
    ...Object.fromEntries(
      Object.entries(lines).flatMap(([at, value]) =>
        said ? [[lineInput(said.field, Number(at)), said[value]]] : [],
      ),
    ),
    ...facts,
    ...(note?.type === 'text' ? { note: cut(text.trim(), note.maxLength) } : {}),
  };
}

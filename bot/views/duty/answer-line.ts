import { shorten } from '../../../cards/plain-text.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Answer, Duty } from '../../duty/duty.ts';
import { contextFor } from '../../duty/duty.ts';
import type { ReaderNow } from '../reader.ts';

const shown = ['outcome', 'what', 'note'];
const longestLine = 400;

/** What was answered and why, in one line; without numbers and check lines. */
export function answerInLine(
  duty: Duty,
  { answer: { by, values }, length }: { readonly answer: Answer; readonly length: number },
  reader: ReaderNow,
): string {
  const kind = kindOf(duty.kind);
  // What was decided row by row is no line.
  if (kind.byRow) return '';
  const said = Object.entries(values).filter(([name]) => shown.includes(name));
  const context = contextFor(duty, by.aadObjectId, undefined);
  const { facts } = kind.summary(context, Object.fromEntries(said), reader);
  // What a kind computes follows what was said, and is left out.
  // A sentence of somebody's own ends where the next thing follows it.
  const line = facts.slice(0, said.length).map(({ value }) => value.replace(/\.$/, ''));
  return shorten(line.join(' · '), Math.min(longestLine, length));
}

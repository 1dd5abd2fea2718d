import type { Line } from '../fields.ts';
import { eachItsOwn, lineInput, tickInput, togetherInput } from '../input-ids.ts';
import type { LineName, Read, Submitted } from './read-values.ts';
import { lineKey, readChoice, readNumber, typedText } from './read-values.ts';

/** The places of the lines that were ticked for one result; undefined for what no card offers. */
function readTicks(lineNames: readonly LineName[], raw: unknown): ReadonlySet<number> | undefined {
  const typed = typedText(raw);
  if (typed === undefined) return raw === undefined || raw === '' ? new Set() : undefined;
  const places = typed.split(',');
  const known = places.every((place) => /^\d{1,2}$/.test(place) && lineNames[Number(place)]);
  return known ? new Set(places.map(Number)) : undefined;
}

/** What was chosen or ticked of each line, or of all of them at once. */
export function readLines(
  name: string,
  {
    values,
    together = [],
    lineNames,
    submitted,
  }: {
    readonly values: readonly string[];
    readonly together?: readonly string[] | undefined;
    readonly lineNames: readonly LineName[];
    readonly submitted: Submitted;
  },
): Read {
  const found: Line[] = [];
  const ticks = values.map((value) => readTicks(lineNames, submitted[tickInput(name, value)]));
  const all =
    together.length === 0
      ? undefined
      : readChoice([...together, eachItsOwn], submitted[togetherInput(name)]);
  if (ticks.includes(undefined) || typeof all === 'object') return { fault: 'not-a-choice' };
  const ofAll = all === eachItsOwn ? undefined : all;
  for (const [index, line] of lineNames.entries()) {
    const read = readChoice(values, submitted[lineInput(name, index)]);
    if (typeof read === 'object') return { fault: 'not-a-choice' };
    // Results go from good to bad: what was ticked as both is bad.
    const value = read ?? values[ticks.findLastIndex((ticked) => ticked?.has(index))] ?? ofAll;
    if (typeof value === 'string') found.push({ line: lineKey(line), value });
  }
  return found.length === 0 ? undefined : found;
}

/** The number of each line for which one was typed, in digits alone. */
export function readAmounts(
  name: string,
  {
    max,
    lineNames,
    submitted,
  }: {
    readonly max: number;
    readonly lineNames: readonly LineName[];
    readonly submitted: Submitted;
  },
): Read {
  const found: Line[] = [];
  for (const [index, line] of lineNames.entries()) {
    const read = readNumber(max, submitted[lineInput(name, index)]);
    if (typeof read === 'object') return { fault: 'not-a-number' };
    if (read !== undefined) found.push({ line: lineKey(line), value: String(read) });
  }
  return found.length === 0 ? undefined : found;
}

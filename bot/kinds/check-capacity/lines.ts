import type { FieldValue, Values } from '../../../cards/fields.ts';
import type { Earlier } from '../kind.ts';
import type { Measurement } from './trend.ts';
import { useInPercent } from './trend.ts';

/** What was measured on one line. */
export interface MeasuredLine {
  readonly line: string;
  readonly contracted: number;
  readonly peak: number;
  readonly percent: number;
}

type Numbered = Readonly<Partial<Record<'contractedAt' | 'peakAt', FieldValue>>>;

const numbersOf = (value: FieldValue | undefined): ReadonlyMap<string, number> =>
  new Map(
    (typeof value === 'object' ? value : []).map((one) => [one.line, Number(one.value)] as const),
  );

/** The lines of an answer that have both their numbers. */
export function linesIn({ contractedAt, peakAt }: Numbered): readonly MeasuredLine[] {
  const peaks = numbersOf(peakAt);
  return [...numbersOf(contractedAt)].flatMap(([line, contracted]) => {
    const peak = peaks.get(line);
    if (peak === undefined) return [];
    const percent = useInPercent({ contracted, peak });
    return percent === undefined ? [] : [{ line, contracted, peak, percent }];
  });
}

/** The line that is used most, as the numbers of the whole answer; nothing where no line has numbers. */
export function busiestOf(answer: Numbered): {
  readonly contracted?: number;
  readonly peak?: number;
} {
  const [busiest] = [...linesIn(answer)].sort((one, other) => other.percent - one.percent);
  return busiest ? { contracted: busiest.contracted, peak: busiest.peak } : {};
}

/** What was measured on a line in one answer, with its day. */
export function measuredOn(
  line: string,
  { values, at }: { readonly values: Values; readonly at: string },
): readonly Measurement[] {
  const found = linesIn(values).find((one) => one.line === line);
  const day = typeof values['measuredOn'] === 'string' ? values['measuredOn'] : at;
  return found && day !== '' ? [{ at: day, contracted: found.contracted, peak: found.peak }] : [];
}

/** What was measured on a line before, the oldest first. */
export const measuredBefore = (line: string, earlier: readonly Earlier[]): readonly Measurement[] =>
  earlier.flatMap((one) => measuredOn(line, one));

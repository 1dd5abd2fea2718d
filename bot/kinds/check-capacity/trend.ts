import { DateTime } from 'luxon';
import type { FieldValue, Values } from '../../../cards/fields.ts';
import type { Earlier } from '../kind.ts';

/** The peak of a line on a day, both speeds in Mbit/s. */
export interface Measurement {
  /** An ISO day or instant. */
  readonly at: string;
  readonly contracted: number;
  readonly peak: number;
}

/** From this share of what was contracted on a line is tight, and from this it is not enough. */
export const tightFrom = 80;
export const fullFrom = 100;

/** How much of the contracted capacity the peak takes, in whole per cents rounded down. */
export function useInPercent({
  contracted,
  peak,
}: {
  readonly contracted?: number;
  readonly peak?: number;
}): number | undefined {
  if (contracted === undefined || peak === undefined || contracted === 0) return undefined;
  return Math.floor((peak * 100) / contracted);
}

/** The measurement in an answer that was given at some moment; undefined where it has no numbers. */
export function measurementIn(values: Values, givenAt: string): Measurement | undefined {
  const { contracted, peak, measuredOn } = values;
  if (typeof contracted !== 'number' || typeof peak !== 'number' || contracted === 0)
    return undefined;
  const at = typeof measuredOn === 'string' ? measuredOn : givenAt;
  // Without its moment a number says nothing about a trend.
  return at === '' ? undefined : { at, contracted, peak };
}

/** The measurements of earlier answers, the oldest first. */
export const measurementsIn = (earlier: readonly Earlier[]): readonly Measurement[] =>
  earlier.flatMap(({ values, at }) => measurementIn(values, at) ?? []);

export type Trend = '▲' | '▼' | '=';

export function trendOf(before: number, now: number): Trend {
  if (now === before) return '=';
  return now > before ? '▲' : '▼';
}

const daysOf = (at: string): number =>
  DateTime.fromISO(at, { zone: 'utc' }).toMillis() / (24 * 3600 * 1000);
// Nobody plans a line for longer, and a straight line says nothing about so far away.
const furthestInDays = 5 * 365;

/**
 * The month (`2027-03`) in which the peak passes a share of what is contracted now, if it goes on growing as
 * it did: the straight line through all measurements with the least squares of the differences. The peak is
 * followed and not the share, so that a faster line counts at once. Undefined for fewer than two days with a
 * measurement, for a line that does not rise, and beyond five years. Where the line is past the threshold
 * already, it is the month of the last measurement.
 */
export function monthOfPassing(
  measurements: readonly Measurement[],
  percent: number,
): string | undefined {
  const points = measurements.map(({ at, peak }) => ({ day: daysOf(at), peak }));
  const last = measurements.reduce<Measurement | undefined>(
    (latest, one) => (latest === undefined || daysOf(one.at) >= daysOf(latest.at) ? one : latest),
    undefined,
  );
  const line = lineThrough(points);
  if (!last || !line || line.perDay <= 0) return undefined;
  const threshold = (last.contracted * percent) / 100;
  const ahead = line.day + (threshold - line.peak) / line.perDay - daysOf(last.at);
  if (ahead > furthestInDays) return undefined;
  const passed = DateTime.fromISO(last.at, { zone: 'utc' }).plus({ days: Math.max(0, ahead) });
  return passed.toFormat('yyyy-MM');
}

/** A straight line by the point in its middle and its slope; undefined where all points are on one day. */
function lineThrough(
  points: readonly { readonly day: number; readonly peak: number }[],
): { readonly day: number; readonly peak: number; readonly perDay: number } | undefined {
  if (points.length < 2) return undefined;
  const mean = (of: (point: (typeof points)[number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const day = mean((point) => point.day);
  const peak = mean((point) => point.peak);
  const spread = mean((point) => (point.day - day) ** 2);
  if (spread === 0) return undefined;
  return { day, peak, perDay: mean((point) => (point.day - day) * (point.peak - peak)) / spread };
}

/** The threshold that comes next at this use; undefined where the last one is passed. */
export function nextThreshold(percent: number): number | undefined {
  if (percent < tightFrom) return tightFrom;
  return percent < fullFrom ? fullFrom : undefined;
}

// The order of the results of a location, the best first.
const results: readonly string[] = ['enough', 'tight', 'short'];

export interface LocationTrend {
  readonly line: string;
  readonly value: string;
  /** ▲ for what got tighter; absent where there is nothing to compare with. */
  readonly trend?: Trend;
  readonly before?: string;
}

/** How each location stands beside the time before. */
export function locationTrends(
  now: FieldValue | undefined,
  before: FieldValue | undefined,
): readonly LocationTrend[] {
  const lines = typeof now === 'object' ? now : [];
  const known = new Map(
    (typeof before === 'object' ? before : []).map(({ line, value }) => [line, value]),
  );
  return lines.map(({ line, value }) => {
    const was = known.get(line);
    if (was === undefined) return { line, value };
    return {
      line,
      value,
      before: was,
      trend: trendOf(results.indexOf(was), results.indexOf(value)),
    };
  });
}

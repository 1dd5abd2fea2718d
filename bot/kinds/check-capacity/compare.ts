import type { Fact } from '../../../cards/card.ts';
import { monthInWords } from '../../../cards/dates.ts';
import type { Values } from '../../../cards/fields.ts';
import { checkCapacityTexts } from './texts.ts';
import type { LocationTrend, Measurement } from './trend.ts';
import {
  locationTrends,
  measurementIn,
  measurementsIn,
  monthOfPassing,
  nextThreshold,
  trendOf,
  useInPercent,
} from './trend.ts';
import type { DutyContext, Reader } from '../kind.ts';

/** The month in which the next threshold is passed at this pace, in words. */
export function forecast(
  measurements: readonly Measurement[],
  { language }: Reader,
): readonly Fact[] {
  const { facts } = checkCapacityTexts[language];
  const last = measurements.at(-1);
  const threshold = last && nextThreshold(useInPercent(last) ?? 0);
  const month = threshold && monthOfPassing(measurements, threshold);
  if (!month) return [];
  const said = facts.atThisPace(monthInWords(month, language), String(threshold));
  return [{ title: facts.forecast, value: said }];
}

/** What was measured the time before, and whether that was more than the time before it. */
export function previous({ earlier = [] }: DutyContext, { language }: Reader): readonly Fact[] {
  const { facts, fields: words } = checkCapacityTexts[language];
  const last = earlier.at(-1);
  if (!last) return [];
  const [before, latest] = measurementsIn(earlier).slice(-2);
  const now = measurementIn(last.values, last.at);
  const percent = now && useInPercent(now);
  const was = before && latest && useInPercent(before);
  const trend =
    percent === undefined || was === undefined
      ? ''
      : ` ${trendOf(was, percent)} (${facts.was} ${String(was)} %)`;
  const used = percent === undefined ? facts.notMeasured : `${String(percent)} %${trend}`;
  const trends = locationTrends(last.values['locations'], earlier.at(-2)?.values['locations']);
  return [
    { title: facts.previous, value: `${used}, ${last.reference}` },
    ...(trends.length === 0
      ? []
      : [
          {
            title: `${facts.previous}, ${words.locations.short.toLowerCase()}`,
            value: trends.map((one) => locationInWords(one, language)).join(', '),
          },
        ]),
  ];
}

function locationInWords(
  { line: location, value, trend }: LocationTrend,
  language: Reader['language'],
): string {
  const words: Readonly<Record<string, string>> =
    checkCapacityTexts[language].fields.locations.values;
  const said = (words[value] ?? value).toLowerCase();
  return `${location} ${said}${trend === undefined ? '' : ` ${trend}`}`;
}

/** What an answer says beside the numbers before it. */
export function comparison(answer: Values, context: DutyContext, reader: Reader): readonly Fact[] {
  const { facts } = checkCapacityTexts[reader.language];
  const { earlier = [], answeredAt = '' } = context;
  const now = measurementIn(answer, answeredAt);
  const trends = locationTrends(answer['locations'], earlier.at(-1)?.values['locations']);
  const changed = trends.filter(({ trend }) => trend === '▲' || trend === '▼');
  return [
    ...(changed.length === 0
      ? []
      : [
          {
            title: facts.changed,
            value: changed.map((one) => locationInWords(one, reader.language)).join(', '),
          },
        ]),
    ...(now ? forecast([...measurementsIn(earlier), now], reader) : []),
  ];
}

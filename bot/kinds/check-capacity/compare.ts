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
import type { DutyContext, Earlier, Reader } from '../kind.ts';
import { linesIn, measuredBefore, measuredOn } from './lines.ts';

/** The month in which the next threshold is passed at this pace, in words. */
function forecast(measurements: readonly Measurement[], { language }: Reader): readonly Fact[] {
  const { facts } = checkCapacityTexts[language];
  const last = measurements.at(-1);
  const threshold = last && nextThreshold(useInPercent(last) ?? 0);
  const month = threshold && monthOfPassing(measurements, threshold);
  if (!month) return [];
  const said = facts.atThisPace(monthInWords(month, language), String(threshold));
  return [{ title: facts.forecast, value: said }];
}

/** The same for what is asked about: line by line where its lines were measured one by one. */
export function expected(
  locations: readonly string[],
  { earlier = [] }: DutyContext,
  reader: Reader,
): readonly Fact[] {
  const byLine = locations.flatMap((line) =>
    forecast(measuredBefore(line, earlier), reader).map((fact) => ofLine(fact, line)),
  );
  const apart = earlier.some(({ values }) => linesIn(values).length > 0);
  return apart ? byLine : forecast(measurementsIn(earlier), reader);
}

const ofLine = ({ title, value }: Fact, line: string): Fact => ({
  title: `${title}, ${line}`,
  value,
});

/** Each line that was measured, with its share of what was contracted, and where it stood the time before. */
function usesOf(
  answer: Values,
  earlier: readonly Earlier[],
  { language }: Reader,
): readonly Fact[] {
  const { facts } = checkCapacityTexts[language];
  const measured = linesIn(answer);
  if (measured.length === 0) return [];
  const said = measured.map(({ line, percent }) => {
    const before = measuredBefore(line, earlier).at(-1);
    const was = before && useInPercent(before);
    const trend =
      was === undefined ? '' : ` ${trendOf(was, percent)} (${facts.was} ${String(was)}%)`;
    return `${line} ${String(percent)}%${trend}`;
  });
  return [{ title: facts.perLine, value: said.join(', ') }];
}

/** The lines without numbers of which nobody said how it is either, where others were measured. */
function unmeasured(
  answer: Values,
  locations: readonly string[],
  { language }: Reader,
): readonly Fact[] {
  const judged = typeof answer['locations'] === 'object' ? answer['locations'] : [];
  const told = new Set([...linesIn(answer), ...judged].map(({ line }) => line));
  const left = locations.filter((line) => !told.has(line));
  return linesIn(answer).length === 0 || left.length === 0
    ? []
    : [{ title: checkCapacityTexts[language].facts.unmeasured, value: left.join(', ') }];
}

/** The use in a year, with the growth that is expected. */
function inAYear({ growth, contracted, peak }: Values, { language }: Reader): readonly Fact[] {
  const { facts } = checkCapacityTexts[language];
  if (typeof growth !== 'number' || typeof contracted !== 'number' || typeof peak !== 'number')
    return [];
  const grown = useInPercent({ contracted, peak: (peak * (100 + growth)) / 100 });
  return grown === undefined
    ? []
    : [{ title: facts.inAYear, value: facts.withGrowth(String(growth), String(grown)) }];
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
      : ` ${trendOf(was, percent)} (${facts.was} ${String(was)}%)`;
  const used = percent === undefined ? facts.notMeasured : `${String(percent)}%${trend}`;
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
  { line: location, value, trend, before = '' }: LocationTrend,
  language: Reader['language'],
): string {
  const words: Readonly<Record<string, string>> =
    checkCapacityTexts[language].fields.locations.values;
  const said = (one: string): string => (words[one] ?? one).toLowerCase();
  const { was } = checkCapacityTexts[language].facts;
  return `${location} ${said(value)}${trend === '▲' || trend === '▼' ? ` (${was} ${said(before)})` : ''}`;
}

/** When the next threshold is passed, with what was measured now: by line where the lines have their numbers. */
function paceOf(
  answer: Values,
  { earlier = [], answeredAt = '' }: DutyContext,
  reader: Reader,
): readonly Fact[] {
  const said = { values: answer, at: answeredAt };
  const measured = linesIn(answer);
  if (measured.length > 0) {
    return measured.flatMap(({ line }) => {
      const all = [...measuredBefore(line, earlier), ...measuredOn(line, said)];
      return forecast(all, reader).map((fact) => ofLine(fact, line));
    });
  }
  const now = measurementIn(answer, answeredAt);
  return now ? forecast([...measurementsIn(earlier), now], reader) : [];
}

/** What an answer says beside the numbers before it. */
export function comparison(
  answer: Values,
  { context, locations }: { readonly context: DutyContext; readonly locations: readonly string[] },
  reader: Reader,
): readonly Fact[] {
  const { facts } = checkCapacityTexts[reader.language];
  const { earlier = [] } = context;
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
    ...usesOf(answer, earlier, reader),
    ...unmeasured(answer, locations, reader),
    ...paceOf(answer, context, reader),
    ...inAYear(answer, reader),
  ];
}

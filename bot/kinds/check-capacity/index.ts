import { line, paragraph, required } from '../../../cards/fields.ts';
import { textLines } from '../by-hand.ts';
import { asksOf, lastMeasured } from './asks.ts';
import { check, details, fields } from './checks.ts';
import { comparison, expected, previous } from './compare.ts';
import { busiestOf } from './lines.ts';
import { checkCapacitySentences } from './sentences.ts';
import { checkCapacityTexts } from './texts.ts';
import { measurementsIn, tightFrom, trendOf, useInPercent } from './trend.ts';
import { defineDuty } from '../define.ts';
import type { DutyContext, Outcome } from '../kind.ts';

/** Once without a measurement nobody can judge; twice in a row it is a finding. */
function withoutMeasurement({ earlier = [] }: DutyContext): Outcome {
  return earlier.at(-1)?.values['outcome'] === 'no-measurement' ? 'problem' : 'unable';
}

export const checkCapacity = defineDuty({
  kind: 'check-capacity',
  drawnAs: /^(?:capaciteit(?:smeting(?:en)?)?|capacity(?: checks?)?)$/,
  occurs: 'by-plan',
  solvedBy: 'customer',
  survey: 'pulse',
  looksBack: 6,
  looksBackAtUnable: true,
  control: 'A.8.6',
  details,
  fields,
  outcomes: {
    enough: 'fulfilled',
    tight: 'problem',
    'not-enough': 'problem',
    'no-measurement': withoutMeasurement,
  },
  lines: ({ locations = [] }) => ({ locations, contractedAt: locations, peakAt: locations }),
  // Whatever the answer: complaints count also where nothing was measured.
  first: ['complained'],
  asks: ({ details: { locations }, typed }) => asksOf({ locations, typed }),
  // The busiest line stands for all of them, as the one that is too tight first.
  completed: (answer) => busiestOf(answer),
  prefill: lastMeasured,
  check,
  introduction: ({ period }, reader, context) => {
    const { intro, period: title } = checkCapacityTexts[reader.language].facts;
    return {
      text: intro,
      facts: [
        { title, value: period },
        ...previous(context, reader),
        ...expected(details.parse(context.details).locations ?? [], context, reader),
      ],
    };
  },
  computed: (answer, { context, details: { locations = [] } }, reader) =>
    comparison(answer, { context, locations }, reader),
  figures: (answer, { context: { earlier = [] } }, { language }) => {
    const { fields: words, figures } = checkCapacityTexts[language];
    const percent = useInPercent(answer);
    const speed = (label: string, value: number | undefined) => {
      const written = value?.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');
      return written === undefined ? [] : [{ label, value: `${written} Mbit/s`, bad: false }];
    };
    const before = measurementsIn(earlier).at(-1);
    const was = before && useInPercent(before);
    const use = (now: number) => ({
      label: was === undefined ? figures.use : figures.useWas(String(was)),
      value: `${String(now)}%${was === undefined ? '' : ` ${trendOf(was, now)}`}`,
      bad: now >= tightFrom,
    });
    const complaints = (many: number) => ({
      label: words.complained.short,
      value: String(many),
      bad: true,
    });
    return [
      ...speed(words.contracted.short, answer.contracted),
      ...speed(words.peak.short, answer.peak),
      ...(percent === undefined ? [] : [use(percent)]),
      ...(answer.complained ? [complaints(answer.complained)] : []),
    ];
  },
  texts: checkCapacityTexts,
  sentences: checkCapacitySentences,
  byHand: {
    fields: { period: required(line(100)), locations: paragraph(1000) },
    words: checkCapacityTexts.byHand,
    details: ({ locations, ...others }) => ({ ...others, ...textLines('locations', locations) }),
  },
});

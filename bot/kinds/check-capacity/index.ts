import { DateTime } from 'luxon';
import type { Today } from '../declaration.ts';
import { z } from 'zod';
import type { AnswerOf } from '../../../cards/fields.ts';
import {
  choice,
  count,
  day,
  line,
  lines,
  paragraph,
  pick,
  radio,
  required,
  colleague,
} from '../../../cards/fields.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { textLines } from '../by-hand.ts';
import { comparison, forecast, previous } from './compare.ts';
import { periodOf } from './period.ts';
import { checkCapacitySentences } from './sentences.ts';
import { checkCapacityTexts } from './texts.ts';
import { fullFrom, measurementsIn, tightFrom, trendOf, useInPercent } from './trend.ts';
import { defineDuty } from '../define.ts';
import { distinctTexts, foreignText } from '../details.ts';
import type { DutyContext, Outcome, ReaderNow } from '../kind.ts';

const details = z.strictObject({
  period: foreignText(100),
  locations: distinctTexts(12, 80).optional(),
});
type Details = z.output<typeof details>;

const fields = {
  locations: lines('enough', 'tight', 'short'),
  contracted: count(1_000_000),
  peak: count(1_000_000),
  source: radio('monitoring', 'provider', 'measurement', 'none'),
  measuredOn: day(),
  latency: count(10_000),
  complaints: pick('no', 'yes'),
  outcome: choice('enough', 'tight', 'not-enough', 'no-measurement'),
  owner: colleague(),
  planned: day(),
  note: paragraph(2000),
} as const;
type Answer = AnswerOf<typeof fields>;

type Problem = {
  field: keyof typeof fields;
  problem: keyof (typeof checkCapacityTexts)['nl']['problems'];
  about?: string;
};

function verdictOn(percent: number): 'enough' | 'tight' | 'not-enough' {
  if (percent >= fullFrom) return 'not-enough';
  return percent >= tightFrom ? 'tight' : 'enough';
}

/** The answer must be what the numbers say, and no location may be worse than the answer. */
function checkVerdict(answer: Answer): readonly Problem[] {
  const { outcome, locations = [] } = answer;
  const percent = useInPercent(answer);
  if (percent !== undefined && verdictOn(percent) !== outcome) {
    const problem = ({ enough: 'isEnough', tight: 'isTight', 'not-enough': 'isFull' } as const)[
      verdictOn(percent)
    ];
    return [{ field: 'outcome', problem, about: String(percent) }];
  }
  const worse = locations.some(({ value }) => value !== 'enough') && outcome === 'enough';
  return worse ? [{ field: 'outcome', problem: 'locationWorse' }] : [];
}

/** A judgement counts with numbers that have a source within the period. */
function checkMeasured(answer: Answer, { period }: Details, today: string): readonly Problem[] {
  const { contracted, peak, source } = answer;
  const sourced = source !== undefined && source !== 'none';
  return [
    ...(contracted === undefined || contracted === 0
      ? [{ field: 'contracted', problem: 'contracted' } as const]
      : []),
    ...(peak === undefined ? [{ field: 'peak', problem: 'peak' } as const] : []),
    ...(sourced ? [] : [{ field: 'source', problem: 'source' } as const]),
    ...checkDay(answer, period, today),
    ...checkVerdict(answer),
  ];
}

/** The measurement was made by now, and within the period where its words say which days that is. */
function checkDay({ measuredOn }: Answer, period: string, today: string): readonly Problem[] {
  if (measuredOn === undefined) return [{ field: 'measuredOn', problem: 'measuredOn' }];
  if (measuredOn > today) return [{ field: 'measuredOn', problem: 'measuredLater' }];
  const days = periodOf(period);
  const outside = days && (measuredOn < days.from || measuredOn > days.to);
  return outside ? [{ field: 'measuredOn', problem: 'otherPeriod', about: period }] : [];
}

/** What is tight needs a decision: what, by whom and when. */
function checkPlan({ owner, planned, note }: Answer, today: string): readonly Problem[] {
  return [
    ...(owner === undefined ? [{ field: 'owner', problem: 'owner' } as const] : []),
    ...(planned === undefined ? [{ field: 'planned', problem: 'planned' } as const] : []),
    ...(planned !== undefined && planned < today
      ? [{ field: 'planned', problem: 'plannedInPast' } as const]
      : []),
    ...(note === undefined ? [{ field: 'note', problem: 'decision' } as const] : []),
  ];
}

function check(answer: Answer, details: Details, { today }: Today): readonly Problem[] {
  switch (answer.outcome) {
    case 'enough':
      return checkMeasured(answer, details, today);
    case 'tight':
    case 'not-enough':
      return [...checkMeasured(answer, details, today), ...checkPlan(answer, today)];
    case 'no-measurement':
      return answer.note === undefined ? [{ field: 'note', problem: 'whyNot' }] : [];
  }
}

/** The line that was measured last, and how: both seldom change. It is measured today, or on the last day it is about. */
function lastMeasured(
  { earlier = [], details: given }: DutyContext,
  { now, zone }: ReaderNow,
): Submitted {
  const last = earlier.findLast(({ values }) => values['contracted'] !== undefined)?.values;
  const typed = (field: 'contracted' | 'source') =>
    last?.[field] === undefined ? [] : [[field, String(last[field])] as const];
  const today = DateTime.fromISO(now, { zone }).toFormat('yyyy-MM-dd');
  const until = periodOf(details.parse(given).period)?.to ?? today;
  const measuredOn = until < today ? until : today;
  return Object.fromEntries([
    ...typed('contracted'),
    ...typed('source'),
    ['measuredOn', measuredOn],
  ]);
}

/** Once without a measurement nobody can judge; twice in a row it is a finding. */
function withoutMeasurement({ earlier = [] }: DutyContext): Outcome {
  return earlier.at(-1)?.values['outcome'] === 'no-measurement' ? 'problem' : 'unable';
}

export const checkCapacity = defineDuty({
  kind: 'check-capacity',
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
  lines: ({ locations }) => ({ locations: locations ?? [] }),
  asks: ({ details: { locations } }) => {
    const measured = ['contracted', 'peak', 'source', 'measuredOn'] as const;
    const plan = ['owner', 'planned', 'note', 'latency', 'complaints'] as const;
    const worse = [[...measured, 'locations:tight', 'locations:short'], plan] as const;
    return {
      // Six at once: where there are locations to judge, no figure more is asked.
      enough: [
        [
          ...measured,
          'locations:enough',
          ...(locations?.length ? [] : (['latency'] as const)),
          'complaints',
        ],
      ],
      tight: worse,
      'not-enough': worse,
      'no-measurement': [['note']],
    };
  },
  prefill: lastMeasured,
  check,
  introduction: ({ period }, reader, context) => {
    const { intro, period: title } = checkCapacityTexts[reader.language].facts;
    const measured = measurementsIn(context.earlier ?? []);
    return {
      text: intro,
      facts: [
        { title, value: period },
        ...previous(context, reader),
        ...forecast(measured, reader),
      ],
    };
  },
  computed: (answer, { context }, reader) => comparison(answer, context, reader),
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
      value: `${String(now)} %${was === undefined ? '' : ` ${trendOf(was, now)}`}`,
      bad: now >= tightFrom,
    });
    return [
      ...speed(words.contracted.short, answer.contracted),
      ...speed(words.peak.short, answer.peak),
      ...(percent === undefined ? [] : [use(percent)]),
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

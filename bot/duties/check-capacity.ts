import { z } from 'zod';
import type { AnswerOf } from '../../cards/fields.ts';
import {
  choice,
  count,
  day,
  line,
  lines,
  paragraph,
  pick,
  required,
  word,
} from '../../cards/fields.ts';
import { textLines } from './by-hand.ts';
import { checkCapacityTexts } from './check-capacity.texts.ts';
import type { Today } from './define.ts';
import { defineDuty } from './define.ts';
import { distinctTexts, foreignText } from './details.ts';

const details = z.strictObject({
  period: foreignText(100),
  locations: distinctTexts(12, 80).optional(),
});

const fields = {
  locations: lines('enough', 'tight', 'short'),
  contracted: count(1_000_000),
  peak: count(1_000_000),
  source: pick('monitoring', 'provider', 'measurement', 'none'),
  complaints: pick('no', 'yes'),
  outcome: choice('enough', 'tight', 'not-enough', 'no-measurement'),
  owner: word(100),
  planned: day(),
  note: paragraph(2000),
} as const;
type Answer = AnswerOf<typeof fields>;

type Problem = {
  field: keyof typeof fields;
  problem: keyof (typeof checkCapacityTexts)['nl']['problems'];
  about?: string;
};

const tightFrom = 80;
const fullFrom = 100;

/** How much of the contracted capacity the peak takes, in whole per cents rounded down. */
export function useInPercent({
  contracted,
  peak,
}: Pick<Answer, 'contracted' | 'peak'>): number | undefined {
  if (contracted === undefined || peak === undefined || contracted === 0) return undefined;
  return Math.floor((peak * 100) / contracted);
}

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

/** A judgement counts with numbers that have a source. */
function checkMeasured(answer: Answer): readonly Problem[] {
  const { contracted, peak, source } = answer;
  const sourced = source !== undefined && source !== 'none';
  return [
    ...(contracted === undefined || contracted === 0
      ? [{ field: 'contracted', problem: 'contracted' } as const]
      : []),
    ...(peak === undefined ? [{ field: 'peak', problem: 'peak' } as const] : []),
    ...(sourced ? [] : [{ field: 'source', problem: 'source' } as const]),
    ...checkVerdict(answer),
  ];
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

function check(answer: Answer, _details: unknown, { today }: Today): readonly Problem[] {
  switch (answer.outcome) {
    case 'enough':
      return checkMeasured(answer);
    case 'tight':
    case 'not-enough':
      return [...checkMeasured(answer), ...checkPlan(answer, today)];
    case 'no-measurement':
      return answer.note === undefined ? [{ field: 'note', problem: 'whyNot' }] : [];
  }
}

export const checkCapacity = defineDuty({
  kind: 'check-capacity',
  occurs: 'by-plan',
  control: 'A.8.6',
  details,
  fields,
  outcomes: {
    enough: 'fulfilled',
    tight: 'problem',
    'not-enough': 'problem',
    'no-measurement': 'unable',
  },
  lines: ({ locations }) => ({ locations: locations ?? [] }),
  check,
  introduction: ({ period }, { language }) => {
    const { intro, period: title } = checkCapacityTexts[language].facts;
    return { text: intro, facts: [{ title, value: period }] };
  },
  figures: (answer, _details, { language }) => {
    const { fields: words, figures } = checkCapacityTexts[language];
    const percent = useInPercent(answer);
    const speed = (label: string, value: number | undefined) => {
      const written = value?.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');
      return written === undefined ? [] : [{ label, value: `${written} Mbit/s`, bad: false }];
    };
    return [
      ...speed(words.contracted.short, answer.contracted),
      ...speed(words.peak.short, answer.peak),
      ...(percent === undefined
        ? []
        : [{ label: figures.use, value: `${String(percent)} %`, bad: percent >= tightFrom }]),
    ];
  },
  texts: checkCapacityTexts,
  heard: {
    as: ['capaciteit', 'lijn', 'verbinding', 'bandbreedte', 'capacity', 'bandwidth'],
    values: {
      outcome: {
        enough: ['genoeg', 'voldoende', 'enough'],
        tight: ['krap', 'tight'],
        'not-enough': ['niet genoeg', 'onvoldoende', 'te weinig', 'not enough'],
        'no-measurement': ['niet gemeten', 'geen meting', 'no measurement', 'not measured'],
      },
    },
  },
  byHand: {
    fields: { period: required(line(100)), locations: paragraph(1000) },
    words: checkCapacityTexts.byHand,
    details: ({ locations, ...others }) => ({ ...others, ...textLines('locations', locations) }),
  },
});

import { z } from 'zod';
import type { Today } from '../declaration.ts';
import type { AnswerOf } from '../../../cards/fields.ts';
import {
  amounts,
  choice,
  colleague,
  count,
  day,
  lines,
  paragraph,
  pick,
  radio,
} from '../../../cards/fields.ts';
import { distinctTexts, foreignLine } from '../details.ts';
import { linesIn } from './lines.ts';
import { periodOf } from './period.ts';
import type { checkCapacityTexts } from './texts.ts';
import { fullFrom, tightFrom, useInPercent } from './trend.ts';

export const details = z.strictObject({
  period: foreignLine(100),
  locations: distinctTexts(12, 80).optional(),
});
type Details = z.output<typeof details>;

export const fields = {
  /** How it is where nothing was measured, such as at home. */
  locations: lines('enough', 'tight', 'short'),
  contractedAt: amounts(1_000_000),
  peakAt: amounts(1_000_000),
  /** Those of the busiest line, where the lines have their own. */
  contracted: count(1_000_000),
  peak: count(1_000_000),
  source: radio('monitoring', 'provider', 'measurement', 'none'),
  measuredOn: day(),
  latency: count(10_000),
  complained: count(1_000_000),
  growth: count(1000),
  /** Asked until complaints were counted: cards in chats still send it. */
  complaints: pick('no', 'yes'),
  outcome: choice('enough', 'tight', 'not-enough', 'no-measurement'),
  owner: colleague(),
  planned: day(),
  note: paragraph(2000),
} as const;
export type Answer = AnswerOf<typeof fields>;

type Problem = {
  field: keyof typeof fields;
  at?: number;
  problem: keyof (typeof checkCapacityTexts)['nl']['problems'];
  about?: string;
};

// The order of what can be said of a line, the best first.
const verdicts = ['enough', 'tight', 'not-enough'] as const;
type Verdict = (typeof verdicts)[number];

function verdictOn(percent: number): Verdict {
  if (percent >= fullFrom) return 'not-enough';
  return percent >= tightFrom ? 'tight' : 'enough';
}

const hadComplaints = ({ complained, complaints }: Answer): boolean =>
  complained === undefined ? complaints === 'yes' : complained > 0;

/** The use of the busiest line. */
const mostUsed = (answer: Answer): number | undefined => {
  const uses = linesIn(answer).map(({ percent }) => percent);
  return uses.length > 0 ? Math.max(...uses) : useInPercent(answer);
};

/**
 * The answer is never better than the numbers, and worse only where complaints or a location say so; no location
 * may be worse than the answer.
 */
function checkVerdict(answer: Answer): readonly Problem[] {
  const { outcome, locations = [] } = answer;
  const worse = locations.some(({ value }) => value !== 'enough');
  if (worse && outcome === 'enough') return [{ field: 'outcome', problem: 'locationWorse' }];
  const percent = mostUsed(answer);
  if (percent === undefined || outcome === 'no-measurement') return [];
  const measured = verdictOn(percent);
  const isWorse = verdicts.indexOf(outcome) > verdicts.indexOf(measured);
  if (measured === outcome || (isWorse && (worse || hadComplaints(answer)))) return [];
  const problem = ({ enough: 'isEnough', tight: 'isTight', 'not-enough': 'isFull' } as const)[
    measured
  ];
  return [{ field: 'outcome', problem, about: String(percent) }];
}

/** A line has both its numbers or none, and one of them has: what was not measured is told as such. */
function checkLines(answer: Answer, named: readonly string[]): readonly Problem[] {
  const { contractedAt = [], peakAt = [] } = answer;
  const has = (of: readonly { readonly line: string }[], line: string): boolean =>
    of.some((one) => one.line === line);
  const half = named.findIndex((line) => has(contractedAt, line) !== has(peakAt, line));
  if (half >= 0) {
    const about = named[half] ?? '';
    const field = has(contractedAt, about) ? 'peakAt' : 'contractedAt';
    return [{ field, at: half, problem: 'bothNumbers', about }];
  }
  const zero = contractedAt.find(({ value }) => value === '0')?.line;
  if (zero !== undefined) {
    const at = named.indexOf(zero);
    return [{ field: 'contractedAt', at, problem: 'lineOfNothing', about: zero }];
  }
  if (contractedAt.length === 0) return [{ field: 'contractedAt', problem: 'perLine' }];
  return [];
}

function checkNumbers(answer: Answer, { locations = [] }: Details): readonly Problem[] {
  const { contracted, peak, contractedAt, peakAt } = answer;
  // A card from before each line had its numbers asks for those of the busiest one.
  const asWhole = contracted !== undefined || peak !== undefined || locations.length === 0;
  if (contractedAt || peakAt || !asWhole) return checkLines(answer, locations);
  return [
    ...(contracted === undefined || contracted === 0
      ? [{ field: 'contracted', problem: 'contracted' } as const]
      : []),
    ...(peak === undefined ? [{ field: 'peak', problem: 'peak' } as const] : []),
  ];
}

/** A judgement counts with numbers that have a source within the period. */
function checkMeasured(answer: Answer, details: Details, today: string): readonly Problem[] {
  const { source } = answer;
  const sourced = source !== undefined && source !== 'none';
  return [
    ...checkNumbers(answer, details),
    ...(sourced ? [] : [{ field: 'source', problem: 'source' } as const]),
    ...checkDay(answer, details.period, today),
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

/** What must be right before an answer counts. */
export function check(answer: Answer, details: Details, { today }: Today): readonly Problem[] {
  switch (answer.outcome) {
    case 'enough':
      return [
        ...checkMeasured(answer, details, today),
        ...(hadComplaints(answer) && answer.note === undefined
          ? [{ field: 'note', problem: 'complaints' } as const]
          : []),
      ];
    case 'tight':
    case 'not-enough':
      return [...checkMeasured(answer, details, today), ...checkPlan(answer, today)];
    case 'no-measurement':
      return answer.note === undefined ? [{ field: 'note', problem: 'whyNot' }] : [];
  }
}

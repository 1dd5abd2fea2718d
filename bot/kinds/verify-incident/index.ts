import type { Today } from '../declaration.ts';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { foreignMoment } from '../../../cards/dates.ts';
import type { Fact } from '../../../cards/card.ts';
import type { AnswerOf } from '../../../cards/fields.ts';
import { choice, line, moment, paragraph, pick, radio, required } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import { dayInput, seenInput, seenValue, timeInput } from '../../../cards/input-ids.ts';
import { yesNo } from '../by-hand.ts';
import type { FollowUp, DutyContext, Reader, ReaderNow } from '../kind.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { defineDuty } from '../define.ts';
import { foreignLine, foreignText } from '../details.ts';
import { verifyIncidentSentences } from './sentences.ts';
import { verifyIncidentTexts } from './texts.ts';

const details = z.strictObject({
  solution: foreignText(2000),
  summary: foreignText(2000).optional(),
  cause: foreignText(2000).optional(),
  /** As the vendor ranks it: it stands in the dossier. */
  severity: foreignLine(100).optional(),
  security: z.boolean().optional(),
  personalData: z.boolean().optional(),
});
type Details = z.output<typeof details>;

const fields = {
  recurs: pick('no', 'yes'),
  complete: pick('yes', 'no', 'na'),
  workaround: pick('gone', 'left', 'na'),
  cause: radio('yes', 'asked', 'no'),
  testedAt: moment(),
  // What was typed before two people had to answer themselves stands in earlier answers.
  secondPerson: line(100),
  outcome: choice('solved', 'partly', 'not-solved', 'comes-back', 'cannot-judge'),
  tickets: line(300),
  note: paragraph(2000),
} as const;
type Answer = AnswerOf<typeof fields>;

type Problem = {
  field: keyof typeof fields;
  problem: keyof (typeof verifyIncidentTexts)['nl']['problems'];
};

/** Somebody from security is asked as well, and so need not be named. */
const isFourEyes = ({ rule }: DutyContext): boolean => rule === 'four-eyes';

/** "Solved" counts with a test of one's own in which nothing was wrong any more. */
function checkSolved(answer: Answer, { security }: Details): readonly Problem[] {
  const { testedAt, recurs, complete, workaround, cause } = answer;
  const unwhole = recurs === 'no' && (complete === 'no' || workaround === 'left');
  const explained = cause === 'yes' || cause === 'asked';
  return [
    ...(testedAt === undefined ? [{ field: 'testedAt', problem: 'whenTested' } as const] : []),
    ...(recurs === 'no' ? [] : [{ field: 'recurs', problem: 'stillThere' } as const]),
    ...(unwhole ? [{ field: 'outcome', problem: 'notWhole' } as const] : []),
    ...(security && !explained ? [{ field: 'cause', problem: 'askCause' } as const] : []),
  ];
}

/** Whoever says that it is solved has mostly just seen it: the moment stands there and can be changed. */
function justTested(_context: DutyContext, { now, zone }: ReaderNow): Submitted {
  const at = DateTime.fromISO(now, { zone });
  return {
    [seenInput]: seenValue('recurs', 'no'),
    [dayInput('testedAt')]: at.toFormat('yyyy-MM-dd'),
    [timeInput('testedAt')]: at.toFormat('HH:mm'),
  };
}

const reasons = {
  partly: 'whatIsLeft',
  'not-solved': 'whatIsWrong',
  'comes-back': 'whenBack',
  'cannot-judge': 'whyNot',
} as const;

/**
 * Whether a test was done before there was a solution. The duty's own says no hour, and the request may come
 * some hours after it: there the day decides. What is reported later is known to the minute.
 */
function isTooEarly(tested: string | undefined, { createdAt, solvedAt }: DutyContext): boolean {
  if (tested === undefined) return false;
  const test = DateTime.fromISO(tested, { setZone: true });
  if (solvedAt !== undefined) return test < DateTime.fromISO(solvedAt).startOf('minute');
  if (createdAt === undefined) return false;
  return test < DateTime.fromISO(createdAt).setZone(test.zone).startOf('day');
}

function check(answer: Answer, given: Details, { now, context }: Today): readonly Problem[] {
  const { outcome, note, testedAt, tickets } = answer;
  const early = outcome === 'solved' && isTooEarly(testedAt, context);
  const ahead = testedAt !== undefined && DateTime.fromISO(testedAt) > DateTime.fromISO(now);
  return [
    ...(ahead ? [{ field: 'testedAt', problem: 'notYet' } as const] : []),
    ...(early ? [{ field: 'testedAt', problem: 'beforeSolution' } as const] : []),
    ...(outcome === 'solved' ? checkSolved(answer, given) : []),
    ...(outcome === 'comes-back' && tickets === undefined
      ? [{ field: 'tickets', problem: 'earlierTickets' } as const]
      : []),
    ...(outcome !== 'solved' && note === undefined
      ? [{ field: 'note', problem: reasons[outcome] } as const]
      : []),
  ];
}

const negative = ['partly', 'not-solved', 'comes-back'] as const;

/** Whoever guards privacy hears at once that data of people, or the security around it, is still at risk. */
function followUps({ outcome }: Answer, { personalData, security }: Details): readonly FollowUp[] {
  if (!(negative as readonly string[]).includes(outcome) || !(personalData || security)) return [];
  const which = personalData ? 'personalData' : 'security';
  const { nl, en } = verifyIncidentTexts;
  const text = { nl: nl.alerts[which], en: en.alerts[which] };
  return [{ type: 'alert', role: 'privacy', text }];
}

/** The earlier incidents of this system, the newest first: one that comes back is one of these. */
function earlierFacts({ earlier = [] }: DutyContext, { language, zone }: Reader): readonly Fact[] {
  const { facts, outcomes } = verifyIncidentTexts[language];
  const told = earlier.map(({ reference, outcome, at }) => {
    const day = foreignMoment(at, language, zone);
    return `${reference}: ${outcomes[outcome].toLowerCase()}, ${day}`;
  });
  return told.length === 0 ? [] : [{ title: facts.earlier, value: told.reverse().join('; ') }];
}

function factsOf(
  { summary, cause, ...given }: Details,
  language: Language,
  context: DutyContext,
): readonly Fact[] {
  const words = verifyIncidentTexts[language].facts;
  const note = isFourEyes(context) ? words.fourEyesNote : words.personalDataNote;
  const told = [
    [words.summary, summary],
    [words.cause, cause],
    [words.security, given.security ? words.securityNote : undefined],
    [words.personalData, given.personalData ? note : undefined],
  ] as const;
  return told.flatMap(([title, value]) => (value === undefined ? [] : [{ title, value }]));
}

export const verifyIncident = defineDuty({
  kind: 'verify-incident',
  drawnAs: /^(?:incident(?:en|s)?|storing(?:en)?|oplossing(?:en)?|solutions?)$/,
  occurs: 'by-event',
  solvedBy: 'vendor',
  wantsFeedback: true,
  control: 'A.5.26',
  details,
  fields,
  outcomes: {
    solved: 'fulfilled',
    partly: 'problem',
    'not-solved': 'problem',
    'comes-back': 'problem',
    'cannot-judge': 'unable',
  },
  alsoAsk: ({ personalData }) => (personalData ? 'security' : undefined),
  looksBack: 5,
  seen: ['recurs', 'complete', 'workaround'],
  asks: ({ details: { security } }) => ({
    solved: [['seen', ...(security ? (['cause'] as const) : []), 'testedAt', 'note']],
    partly: [['recurs', 'workaround', 'complete', 'note']],
    'not-solved': [['workaround', 'note']],
    'comes-back': [['tickets', 'note']],
    'cannot-judge': [['note']],
  }),
  prefill: justTested,
  check,
  followUps,
  introduction: (given, reader, context) => ({
    text: given.solution,
    facts: [...factsOf(given, reader.language, context), ...earlierFacts(context, reader)],
  }),
  texts: verifyIncidentTexts,
  sentences: verifyIncidentSentences,
  byHand: {
    fields: {
      solution: required(paragraph(2000)),
      summary: paragraph(2000),
      cause: paragraph(2000),
      security: pick('no', 'yes'),
      personalData: pick('no', 'yes'),
    },
    words: verifyIncidentTexts.byHand,
    details: ({ security, personalData, ...others }) => ({
      ...others,
      ...yesNo('security', security),
      ...yesNo('personalData', personalData),
    }),
  },
});

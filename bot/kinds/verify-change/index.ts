import { z } from 'zod';
import type { Fact } from '../../../cards/card.ts';
import { foreignMoment } from '../../../cards/dates.ts';
import type { AnswerOf } from '../../../cards/fields.ts';
import { choice, line, lines, paragraph, pick, required, word } from '../../../cards/fields.ts';
import type { LineName } from '../../../cards/read-fields.ts';
import { textLines } from '../by-hand.ts';
import { defineDuty } from '../define.ts';
import { distinctTexts, foreignLine, foreignText, foreignWhen } from '../details.ts';
import type { FollowUp, Reader } from '../kind.ts';
import { verifyChangeSentences } from './sentences.ts';
import { verifyChangeTexts } from './texts.ts';

const details = z.strictObject({
  summary: foreignText(2000),
  environment: foreignLine(100).optional(),
  deployedAt: foreignWhen.optional(),
  checks: distinctTexts(12, 80).optional(),
  impact: z.enum(['high', 'normal', 'low']).optional(),
  /** The Entra object id, better than the name, of whoever asked for the change. */
  requestedBy: foreignLine(100).optional(),
});
type Details = z.output<typeof details>;

const fields = {
  checks: lines('ok', 'wrong', 'na'),
  outcome: choice('works', 'remark', 'broken', 'untested'),
  blocking: pick('no', 'yes'),
  sample: line(300),
  note: paragraph(2000),
} as const;
type Answer = AnswerOf<typeof fields>;

/** Where the vendor names no processes, these are worth a look after any change. */
function checksOf({ checks }: Details, language: Reader['language']): readonly LineName[] {
  if (checks?.length) return checks;
  const { usualChecks } = verifyChangeTexts[language];
  return Object.entries(usualChecks).map(([key, label]) => ({ key, label }));
}

type Problem = {
  field: keyof typeof fields;
  problem: keyof (typeof verifyChangeTexts)['nl']['problems'];
};

function check({ checks = [], outcome, note, blocking }: Answer): readonly Problem[] {
  const checked = checks.some(({ value }) => value !== 'na');
  const wrong = checks.some(({ value }) => value === 'wrong');
  const works = outcome === 'works' || outcome === 'remark';
  return [
    ...(outcome !== 'untested' && !checked
      ? [{ field: 'checks', problem: 'nothingChecked' } as const]
      : []),
    ...(outcome === 'works' && wrong
      ? [{ field: 'outcome', problem: 'wrongLineButWorks' } as const]
      : []),
    ...(works && blocking === 'yes'
      ? [{ field: 'outcome', problem: 'blockedButWorks' } as const]
      : []),
    ...(outcome !== 'works' && note === undefined
      ? [{ field: 'note', problem: outcome === 'untested' ? 'whyNot' : 'whatWasSeen' } as const]
      : []),
  ];
}

/** What cannot wait is said in the IT channel at once: an edited card alone raises no notification. */
function followUps({ outcome, blocking }: Answer, { impact }: Details): readonly FollowUp[] {
  if (outcome !== 'broken') return [];
  const said = (which: 'blocked' | 'highImpact'): readonly FollowUp[] => {
    const { nl, en } = verifyChangeTexts;
    return [{ type: 'alert', text: { nl: nl.alerts[which], en: en.alerts[which] } }];
  };
  if (blocking === 'yes') return said('blocked');
  return impact === 'high' ? said('highImpact') : [];
}

// An object id says nothing to who reads the card.
const isName = (requester: string | undefined): boolean =>
  requester !== undefined && !/^[\da-f]{8}-[\da-f-]{27}$/i.test(requester);

function factsOf(
  { deployedAt, impact, requestedBy }: Details,
  { language, zone }: Reader,
): readonly Fact[] {
  const { facts, impacts } = verifyChangeTexts[language];
  const told = [
    [facts.deployed, deployedAt && foreignMoment(deployedAt, language, zone)],
    [facts.impact, impact && impacts[impact]],
    [facts.requestedBy, isName(requestedBy) ? requestedBy : undefined],
  ] as const;
  return told.flatMap(([title, value]) => (value === undefined ? [] : [{ title, value }]));
}

export const verifyChange = defineDuty({
  kind: 'verify-change',
  drawnAs: /^(?:wijziging(?:en)?|changes?)$/,
  occurs: 'by-event',
  solvedBy: 'vendor',
  wantsFeedback: true,
  control: 'A.8.32',
  details,
  fields,
  outcomes: {
    works: 'fulfilled',
    // What is wrong is followed, however mildly it is said.
    remark: (_context, { checks = [] }) =>
      checks.some(({ value }) => value === 'wrong') ? 'problem' : 'fulfilled',
    broken: 'problem',
    untested: 'unable',
  },
  lines: (given, language) => ({ checks: checksOf(given, language) }),
  // One key user for each process, where the vendor names them.
  parts: {
    of: ({ checks = [] }) => checks,
    narrow: ({ checks = [], ...given }, part) => ({
      ...given,
      checks: checks.filter((name) => part.includes(name)),
    }),
  },
  // Where much depends on it, whoever wanted the change is not the one who says that it works.
  requesters: ({ impact, requestedBy }) =>
    impact === 'high' && requestedBy !== undefined ? [requestedBy] : [],
  first: ['checks:ok'],
  asks: () => ({
    works: [],
    remark: [['checks:ok', 'sample', 'note']],
    broken: [['checks:wrong', 'blocking', 'sample', 'note']],
    untested: [['note']],
  }),
  check,
  followUps,
  introduction: (given, reader) => ({
    ...(given.environment === undefined ? {} : { place: given.environment }),
    text: given.summary,
    facts: factsOf(given, reader),
  }),
  texts: verifyChangeTexts,
  sentences: verifyChangeSentences,
  byHand: {
    fields: {
      summary: required(paragraph(2000)),
      environment: line(100),
      checks: paragraph(1000),
      impact: pick('high', 'normal', 'low'),
      requestedBy: word(100),
    },
    words: verifyChangeTexts.byHand,
    details: ({ checks, ...others }) => ({ ...others, ...textLines('checks', checks) }),
  },
});

import type { ConfirmRestoreFields, Answer } from './fields.ts';
import { fields, lossInMinutes } from './fields.ts';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { cut } from '../../../cards/plain-text.ts';
import { durationInWords, foreignMoment } from '../../../cards/dates.ts';
import type { Language } from '../../../cards/language.ts';
import { count, line, moment, paragraph, required, word } from '../../../cards/fields.ts';
import { textLines } from '../by-hand.ts';
import type { Today } from '../declaration.ts';
import { defineDuty } from '../define.ts';
import { distinctTexts, foreignLine, foreignText, foreignWhen } from '../details.ts';
import { dayInput } from '../../../cards/input-ids.ts';
import { typedText } from '../../../cards/read-fields.ts';
import { asksOf, isOld, known, nothingSeen } from './asks.ts';
import { confirmRestoreSentences } from './sentences.ts';
import { byHandTexts } from './by-hand-texts.ts';
import { drawnInWords } from './drawn.ts';
import { confirmRestoreTexts } from './texts.ts';
import { draw } from '../draw.ts';
import type { FollowUp } from '../kind.ts';

const mostRecords = 1_000_000_000;
const number = z.int().min(0).max(mostRecords);

const details = z
  .strictObject({
    scope: foreignText(1000),
    restorePoint: foreignWhen,
    /** The point that was really brought back, and when it could be looked at: what auditors hold against RPO and RTO. */
    deliveredPoint: foreignWhen.optional(),
    requestedAt: foreignWhen.optional(),
    readyAt: foreignWhen.optional(),
    /** How long it may take and how much may be lost, in minutes, as was agreed (RTO and RPO). */
    rtoMinutes: z.int().min(0).max(525_600).optional(),
    rpoMinutes: z.int().min(0).max(525_600).optional(),
    restoredTo: foreignLine(200).optional(),
    samples: distinctTexts(10, 120).optional(),
    /** How many records there are: a sample is drawn from the numbers 1 to this one. */
    population: number.min(1).optional(),
    /** The numbers that the records bear, where they do not begin at 1. */
    numbers: z.strictObject({ from: number, to: number }).optional(),
    /** Decides the draw; where none is given the duty's id does. */
    seed: foreignLine(100).optional(),
  })
  .refine(({ numbers }) => !numbers || numbers.from <= numbers.to, {
    path: ['numbers', 'to'],
    error: 'must not be lower than from',
  })
  .refine(({ population, numbers }) => population === undefined || !numbers, {
    path: ['numbers'],
    error: 'must be left out where population is given',
  });
type Details = z.output<typeof details>;

const drawnSamples = 5;

/** The numbers from which a sample is drawn; undefined where the vendor named the samples, or gave no numbers. */
function drawnFrom({ samples, population, numbers }: Details) {
  if (samples?.length) return undefined;
  return population === undefined ? numbers : { from: 1, to: population };
}

/** What is looked at: what the vendor named, else the numbers that the seed draws. */
function samplesOf(given: Details): readonly string[] {
  const range = drawnFrom(given);
  if (!range || given.seed === undefined) return given.samples ?? [];
  const drawn = draw(given.seed, { ...range, count: drawnSamples });
  return [...drawn].sort((one, other) => one - other).map(String);
}

const uneven = ({ expected, found }: Answer): boolean =>
  expected !== undefined && found !== undefined && found !== expected;
const missing = ({ expected, found }: Answer): boolean =>
  expected !== undefined && found !== undefined && found < expected;
const differs = ({ samples = [] }: Answer): boolean =>
  samples.some(({ value }) => value !== 'same');

type Problem = {
  field: keyof ConfirmRestoreFields;
  problem: keyof (typeof confirmRestoreTexts)['nl']['problems'];
};

const asksFor = (given: Details) => ({
  samples: samplesOf(given).length > 0,
  counted: given.population !== undefined,
});

/** A positive answer counts with: it opens, counts or samples, and the date of the newest record. */
function checkPositive(answer: Answer, given: Details, now: string): readonly Problem[] {
  const counted = answer.expected !== undefined && answer.found !== undefined;
  const looked = (answer.samples ?? []).length;
  // Whoever looks only at some of what was drawn has drawn a sample of their own.
  const skipped = !counted && drawnFrom(given) && looked > 0 && looked < samplesOf(given).length;
  return [
    ...(answer.opens === 'yes' ? [] : [{ field: 'opens', problem: 'mustOpen' } as const]),
    ...(counted || looked > 0 ? [] : [nothingSeen(answer.outcome, asksFor(given))]),
    ...(skipped ? [{ field: 'samples', problem: 'allDrawn' } as const] : []),
    // Nothing of nothing says nothing of what was brought back.
    ...(answer.expected === 0 && answer.found === 0
      ? [{ field: 'found', problem: 'nothingCounted' } as const]
      : []),
    ...(answer.newest === undefined ? [{ field: 'newest', problem: 'newest' } as const] : []),
    ...(isAfter(answer.newest, now) ? [{ field: 'newest', problem: 'stillToCome' } as const] : []),
  ];
}

const isAfter = (moment: string | undefined, now: string): boolean =>
  moment !== undefined && DateTime.fromISO(moment) > DateTime.fromISO(now);

/** Of what is old somebody says when the last good moment was: a weekend without work has no newer record. */
function checkSucceeded(answer: Answer, given: Details): readonly Problem[] {
  if (answer.lastGood === undefined && isOld(answer.newest, given.restorePoint))
    return [{ field: 'lastGood', problem: 'howOld' }];
  if ((lossInMinutes(answer) ?? 0) > 0) return [{ field: 'outcome', problem: 'tooOld' }];
  const lost = uneven(answer) || differs(answer);
  const broken = answer.overwritten === 'yes' || answer.totals === 'no' || answer.works === 'no';
  return lost || broken ? [{ field: 'outcome', problem: lost ? 'notWhole' : 'notRight' }] : [];
}

function checkLoss(answer: Answer): readonly Problem[] {
  const lost = uneven(answer) || differs(answer) || (lossInMinutes(answer) ?? 1) > 0;
  return [
    ...(lost ? [] : [{ field: 'outcome', problem: 'nothingLost' } as const]),
    ...(answer.lastGood === undefined ? [{ field: 'lastGood', problem: 'until' } as const] : []),
    ...(answer.acceptedBy === undefined
      ? [{ field: 'acceptedBy', problem: 'acceptedBy' } as const]
      : []),
  ];
}

function check(answer: Answer, given: Details, { now }: Today): readonly Problem[] {
  switch (answer.outcome) {
    case 'succeeded':
      return [...checkPositive(answer, given, now), ...checkSucceeded(answer, given)];
    case 'loss':
      return [...checkPositive(answer, given, now), ...checkLoss(answer)];
    case 'failed':
      return answer.note === undefined ? [{ field: 'note', problem: 'whatIsWrong' }] : [];
    case 'cannot-judge':
      return answer.note === undefined ? [{ field: 'note', problem: 'whyNot' }] : [];
  }
}

/** What a restore did not bring back is entered again: a task for whoever saw it, who can hand it over. */
function followUps(answer: Answer, given: Details): readonly FollowUp[] {
  const gone = (answer.samples ?? []).filter(({ value }) => value === 'missing');
  const lost = missing(answer) || gone.length > 0 || (lossInMinutes(answer) ?? 0) > 0;
  // After a failed one the next restore may still bring it back.
  if (answer.outcome !== 'loss' || !lost) return [];
  const checks = gone.map(({ line }) => cut(line, 80));
  const task = (language: Language) => ({
    about: 're-entry',
    task: confirmRestoreTexts[language].reentry.summary(cut(given.scope, 1000), answer.note),
    ...(checks.length === 0 ? {} : { items: [...new Set(checks)] }),
  });
  const { nl, en } = confirmRestoreTexts;
  return [
    {
      type: 'open',
      name: 're-entry',
      kind: 'show-done',
      title: { nl: nl.reentry.title, en: en.reentry.title },
      dueInWorkdays: 5,
      details: { nl: task('nl'), en: task('en') },
      to: 'answerer',
    },
  ];
}

function factsOf(given: Details, language: Language, zone: string) {
  const { restorePoint, restoredTo, requestedAt, seed = '' } = given;
  const { facts: words } = confirmRestoreTexts[language];
  const range = drawnFrom(given);
  const told = [
    [words.restorePoint, foreignMoment(restorePoint, language, zone)],
    [words.restoredTo, restoredTo],
    [words.requestedAt, requestedAt && foreignMoment(requestedAt, language, zone)],
    [words.look, samplesOf(given).length === 0 ? undefined : samplesOf(given).join(' · ')],
    [words.drawn, range && drawnInWords(range, seed, language)],
  ] as const;
  return told.flatMap(([title, value]) => (value === undefined ? [] : [{ title, value }]));
}

export const confirmRestore = defineDuty({
  kind: 'confirm-restore',
  drawnAs: /^(?:herstel(?:acties?|lingen)?|restores?)$/,
  occurs: 'by-event',
  solvedBy: 'vendor',
  control: 'A.8.13',
  details,
  fields,
  outcomes: {
    succeeded: 'fulfilled',
    // Until whoever is to bear it says yes.
    loss: 'problem',
    failed: 'problem',
    'cannot-judge': 'unable',
  },
  reserved: ['loss'],
  bearer: 'acceptedBy',
  lines: (given) => ({ samples: samplesOf(given) }),
  // The seed stands in the first record: whoever reads it can draw the same numbers.
  complete: (given, id) =>
    drawnFrom(given) && given.seed === undefined ? { ...given, seed: id } : given,
  seen: ['opens', 'works', 'totals', 'overwritten'],
  asks: ({ details: given, typed }) =>
    asksOf({
      ...asksFor(given),
      old: isOld(typedText(typed[dayInput('newest')]), given.restorePoint),
    }),
  prefill: known,
  check,
  followUps,
  introduction: (given, { language, zone }) => ({
    text: given.scope,
    facts: factsOf(given, language, zone),
  }),
  figures: (answer, _given, { language }) => {
    const words = confirmRestoreTexts[language].figures;
    const loss = answer.outcome === 'succeeded' ? undefined : lossInMinutes(answer);
    const figure = (label: string, value: string | undefined, bad: boolean) =>
      value === undefined ? [] : [{ label, value, bad }];
    const written = (value: number | undefined) =>
      value?.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');
    return [
      ...figure(words.expected, written(answer.expected), false),
      ...figure(words.found, written(answer.found), missing(answer)),
      ...figure(
        words.loss,
        loss === undefined ? undefined : durationInWords(loss, language),
        loss !== 0,
      ),
    ];
  },
  texts: confirmRestoreTexts,
  sentences: confirmRestoreSentences,
  byHand: {
    fields: {
      scope: required(paragraph(1000)),
      restorePoint: required(moment()),
      restoredTo: line(200),
      samples: paragraph(1000),
      population: count(mostRecords),
      seed: word(100),
    },
    words: byHandTexts,
    details: ({ samples, ...others }) => ({ ...others, ...textLines('samples', samples) }),
  },
});

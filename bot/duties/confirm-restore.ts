import { DateTime } from 'luxon';
import { z } from 'zod';
import { durationInWords, foreignMoment } from '../../cards/dates.ts';
import type { AnswerOf } from '../../cards/fields.ts';
import {
  choice,
  count,
  line,
  lines,
  moment,
  paragraph,
  pick,
  required,
} from '../../cards/fields.ts';
import { textLines } from './by-hand.ts';
import { defineDuty } from './define.ts';
import { distinctTexts, foreignText, foreignWhen } from './details.ts';
import { confirmRestoreTexts } from './confirm-restore.texts.ts';

const details = z.strictObject({
  scope: foreignText(1000),
  restorePoint: foreignWhen,
  requestedAt: foreignWhen.optional(),
  restoredTo: foreignText(200).optional(),
  samples: distinctTexts(10, 120).optional(),
});
type Details = z.output<typeof details>;

const fields = {
  opens: pick('yes', 'no'),
  works: pick('yes', 'no', 'na'),
  expected: count(),
  found: count(),
  samples: lines('same', 'different', 'missing'),
  newest: moment(),
  lastGood: moment(),
  totals: pick('yes', 'no', 'na'),
  overwritten: pick('no', 'yes'),
  outcome: choice('succeeded', 'loss', 'failed', 'cannot-judge'),
  acceptedBy: line(100),
  note: paragraph(2000),
} as const;
export type ConfirmRestoreFields = typeof fields;
type Answer = AnswerOf<ConfirmRestoreFields>;

/** Minutes between the newest record that was found and the last good moment; undefined when either is unknown. */
export function lossInMinutes({
  newest,
  lastGood,
}: Pick<Answer, 'newest' | 'lastGood'>): number | undefined {
  if (newest === undefined || lastGood === undefined) return undefined;
  return Math.max(0, DateTime.fromISO(lastGood).diff(DateTime.fromISO(newest), 'minutes').minutes);
}

const missing = ({ expected, found }: Answer): boolean =>
  expected !== undefined && found !== undefined && found < expected;
const differs = ({ samples = [] }: Answer): boolean =>
  samples.some(({ value }) => value !== 'same');

type Problem = {
  field: keyof ConfirmRestoreFields;
  problem: keyof (typeof confirmRestoreTexts)['nl']['problems'];
};

/** A positive answer counts with: it opens, counts or samples, and the date of the newest record. */
function checkPositive(answer: Answer): readonly Problem[] {
  const counted = answer.expected !== undefined && answer.found !== undefined;
  const sampled = (answer.samples ?? []).length > 0;
  return [
    ...(answer.opens === 'yes' ? [] : [{ field: 'opens', problem: 'mustOpen' } as const]),
    ...(counted || sampled ? [] : [{ field: 'found', problem: 'countOrSample' } as const]),
    ...(answer.newest === undefined ? [{ field: 'newest', problem: 'newest' } as const] : []),
  ];
}

function checkSucceeded(answer: Answer): readonly Problem[] {
  const lost = missing(answer) || differs(answer);
  const broken = answer.overwritten === 'yes' || answer.totals === 'no' || answer.works === 'no';
  return lost || broken ? [{ field: 'outcome', problem: lost ? 'notWhole' : 'notRight' }] : [];
}

function checkLoss(answer: Answer): readonly Problem[] {
  return [
    ...(answer.lastGood === undefined ? [{ field: 'lastGood', problem: 'until' } as const] : []),
    ...(answer.acceptedBy === undefined
      ? [{ field: 'acceptedBy', problem: 'acceptedBy' } as const]
      : []),
  ];
}

function check(answer: Answer): readonly Problem[] {
  switch (answer.outcome) {
    case 'succeeded':
      return [...checkPositive(answer), ...checkSucceeded(answer)];
    case 'loss':
      return [...checkPositive(answer), ...checkLoss(answer)];
    case 'failed':
      return answer.note === undefined ? [{ field: 'note', problem: 'whatIsWrong' }] : [];
    case 'cannot-judge':
      return answer.note === undefined ? [{ field: 'note', problem: 'whyNot' }] : [];
  }
}

function factsOf(
  { restorePoint, restoredTo, requestedAt }: Details,
  language: 'nl' | 'en',
  zone: string,
) {
  const words = confirmRestoreTexts[language].facts;
  const told = [
    [words.restorePoint, foreignMoment(restorePoint, language, zone)],
    [words.restoredTo, restoredTo],
    [words.requestedAt, requestedAt && foreignMoment(requestedAt, language, zone)],
  ] as const;
  return told.flatMap(([title, value]) => (value === undefined ? [] : [{ title, value }]));
}

export const confirmRestore = defineDuty({
  kind: 'confirm-restore',
  occurs: 'by-event',
  control: 'A.8.13',
  details,
  fields,
  outcomes: {
    succeeded: 'fulfilled',
    loss: 'fulfilled',
    failed: 'problem',
    'cannot-judge': 'unable',
  },
  lines: ({ samples }) => ({ samples: samples ?? [] }),
  check,
  introduction: (given, { language, zone }) => ({
    text: given.scope,
    facts: factsOf(given, language, zone),
  }),
  figures: (answer, _details, { language }) => {
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
  heard: {
    as: ['herstel', 'restore', 'backup', 'teruggezet', 'restored'],
    values: {
      opens: {
        yes: ['gaat open', 'opent', 'opens'],
        no: ['gaat niet open', 'opent niet', 'does not open'],
      },
      samples: {
        same: ['hetzelfde', 'klopt', 'goed', 'same', 'ok'],
        different: ['anders', 'fout', 'different', 'wrong'],
        missing: ['weg', 'ontbreekt', 'kwijt', 'missing', 'gone'],
      },
      outcome: {
        succeeded: ['gelukt', 'geslaagd', 'goed', 'succeeded', 'worked', 'ok'],
        loss: [
          'weg',
          'ontbreekt',
          'ontbreken',
          'kwijt',
          'verlies',
          'missing',
          'lost',
          'gone',
          'loss',
        ],
        failed: ['mislukt', 'niet gelukt', 'failed', 'did not work'],
        'cannot-judge': ['kan niet beoordelen', 'cannot judge'],
      },
    },
  },
  byHand: {
    fields: {
      scope: required(paragraph(1000)),
      restorePoint: required(moment()),
      restoredTo: line(200),
      samples: paragraph(1000),
    },
    words: {
      nl: {
        scope: { label: 'Wat is hersteld?', short: 'Omvang' },
        restorePoint: {
          label: 'Naar welk moment is gevraagd te herstellen?',
          short: 'Herstelpunt',
        },
        restoredTo: { label: 'Waar is het teruggezet?', short: 'Teruggezet in' },
        samples: {
          label: 'Welke steekproeven moeten worden bekeken? Eén per regel',
          short: 'Steekproeven',
        },
      },
      en: {
        scope: { label: 'What was restored?', short: 'Scope' },
        restorePoint: { label: 'To which moment was the restore asked?', short: 'Restore point' },
        restoredTo: { label: 'Where was it put back?', short: 'Restored to' },
        samples: { label: 'Which samples should be looked at? One a line', short: 'Samples' },
      },
    },
    details: ({ samples, ...others }) => ({ ...others, ...textLines('samples', samples) }),
  },
});

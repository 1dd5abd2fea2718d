import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Fact } from '../../../cards/card.ts';
import { foreignMoment } from '../../../cards/dates.ts';
import type { AnswerOf } from '../../../cards/fields.ts';
import { choice, colleague, day, lines, paragraph, pick } from '../../../cards/fields.ts';
import type { Today } from '../declaration.ts';
import { defineDuty } from '../define.ts';
import { distinctTexts, foreignText } from '../details.ts';
import { showDoneSentences } from './sentences.ts';
import { showDoneTexts } from './texts.ts';

/** What an answer can leave to be done, for which somebody shows afterwards that it was. */
const tasks = ['re-entry', 'arranged', 'sent-insecurely', 'copy-deleted'] as const;

const details = z.strictObject({
  about: z.enum(tasks),
  task: foreignText(4000),
  /** What it is about one by one, such as the records that a restore did not bring back. */
  items: distinctTexts(12, 80).optional(),
  /** Until when it was promised, where a day was named. */
  promised: z.iso.date().optional(),
  personalData: z.boolean().optional(),
});
type Details = z.output<typeof details>;

const fields = {
  items: lines('done', 'open'),
  doneOn: day(),
  /** Of data that was sent insecurely. */
  deletedThere: pick('yes', 'no'),
  breach: pick('no', 'yes'),
  reported: pick('yes', 'no'),
  outcome: choice('done', 'not-done', 'cannot-judge'),
  owner: colleague(),
  planned: day(),
  note: paragraph(2000),
} as const;
type Answer = AnswerOf<typeof fields>;

type Problem = {
  field: keyof typeof fields;
  problem: keyof (typeof showDoneTexts)['nl']['problems'];
};

const isIncident = ({ about }: Details): boolean => about === 'sent-insecurely';

/** What went out insecurely is dealt with once it is deleted there, judged, and reported where it had to be. */
function checkIncident({ deletedThere, breach, reported }: Answer): readonly Problem[] {
  return [
    ...(deletedThere === 'yes'
      ? []
      : [{ field: 'deletedThere', problem: 'deletedThere' } as const]),
    ...(breach === undefined ? [{ field: 'breach', problem: 'breach' } as const] : []),
    ...(breach === 'yes' && reported !== 'yes'
      ? [{ field: 'reported', problem: 'reported' } as const]
      : []),
  ];
}

/** "Done" counts with a day, with how that can be seen, and with each of what it is about. */
function checkDone(answer: Answer, given: Details, today: string): readonly Problem[] {
  const { doneOn, note, items = [] } = answer;
  const all = (given.items ?? []).every((name) =>
    items.some(({ line, value }) => line === name && value === 'done'),
  );
  return [
    ...(all ? [] : [{ field: 'items', problem: 'allItems' } as const]),
    ...(doneOn === undefined ? [{ field: 'doneOn', problem: 'doneOn' } as const] : []),
    ...(doneOn !== undefined && doneOn > today
      ? [{ field: 'doneOn', problem: 'stillToCome' } as const]
      : []),
    ...(isIncident(given) ? checkIncident(answer) : []),
    ...(note === undefined ? [{ field: 'note', problem: 'how' } as const] : []),
  ];
}

function check(answer: Answer, given: Details, { today }: Today): readonly Problem[] {
  const { outcome, note, owner, planned } = answer;
  if (outcome === 'done') return checkDone(answer, given, today);
  if (outcome === 'cannot-judge')
    return note === undefined ? [{ field: 'note', problem: 'whoCan' }] : [];
  return [
    ...(owner === undefined ? [{ field: 'owner', problem: 'owner' } as const] : []),
    ...(planned === undefined ? [{ field: 'planned', problem: 'planned' } as const] : []),
    ...(planned !== undefined && planned < today
      ? [{ field: 'planned', problem: 'past' } as const]
      : []),
    ...(note === undefined ? [{ field: 'note', problem: 'whyNot' } as const] : []),
  ];
}

/**
 * A task that an answer left: what is missing is entered again, what was promised is arranged, what went out insecurely is
 * dealt with, a copy is deleted. Only the bot opens it, and it counts among no other kind.
 */
export const showDone = defineDuty({
  kind: 'show-done',
  occurs: 'by-plan',
  solvedBy: 'customer',
  // Compliance with policies, rules and standards: that what was to be done was done is looked at too.
  control: 'A.5.36',
  details,
  fields,
  outcomes: { done: 'fulfilled', 'not-done': 'problem', 'cannot-judge': 'unable' },
  // Whether data of people is a breach is not for one person alone to say.
  alsoAsk: ({ about, personalData }) =>
    about === 'sent-insecurely' && personalData ? 'privacy' : undefined,
  lines: ({ items = [] }) => ({ items }),
  leaveOut: (given) => (isIncident(given) ? [] : ['deletedThere', 'breach', 'reported']),
  asks: ({ details: given }) => ({
    done: [
      [
        'items:done',
        'doneOn',
        ...(isIncident(given) ? (['deletedThere', 'breach', 'reported'] as const) : []),
        'note',
      ],
    ],
    'not-done': [['owner', 'planned', 'note']],
    'cannot-judge': [['note']],
  }),
  prefill: (_context, { now, zone }) => ({
    doneOn: DateTime.fromISO(now, { zone }).toFormat('yyyy-MM-dd'),
  }),
  check,
  introduction: ({ task, items = [], promised }, { language, zone }) => {
    const { facts } = showDoneTexts[language];
    const told: readonly (Fact | undefined)[] = [
      items.length === 0 ? undefined : { title: facts.items, value: items.join(' · ') },
      promised === undefined
        ? undefined
        : { title: facts.promised, value: foreignMoment(promised, language, zone) },
    ];
    return { text: task, facts: told.flatMap((fact) => fact ?? []) };
  },
  texts: showDoneTexts,
  sentences: showDoneSentences,
  byHand: { fields: {}, words: { nl: {}, en: {} }, details: () => ({}) },
});

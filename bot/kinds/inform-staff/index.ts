import type { Today } from '../declaration.ts';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { AnswerOf } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { typedText } from '../../../cards/read-fields.ts';
import { dayInWords } from '../../../cards/dates.ts';
import {
  choice,
  count,
  day,
  line,
  paragraph,
  radio,
  required,
  colleague,
} from '../../../cards/fields.ts';
import { defineDuty } from '../define.ts';
import { foreignLine, foreignText, foreignUrl, siteOf } from '../details.ts';
import { informStaffSentences } from './sentences.ts';
import { informStaffTexts } from './texts.ts';
import type { FollowUp, DutyContext, ReaderNow } from '../kind.ts';
import { tallyOf } from '../survey.ts';

const details = z.strictObject({
  topic: foreignText(500),
  url: foreignUrl.optional(),
  audience: foreignLine(200).optional(),
  /** How many people it is about, where whoever opens it knows. */
  people: z.int().min(1).max(1_000_000).optional(),
});

const fields = {
  how: radio('meeting', 'mail', 'training', 'other'),
  when: day(),
  reached: count(1_000_000),
  population: count(1_000_000),
  joiners: radio('yes', 'no', 'none'),
  joined: count(1_000_000),
  joinedUntil: day(),
  effect: radio('asked', 'quiz', 'trial', 'reports', 'not-yet'),
  outcome: choice('done', 'partly', 'not-done', 'not-mine'),
  owner: colleague(),
  planned: day(),
  note: paragraph(2000),
} as const;
type Answer = AnswerOf<typeof fields>;

type Problem = {
  field: keyof typeof fields;
  problem: keyof (typeof informStaffTexts)['nl']['problems'];
};

const unless = (
  said: unknown,
  field: Problem['field'],
  problem: Problem['problem'],
): readonly Problem[] => (said === undefined ? [{ field, problem }] : []);

/** "Done" counts with how, when, how many of how many, and whether who joined later was reached. */
function checkDone({ how, when, reached, population, joiners, note }: Answer): readonly Problem[] {
  const nobody = reached === 0;
  const missed = reached !== undefined && population !== undefined && reached < population;
  return [
    ...unless(how, 'how', 'how'),
    ...unless(when, 'when', 'when'),
    // Left empty it is everybody, once it is known how many that are.
    ...(population === undefined ? [] : unless(reached, 'reached', 'reached')),
    ...unless(population, 'population', 'population'),
    ...unless(joiners, 'joiners', 'joiners'),
    ...(nobody || joiners === 'no' ? [{ field: 'outcome', problem: 'notDone' } as const] : []),
    ...(missed && !nobody && joiners !== 'no' ? unless(note, 'note', 'whoWasMissed') : []),
  ];
}

function checkAnswer(answer: Answer, today: string): readonly Problem[] {
  switch (answer.outcome) {
    case 'done':
      return checkDone(answer);
    case 'partly':
    case 'not-done':
      return checkPlan(answer, today);
    case 'not-mine':
      return unless(answer.note, 'note', 'whose');
  }
}

/** Anything less needs a plan: what, by whom and when. */
function checkPlan({ note, owner, planned }: Answer, today: string): readonly Problem[] {
  return [
    ...unless(owner, 'owner', 'owner'),
    ...unless(planned, 'planned', 'planned'),
    ...(planned !== undefined && planned < today
      ? [{ field: 'planned', problem: 'plannedInPast' } as const]
      : []),
    ...unless(note, 'note', 'plan'),
  ];
}

/** A day that was, and not longer ago than a year: what is older says nothing of today's staff. */
function checkDay(when: string | undefined, today: string): readonly Problem[] {
  if (when === undefined) return [];
  if (when > today) return [{ field: 'when', problem: 'notYet' }];
  const yearAgo = DateTime.fromISO(today, { zone: 'utc' }).minus({ years: 1 });
  return when < yearAgo.toFormat('yyyy-MM-dd') ? [{ field: 'when', problem: 'tooLongAgo' }] : [];
}

function check(answer: Answer, _details: unknown, { today }: Today): readonly Problem[] {
  const { when, reached, population, joinedUntil } = answer;
  const tooMany = reached !== undefined && population !== undefined && reached > population;
  return [
    ...checkDay(when, today),
    ...(tooMany ? [{ field: 'reached', problem: 'tooMany' } as const] : []),
    ...(joinedUntil !== undefined && joinedUntil > today
      ? [{ field: 'joinedUntil', problem: 'joinsLater' } as const]
      : []),
    ...checkAnswer(answer, today),
  ];
}

/** What the bot collected itself stands in the form: how, when, and how many of how many; else what was said last time. */
function known(context: DutyContext, reader: ReaderNow): Submitted {
  const { survey } = context;
  const { zone } = reader;
  if (survey?.type !== 'message') return lastTime(context, reader);
  const { answered, people } = tallyOf(survey);
  const when = DateTime.fromISO(survey.startedAt, { zone }).toFormat('yyyy-MM-dd');
  return { how: 'mail', when, reached: String(answered), population: String(people) };
}

/**
 * Last time's way and numbers, and today. Where not everybody was reached then, how many were is counted anew; so is
 * whether those who are new were reached.
 */
function lastTime({ earlier = [], details: given }: DutyContext, reader: ReaderNow): Submitted {
  const { people } = details.parse(given);
  const last = earlier.findLast(({ values }) => values['outcome'] === 'done')?.values ?? {};
  const when = DateTime.fromISO(reader.now, { zone: reader.zone }).toFormat('yyyy-MM-dd');
  const { how, reached, population: before } = last;
  const population = people ?? before;
  return {
    when,
    ...(how === undefined ? {} : { how: String(how) }),
    ...(population === undefined ? {} : { population: String(population) }),
    ...(reached !== undefined && reached === population ? { reached: String(reached) } : {}),
  };
}

/** Whoever says that it is done and leaves open how many were reached, reached everybody: so it stands at that input. */
function everybody(submitted: Submitted): Submitted {
  const { outcome, reached, population } = submitted;
  const open = outcome === 'done' && typedText(reached) === undefined;
  return open && population !== undefined ? { ...submitted, reached: population } : submitted;
}

const wasDone = ({ earlier = [] }: DutyContext): boolean =>
  earlier.some(({ values }) => values['outcome'] === 'done');

/** Whoever is new and knows nothing yet is told to the IT team: nobody else meets them all. */
function joinersMissed({ joiners, owner = '', planned = '' }: Answer): readonly FollowUp[] {
  if (joiners !== 'no') return [];
  const said = (language: Language): string =>
    informStaffTexts[language].joinersMissed(owner, dayInWords(planned, language));
  return [{ type: 'alert', text: { nl: said('nl'), en: said('en') } }];
}

export const informStaff = defineDuty({
  kind: 'inform-staff',
  drawnAs: /^(?:voorlichting(?:en)?|bewustwording|awareness)$/,
  occurs: 'by-plan',
  solvedBy: 'customer',
  survey: 'message',
  control: 'A.6.3',
  details,
  fields,
  outcomes: { done: 'fulfilled', partly: 'problem', 'not-done': 'problem', 'not-mine': 'unable' },
  asks: ({ context }) => ({
    done: [
      ['how', 'when', 'population', 'reached', 'joiners', 'note'],
      // Who joined since the last time, and whether that worked, is known at the second time only.
      ...(wasDone(context) ? [['joined', 'joinedUntil', 'effect'] as const] : []),
    ],
    partly: [['reached', 'population', 'joiners', 'owner', 'planned', 'note']],
    'not-done': [['owner', 'planned', 'note']],
    'not-mine': [['note']],
  }),
  check,
  prefill: known,
  says: { done: { joiners: 'yes' } },
  meant: everybody,
  looksBack: 1,
  followUps: (answer) => (answer.outcome === 'not-mine' ? [] : joinersMissed(answer)),
  introduction: ({ topic, url, audience }, { language }) => {
    const words = informStaffTexts[language].facts;
    return {
      text: topic,
      facts: [
        ...(audience === undefined ? [] : [{ title: words.audience, value: audience }]),
        ...(url === undefined ? [] : [{ title: words.site, value: siteOf(url) }]),
      ],
      ...(url === undefined ? {} : { link: { title: words.open, url } }),
    };
  },
  figures: ({ reached, population }, _given, { language }) => {
    if (reached === undefined || population === undefined || population === 0) return [];
    const words = informStaffTexts[language];
    const written = (value: number) => value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');
    return [
      { label: words.fields.reached.short, value: written(reached), bad: false },
      { label: words.fields.population.short, value: written(population), bad: false },
      {
        label: words.figures.share,
        // Rounded down: 100% is everybody.
        value: `${String(Math.floor((reached * 100) / population))}%`,
        bad: reached < population,
      },
    ];
  },
  texts: informStaffTexts,
  sentences: informStaffSentences,
  byHand: {
    fields: {
      topic: required(paragraph(500)),
      url: line(1000),
      audience: line(200),
      people: count(1_000_000),
    },
    words: informStaffTexts.byHand,
    details: (values) => values,
  },
});

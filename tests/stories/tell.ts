import type { Instant } from '../../bot/duty/ids.ts';
import { allKinds, kindOf } from '../../bot/kinds/index.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import type { Decision, DutyEvent } from '../../bot/duty/decide.ts';
import { decide } from '../../bot/duty/decide.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import type { Effect } from '../../bot/duty/effects.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';
import type { RecordDraft } from '../../bot/duty/record/record.ts';
import { seal } from '../../bot/duty/record/record.ts';
import { channelCard } from '../../bot/views/channel-card.ts';
import { dutyCard } from '../../bot/views/duty/duty-card.ts';
import { DateTime } from 'luxon';
import { actions, texts } from '../support/cards/card-reader.ts';
import { answerOf, goodAnswers, naming, withdrawal } from '../support/duties/answers.ts';
import { asPlain } from '../support/cards/duty-cards.ts';
import {
  aDuty,
  anna,
  bram,
  carla,
  defined,
  dutch,
  english,
  fixedNow,
} from '../support/duties/duties.ts';
import { noneInTwo, ofThreeSystems, restAsked } from '../support/duties/several-systems.ts';
import { everyObligation } from '../support/duties/more-answers.ts';

export interface Chapter {
  readonly title: string;
  readonly events: readonly ((duty: Duty) => DutyEvent)[];
}

export const storyKinds: readonly KindName[] = allKinds.map(({ kind }) => kind);

/** The stories of a kind: every answer that it offers, and a "no" to its end. */
export function storiesOf(kind: KindName): string {
  const opened = aDuty(kind);
  return [
    `# ${kind}`,
    'Written by the tests from the program as it is: input, effects, evidence and cards of each story.',
    '## It is asked',
    cardsOf(opened),
    ...chaptersOf(kind).map((chapter) => tell(chapter, opened)),
    ...(kind === 'nil-return' ? ofSystems() : []),
    '',
  ].join('\n\n');
}

/** A quarter that is asked about system by system. */
const ofSystems = (): readonly string[] => [
  '## It is asked about three systems',
  cardsOf(ofThreeSystems),
  tell({ title: 'Answered for two of the three', events: [noneInTwo] }, ofThreeSystems),
  tell({ title: 'What was left is asked', events: [noneInTwo, () => restAsked] }, ofThreeSystems),
];

/** What can become of a duty of a kind. */
export const chaptersOf = (kind: KindName): readonly Chapter[] => [
  ...answersOf(kind),
  ...wayOfNo(kind),
];

function answersOf(kind: KindName): readonly Chapter[] {
  return Object.entries(goodAnswers[kind]).map(([chosen, { inputs }]) => ({
    title: `Answered: ${chosen}`,
    events: [(duty) => submitted(duty, { ...everyObligation, ...inputs, outcome: chosen })],
  }));
}

function submitted(duty: Duty, inputs: Readonly<Record<string, unknown>>): DutyEvent {
  const settled = kindOf(duty.kind).settle(duty, inputs, dutch);
  if (!settled.ok) throw new Error(`The sample is refused: ${JSON.stringify(settled.messages)}`);
  return naming(duty, { ...answerOf(duty, settled.outcome), values: settled.values });
}

const no = (duty: Duty): DutyEvent => naming(duty, answerOf(duty, 'problem'));
const yes = (duty: Duty): DutyEvent => answerOf(duty, 'fulfilled');
const reacted = (solved: boolean): DutyEvent => ({
  type: 'vendor-reacted',
  by: bram,
  text: solved ? 'Opgelost in 2026.4.1.' : 'Wij zoeken het uit.',
  solved,
});
const reported = (): DutyEvent => ({
  type: 'solution-reported',
  by: carla,
  text: 'Maandag is het rechtgezet.',
});
const planned: Chapter = {
  title: 'A "no" gets an owner and a date',
  events: [no, () => ({ type: 'finding-planned', by: bram, owner: carla, dueOn: '2026-12-04' })],
};
const wayOfVendor: readonly Chapter[] = [
  planned,
  {
    title: 'The reply to the vendor was sent',
    events: [no, () => ({ type: 'reply-sent', by: bram, text: 'Het werkt niet.' })],
  },
  { title: 'The vendor says that it is not solved yet', events: [no, () => reacted(false)] },
  { title: 'The vendor says that it is solved', events: [no, () => reacted(true)] },
  { title: 'The same person finds it solved', events: [no, () => reacted(true), yes] },
  {
    title: 'It fails a second time',
    events: [no, () => reacted(true), no, () => reacted(true), no],
  },
];
const wayOfCustomer: readonly Chapter[] = [
  planned,
  {
    title: 'The owner reports that it is solved',
    events: [no, ...planned.events.slice(1), reported],
  },
  { title: 'The same person finds it solved', events: [no, reported, yes] },
  {
    title: 'It fails a second time',
    events: [no, ...planned.events.slice(1), reported, no, reported, no],
  },
];
const everyWay: readonly Chapter[] = [
  {
    title: 'Somebody bears the risk',
    events: [
      no,
      () => ({
        type: 'risk-accepted',
        by: bram,
        acceptedBy: 'Carla Smit',
        reason: 'Er is een andere weg',
        until: '2027-01-15',
      }),
    ],
  },
  {
    title: 'Whoever bears the risk bears it longer, and then no longer',
    events: [
      no,
      () => ({
        ...{ type: 'risk-accepted', by: carla, acceptedBy: carla.name },
        ...{ reason: 'Er is een andere weg', until: '2027-01-15' },
      }),
      () => ({
        ...{ type: 'risk-prolonged', by: carla },
        ...{ reason: 'De oplossing komt in maart', until: '2027-03-15' },
      }),
      () => ({ type: 'risk-dropped', by: carla, reason: 'De andere weg is dicht' }),
    ],
  },
  {
    title: 'It is handed over',
    events: [
      () => ({
        type: 'handed-over',
        by: anna,
        from: anna.aadObjectId,
        to: bram,
        reason: 'Ik werk hier niet mee',
        because: 'cannot-judge',
      }),
    ],
  },
  { title: 'It is withdrawn', events: [() => withdrawal] },
];

/** A "no" goes to the vendor, or is for the customer to solve. */
const wayOfNo = (kind: KindName): readonly Chapter[] => [
  ...(kindOf(kind).solvedBy === 'customer' ? wayOfCustomer : wayOfVendor),
  ...everyWay,
];

/** A step of a chapter: what came in, and what the duty decided. */
export interface Step {
  readonly event: DutyEvent;
  readonly decision: Decision;
  readonly duty: Duty;
}

/** Lives a chapter, an hour for each event. */
export function live({ events }: Chapter, opened: Duty): readonly Step[] {
  let duty = opened;
  return events.map((eventOf, hours) => {
    const at: Instant = toInstant(DateTime.fromISO(fixedNow).plus({ hours: hours + 1 }));
    const event = eventOf(duty);
    const decision = decide(duty, event, at);
    duty = seal(decision.duty, decision.evidence, { at, newKey: () => 'the same every time' }).duty;
    return { event, decision, duty };
  });
}

/** Tells the last step of a chapter. */
function tell(chapter: Chapter, opened: Duty): string {
  const { event, decision, duty } = defined(live(chapter, opened).at(-1));
  return [
    `## ${chapter.title}`,
    `Input: ${inputOf(event)}`,
    `Verdict: ${decision.verdict}; the duty is ${duty.status}.`,
    listed('Evidence', decision.evidence.map(recordLine)),
    listed('Effects', decision.effects.map(effectLine)),
    cardsOf(duty),
  ].join('\n\n');
}

const listed = (title: string, lines: readonly string[]): string =>
  [`${title}:`, '', ...(lines.length === 0 ? ['- none'] : lines.map((line) => `- ${line}`))].join(
    '\n',
  );

function inputOf(event: DutyEvent): string {
  const { by, ...rest } = { by: undefined, ...event };
  return `\`${JSON.stringify(rest)}\`${by ? ` by ${by.name}` : ''}`;
}

const recordLine = ({ type, by, outcome, data }: RecordDraft): string =>
  `${type}${outcome === undefined ? '' : ` (${outcome})`}${by ? ` by ${by.name}` : ''}: \`${JSON.stringify(data)}\``;

function effectLine(effect: Effect): string {
  const person = [anna, bram, carla].find(
    ({ aadObjectId }) => 'person' in effect && effect.person === aadObjectId,
  );
  const news = effect.do === 'tell' ? `: ${effect.news}` : '';
  const opens =
    effect.do === 'open-duty'
      ? ` ${effect.opening.kind}, of ${effect.opening.to}: ${effect.opening.title.nl}`
      : '';
  return `${effect.do}${opens}${person ? ` to ${person.name}` : ''}${news}`;
}

function cardsOf(duty: Duty): string {
  const cards = [
    ['Card of Anna de Vries (nl)', dutyCard(duty, { viewer: anna.aadObjectId }, dutch)],
    ['Card of Anna de Vries (en)', dutyCard(duty, { viewer: anna.aadObjectId }, english)],
    ['Card in the channel (nl)', channelCard(duty, dutch)],
  ] as const;
  return cards
    .map(([title, card]) => {
      const plain = asPlain(card);
      const titles = actions(plain).map((action) => action.title);
      const read = texts(plain).filter((text) => !titles.includes(text));
      const buttons = titles.map((text) => `[${text}]`);
      return [`${title}:`, '', '```text', ...read, buttons.join(' '), '```'].join('\n');
    })
    .join('\n\n');
}

import { deadLetterCard, retriedCard } from '../../../bot/features/dead-letters/card.ts';
import { overviewRestCard } from '../../../bot/features/overview/card.ts';
import { coverageMap } from '../../../bot/features/overview/coverage/map.ts';
import { risksCard } from '../../../bot/features/overview/risks/card.ts';
import { leaversCard } from '../../../bot/features/people/leavers-card.ts';
import { planWordCard } from '../../../bot/features/plans/card.ts';
import { drawnCard, notDrawnCard } from '../../../bot/features/samples/card.ts';
import { quarterOf, quartersUpTo } from '../../../bot/duty/time/quarter.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { rowOf } from '../../../bot/duty/view.ts';
import { introductionCard } from '../../../bot/views/contact/first-contact.ts';
import { answered } from '../../support/duties/answers.ts';
import { aDuty, anna, bram, carla, dutch, fixedNow } from '../../support/duties/duties.ts';
import type { Shot } from '../shots.ts';
import { shot } from '../shots.ts';

const channel = 'the IT channel';
const plan = {
  ...{ id: 'plan-1', system: 'Unit4 HRM', title: 'Toegang beoordelen, {kwartaal}', details: {} },
  ...{ startsOn: '2026-12-01', lead: 3, owner: bram, assignees: [], paused: false },
  ...{ kind: 'inform-staff' as const, recurrence: 'FREQ=MONTHLY;INTERVAL=3' },
};
const change = aDuty('verify-change');
const failed = {
  what: 'post-card',
  title: change.title,
  errorClass: 'RestError 403',
  at: fixedNow,
} as const;
const question = { askedAt: fixedNow, until: secondsAfter(fixedNow, 24 * 3600) };
const gone = { names: [anna.name, bram.name, carla.name], count: 8 };
const risk = {
  ...{ duty: rowOf(answered(change, 'problem')), by: carla.name },
  ...{ reason: 'Er is een andere weg', until: '2027-01-15', ended: false },
};
const late = aDuty('confirm-restore', { reference: 'RST-0912' });
const over = { ...risk, duty: rowOf(answered(late, 'problem')), ended: true };
const drawn = { seed: '20261123', kind: 'verify-change', of: 12 } as const;
const quarter = { from: '2026-10-01', to: '2026-12-31' };
const quarters = quartersUpTo(quarterOf(dutch.now, dutch.zone), 4);
const map = coverageMap(
  quarters.map((one) => ({ quarter: one, tallies: {}, nils: [] })),
  { first: quarters[0], late: [], moreLate: false, zone: dutch.zone },
);
const many = Array.from({ length: 9 }, (_, at) =>
  rowOf(aDuty('verify-change', { reference: `CHG-${String(4711 + at)}` })),
);
const overview = {
  ...{ open: many, problems: [], moreOpen: true, moreProblems: false },
  ...{ map, opens: 'show' as const },
};

/** What the IT channel sees in a while only: at first, when people leave, and when something failed. */
export const saidSeldom = (): readonly Shot[] => [
  ...shot('The bot is added to a team', channel, ({ language }) =>
    introductionCard(language, bram.name),
  ),
  ...shot('The bot is added by nobody who is known', channel, ({ language }) =>
    introductionCard(language, undefined),
  ),
  ...shot('What did not fit on the overview', channel, (reader) =>
    overviewRestCard(overview, 4, reader),
  ),
  ...shot('Risks that somebody bears', channel, (reader) =>
    risksCard({ risks: [over, risk], from: 0, more: false, opens: 'show' }, reader),
  ),
  ...(['nobody', 'list', 'wrong'] as const).flatMap((why) =>
    shot(`A plan came round: ${why}`, channel, (reader) =>
      planWordCard(plan, { why, dueOn: '2026-12-31' }, reader),
    ),
  ),
  ...shot('Many people lost the bot', channel, (reader) => leaversCard(question, gone, reader)),
  ...(['hand-on', 'leave'] as const).flatMap((what) =>
    shot(`Many people lost the bot: ${what}`, channel, (reader) =>
      leaversCard({ ...question, answer: { what, at: fixedNow, by: bram } }, gone, reader),
    ),
  ),
  ...shot('Many people lost the bot, and nobody answered', channel, (reader) =>
    leaversCard({ ...question, until: fixedNow }, gone, reader),
  ),
  ...shot('Another question took the place of this one', channel, (reader) =>
    leaversCard(undefined, gone, reader),
  ),
  ...shot('Something could not be done', channel, (reader) =>
    deadLetterCard([failed, { ...failed, what: 'list', title: undefined }], 2, reader),
  ),
  ...shot('It is tried again', channel, (reader) => retriedCard(3, reader)),
  ...shot('Nothing is left to try again', channel, (reader) => deadLetterCard([], 0, reader)),
  ...shot('A sample is drawn', 'an auditor', (reader) =>
    drawnCard(
      [
        { number: 3, duty: change },
        { number: 7, duty: answered(change, 'fulfilled') },
      ],
      { ...drawn, period: quarter },
      reader,
    ),
  ),
  ...(['incomplete', 'nothing', 'too-many'] as const).flatMap((why) =>
    shot(`No sample is drawn: ${why}`, 'an auditor', ({ language }) => notDrawnCard(why, language)),
  ),
];

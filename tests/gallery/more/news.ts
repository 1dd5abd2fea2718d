import { newsCard } from '../../../bot/features/news/card.ts';
import { channelWordCard, reminderCard } from '../../../bot/features/reminders/card.ts';
import { vendorReplyCard } from '../../../bot/features/vendor/card.ts';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import type { News } from '../../../bot/duty/news.ts';
import { toConfirmBy } from '../../../bot/duty/findings/to-confirm.ts';
import { rowOf } from '../../../bot/duty/view.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { findingCard } from '../../../bot/views/findings/finding-card.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import { chaptersOf, live } from '../../stories/tell.ts';
import { after, answered, withdrawal } from '../../support/duties/answers.ts';
import { aDuty, anna, bram, carla, defined, fixedNow, mia } from '../../support/duties/duties.ts';
import type { Page, Shot } from '../shots.ts';
import { shot } from '../shots.ts';

const change = aDuty('verify-change');
const staff = aDuty('inform-staff', { reference: 'BEWUST-2026', title: 'De zeven vuistregels' });
const restore = aDuty('confirm-restore', {
  reference: 'RST-0912',
  title: 'Herstel van de projectadministratie',
});
const accepted: DutyEvent = {
  ...{ type: 'risk-accepted', by: bram, acceptedBy: carla.name },
  ...{ reason: 'Er is een andere weg', until: '2027-01-15' },
};
const found = answered(change, 'problem');
const owned = after(answered(staff, 'problem'), {
  ...{ type: 'finding-planned', by: bram, owner: carla, dueOn: '2026-12-04' },
});
const borne = after(found, { ...accepted, by: carla });
const asksBearer = after(found, {
  ...{ type: 'risk-asked', by: bram, of: carla },
  ...{ reason: 'Er is een andere weg', until: '2027-01-15' },
});
const lost = ended(restore, 'Answered: loss');
const solved = ended(staff, 'The same person finds it solved');

/** What is asked first of somebody who was picked gets this answer. */
function confirmed(duty: Duty, by: typeof anna, yes: boolean): Duty {
  const { what, finding } = defined(toConfirmBy(duty, by.aadObjectId));
  return after(duty, { type: 'confirmed', by, what, finding, yes, today: fixedNow.slice(0, 10) });
}

/** The duty as a story of its kind leaves it. */
function ended(duty: Duty, title: string): Duty {
  const chapter = chaptersOf(duty.kind).find((one) => one.title === title);
  return defined(live(defined(chapter), duty).at(-1)).duty;
}

/** What each is told about, and to whom: one that is forgotten does not compile. */
const news: Readonly<Record<News, readonly [duty: Duty, to: typeof anna]>> = {
  'reply-sent': [ended(change, 'The reply to the vendor was sent'), anna],
  unsolved: [ended(change, 'The vendor says that it is not solved yet'), anna],
  accepted: [borne, anna],
  withdrawn: [after(change, withdrawal), anna],
  proven: [answered(change, 'fulfilled'), anna],
  'still-there': [found, anna],
  'reply-refused': [found, anna],
  owner: [owned, carla],
  'owner-again': [confirmed(owned, carla, true), carla],
  'owner-solved': [solved, carla],
  'owner-refused': [confirmed(owned, carla, false), bram],
  'risk-asked': [asksBearer, carla],
  'risk-refused': [confirmed(asksBearer, carla, false), bram],
  'risk-ends': [borne, carla],
  'risk-ended': [found, carla],
  'loss-asked': [lost, mia],
  'loss-accepted': [confirmed(lost, mia, true), anna],
  'loss-refused': [confirmed(lost, mia, false), anna],
};

/** What people and the channel are told about a duty beside its card. */
export const newsPage = (): Page => ({
  name: 'news',
  shots: [...newsShots(), ...alertShots(), ...wordShots(), ...reminderShots(), ...replyShots()],
});

const newsShots = (): readonly Shot[] =>
  Object.entries(news).flatMap(([name, [duty, to]]) =>
    shot(`News: ${name}`, to.name, (reader) =>
      newsCard(
        duty,
        {
          ...{ about: { type: 'news', news: name as News } },
          where: 'personal',
          to: to.aadObjectId,
        },
        reader,
      ),
    ),
  );

/** What cannot wait, of each kind that has it. */
function alertShots(): readonly Shot[] {
  const kinds = [
    'verify-incident',
    'transfer-securely',
    'read-agreement',
    'confirm-restore',
  ] as const;
  return kinds.flatMap((kind) => {
    const wrong = answered(aDuty(kind), 'problem');
    const values = defined(wrong.answers.at(-1)).values;
    return kindOf(kind)
      .followUps(wrong, values)
      .flatMap((one) =>
        one.type === 'alert'
          ? shot(`An alert of ${kind}`, one.role ?? 'the IT channel', (reader) =>
              newsCard(wrong, { about: one, where: one.role ? 'personal' : 'channel' }, reader),
            )
          : [],
      );
  });
}

const later = secondsAfter(fixedNow, 30 * 24 * 3600);

function wordShots(): readonly Shot[] {
  const words = [
    ['A duty of somebody who left', change, { type: 'left', from: anna.name, to: bram.name }],
    ['A risk has ended', found, { type: 'risk-ended' }],
    ['An owner said nothing', found, { type: 'passed-on', from: carla.name, what: 'owner' }],
    ['A bearer said nothing', found, { type: 'passed-on', from: carla.name, what: 'risk' }],
    ['A problem that nobody takes up is late', found, { type: 'late' }],
    ['An owner is late', owned, { type: 'late' }],
    ['A risk ends soon', borne, { type: 'late' }],
    [
      'A verification is late',
      ended(change, 'The vendor says that it is solved'),
      { type: 'late' },
    ],
    ['A vendor is late', ended(change, 'The reply to the vendor was sent'), { type: 'late' }],
  ] as const;
  return [
    ...words.flatMap(([event, duty, said]) =>
      shot(event, 'the IT channel', (reader) =>
        channelWordCard(duty, { said, called: [bram] }, { ...reader, now: later }),
      ),
    ),
    ...[found, owned, borne, solved].flatMap((duty) =>
      shot(`A finding of ${duty.reference}, ${duty.status}`, 'the IT channel', (reader) =>
        findingCard(duty, { finding: defined(duty.findings.at(-1)), mentioned: [bram] }, reader),
      ),
    ),
  ];
}

function reminderShots(): readonly Shot[] {
  const reminded = [
    ['One duty waits', anna, [change]],
    [
      'Duties and findings wait',
      anna,
      [restore, ended(change, 'The vendor says that it is solved')],
    ],
    ['A finding waits', carla, [owned]],
  ] as const;
  return reminded.flatMap(([event, { name, aadObjectId }, duties]) =>
    shot(event, name, (reader) =>
      reminderCard({ items: duties.map(rowOf), more: false }, aadObjectId, reader),
    ),
  );
}

/** The reply in each state in which it can be looked at. */
function replyShots(): readonly Shot[] {
  const states = [
    ['A reply that the vendor is told', found, true],
    ['A reply that was sent', ended(change, 'The reply to the vendor was sent'), false],
    ['Feedback after a good restore', ended(restore, 'Answered: succeeded'), false],
    ['Feedback that the vendor is told', ended(restore, 'Answered: succeeded'), true],
  ] as const;
  return states.flatMap(([event, duty, sends]) =>
    shot(event, bram.name, (reader) => vendorReplyCard(duty, reader, { sends, leadsBack: true })),
  );
}

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide } from '../../bot/duty/decide.ts';
import type { DutyEvent } from '../../bot/duty/decide.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { rowOf } from '../../bot/duty/view.ts';
import { channelCard } from '../../bot/views/channel-card.ts';
import { listRow } from '../../bot/views/chat-cards.ts';
import { dutyCard } from '../../bot/views/duty/duty-card.ts';
import { findingCard } from '../../bot/views/findings/finding-card.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import { answerOf, goodAnswers, naming } from '../support/duties/answers.ts';
import { kindOf } from '../../bot/kinds/index.ts';
import {
  aDuty,
  anna,
  asked,
  bram,
  carla,
  defined,
  dutch,
  english,
  fixedNow,
} from '../support/duties/duties.ts';
import { everyObligation } from '../support/duties/more-answers.ts';

const lived = (duty: Duty, events: readonly ((duty: Duty) => DutyEvent)[]): Duty =>
  events.reduce((now, eventOf) => decide(now, eventOf(now), fixedNow).duty, duty);
const no = (duty: Duty): DutyEvent => answerOf(duty, 'problem');
const sent = (): DutyEvent => ({ type: 'reply-sent', by: bram, text: 'Het werkt niet.' });
const unable = (duty: Duty): DutyEvent => answerOf(duty, 'unable');

function chosen(kind: KindName, outcome: string): Duty {
  const duty = aDuty(kind);
  const inputs = { ...everyObligation, ...defined(goodAnswers[kind][outcome]).inputs, outcome };
  const settled = kindOf(kind).settle(duty, inputs, dutch);
  assert.ok(settled.ok);
  const { values, outcome: said } = settled;
  return lived(duty, [(now) => naming(now, { ...answerOf(now, said), values })]);
}

/** Colour, kicker and first line of the card of whoever answered, and of the one in the channel. */
function seen(duty: Duty, reader = dutch) {
  return [dutyCard(duty, { viewer: anna.aadObjectId }, reader), channelCard(duty, reader)].map(
    ({ body: [band, line] }) => {
      assert.ok(band?.type === 'Container' && line?.type === 'TextBlock');
      const [kicker] = band.items;
      assert.ok(kicker?.type === 'TextBlock');
      return [band.style, kicker.text.split(' · ')[0], line.text.replaceAll('**', '')];
    },
  );
}

describe('whose turn it is, first on every card after an answer', () => {
  it('is nobody’s when all is well, and the card says who sees the answer', () => {
    const [own, channel] = seen(chosen('verify-change', 'works'));

    assert.deepEqual(own, [
      'good',
      '✔ Gecontroleerd',
      'Klaar. Je hoeft niets meer te doen. Unit4 Bedrijfssoftware en het IT-team zien je antwoord.',
    ]);
    assert.deepEqual(channel?.[2], 'Klaar. Er hoeft niets meer te gebeuren.');
  });

  it('is red only while nobody has taken it up, and amber once the vendor has it', () => {
    const found = lived(aDuty('verify-change'), [no]);
    const [own] = seen(found, english);
    const [told] = seen(lived(found, [sent]), english);

    assert.deepEqual(own?.slice(0, 2), ['attention', '✖ Does not work']);
    assert.match(own?.[2] ?? '', /^Now with you or the IT team, due Wednesday 25 November: send/);
    assert.deepEqual(told, [
      'warning',
      '◔ In progress',
      'Now with Unit4 Bedrijfssoftware, due Monday 30 November. Then you verify it again.',
    ]);
  });

  it('is the IT team’s where nobody can judge it, and that is what the card says', () => {
    const [own, channel] = seen(lived(aDuty('verify-change'), [unable]));

    assert.deepEqual(own?.slice(0, 2), ['warning', '◔ Niet getest']);
    assert.deepEqual(channel?.slice(0, 2), ['warning', '◔ Niet getest']);
    assert.match(channel?.[2] ?? '', /^Nu aan zet: het IT-team/);
  });

  it('waits for a second person where one of two has answered: that is not “could not be judged”', () => {
    const incident: Duty = { ...aDuty('verify-incident'), rule: 'four-eyes', secondPerson: true };
    const once = lived(incident, [(duty) => answerOf(duty, 'fulfilled')]);

    const [own, channel] = seen(once);

    assert.deepEqual(own?.slice(0, 2), ['warning', '◔ Wacht op nog 1 antwoord']);
    assert.deepEqual(channel?.slice(0, 2), ['warning', '◔ Wacht op nog 1 antwoord']);
    assert.match(channel?.[2] ?? '', /^Nu aan zet: het IT-team, .*: vraag wie er ook antwoordt/);
    assert.match(seen(once, english)[1]?.[2] ?? '', /: ask somebody to answer as well/);
  });

  it('is the same on the word about a finding as on the card of its duty', () => {
    const wordAbout = (duty: Duty): string => {
      const finding = defined(duty.findings[0]);
      return JSON.stringify(findingCard(duty, { finding, mentioned: [] }, dutch));
    };
    const review = lived(aDuty('review-access'), [no]);
    const change = lived(aDuty('verify-change'), [no]);

    assert.match(seen(review)[1]?.[2] ?? '', /Anna de Vries of het IT-team, .*: geef door wat/);
    assert.match(wordAbout(review), /Anna de Vries of het IT-team: doorgeven wat/);
    assert.match(
      seen(change)[1]?.[2] ?? '',
      /Anna de Vries of het IT-team, .*: stuur het antwoord/,
    );
    assert.match(wordAbout(change), /Anna de Vries of het IT-team: de leverancier inlichten/);
  });

  it('is amber for a review with something to remove, and a loss is never green', () => {
    const review = seen(lived(aDuty('review-access'), [no]));
    const loss = seen(chosen('confirm-restore', 'loss'));

    assert.deepEqual(
      review.map((one) => one.slice(0, 2)),
      [
        ['warning', '◔ Intrekken loopt'],
        ['warning', '◔ Intrekken loopt'],
      ],
    );
    assert.deepEqual(loss[0]?.slice(0, 2), ['warning', '◑ Gelukt, met verlies']);
  });

  it('says that the day has passed', () => {
    const found = lived(aDuty('verify-change'), [no, sent]);

    const [own] = seen(found, { ...dutch, now: '2026-12-05T09:00:00Z' });

    assert.match(own?.[2] ?? '', /dat kon tot maandag 30 november/);
  });

  it('stands on the rows of lists, and a row of an earlier version still says how it is', () => {
    const row = rowOf(lived(aDuty('verify-change'), [no, sent]));
    const { turn: _, ...older } = row;
    const told = (one: typeof older) =>
      JSON.stringify(listRow(one, { viewer: anna.aadObjectId }, dutch));

    assert.match(told(row), /◔ Nu aan zet: Unit4 Bedrijfssoftware, uiterlijk maandag 30 november/);
    assert.match(told(older), /✖ probleem/);
  });

  it('calls a finding by the reference of its duty', () => {
    const card = JSON.stringify(channelCard(lived(aDuty('verify-change'), [no]), dutch));

    assert.ok(card.includes('CHG-4711-1'));
    assert.ok(!card.includes('F-1'));
  });
});

describe('why somebody, of all people, gets a duty', () => {
  const handed =
    (because: 'hand-over' | 'cannot-judge', by = anna) =>
    (): DutyEvent => ({
      type: 'handed-over',
      by,
      from: anna.aadObjectId,
      to: bram,
      reason: 'Ik werk hier niet mee.',
      because,
    });
  const cardOf = (duty: Duty, viewer = bram) =>
    JSON.stringify(dutyCard(duty, { viewer: viewer.aadObjectId }, dutch));

  it('is that the vendor or the roster named this person', () => {
    const duty = aDuty('verify-change');
    const byRoster = {
      ...duty,
      assignees: duty.assignees.map((one) => ({ ...one, byRoster: true as const })),
    };

    assert.ok(cardOf(duty, anna).includes('Unit4 Bedrijfssoftware noemde jou'));
    assert.ok(cardOf(byRoster, anna).includes('Het rooster van het IT-team noemt jou voor Unit4'));
  });

  it('names a vendor with a capital, though the name of its key has none', () => {
    const duty = {
      ...aDuty('verify-change'),
      openedBy: { type: 'vendor', name: 'unit4' },
    } as const;

    assert.ok(cardOf(duty, anna).includes('Unit4 noemde jou'));
    assert.ok(JSON.stringify(channelCard(duty, dutch)).includes('"Unit4"'));
  });

  it('is who handed it over and why, on the new card and in the channel', () => {
    const duty = lived(aDuty('verify-change'), [handed('hand-over')]);

    assert.ok(
      cardOf(duty).includes('Anna de Vries droeg dit aan je over: ‘Ik werk hier niet mee’.'),
    );
    assert.ok(JSON.stringify(channelCard(duty, dutch)).includes('van Anna de Vries aan Bram'));
  });

  it('says that a colleague could not judge it, and so does the card of that colleague', () => {
    const duty = lived(aDuty('verify-change'), [handed('cannot-judge')]);

    assert.ok(cardOf(duty).includes('Anna de Vries kan dit niet beoordelen'));
    assert.ok(cardOf(duty, anna).includes('Je kon dit niet beoordelen.'));
  });

  it('promises whoever gave it on no end after the next answer where more than one is needed', () => {
    const alone = lived(aDuty('verify-incident'), [handed('hand-over')]);
    const two: Duty = { ...aDuty('verify-incident'), rule: 'four-eyes', secondPerson: true };
    const all: Duty = { ...aDuty('verify-change', asked(anna, carla)), rule: 'all' };

    assert.ok(cardOf(alone, anna).includes('Is alles in orde, dan is dit klaar.'));
    for (const duty of [two, all]) {
      const told = cardOf(lived(duty, [handed('hand-over')]), anna);
      assert.ok(told.includes('Zijn alle antwoorden er en is alles in orde, dan is dit klaar.'));
    }
  });

  it('names whoever of the IT team gave it on', () => {
    const duty = lived(aDuty('verify-change'), [handed('hand-over', carla)]);

    assert.ok(cardOf(duty).includes('Carla Smit gaf dit aan jou, in plaats van Anna de Vries'));
  });

  it('a correction shows what it was before, on the own card and in the channel', () => {
    const duty = lived(aDuty('verify-change'), [no, (now) => answerOf(now, 'fulfilled')]);

    for (const card of [cardOf(duty, anna), JSON.stringify(channelCard(duty, dutch))])
      assert.match(card, /"Eerder","value":"Werkt niet/);
  });

  it('putting it off says until when, and how often that can be done still', () => {
    const later = (to: string) => (): DutyEvent => ({
      type: 'postponed',
      by: anna,
      to,
      reason: 'De run is later',
    });
    const once = lived(aDuty('verify-change'), [later('2026-12-07')]);
    const twice = lived(once, [later('2026-12-08')]);

    assert.ok(
      cardOf(once, anna).includes('Uitgesteld tot maandag 7 december. Uitstellen kan nog 1 keer.'),
    );
    assert.ok(cardOf(twice, anna).includes('Nog eens uitstellen kan niet'));
    assert.ok(JSON.stringify(channelCard(once, dutch)).includes('door Anna de Vries tot maandag'));
  });
});

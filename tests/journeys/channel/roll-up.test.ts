import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { DutyView } from '../../../bot/duty/view.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardFaults, cardOf } from '../../support/cards/card-reader.ts';
import { annaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, bram, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const broken = { outcome: 'broken', 'checks-0': 'wrong', note: 'Foutmelding bij inloggen' };
const { outcomes } = kindOf('verify-change').words('nl');

describe('many changes at once in the IT channel', function () {
  this.timeout(120_000);
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());
  const inChannel = () => app.connector.messagesIn(itChannel.id);
  const about = ({ title }: DutyView) =>
    inChannel().filter((one) => stage.readingOf(one).includes(title));
  const rollUps = () =>
    inChannel().filter((one) => stage.readingOf(one).includes('Veel plichten tegelijk veranderd'));
  const channelCalls = () =>
    app.connector.calls.filter(({ conversationId }) => conversationId.startsWith(itChannel.id))
      .length;
  const openMany = async (count: number, from = 0) => {
    const duties: DutyView[] = [];
    for (let at = from; at < from + count; at += 1)
      duties.push(
        await stage.openDuty(app, 'verify-change', {
          title: `Wijziging ${String(at).padStart(3, '0')}`,
        }),
      );
    return duties;
  };
  const answer = (duty: DutyView, answers: typeof works | typeof broken) =>
    stage.click(app, {
      person: annaInTeams,
      message: stage.cardTo(app, annaInTeams, duty.id),
      click: {
        verb: 'answer',
        answers,
      },
    });

  it('a few keep a card each, and nothing is said of a roll-up', async () => {
    const duties = await openMany(3);
    await app.pass(120);

    assert.deepEqual(
      duties.map((duty) => about(duty).length),
      [1, 1, 1],
    );
    assert.equal(rollUps().length, 0);
  });

  it('what is too much stands together on one card, which is edited and tells how many', async () => {
    const duties = await openMany(60);
    await app.pass(60);
    const calls = channelCalls();
    for (const duty of duties.slice(50)) await answer(duty, works);
    const meanwhile = channelCalls() - calls;
    await app.pass(60);

    const ownCards = duties.filter((duty) => about(duty).length > 0);
    const [card, ...others] = rollUps();
    assert.equal(others.length, 0);
    assert.ok(ownCards.length >= 20 && ownCards.length < 50, String(ownCards.length));
    const read = stage.readingOf(defined(card));
    assert.match(read, /Beantwoord\n(8|9|10)\n/);
    assert.deepEqual(cardFaults(cardOf(defined(card).activity)), []);
    // What the minute before them allows to be shown by itself.
    assert.ok(meanwhile <= 2, String(meanwhile));
  });

  it('a problem has its own card all the same, at once', async () => {
    const duties = await openMany(55);
    const last = defined(duties.at(-1));
    const before = about(last).length;

    await answer(last, broken);

    assert.equal(before, 0);
    assert.ok(stage.readingOf(defined(about(last)[0])).includes(outcomes.problem));
    await app.pass(60);
    assert.match(stage.readingOf(defined(rollUps()[0])), /Met een probleem\n1\n/);
  });

  it('afterwards every card that stands in the channel shows how its duty is', async () => {
    const duties = await openMany(60);
    for (const duty of duties) await answer(duty, works);
    const stale = duties.filter(
      (duty) =>
        about(duty).length > 0 &&
        !stage.readingOf(defined(about(duty)[0])).includes(outcomes.fulfilled),
    );

    await app.pass(1200);

    assert.ok(stale.length > 10, String(stale.length));
    for (const card of duties.flatMap(about))
      assert.ok(stage.readingOf(card).includes(outcomes.fulfilled), stage.readingOf(card));
    assert.deepEqual(await app.store.rollUps.behind(tenant, 1), []);
  });

  it('outlasts a restart: what was put off is told, and the cards catch up', async () => {
    const duties = await openMany(45);
    const [first] = duties;
    await answer(defined(first), works);
    const before = stage.readingOf(defined(about(defined(first))[0]));

    await app.restart();
    await app.pass(180);

    assert.ok(!before.includes(outcomes.fulfilled));
    assert.equal(rollUps().length, 1);
    assert.ok(stage.readingOf(defined(about(defined(first))[0])).includes(outcomes.fulfilled));
  });

  it('a duty of which only the roll-up told gets its card when it is late', async () => {
    const duties = await openMany(50);
    const last = defined(duties.at(-1));
    await app.pass(600);
    const before = about(last).length;

    await app.pass(14 * 24 * 3600);

    assert.deepEqual([before, about(last).length], [0, 1]);
  });

  it('tells of those who could not be reached', async () => {
    for (let at = 0; at < 30; at += 1)
      await stage.openDuty(app, 'verify-change', asked(anna, bram));
    await app.pass(60);

    assert.match(stage.readingOf(defined(rollUps()[0])), /Niet bezorgd\n\d+\n/);
  });
});

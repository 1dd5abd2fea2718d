import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { kindOf } from '../../../bot/kinds/index.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { cardOf } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, bram } from '../../support/duties/duties.ts';
import type { Clicked } from '../../support/stage.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'btw 9 % ontbreekt' };

describe('an answer that comes more than once', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp({ store: 'azurite' });
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  it('is one answer when Teams delivers the same click four times', async () => {
    const duty = await stage.openDuty(app, 'verify-change');
    const data = dataOf(app, duty.id, works);
    const posts = app.connector.messagesIn(itChannel.id).length;

    const replies: Clicked[] = [];
    for (const id of ['f:1', 'f:1', 'f:2', 'f:3']) {
      replies.push(
        await stage.clickWith(app, {
          person: annaInTeams,
          data,
          click: { verb: 'answer', when: { id } },
        }),
      );
    }

    assert.ok(replies.every(isSettled));
    assert.deepEqual(await answersOf(app, duty.id), [true]);
    assert.equal((await stage.readDuty(app, duty.id)).answers.length, 1);
    assert.equal(app.connector.messagesIn(itChannel.id).length, posts);
  });

  it('is one answer when the four clicks come at the same moment', async () => {
    const duty = await stage.openDuty(app, 'verify-change');
    const data = dataOf(app, duty.id, works);

    const replies = await Promise.all(
      ['f:1', 'f:1', 'f:2', 'f:3'].map((id) =>
        stage.clickWith(app, {
          person: annaInTeams,
          data,
          click: { verb: 'answer', when: { id } },
        }),
      ),
    );

    assert.ok(replies.every(isSettled));
    assert.deepEqual(await answersOf(app, duty.id), [true]);
  });

  it('counts once when two people answer at the same moment; the other answer is kept beside it', async () => {
    const duty = await stage.openDuty(app, 'verify-change', asked(anna, bram));
    const data = dataOf(app, duty.id, works);
    const other = { ...data, note: 'Bij mij ook goed' };

    const replies = await Promise.all([
      stage.clickWith(app, { person: annaInTeams, data, click: { verb: 'answer' } }),
      stage.clickWith(app, { person: bramInTeams, data: other, click: { verb: 'answer' } }),
    ]);

    assert.ok(replies.every(isSettled));
    assert.deepEqual([...(await answersOf(app, duty.id))].sort(), [false, true]);
    const { answers, status } = await stage.readDuty(app, duty.id);
    assert.deepEqual([answers.length, status], [1, 'fulfilled']);
    const told = replies.filter(({ card }) => card && stage.words(card).includes(words.nl.tooLate));
    assert.equal(told.length, 1);
  });

  it('counts once when one person answers differently on two devices at the same moment', async () => {
    const duty = await stage.openDuty(app, 'verify-change');

    const replies = await Promise.all(
      [works, broken].map((given) =>
        stage.clickWith(app, {
          person: annaInTeams,
          data: dataOf(app, duty.id, given),
          click: { verb: 'answer' },
        }),
      ),
    );

    assert.ok(replies.every(isSettled));
    assert.deepEqual([...(await answersOf(app, duty.id))].sort(), [false, true]);
    assert.equal((await stage.readDuty(app, duty.id)).answers.length, 1);
  });

  it('counts once for ten clicks of two people at the same moment, and nobody sees an error', async () => {
    const duty = await stage.openDuty(app, 'verify-change', asked(anna, bram));
    const data = dataOf(app, duty.id, works);

    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        stage.clickWith(app, {
          person: at % 2 === 0 ? annaInTeams : bramInTeams,
          data: { ...data, note: `Opmerking ${String(at)}` },
          click: { verb: 'answer' },
        }),
      ),
    );

    assert.ok(replies.every(isSettled));
    const effective = await answersOf(app, duty.id);
    assert.deepEqual([effective.length, effective.filter(Boolean).length], [10, 1]);
  });

  it('of a colleague comes too late after the first one, and says so', async () => {
    const duty = await stage.openDuty(app, 'verify-change', asked(anna, bram));
    const stale = dataOf(app, duty.id, works);
    await stage.clickWith(app, { person: annaInTeams, data: stale, click: { verb: 'answer' } });

    const reply = await stage.clickWith(app, {
      person: bramInTeams,
      data: stale,
      click: { verb: 'answer' },
    });

    assert.ok(isSettled(reply) && reply.card);
    assert.ok(stage.words(reply.card).includes(words.nl.tooLate));
    assert.ok(stage.words(reply.card).includes(anna.name));
    const lateAnswers = (await stage.evidenceOf(app, duty.id)).at(-1);
    assert.deepEqual([lateAnswers?.by, lateAnswers?.outcome], [bram, 'fulfilled']);
    assert.equal((await stage.readDuty(app, duty.id)).status, 'fulfilled');
  });
});

/** What Anna's card would send; the same for Bram, whose form has the same number. */
function dataOf(app: TestApp, id: string, answers: Readonly<Record<string, string>>): object {
  const card = cardOf(stage.cardTo(app, annaInTeams, id).activity);
  return press(card, wholeAnswer, answers).data;
}

function isSettled({ status, card }: Clicked): boolean {
  const { outcomes } = kindOf('verify-change').words('nl');
  const read = card ? stage.words(card) : '';
  const said = read.includes(outcomes.fulfilled) || read.includes(outcomes.problem);
  return status === 200 && said && card !== undefined && !stage.offers(card, 'answer');
}

/** Of each answer in the evidence, whether it counts. */
async function answersOf(app: TestApp, id: string): Promise<readonly unknown[]> {
  const records = await stage.evidenceOf(app, id);
  return records
    .filter(({ type }) => type === 'answered')
    .map(({ data }) => (data as { effective?: unknown }).effective);
}

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { memoryTable } from '../../support/store/memory-table.ts';
import type { EntityTable } from '../../../bot/store/azure/entity-table.ts';
import { storeWith } from '../../support/store/memory-store.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import { defined, openingFor } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
type Down = 'nothing' | 'writes' | 'everything';

describe('storage that does not answer', () => {
  let app: TestApp;
  let down: Down;
  let id: string;
  beforeEach(async () => {
    down = 'nothing';
    const store = storeWith(() => failing(memoryTable(), () => down), 'Failing');
    app = await startApp({ store });
    await stage.install(app, annaInTeams);
    ({ id } = await stage.openDuty(app, 'verify-change'));
  });
  afterEach(async () => {
    down = 'nothing';
    await app.stop();
  });
  const answer = (as: 'execute' | 'submit' = 'execute') =>
    stage.click(app, {
      person: annaInTeams,
      message: stage.cardTo(app, annaInTeams, id),
      click: {
        verb: 'answer',
        answers: works,
        as,
      },
    });

  for (const part of ['writes', 'everything'] as const) {
    it(`(${part}) leaves the card as it is and tells the person that nothing was recorded`, async () => {
      const shown = stage.readingOf(stage.cardTo(app, annaInTeams, id));
      down = part;

      const reply = await answer();

      assert.deepEqual([reply.status, reply.card], [200, undefined]);
      assert.equal(reply.toast, chatTexts.nl.failed);
      assert.equal(stage.readingOf(stage.cardTo(app, annaInTeams, id)), shown);
      down = 'nothing';
      const { status, answers } = await stage.readDuty(app, id);
      assert.deepEqual([status, answers], ['open', []]);
    });
  }

  it('is told in a message to who clicked in a client without Action.Execute', async () => {
    down = 'writes';
    const before = stage.cardsTo(app, annaInTeams).length;

    const reply = await answer('submit');

    assert.equal(reply.status, 200);
    const [told] = stage.cardsTo(app, annaInTeams).slice(before);
    assert.ok(stage.readingOf(defined(told)).includes(chatTexts.nl.failed));
  });

  it('is told in the chat, in the language of the client', async () => {
    down = 'everything';

    const [told] = await stage.say(app, annaInTeams, 'my duties', { locale: 'en-GB' });

    assert.ok(stage.readingOf(defined(told)).includes(chatTexts.en.failed));
  });

  it('takes the answer after it has come back', async () => {
    down = 'writes';
    await answer();
    down = 'nothing';

    const reply = await answer();

    assert.ok(reply.card && !stage.offers(reply.card, 'answer'));
    assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');
    const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.deepEqual(types, ['opened', 'delivered', 'answered']);
  });

  it('refuses the vendor’s duty without a trace; the same request succeeds afterwards', async () => {
    const key = { 'idempotency-key': 'once-more' };
    const body = openingFor('confirm-restore');
    down = 'writes';

    const refused = await app.api('POST', '/api/v1/duties', body, key);
    down = 'nothing';
    const opened = await app.api('POST', '/api/v1/duties', body, key);

    assert.deepEqual([refused.status, opened.status], [500, 201]);
    assert.ok(!/storage|table|stack/i.test(refused.text));
  });

  it('shows in /readyz and not in /healthz', async () => {
    down = 'everything';

    const ready = await app.api('GET', '/readyz');
    const alive = await app.api('GET', '/healthz');

    assert.deepEqual([ready.status, alive.status], [503, 200]);
    down = 'nothing';
    // What `/readyz` said is remembered for five seconds.
    await app.pass(6);
    assert.equal((await app.api('GET', '/readyz')).status, 200);
  });

  it('shows in /readyz by the name of the part that does not answer', async () => {
    const { store } = app;
    const silent = () => Promise.reject(new Error('The queue does not answer.'));
    const quiet = await startApp({ store: { ...store, queue: { ...store.queue, count: silent } } });
    down = 'everything';

    const both = await quiet.api('GET', '/readyz');
    down = 'nothing';
    await quiet.pass(6);
    const one = await quiet.api('GET', '/readyz');
    await quiet.stop();

    const named = ({ body }: typeof one) =>
      (body as { errors: { path: string }[] }).errors.map(({ path }) => path);
    assert.deepEqual([named(both), named(one)], [['store', 'queue'], ['queue']]);
  });

  it('that fails while a card is under way has the card sent again, and notes it then', async () => {
    app.connector.failNext({
      wait: () => {
        down = 'everything';
        return Promise.resolve();
      },
    });
    const key = { 'idempotency-key': 'interrupted' };
    const opened = await app.api('POST', '/api/v1/duties', openingFor('confirm-restore'), key);
    await app.idle();
    const { id: interrupted } = opened.body as { id: string };
    const sent = stage.cardsTo(app, annaInTeams, interrupted).length;

    down = 'nothing';
    await app.pass(200);

    assert.equal(sent, 1);
    assert.equal(stage.cardsTo(app, annaInTeams, interrupted).length, 2);
    const known = await stage.readDuty(app, interrupted);
    assert.deepEqual(
      known.assignees.map(({ delivery }) => delivery),
      ['delivered'],
    );
    const types = (await stage.evidenceOf(app, interrupted)).map(({ type }) => type);
    assert.deepEqual(types, ['opened', 'delivered']);
  });
});

/** A table that fails as long as `down` says so. */
function failing(table: EntityTable, down: () => Down): EntityTable {
  const checked = <T>(isWrite: boolean, act: () => Promise<T>): Promise<T> =>
    down() === 'everything' || (isWrite && down() === 'writes')
      ? Promise.reject(new Error('The storage account does not answer.'))
      : act();
  return {
    prepare: () => table.prepare(),
    get: (partition, rowKey) => checked(false, () => table.get(partition, rowKey)),
    range: (range) => checked(false, () => table.range(range)),
    transact: (partition, writes) => checked(true, () => table.transact(partition, writes)),
  };
}

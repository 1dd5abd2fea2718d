import assert from 'node:assert/strict';
import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { anna, asked, fixedNow } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';
import { press, wholeAnswer } from '../support/cards/card-reader.ts';
import { annaInTeams, itChannel } from '../support/teams/cast.ts';

const post = (app: TestApp, body: unknown) => app.api('POST', '/dev/clock', body);

describe('the clock of development', () => {
  let app: TestApp;
  for (const store of ['memory', 'azurite'] as const)
    describe(`on a store in ${store}`, () => {
      beforeEach(async () => {
        app = await startApp({ anonymous: true, jumps: true, store, now: fixedNow });
        await stage.install(app, annaInTeams);
        await stage.useChannel(app, annaInTeams);
      });
      afterEach(() => app.stop());

      it('tells the time, and lets it pass with every step of a ladder on the way', async () => {
        const due = { ...asked(anna), dueOn: '2026-11-25' };
        const { id } = await stage.openDuty(app, 'verify-change', due);

        const reply = await post(app, { advance: 'P9D' });

        assert.equal(reply.status, 200, reply.text);
        assert.deepEqual(reply.body, { now: '2026-12-02T08:30:00.000Z' });
        const told = await app.api('GET', '/dev/clock');
        assert.deepEqual(told.body, reply.body);
        const records = await stage.evidenceOf(app, id);
        const reminded = records.filter(({ type }) => type === 'reminded' || type === 'escalated');
        assert.ok(reminded.length >= 3, records.map(({ type, at }) => `${type} ${at}`).join('\n'));
        const times = records.map(({ at }) => at);
        assert.deepEqual(times, [...times].sort());
      }).timeout(120_000);
    });

  it('shows what becomes of a "no" of which nobody tells the vendor', async () => {
    app = await startApp({ anonymous: true, jumps: true, now: fixedNow });
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
    const { id } = await stage.openDuty(app, 'verify-change', { ...asked(anna) });
    const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'Btw is fout' };
    const { verb, data } = press(stage.shownTo(app, annaInTeams, id), wholeAnswer, broken);
    await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });

    assert.equal((await post(app, { advance: 'P8D' })).status, 200);

    const escalated = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'escalated');
    assert.ok(escalated.some(({ data: told }) => Object(told)['waitsFor'] === 'sender'));
    const said = app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');
    assert.match(said, /De leverancier weet nog niet van de bevinding/);
    await app.stop();
  }).timeout(120_000);

  it('is not there where people prove who they are', async () => {
    app = await startApp();

    assert.equal((await post(app, { advance: 'P1D' })).status, 404);
    assert.equal((await app.api('GET', '/dev/clock')).status, 404);
    await app.stop();
  });

  it('takes a duration of more than nothing, and answers to this machine only', async () => {
    app = await startApp({ anonymous: true, jumps: true });

    for (const body of [
      {},
      { advance: 3 },
      { advance: '3d' },
      { advance: 'P0D' },
      { advance: '-P1D' },
      { advance: 'P2Y' },
      { advance: 'P1D', by: 'x' },
      [],
    ])
      assert.equal((await post(app, body)).status, 400, JSON.stringify(body));
    assert.equal((await post(app, { advance: 'PT1.5S' })).status, 200);
    await app.stop();
  });
});

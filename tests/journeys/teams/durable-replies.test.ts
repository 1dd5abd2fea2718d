import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { anna, asked, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import { annaInTeams, itChannel } from '../../support/teams/cast.ts';
import type { Call, Fault } from '../../support/teams/connector.ts';

const chat = personalConversation(annaInTeams);
const saying = ({ method, conversationId, body }: Call): boolean =>
  method === 'POST' && conversationId.startsWith(chat) && body['type'] === 'message';

describe('a reply that Teams does not take at once', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const fail = (fault: Fault) => app.connector.failNext({ matching: saying, ...fault });
  const replies = () => stage.cardsTo(app, annaInTeams).map(stage.readingOf);
  const ask = async (text = 'hulp') => {
    const before = replies().length;
    const { status } = await app.post(app.teams.message(annaInTeams, text));
    await app.idle();
    assert.equal(status, 200);
    return () => replies().slice(before);
  };

  for (const [what, fault] of Object.entries({
    'asks to wait': { status: 429, headers: { 'retry-after': '20' } },
    'has a fault': { status: 500 },
    'is away': { status: 503 },
    'cuts the connection': { reset: true },
  } as const)) {
    it(`comes after a crash as well, once: Teams ${what}`, async () => {
      fail(fault);
      const since = await ask();
      const before = since().length;

      await app.restart();
      await app.pass(120);

      assert.deepEqual([before, since().length], [0, 1]);
      assert.match(since()[0] ?? '', /Dit kun je typen/);
    });
  }

  it('keeps its place before what follows it', async () => {
    await stage.openDuty(app, 'verify-change', asked(anna));
    const picture = { contentType: 'image/*', contentUrl: 'https://x.example/1' };
    fail({ status: 429, headers: { 'retry-after': '5' } });
    const before = replies().length;

    await app.post({ ...app.teams.message(annaInTeams, 'alles werkt'), attachments: [picture] });
    await app.idle();
    await app.pass(10);

    const [readBack = '', told = '', ...more] = replies().slice(before);
    assert.match(readBack, /alles werkt/);
    assert.match(told, /afbeelding bij je bericht/);
    assert.deepEqual(more, []);
  });

  it('that reads a sentence back is a copy like any other when it comes: it is edited after the answer', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', asked(anna));
    const first = stage.cardTo(app, annaInTeams, id);
    fail({ status: 429, headers: { 'retry-after': '5' } });
    await ask('alles werkt');
    await app.pass(10);

    await stage.click(app, {
      person: annaInTeams,
      message: first,
      click: { verb: 'answer', answers: { 'checks-0': 'ok', outcome: 'works' } },
    });

    const copies = stage.cardsTo(app, annaInTeams, id);
    assert.equal(copies.length, 2);
    assert.ok(copies.every(({ edits }) => edits > 0));
  });

  it('is put before the IT team where it fails again and again', async () => {
    fail({ status: 500, times: Infinity });
    await ask();
    await app.pass(600);

    const card = app.connector.messagesIn(itChannel.id).map(stage.readingOf).at(-1) ?? '';
    assert.match(card, /Antwoord op een bericht sturen/);
  });

  it('asks the store for nothing where Teams takes it', async () => {
    await ask();
    const [row, ...others] = await app.store.outbox.due({ tenant, shard: 0 }, app.clock.now(), {
      limit: 10,
    });

    assert.deepEqual([row, others], [undefined, []]);
    assert.ok(!app.lines.some(({ effect }) => effect === 'say-reply'));
  });

  it('in a channel comes as well', async () => {
    app.connector.failNext({
      matching: ({ method, conversationId }) =>
        method === 'POST' && conversationId.startsWith(itChannel.id),
      status: 429,
      headers: { 'retry-after': '5' },
    });
    await app.post(app.teams.message(annaInTeams, 'hulp', { in: itChannel }));
    await app.pass(10);

    const read = app.connector.messagesIn(itChannel.id).map(stage.readingOf);
    assert.equal(read.filter((one) => one.startsWith('Dit kun je typen')).length, 1);
  });
});

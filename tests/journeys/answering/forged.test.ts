import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import sinon from 'sinon';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { buttons } from '../../../bot/views/buttons.ts';
import { sendActivity } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { appId, startApp } from '../../support/app.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, bram, defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const foreignTenant = '99999999-aaaa-4bbb-8ccc-000000000009';

describe('a click that nobody was entitled to', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    ({ id } = await stage.openDuty(app, 'verify-change', asked(anna, bram)));
  });
  afterEach(() => app.stop());
  const state = async (duty = id) => [
    await stage.readDuty(app, duty),
    (await stage.evidenceOf(app, duty)).length,
  ];
  const data = () =>
    press(cardOf(stage.cardTo(app, annaInTeams, id).activity), wholeAnswer, works).data;

  it('brings no password back that its button carries, in the chat or with the card that is kept', async () => {
    const typed = 'CHG-4711 werkt niet, ons wachtwoord is Zomer2026Kx9';

    await stage.clickWith(app, { person: annaInTeams, data: { d: id, t: typed, do: 'bring' } });

    const sent = JSON.stringify(app.connector.calls.map(({ body }) => body ?? ''));
    assert.ok(!sent.includes('Zomer2026Kx9'));
  });

  it('changes nothing when the person was not asked, and says whom to ask', async () => {
    const before = await state();

    const reply = await stage.clickWith(app, {
      person: carlaInTeams,
      data: data(),
      click: { verb: 'answer' },
    });

    assert.equal(reply.status, 200);
    assert.ok(reply.card && stage.words(reply.card).includes(chatTexts.nl.notYours));
    assert.deepEqual(await state(), before);
  });

  it('counts for who clicked, whoever the data names', async () => {
    const named = { ...data(), person: bram.aadObjectId, by: bram, from: bramInTeams };

    await stage.clickWith(app, { person: annaInTeams, data: named, click: { verb: 'answer' } });

    const { answers } = await stage.readDuty(app, id);
    assert.deepEqual(
      answers.map(({ by }) => by),
      [anna],
    );
    assert.ok(!JSON.stringify(answers[0]?.values).includes(bram.aadObjectId));
  });

  it('writes over no message of a channel and deletes none, whatever it says that it answers', async () => {
    await app.post(app.teams.installation(bramInTeams, 'add', { in: itChannel }));
    await stage.useChannel(app, bramInTeams);
    await app.idle();
    const [message] = app.connector.messagesIn(itChannel.id);
    const before = app.connector.calls.length;
    const aimed = { in: itChannel, replyToId: defined(message).id };
    const own = { ...data(), list: '00042' };
    for (const { verb } of Object.values(buttons))
      for (const as of ['execute', 'submit'] as const)
        await stage.clickWith(app, {
          person: carlaInTeams,
          data: { ...own, do: verb, f: 'removals', p: 0, to: 1, g: 1 },
          click: { verb, as, when: aimed },
        });

    const changes = app.connector.calls
      .slice(before)
      .filter(({ method, path }) => method !== 'GET' && path.includes(defined(message).id))
      .filter(({ method }) => method !== 'POST');
    assert.deepEqual(changes, []);
  }).timeout(120_000);

  for (const verb of ['review', 'review-save', 'review-keep-rest', 'review-hand-in'] as const) {
    it(`changes nothing when ${verb} comes for a duty that is no list`, async () => {
      const before = await state();

      const reply = await stage.clickWith(app, {
        person: annaInTeams,
        data: { ...data(), do: verb, p: 0, to: 1 },
      });

      assert.ok(reply.status === 200 && reply.card);
      assert.deepEqual(await state(), before);
    });
  }

  it('changes nothing when an answer comes for a list that is decided row by row', async () => {
    const review = await stage.openDuty(app, 'review-access');
    const before = await state(review.id);

    const reply = await stage.clickWith(app, {
      person: annaInTeams,
      data: { ...data(), d: review.id, keep: 3 },
    });

    assert.ok(reply.status === 200 && reply.card);
    assert.deepEqual(await state(review.id), before);
  });

  it('is refused without details when it comes from another organisation', async () => {
    const before = await state();
    const activity = app.teams.execute(
      annaInTeams,
      { verb: 'answer', data: data() },
      { tenantId: foreignTenant },
    );

    const reply = await app.post(activity);

    assert.equal(reply.status, 403);
    assertTellsNothing(reply.body);
    assert.deepEqual(await state(), before);
  });

  it('is refused without details when it cannot prove that it comes from Teams', async () => {
    const before = await state();
    const { keys, connector } = app;
    const activity = app.teams.execute(annaInTeams, { verb: 'answer', data: data() });
    const wishes = { appId, serviceUrl: connector.url };
    const tokens = [
      await keys.forged(wishes),
      keys.unsigned(wishes),
      await keys.hs256(wishes),
      await keys.token({ ...wishes, issuer: 'https://sts.windows.net/evil/' }),
      await keys.token({ ...wishes, audience: 'another-bot' }),
      await keys.token({ ...wishes, expiresIn: -900 }),
      await keys.token({ appId, serviceUrl: 'http://127.0.0.1:1/' }),
      await keys.token({ appId }),
      'no-token-at-all',
    ];

    const printed = (['error', 'warn', 'log'] as const).map((way) => sinon.stub(console, way));
    const replies = await Promise.all(tokens.map((token) => app.post(activity, token)));
    const without = await sendActivity({ url: app.url(), activity }).finally(() => sinon.restore());

    // What is refused is said in the log alone: nothing prints keys or tokens past it.
    printed.forEach((way) => sinon.assert.notCalled(way));

    for (const { status, body } of [...replies, without]) {
      assert.equal(status, 401);
      assertTellsNothing(body);
    }
    assert.deepEqual(await state(), before);
  });

  it('is refused when it names a foreign service address or another channel', async () => {
    const before = await state();
    const calls = app.connector.calls.length;
    const activity = app.teams.execute(annaInTeams, { verb: 'answer', data: data() });
    const elsewhere = 'https://teams.example.com/';
    const token = await app.keys.token({ appId, serviceUrl: elsewhere });

    const address = await app.post({ ...activity, serviceUrl: elsewhere }, token);
    const channel = await app.post({ ...activity, channelId: 'emulator' });

    assert.deepEqual([address.status, channel.status], [403, 403]);
    assertTellsNothing(address.body);
    assertTellsNothing(channel.body);
    assert.deepEqual(await state(), before);
    assert.equal(app.connector.calls.length, calls);
  });
});

describe('a click on somebody else’s duty', () => {
  for (const kind of ['verify-change', 'review-access'] as const) {
    describe(`of ${kind}`, () => {
      // Nothing of it may change anything: one bot serves every button.
      let app: TestApp;
      let own: Readonly<Record<string, unknown>>;
      let theirs: string;
      before(async () => {
        app = await startApp();
        for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
        const { id } = await stage.openDuty(app, 'verify-change', asked(anna, bram));
        own = press(cardOf(stage.cardTo(app, annaInTeams, id).activity), wholeAnswer, works).data;
        ({ id: theirs } = await stage.openDuty(app, kind, asked(bram)));
      });
      after(() => app.stop());
      const state = async () => [
        await stage.readDuty(app, theirs),
        (await stage.evidenceOf(app, theirs)).length,
      ];

      for (const { verb } of Object.values(buttons)) {
        it(`(${verb}) is answered as one on a duty that does not exist`, async () => {
          const before = await state();
          const aimed = (d: string) => ({ ...own, do: verb, d, p: 0, to: 1 });

          const other = await stage.clickWith(app, { person: annaInTeams, data: aimed(theirs) });
          const unknown = await stage.clickWith(app, {
            person: annaInTeams,
            data: aimed(`d${'0'.repeat(24)}`),
          });

          assert.equal(other.status, 200);
          assert.deepEqual(other.body, unknown.body);
          assert.deepEqual(await state(), before);
        });
      }
    });
  }
});

/** Whoever is refused learns that and no more. */
function assertTellsNothing(body: unknown): void {
  const { title, status, detail, ...others } = Object(body) as Readonly<Record<string, unknown>>;
  assert.equal(typeof status, 'number');
  assert.ok(!/token|issuer|tenant|audience|signature/i.test(`${String(title)} ${String(detail)}`));
  assert.deepEqual(
    Object.keys(others).filter((name) => name !== 'type'),
    ['errors'],
  );
  assert.deepEqual(others['errors'], []);
}

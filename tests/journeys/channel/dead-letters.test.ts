import { parseDutyId } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Effect } from '../../../bot/duty/effects.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, bram, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

const day = 24 * 3600;

describe('an effect that goes wrong again and again', () => {
  let app: TestApp;
  let broken: boolean;
  beforeEach(async () => {
    broken = false;
    app = await startApp({ store: stumbling(() => broken) });
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, bramInTeams);
  });
  afterEach(() => app.stop());
  const deadLetterCards = () =>
    app.connector
      .messagesIn(itChannel.id)
      .filter((one) => stage.readingOf(one).includes('De bot kon iets niet afmaken'));
  const parked = () => app.store.deadLetters.parked(tenant, 10);

  it('is given up after five times, and the IT channel reads what, which duty and why', async () => {
    broken = true;
    const { title } = await stage.openDuty(app, 'verify-change');
    await app.pass(14);
    const before = (await parked()).length;
    await app.pass(20);

    const [given, ...others] = await parked();
    assert.deepEqual([before, others.length, given?.entry.effect.do], [0, 0, 'post-card']);
    const read = stage.readingOf(defined(deadLetterCards()[0]));
    for (const part of ['Kaart sturen', title, 'De bot deed zelf iets verkeerd'])
      assert.ok(read.includes(part), read);
    assert.ok(!/secret|RangeError/.test(read), read);
  });

  it('is kept as well where a newer version asked for something that this one does not know', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');
    const dutyId = defined(parseDutyId(id));
    const asked = { tenant, dutyId, dueAt: app.clock.now(), attempts: 0 };
    const effect = JSON.parse('{"do":"of-tomorrow","key":"of-tomorrow"}') as Effect;
    const entry = { ...asked, effect };
    await app.store.outbox.add(entry);
    app.services().delivery.soon([entry]);
    await app.pass(60);

    const [given] = await parked();
    assert.equal(given?.entry.effect.key, 'of-tomorrow');
    assert.ok(stage.readingOf(defined(deadLetterCards()[0])).includes('Andere taak'));
  });

  it('holds up nothing else: the colleague has the card', async () => {
    broken = true;
    const { id } = await stage.openDuty(app, 'verify-change', asked(anna, bram));
    await app.pass(60);

    assert.equal(stage.cardsTo(app, bramInTeams, id).length, 1);
    assert.equal((await parked()).length, 1);
  });

  it('is one card in the channel, however many there are', async () => {
    broken = true;
    await stage.openDuty(app, 'verify-change');
    await app.pass(60);
    await stage.openDuty(app, 'confirm-restore');
    await app.pass(60);

    assert.equal((await parked()).length, 2);
    assert.equal(deadLetterCards().length, 1);
    assert.ok(defined(deadLetterCards()[0]).edits >= 1);
  });

  it('is carried out when somebody in the IT channel tries it again and the fault is gone', async () => {
    broken = true;
    const { id } = await stage.openDuty(app, 'verify-change');
    await app.pass(60);
    broken = false;

    const clicked = await stage.click(app, {
      person: bramInTeams,
      message: defined(deadLetterCards()[0]),
      click: {
        verb: 'poison-retry',
        when: { in: itChannel },
      },
    });
    await app.pass(5);

    assert.ok(JSON.stringify(clicked.card).includes('opnieuw geprobeerd'));
    assert.equal(stage.cardsTo(app, annaInTeams, id).length, 1);
    assert.deepEqual(await parked(), []);
    // The others in the channel read what whoever pressed it reads.
    const [card] = app.connector
      .messagesIn(itChannel.id)
      .filter((one) => stage.readingOf(one).includes('opnieuw geprobeerd'));
    assert.ok(card && card.edits > 0);
  });

  it('is given up again at the next failure, and the channel sees that', async () => {
    broken = true;
    await stage.openDuty(app, 'verify-change');
    await app.pass(60);
    const card = defined(deadLetterCards()[0]);
    await stage.click(app, {
      person: bramInTeams,
      message: card,
      click: { verb: 'poison-retry', when: { in: itChannel } },
    });
    await app.pass(60);

    assert.equal((await parked()).length, 1);
    assert.equal(deadLetterCards().length, 1);
    assert.ok(stage.readingOf(defined(deadLetterCards()[0])).includes('Opnieuw proberen'));
  });

  it('is tried again by nobody outside the IT channel', async () => {
    broken = true;
    await stage.openDuty(app, 'verify-change');
    await app.pass(60);

    broken = false;
    const verb = 'poison-retry';
    const clicked = await stage.clickWith(app, {
      person: annaInTeams,
      data: { do: verb },
      click: { verb },
    });

    assert.ok(
      JSON.stringify(clicked).includes(chatTexts.nl.onlyInItChannel),
      JSON.stringify(clicked),
    );
    assert.equal((await parked()).length, 1);
  });

  it('is never given up while Teams only asks to wait: 72 hours of outage lose nothing', async () => {
    for (const fault of [{ status: 503 }, { status: 429 }, { reset: true as const }])
      app.connector.failNext({ matching: ({ method }) => method === 'POST', ...fault, times: 25 });
    const { id } = await stage.openDuty(app, 'verify-change');

    await app.pass(3 * day);
    app.connector.recover();
    await app.pass(3700);

    assert.deepEqual(await parked(), []);
    assert.equal(stage.cardsTo(app, annaInTeams, id).length, 1);
  }).timeout(120_000);
});

/** A store with which nothing can be sent to Anna as long as it is broken. */
function stumbling(isBroken: () => boolean): Store {
  const store = memoryStore();
  const get: Store['people']['get'] = (of, person) =>
    isBroken() && person === anna.aadObjectId
      ? Promise.reject(new RangeError('secret words'))
      : store.people.get(of, person);
  return { ...store, people: { ...store.people, get } };
}

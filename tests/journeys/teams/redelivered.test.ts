import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

describe('a message that Teams delivers again, to another instance', () => {
  let apps: readonly TestApp[] = [];
  beforeEach(async () => {
    const store = memoryStore();
    apps = [await startApp({ store }), await startApp({ store })];
    const [first] = apps;
    if (first) await stage.install(first, annaInTeams);
  });
  afterEach(async () => {
    for (const app of apps) await app.stop();
  });
  const heard = () => apps.flatMap((app) => stage.cardsTo(app, annaInTeams)).length;
  const sayTwice = async (text: string, ids: readonly string[]) => {
    for (const [at, app] of apps.entries()) {
      await app.post({ ...app.teams.message(annaInTeams, text), id: ids[at] ?? '' });
      await app.idle();
    }
    const list = { list: 'person', person: anna.aadObjectId } as const;
    const opened = (await apps[0]?.store.indexes.page(tenant, { list, size: 10 }))?.items ?? [];
    const cards = apps.flatMap((app) =>
      opened.flatMap(({ id }) => stage.cardsTo(app, annaInTeams, id)),
    );
    return { opened: opened.length, cards: cards.length };
  };

  for (const text of ['gegevens sturen', 'ik moet morgen gegevens sturen naar de accountant']) {
    it(`opens one duty and brings one card: ${text}`, async () => {
      assert.deepEqual(await sayTwice(text, ['m1', 'm1']), { opened: 1, cards: 1 });
    });
  }

  it('brings the card that waits where the same words are said again', async () => {
    assert.deepEqual(await sayTwice('gegevens sturen', ['m1', 'm2']), { opened: 1, cards: 2 });
  });

  for (const text of ['hulp', 'mijn plichten', 'wat bedoel je', 'taal en', 'gegevens sturen']) {
    it(`is answered once: ${text}`, async () => {
      const before = heard();

      await sayTwice(text, ['m1', 'm1']);

      assert.equal(heard() - before, 1);
    });
  }

  it('is answered once in a channel, and once more where its words were changed', async () => {
    const [one, other] = apps;
    const said = one?.teams.message(annaInTeams, 'hulp', { in: itChannel });
    const inChannel = () => apps.flatMap((app) => app.connector.messagesIn(itChannel.id)).length;
    const edited = {
      ...said,
      type: 'messageUpdate',
      channelData: { ...said?.channelData, eventType: 'editMessage' },
    };
    for (const activity of [said, edited]) {
      for (const app of [one, other]) {
        await app?.post({ ...activity, serviceUrl: app.connector.url });
        await app?.idle();
      }
    }

    assert.equal(inChannel(), 2);
  });

  it('is answered by the other instance where the first ended before it could', async () => {
    const [one, other] = apps;
    const before = heard();
    const said = one?.teams.message(annaInTeams, 'hulp');
    // What the first one heard it had no time to write down.
    await other?.post({ ...said, serviceUrl: other.connector.url });
    await other?.idle();

    assert.equal(heard() - before, 1);
  });
});

import assert from 'node:assert/strict';
import { writeBudget, writesAllowed } from '../../../bot/casework/rights/budget.ts';
import { tooMuchTexts } from '../../../bot/chat/writes.ts';
import { offeredFileTexts } from '../../../bot/features/files/texts.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { anna, bram, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { answerOffer } from '../../support/store/storage.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams } from '../../support/teams/cast.ts';

const transfersOf = async (app: TestApp) => {
  const list = { list: 'person', person: anna.aadObjectId } as const;
  const { items } = await app.store.indexes.page(tenant, { list, size: 100 });
  return items.filter(({ kind }) => kind === 'transfer-securely');
};

describe('somebody who says again and again that data has to be sent', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
  });
  afterEach(() => app.stop());

  it('has one open transfer, whatever the words, and gets its card each time', async () => {
    const [first] = await stage.say(app, annaInTeams, 'gegevens sturen');
    const again = await stage.say(app, annaInTeams, 'ik moet gegevens sturen');
    const once = await stage.say(
      app,
      annaInTeams,
      'ik moet morgen gegevens sturen naar de accountant',
    );

    const transfers = await transfersOf(app);
    assert.equal(transfers.length, 1);
    for (const messages of [again, once]) {
      const read = messages.map(stage.readingOf);
      assert.ok(read.some((one) => one.includes(chatTexts.nl.transfer.openAlready)));
      assert.ok(read.includes(stage.readingOf(defined(first))));
    }
  });

  it('has one open transfer also where they are said many times at once', async () => {
    await Promise.all(
      Array.from({ length: 25 }, (_, at) =>
        app.post({
          ...app.teams.message(annaInTeams, 'ik moet gegevens sturen'),
          id: `m${String(at)}`,
        }),
      ),
    );
    await app.idle();

    assert.equal((await transfersOf(app)).length, 1);
  });

  it('begins another one when the first was answered', async () => {
    const [first] = await stage.say(app, annaInTeams, 'gegevens sturen');
    const shown = cardOf(defined(first).activity);
    const { verb, data } = press(shown, wholeAnswer, {
      outcome: 'doubt',
      what: 'Salarissen van oktober',
      personalData: 'yes',
      note: 'Welke weg mag?',
    });
    await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });
    const [{ status } = { status: '' }] = await transfersOf(app);

    await stage.say(app, annaInTeams, 'gegevens sturen');

    assert.notEqual(status, '');
    const { items } = await app.store.indexes.page(tenant, { list: { list: 'all' }, size: 100 });
    assert.equal(items.filter(({ kind }) => kind === 'transfer-securely').length, 2);
  });
});

describe('what one person may have written', () => {
  const three = [{ atOnce: 3, perSecond: 3 / 3600 }];
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp({ writesAllowed: three });
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
  });
  afterEach(() => app.stop());

  it('ends with a kind word that says when it goes on; a colleague notices nothing', async () => {
    for (const _ of [1, 2, 3]) await stage.say(app, annaInTeams, 'taal nl');

    const [refused] = await stage.say(app, annaInTeams, 'taal en');
    const [other] = await stage.say(app, bramInTeams, 'taal en');
    const [reads] = await stage.say(app, annaInTeams, 'mijn plichten');

    assert.ok(stage.readingOf(defined(refused)).includes(tooMuchTexts.nl(20)));
    assert.ok(stage.readingOf(defined(other)).includes(chatTexts.en.language));
    assert.ok(!stage.readingOf(defined(reads)).includes('in korte tijd'));
  });

  it('is enough again after a while', async () => {
    for (const _ of [1, 2, 3]) await stage.say(app, annaInTeams, 'taal nl');

    await app.pass(1300);

    const [taken] = await stage.say(app, annaInTeams, 'taal en');
    assert.ok(stage.readingOf(defined(taken)).includes(chatTexts.en.language));
  });

  it('holds for clicks: nothing is recorded, and the card stays as it was filled in', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');
    const card = stage.shownTo(app, annaInTeams, id);
    for (const _ of [1, 2, 3]) await stage.say(app, annaInTeams, 'taal nl');

    const { verb, data } = press(card, wholeAnswer, { outcome: 'works', 'checks-0': 'ok' });
    const refused = await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });

    assert.equal(refused.toast, tooMuchTexts.nl(20));
    assert.equal(refused.card, undefined);
    assert.equal((await stage.readDuty(app, id)).answers.length, 0);
  });

  it('holds for a yes and for a no to a file, forged or not: no more is done for it than to say so', async () => {
    for (const _ of [1, 2, 3]) await stage.say(app, annaInTeams, 'taal nl');
    const chat = () => app.connector.messagesIn(personalConversation(annaInTeams));

    for (const action of ['accept', 'decline']) {
      const before = chat().length;
      await answerOffer(app, { person: annaInTeams, value: { action, context: { o: 'none' } } });
      await app.idle();

      const [refused, ...more] = chat().slice(before);
      assert.ok(stage.readingOf(defined(refused)).includes(tooMuchTexts.nl(20)), action);
      assert.equal(more.length, 0);
    }
    await answerOffer(app, {
      person: bramInTeams,
      value: { action: 'decline', context: { o: 'none' } },
    });
    await app.idle();
    const [told] = app.connector.messagesIn(personalConversation(bramInTeams)).slice(-1);
    assert.ok(stage.readingOf(defined(told)).includes(offeredFileTexts.nl.declined));
  });

  it('is enough for a list of five thousand accounts in an hour, and ends within a day', () => {
    let now = 0;
    const take = writeBudget(() => now);
    const all = (count: number) =>
      Array.from({ length: count }, () => take(tenant, anna.aadObjectId)).filter(
        (wait) => wait > 0,
      );

    assert.equal(all(1000).length, 0);
    assert.equal(all(1000).length > 0, true);
    assert.equal(take(tenant, bram.aadObjectId), 0);
    let taken = 0;
    for (; now < 86_400; now += 3) if (take(tenant, anna.aadObjectId) === 0) taken += 1;
    assert.ok(taken < 2 * defined(writesAllowed[1]).atOnce, String(taken));
  });
});

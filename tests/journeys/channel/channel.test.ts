import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { kindOf } from '../../../bot/kinds/index.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { Channel } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, itChannel, otherChannel } from '../../support/teams/cast.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };

describe('the IT channel', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
  });
  afterEach(() => app.stop());
  const roll = (title: string, channel: Channel = itChannel) =>
    app.connector.messagesIn(channel.id).filter((one) => stage.readingOf(one).includes(title));

  /** Where Teams tells of a team as a whole. */
  const firstChannel: Channel = { ...otherChannel, id: otherChannel.team.id };

  for (const word of ['gebruik dit kanaal', 'use this channel', 'Gebruik DIT kanaal!']) {
    it(`is the one where somebody says “${word}”, and shows what is open already`, async () => {
      const { title } = await stage.openDuty(app, 'verify-change', { title: 'Btw-codes 2027' });
      const other = await stage.openDuty(app, 'confirm-restore', { title: 'Map Projecten' });

      const answers = await stage.say(app, annaInTeams, word, { in: itChannel });

      const read = answers.map(stage.readingOf);
      assert.ok(read.some((said) => said.includes(chatTexts.nl.channelIsYours)));
      assert.equal(roll(title).length, 1);
      assert.equal(roll(other.title).length, 1);
    });
  }

  it('is where its words are offered: in another channel of the team the bot offers what works there', async () => {
    await stage.useChannel(app, annaInTeams);

    await stage.install(app, annaInTeams, { in: otherChannel });

    const help = defined(roll(chatTexts.nl.helpTitle, firstChannel)[0]);
    const read = stage.readingOf(help);
    assert.ok(read.includes('gebruik dit kanaal'));
    assert.doesNotMatch(read, /rooster|nieuwe plicht/);
    assert.ok(!stage.offers(cardOf(help.activity), 'overview'));
  });

  it('has one thread for each duty, which follows its state', async () => {
    await stage.useChannel(app, annaInTeams);
    const first = await stage.openDuty(app, 'verify-change', { title: 'Btw-codes 2027' });
    const second = await stage.openDuty(app, 'confirm-restore', { title: 'Map Projecten' });

    const message = stage.cardTo(app, annaInTeams, first.id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: works },
    });

    const threads = [roll(first.title), roll(second.title)];
    assert.deepEqual(
      threads.map(({ length }) => length),
      [1, 1],
    );
    const [answered, waiting] = threads.map(([one]) => defined(one));
    assert.notEqual(answered?.conversationId, waiting?.conversationId);
    const { outcomes } = kindOf('verify-change').words('nl');
    assert.ok(stage.readingOf(defined(answered)).includes(outcomes.fulfilled));
    assert.ok(!stage.offers(cardOf(defined(answered).activity), 'answer'));
  });

  it('says so when it is the IT channel already, and posts nothing again', async () => {
    await stage.useChannel(app, annaInTeams);
    const { title } = await stage.openDuty(app, 'verify-change');

    const answers = await stage.useChannel(app, bramInTeams);

    assert.ok(
      answers.map(stage.readingOf).some((read) => read.includes(chatTexts.nl.channelAlready)),
    );
    assert.equal(roll(title).length, 1);
  });

  it('moves with its open duties to another channel', async () => {
    await stage.useChannel(app, annaInTeams);
    const { id, title } = await stage.openDuty(app, 'verify-change');

    await stage.useChannel(app, annaInTeams, otherChannel);
    const [question] = roll('vraagt om het IT-kanaal');
    await stage.click(app, {
      person: annaInTeams,
      message: defined(question),
      click: {
        verb: 'channel-answer',
        where: ({ a }) => a === 'yes',
        when: { in: itChannel },
      },
    });
    const message = stage.cardTo(app, annaInTeams, id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: works },
    });

    const { outcomes } = kindOf('verify-change').words('nl');
    assert.equal(roll(title, otherChannel).length, 1);
    assert.ok(stage.readingOf(defined(roll(title, otherChannel)[0])).includes(outcomes.fulfilled));
    const left = app.connector.messagesIn(itChannel.id).map(stage.readingOf);
    assert.ok(left.some((read) => read.includes(chatTexts.nl.channelMoved)));
    assert.equal(roll(title).length, 0, 'nothing there shows a state that is no longer followed');
  });

  for (const word of ['status', 'overzicht']) {
    it(`tells on “${word}” what is open, late and wrong`, async () => {
      await stage.useChannel(app, annaInTeams);
      await stage.openDuty(app, 'verify-change', { title: 'Btw-codes 2027' });
      await stage.openDuty(app, 'verify-change', { title: 'Te laat', dueOn: '2026-11-20' });
      const wrong = await stage.openDuty(app, 'verify-change', { title: 'Gaat mis' });
      const message = stage.cardTo(app, annaInTeams, wrong.id);
      const broken = { outcome: 'broken', 'checks-0': 'wrong', note: 'Foutmelding bij inloggen' };
      await stage.click(app, {
        person: annaInTeams,
        message,
        click: { verb: 'answer', answers: broken },
      });

      const [overview] = await stage.say(app, bramInTeams, word, { in: itChannel });

      const read = stage.readingOf(defined(overview));
      for (const title of ['Btw-codes 2027', 'Te laat', 'Gaat mis'])
        assert.ok(read.includes(title));
      const lines = read.split('\n');
      const count = (label: string) => lines[lines.indexOf(label) + 1];
      const { open, late, problem } = chatTexts.nl.count;
      assert.deepEqual([count(open), count(late), count(problem)], ['2', '1', '1']);
    });
  }

  it('never hears of a duty what only the person who was asked may do', async () => {
    await stage.useChannel(app, annaInTeams);
    const { title } = await stage.openDuty(app, 'verify-change');

    const card = cardOf(defined(roll(title)[0]).activity);

    assert.ok(!stage.offers(card, 'answer') && !stage.offers(card, 'correct'));
  });

  for (const word of ['mijn plichten', 'taal en']) {
    it(`refers “${word}”, which is about one person, to the personal chat`, async () => {
      const [answer] = await stage.say(app, annaInTeams, word, { in: itChannel });

      assert.ok(stage.readingOf(defined(answer)).includes(chatTexts.nl.onlyPersonal));
    });
  }

  it('can only be chosen in a channel', async () => {
    const [answer] = await stage.say(app, annaInTeams, 'gebruik dit kanaal');

    assert.ok(stage.readingOf(defined(answer)).includes(chatTexts.nl.onlyInChannel));
  });
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { changeRoster } from '../../../bot/casework/roster.ts';
import { bram, defined, tenant } from '../../support/duties/duties.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { actions, cardOf } from '../../support/cards/card-reader.ts';
import * as stage from '../../support/stage.ts';
import type { Person } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, itChannel, otherChannel } from '../../support/teams/cast.ts';

const { overviewTitle, onlyOverseers } = chatTexts.nl;

describe('how everything stands', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
    app.connector.seat(itChannel.team.id, [annaInTeams]);
    await stage.openDuty(app, 'verify-change', { title: 'Btw-codes 2027' });
  });
  afterEach(() => app.stop());

  const ask = async (person: Person, word: string, where?: typeof itChannel) =>
    (await stage.say(app, person, word, where ? { in: where } : {}))
      .map(stage.readingOf)
      .join('\n');
  const asked = () => app.connector.calls.filter(({ path }) => path.includes('/members/')).length;

  for (const word of ['overzicht', 'status', 'trek 1 wijzigingen, seed 1']) {
    it(`is told on “${word}” to a member of the IT team in their own chat`, async () => {
      const read = await ask(annaInTeams, word);

      assert.ok(read.includes('Btw-codes 2027'));
    });

    it(`is not told on “${word}” to somebody who is no member, with a way on`, async () => {
      const read = await ask(bramInTeams, word);

      assert.ok(read.includes(onlyOverseers) && !read.includes('Btw-codes'));
    });

    it(`is not told on “${word}” in a channel that is not the IT channel`, async () => {
      const read = await ask(annaInTeams, word, otherChannel);

      assert.ok(read.includes(onlyOverseers) && !read.includes('Btw-codes'));
    });
  }

  for (const [verb, data] of [
    ['overview', {}],
    ['overview-rest', { c: 1 }],
    ['coverage', {}],
  ] as const) {
    it(`is not told to who clicks ${verb} and is no member`, async () => {
      const { card } = await stage.clickWith(app, {
        person: bramInTeams,
        data: { do: verb, ...data },
        click: { verb },
      });

      assert.ok(card && stage.words(card).includes(onlyOverseers));
    });
  }

  const makeAuditor = () =>
    changeRoster(app.services(), {
      tenant,
      change: { type: 'roles', roles: { auditor: bram } },
      by: annaInTeams as never,
    });

  it('is told to the auditor of the roster', async () => {
    await makeAuditor();

    assert.ok((await ask(bramInTeams, 'overzicht')).includes(overviewTitle));
  });

  for (const [word, opens] of [
    ['overzicht', 'in the list'],
    ['kwartaal', 'below the figures of a quarter'],
  ] as const) {
    it(`opens each duty ${opens} in the auditor’s own chat, to be read only`, async () => {
      await makeAuditor();
      const card = await listOf(word);

      const { verb, data } = stage.buttonOf(card, 'look');
      const { card: opened } = await stage.clickWith(app, {
        person: bramInTeams,
        data,
        click: { verb },
      });

      assert.ok(opened && stage.words(opened).includes('Btw-codes 2027'));
      assert.deepEqual(
        actions(opened).map((one) => one.verb),
        ['overview'],
      );
    });
  }

  async function listOf(word: string): Promise<Card> {
    const [said] = await stage.say(app, bramInTeams, 'overzicht');
    const overview = cardOf(defined(said).activity);
    if (word === 'overzicht') return overview;
    const { verb, data } = stage.buttonOf(overview, 'coverage');
    return defined(
      (await stage.clickWith(app, { person: bramInTeams, data, click: { verb } })).card,
    );
  }

  it('opens a duty of one’s own as the card on which it is answered', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', { title: 'Van Anna' });

    const { card } = await stage.clickWith(app, {
      person: annaInTeams,
      data: { do: 'look', d: id },
      click: { verb: 'look' },
    });

    assert.ok(card && stage.offers(card, 'answer'));
  });

  it('opens no duty to who is no member', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', { title: 'Niet van Bram' });

    const { card } = await stage.clickWith(app, {
      person: bramInTeams,
      data: { do: 'look', d: id },
      click: { verb: 'look' },
    });

    assert.ok(card && stage.words(card).includes(onlyOverseers));
    assert.ok(!stage.words(card).includes('Niet van Bram'));
  });

  it('offers in the help what each may do: a key user, the auditor, and the IT team in its channel', async () => {
    const helps = async () => [
      await ask(bramInTeams, 'hulp'),
      await ask(bramInTeams, 'wat kun je'),
    ];

    for (const read of await helps()) assert.doesNotMatch(read, /overzicht|startgetal|rooster/);
    await makeAuditor();
    for (const read of await helps()) assert.match(read, /overzicht[^]*startgetal/);
    assert.match(await ask(annaInTeams, 'hulp', itChannel), /rooster[^]*plannen[^]*huisregels/);
    assert.doesNotMatch(await ask(annaInTeams, 'hulp', otherChannel), /rooster|overzicht/);
  });

  it('asks Teams who is a member once in a few minutes', async () => {
    await ask(annaInTeams, 'overzicht');
    const before = asked();

    await ask(annaInTeams, 'overzicht');
    assert.equal(asked(), before);
    app.connector.seat(itChannel.team.id, []);
    await app.pass(181);
    assert.ok((await ask(annaInTeams, 'overzicht')).includes(onlyOverseers));
  });

  it('is not told where Teams does not say who is a member', async () => {
    app.connector.failNext({
      matching: ({ path }) => path.includes('/members/'),
      status: 403,
      times: Infinity,
    });

    assert.ok((await ask(annaInTeams, 'overzicht')).includes(onlyOverseers));
  });
});

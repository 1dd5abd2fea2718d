import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { channelTexts } from '../../../bot/features/channel/texts.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { AppOptions, TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { defined, tenant } from '../../support/duties/duties.ts';
import { actions, cardOf } from '../../support/cards/card-reader.ts';
import type { Message } from '../../support/teams/connector.ts';
import * as stage from '../../support/stage.ts';
import type { Channel } from '../../support/teams/activities.ts';
import {
  annaInTeams,
  bramInTeams,
  carlaInTeams,
  itChannel,
  otherChannel,
} from '../../support/teams/cast.ts';

const said = channelTexts.nl;
const thirdChannel: Channel = { ...otherChannel, id: '19:third@thread.tacv2', name: 'Derde' };

describe('whoever wants another IT channel', () => {
  let app: TestApp;
  const start = async (options: AppOptions = {}) => {
    app = await startApp(options);
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
  };
  beforeEach(() => start());
  afterEach(() => app.stop());

  const present = async () => (await app.store.people.channel(tenant))?.channelId;
  const readIn = ({ id }: Channel) => app.connector.messagesIn(id).map(stage.readingOf).join('\n');
  const claim = async (person = bramInTeams, channel = otherChannel) =>
    (await stage.useChannel(app, person, channel)).map(stage.readingOf).join('\n');
  const question = () =>
    defined(
      app.connector
        .messagesIn(itChannel.id)
        .findLast((message) => stage.readingOf(message).includes('vraagt om het IT-kanaal')),
    );
  const answer = (
    given: 'yes' | 'no',
    person = annaInTeams,
    { where = itChannel, message = question() } = {},
  ) =>
    stage.click(app, {
      person,
      message,
      click: {
        verb: 'channel-answer',
        where: (data) => data['a'] === given,
        when: { in: where },
      },
    });
  /** What everybody reads there now, where the question stood. */
  const standing = ({ id }: Message) =>
    defined(app.connector.messagesIn(itChannel.id).find((message) => message.id === id));
  const canAnswer = (message: Message) =>
    JSON.stringify(actions(cardOf(message.activity))).includes('channel-answer');
  const steps = async () =>
    (await app.api('GET', '/api/v1/evidence')).text
      .split('\n')
      .filter((line) => line.includes('"reference":"it-channel"'))
      .map((line) => JSON.parse(line) as { by: { name: string }; data: { step: string } })
      .map(({ by, data }) => [by.name, data.step]);

  it('names no channel whose name holds a password: neither the question nor the evidence says it', async () => {
    const secret = 'Zomer26!x';
    await stage.useChannel(app, annaInTeams);

    await claim(bramInTeams, { ...otherChannel, name: `Beheer, wachtwoord is ${secret}` });

    assert.ok(stage.readingOf(question()).includes(bramInTeams.name));
    assert.ok(!readIn(itChannel).includes(secret));
    const { text } = await app.api('GET', '/api/v1/evidence');
    assert.ok(!text.includes(secret));
  });

  it('is told to wait where ten others are open: none of those is pushed out', async () => {
    await stage.useChannel(app, annaInTeams);
    for (let at = 1; at <= 10; at += 1)
      await claim(bramInTeams, { ...otherChannel, id: `19:wens-${String(at)}@thread.tacv2` });
    const asked = app.connector.messagesIn(itChannel.id).length;

    const told = await claim(bramInTeams, thirdChannel);

    assert.ok(told.includes(said.tooMany), told);
    assert.equal(app.connector.messagesIn(itChannel.id).length, asked);
    await answer('no');
    assert.ok((await claim(bramInTeams, thirdChannel)).includes(said.asks));
  });

  it('is asked for a yes of the present one, which says who asks', async () => {
    await stage.useChannel(app, annaInTeams);

    const heard = await claim();

    assert.ok(heard.includes(said.asks));
    assert.equal(await present(), itChannel.id);
    assert.ok(stage.readingOf(question()).includes(`${bramInTeams.name} vraagt`));
    assert.ok(stage.readingOf(question()).includes(otherChannel.name));
  });

  it('gets it with a yes from there, which is told in both and stands in the evidence', async () => {
    await stage.useChannel(app, annaInTeams);
    await claim();

    await answer('yes');

    assert.equal(await present(), otherChannel.id);
    assert.ok(readIn(itChannel).includes(chatTexts.nl.channelMoved));
    assert.ok(readIn(otherChannel).includes(chatTexts.nl.channelIsYours));
    assert.deepEqual(await steps(), [
      [annaInTeams.name, 'chosen'],
      [bramInTeams.name, 'asked'],
      [annaInTeams.name, 'chosen'],
    ]);
  });

  it('hears a no, after which everything stays', async () => {
    await stage.useChannel(app, annaInTeams);
    await claim();
    const asked = question();

    await answer('no');
    const { card } = await answer('yes', annaInTeams, { message: asked });

    assert.equal(await present(), itChannel.id);
    assert.ok(readIn(otherChannel).includes(said.refusedThere));
    assert.match(stage.words(defined(card)), /Anna .*zei nee/);
  });

  for (const [given, shown] of [
    ['yes', /Anna .*zei ja.*verplaatst naar/],
    ['no', /Anna .*zei nee.*blijft hier/],
  ] as const)
    it(`is answered once for everybody: the question says who said what, without buttons (${given})`, async () => {
      await stage.useChannel(app, annaInTeams);
      await claim();
      const asked = question();

      await answer(given);

      assert.match(stage.readingOf(standing(asked)), shown);
      assert.deepEqual([asked, standing(asked)].map(canAnswer), [true, false]);
    });

  it('cannot say yes itself from the other channel', async () => {
    await stage.useChannel(app, annaInTeams);
    await claim();

    const { card } = await answer('yes', bramInTeams, { where: otherChannel });

    assert.ok(stage.words(defined(card)).includes(chatTexts.nl.onlyInItChannel));
    assert.equal(await present(), itChannel.id);
  });

  it('asks once, however often it is said', async () => {
    await stage.useChannel(app, annaInTeams);

    await claim();
    await claim();

    assert.equal(readIn(itChannel).split('vraagt om het IT-kanaal').length, 2);
  });

  it('loses its question when another channel gets the yes', async () => {
    await stage.useChannel(app, annaInTeams);
    await claim();
    const asked = question();
    await claim(carlaInTeams, thirdChannel);
    await answer('yes');

    const { card } = await answer('yes', annaInTeams, { message: asked });

    assert.equal(await present(), thirdChannel.id);
    assert.match(stage.readingOf(standing(asked)), /vraag van Bram .* is voorbij: Anna/);
    assert.ok(stage.words(defined(card)).includes(chatTexts.nl.onlyInItChannel));
  });

  for (const [what, shape] of [
    ['a role', { name: 'Bram', userRole: 'guest' }],
    ['an address', { name: 'Bram', userPrincipalName: 'bram_elders.nl#EXT#@example.com' }],
  ] as const) {
    it(`is nobody from another organisation, as ${what} says`, async () => {
      app.connector.describe(bramInTeams, shape);

      const heard = await claim(bramInTeams, itChannel);

      assert.ok(heard.includes(said.guest));
      assert.equal(await present(), undefined);
    });
  }

  for (const [what, shown] of [
    [
      'whose team Teams tells nothing of now',
      (): void =>
        app.connector.failNext({
          matching: ({ path }) => path.includes('/members'),
          status: 502,
          times: 9,
        }),
    ],
    [
      'who is no member of the team',
      (): void => app.connector.seat(itChannel.team.id, [annaInTeams]),
    ],
  ] as const)
    it(`is nobody ${what}: it might be a guest`, async () => {
      shown();

      const heard = await claim(bramInTeams, itChannel);

      assert.ok(heard.includes(said.notTold), heard);
      assert.equal(await present(), undefined);
    });

  it('is an administrator where there are any: nobody else, not even first', async () => {
    await app.stop();
    await start({ administrators: [annaInTeams.aadObjectId] });

    const first = await claim(bramInTeams, itChannel);
    assert.ok(first.includes(said.onlyAdministrators));
    assert.equal(await present(), undefined);
    await claim(annaInTeams, itChannel);
    assert.equal(await present(), itChannel.id);
    const later = await claim(bramInTeams, otherChannel);
    assert.ok(later.includes(said.onlyAdministrators));
    await claim(annaInTeams, otherChannel);

    assert.equal(await present(), otherChannel.id);
    assert.ok(readIn(itChannel).includes(chatTexts.nl.channelMoved));
  });

  it('is whoever chose the one that is lost', async () => {
    await stage.useChannel(app, annaInTeams);
    await app.post(app.teams.installation(annaInTeams, 'remove', { in: itChannel }));
    await app.idle();

    const others = await claim(bramInTeams, otherChannel);
    assert.ok(others.includes(said.lost(annaInTeams.name)));
    assert.equal(await present(), itChannel.id);
    await claim(annaInTeams, otherChannel);

    assert.equal(await present(), otherChannel.id);
  });

  it('is one of two who come first at the same time', async () => {
    await Promise.all([claim(annaInTeams, itChannel), claim(bramInTeams, otherChannel)]);
    await app.idle();

    const chosen = (await steps()).filter(([, step]) => step === 'chosen');
    assert.equal(chosen.length, 1);
  });
});

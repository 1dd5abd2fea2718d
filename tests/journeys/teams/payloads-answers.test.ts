import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { appId, startApp } from '../../support/app.ts';
import { anna, asked, bram, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { startReview } from '../../support/duties/review.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';
import type { Call, Fault } from '../../support/teams/connector.ts';
import type { RealAnswer } from '../../support/teams/payloads.ts';
import { activityOf, bodyOf, realActivities, realAnswers } from '../../support/teams/payloads.ts';

const chat = personalConversation(annaInTeams);
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const toAnna = ({ method, conversationId, body }: Call): boolean =>
  method === 'POST' && conversationId === chat && body['type'] === 'message';
const newChat = ({ method, path, body }: Call): boolean =>
  method === 'POST' && path === '/v3/conversations' && Array.isArray(body['members']);
const toChannel = ({ method, path, body }: Call): boolean =>
  method === 'POST' && path === '/v3/conversations' && !Array.isArray(body['members']);
const isEdit = ({ method }: Call): boolean => method === 'PUT';
const isRemoval = ({ method }: Call): boolean => method === 'DELETE';
const asksMember = ({ method, path }: Call): boolean =>
  method === 'GET' && /\/members\/[^/]+$/.test(path);
const asksChannels = ({ method, path }: Call): boolean =>
  method === 'GET' && path.startsWith('/v3/teams/');

/** What becomes of a card that is answered so once. */
const outcomes: Readonly<Record<'comes' | 'comes later' | 'never comes', string>> = {
  comes:
    'c-send c-reply c-send-targeted c-send-text-and-card c-404-conversation c-404-service-error c-404-activity c-404-member',
  'comes later':
    'c-401-denied c-401-empty c-401-not-registered c-403-disabled-by-admin c-403-tenant-no-permission c-403-service-error c-412 c-429-retry-after c-429-bare c-429-quota c-500 c-502 c-502-other-text c-503 c-504 c-reset',
  'never comes':
    'c-400-bad-argument-doc c-400-bad-argument c-400-anonymous c-400-bad-syntax c-400-service-error c-403-roster c-403-writes-blocked c-403-writes-blocked-other c-403-blocked-by-user c-403-forbidden-operation c-403-not-enough-permissions c-403-acl c-409 c-413',
};
/** Answers to other things than a card. */
const others = {
  chat: 'c-create-personal c-create-personal-activity',
  channel: 'c-create-channel',
  edit: 'c-update',
  removal: 'c-delete c-delete-204',
  member:
    'c-member c-member-with-name c-member-anonymous c-member-guest-not-signed-in c-member-id-only',
  channels: 'c-team-channels',
  // It names a host of the internet: `tests/teams/calls.test.ts` has it.
  address: 'c-403-invalid-host',
  // Only the doctor asks for a page of members, to see whether it may; nobody asks for a team by itself.
  unasked: 'c-members-paged c-members-paged-last c-team',
};
const within = (ids: string): readonly RealAnswer[] =>
  ids.split(' ').map((id) => defined(realAnswers.find((one) => one.id === id)));

describe('every answer of the Bot Connector', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
    await app.pass(60);
  });
  afterEach(() => app.stop());

  const where = () => ({ serviceUrl: app.connector.url, appId, tenantId: tenant });
  /** The stand-in answers so once; with a success it did what was asked. */
  const answerOnce = (matching: (call: Call) => boolean, real: RealAnswer) => {
    const { status = 0, headers = {}, reset } = real.answer;
    const success = status >= 200 && status < 300;
    const fault: Fault = {
      matching,
      headers,
      body: bodyOf(real, where()),
      ...(reset ? { reset } : { status }),
      ...(success ? { after: 'deliver' } : {}),
    };
    app.connector.failNext(fault);
  };
  const open = () => stage.openDuty(app, 'verify-change', asked(anna));
  const cards = (id: string) => stage.cardsTo(app, annaInTeams, id).length;
  const types = async (id: string) => (await stage.evidenceOf(app, id)).map(({ type }) => type);
  const deadLetters = async () => (await app.store.deadLetters.parked(tenant, 10)).length;

  it('stands in one of these tables', () => {
    const ids = [...Object.values(outcomes), ...Object.values(others)].flatMap((one) =>
      one.split(' '),
    );

    assert.deepEqual(ids.toSorted(), realAnswers.map(({ id }) => id).toSorted());
  });

  for (const real of within(outcomes.comes))
    it(`to a card: it comes, ${real.id}`, async () => {
      answerOnce(toAnna, real);

      const { id } = await open();

      assert.equal(cards(id), 1);
      assert.deepEqual(await types(id), ['opened', 'delivered']);
      assert.equal(await deadLetters(), 0);
    });

  for (const real of within(outcomes['comes later']))
    it(`to a card: it comes later, and nothing is recorded before, ${real.id}`, async () => {
      answerOnce(toAnna, real);

      const { id } = await open();
      const early = [cards(id), ...(await types(id))];
      await app.pass(2 * 3600);

      assert.deepEqual(early, [0, 'opened']);
      assert.equal(cards(id), 1);
      assert.deepEqual(await types(id), ['opened', 'delivered']);
      assert.equal(await deadLetters(), 0);
    });

  for (const real of within(outcomes['never comes']))
    it(`to a card: it cannot be delivered, which is recorded and told in the channel, ${real.id}`, async () => {
      answerOnce(toAnna, real);
      // A chat made anew would be refused for the same reason.
      answerOnce(newChat, real);

      const { id, title } = await open();
      await app.pass(60);

      assert.equal(cards(id), 0);
      assert.deepEqual(await types(id), ['opened', 'undeliverable']);
      const told = app.connector.messagesIn(itChannel.id).map(stage.readingOf);
      assert.ok(
        told.some((one) => one.includes(title) && one.includes(anna.name)),
        told.join('\n'),
      );
    });

  for (const real of within(others.chat))
    it(`to a chat that is made anew: the card goes there, ${real.id}`, async () => {
      app.connector.forget(chat);
      answerOnce(newChat, real);

      const { id } = await open();

      assert.equal(cards(id), 1);
    });

  for (const real of within(others.channel))
    it(`to a card in the channel: it is edited where it stands, ${real.id}`, async () => {
      answerOnce(toChannel, real);
      await open();
      const { activityId } = bodyOf(real, where()) as { activityId: string };
      const edited = () =>
        app.connector.calls.filter((call) => isEdit(call) && call.activityId === activityId);

      await stage.click(app, {
        person: annaInTeams,
        message: stage.cardTo(app, annaInTeams),
        click: { verb: 'answer', answers: { 'checks-0': 'ok', outcome: 'works' } },
      });

      assert.equal(edited().length, 1);
      assert.equal(await deadLetters(), 0);
    });

  for (const real of within(others.edit))
    it(`to an edit: it is done once, ${real.id}`, async () => {
      const { id } = await open();
      answerOnce(isEdit, real);
      const before = app.connector.calls.filter(isEdit).length;

      await app.api('POST', `/api/v1/duties/${id}/withdraw`, { reason: 'Niet meer nodig' });
      await app.idle();
      await app.pass(600);

      // One for the person and one for the channel.
      assert.equal(app.connector.calls.filter(isEdit).length - before, 2);
    });

  for (const real of within(others.removal))
    it(`to the removal of an offer: the person reads what became of it, ${real.id}`, async () => {
      answerOnce(isRemoval, real);
      const decline = defined(realActivities.find(({ id }) => id === 'b-file-decline'));
      const { id } = await startReview(app, 6);
      const data = { do: 'file', d: id, f: 'review-sheet' };
      await stage.clickWith(app, { person: annaInTeams, data });
      const offered = app.connector.calls.findLast(toAnna)?.body['attachments'];
      const [offer] = offered as { content: { acceptContext: object } }[];

      const said = activityOf(decline, where());
      const value = { ...(said['value'] as object), context: offer?.content.acceptContext };
      await app.post({ ...said, value });
      await app.idle();

      assert.equal(app.connector.calls.filter(isRemoval).length, 1);
      assert.match(stage.readingOf(stage.cardTo(app, annaInTeams)), /ik bewaar het bestand niet/);
      assert.deepEqual(
        app.lines.filter(({ level }) => Number(level) >= 50),
        [],
      );
    });

  for (const real of within(others.member))
    it(`about a member: nobody reads an id, ${real.id}`, async () => {
      answerOnce(asksMember, real);
      const { id: userId, aadObjectId } = bramInTeams;

      await app.post({
        ...app.teams.installation(bramInTeams, 'add'),
        from: { id: userId, aadObjectId },
      });
      await app.idle();
      const { id } = await stage.openDuty(app, 'verify-change', asked(bram));

      const { assignees } = await stage.readDuty(app, id);
      assert.equal(stage.cardsTo(app, bramInTeams, id).length, 1);
      const read = app.connector
        .messagesIn(itChannel.id)
        .map(stage.readingOf)
        .filter((one) => one.includes('Gevraagd aan'))
        .join('\n');
      for (const said of [read, ...assignees.map(({ name = '' }) => name)])
        assert.doesNotMatch(said, guid);
    });

  for (const real of within(others.channels))
    it(`about the channels of a team: the IT channel has its name, ${real.id}`, async () => {
      const other = { ...itChannel, id: '19:nieuw@thread.tacv2' };
      answerOnce(asksChannels, {
        ...real,
        answer: { ...real.answer, body: renamed(real, other.id) },
      });
      const said = app.teams.message(annaInTeams, 'gebruik dit kanaal', { in: other });
      await app.store.people.useChannel(tenant, {
        ...defined(await app.store.people.channel(tenant)),
        installed: false,
        madeBy: anna,
      });

      const channelData = {
        tenant: { id: tenant },
        channel: { id: other.id },
        team: { id: other.team.id },
      };
      await app.post({ ...said, channelData });
      await app.idle();

      assert.equal((await app.store.people.channel(tenant))?.name, 'Plichten');
    });
});

const renamed = ({ answer: { body } }: RealAnswer, id: string): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll('{channel}', id));

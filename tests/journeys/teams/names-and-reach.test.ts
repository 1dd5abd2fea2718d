import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { asked, bram } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

describe('people whom no event names', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const installNameless = async () => {
    const { id, aadObjectId } = bramInTeams;
    const event = app.teams.installation(bramInTeams, 'add');
    await app.post({ ...event, from: { id, aadObjectId } });
    await app.idle();
  };
  const openForBram = () => stage.openDuty(app, 'verify-change', asked(bram));
  const channelReads = () => app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');

  for (const [what, shape, name] of [
    ['a name', { name: 'Bram de Boer' }, 'Bram de Boer'],
    ['a given name and a surname', { givenName: 'Bram', surname: 'de Boer' }, 'Bram de Boer'],
    ['an address only', { userPrincipalName: 'bram@contoso.example' }, 'bram@contoso.example'],
    ['nothing, as of a guest who never signed in', { userRole: 'guest' }, 'een collega'],
  ] as const) {
    it(`have the name that the chat tells at their install: ${what}`, async () => {
      app.connector.describe(bramInTeams, shape);

      await installNameless();
      const { id } = await openForBram();

      const { assignees } = await stage.readDuty(app, id);
      const overview = await stage.say(app, annaInTeams, 'overzicht', { in: itChannel });
      assert.deepEqual(
        assignees.map((one) => one.name),
        [name],
      );
      for (const read of [channelReads(), ...overview.map(stage.readingOf)])
        assert.doesNotMatch(read, guid);
    });
  }

  it('keep the name that they had', async () => {
    await stage.say(app, bramInTeams, 'hulp');
    app.connector.describe(bramInTeams, {});

    await installNameless();
    const { id } = await openForBram();

    const { assignees } = await stage.readDuty(app, id);
    assert.equal(assignees[0]?.name, bramInTeams.name);
  });

  it('are counted as installed although their name cannot be asked for', async () => {
    app.connector.failNext({ matching: ({ method }) => method === 'GET', status: 429 });

    await installNameless();
    const { id } = await openForBram();

    assert.equal(stage.cardsTo(app, bramInTeams, id).length, 1);
  });

  it('are reached by object id where an administrator gave them the app', async () => {
    app.connector.preinstall(bramInTeams);

    const { id } = await openForBram();

    const { assignees } = await stage.readDuty(app, id);
    assert.equal(stage.cardsTo(app, bramInTeams, id).length, 1);
    assert.deepEqual(
      assignees.map(({ name, delivery }) => [name, delivery]),
      [[bramInTeams.name, 'delivered']],
    );
  });

  it('are named where they are not reached, by what the IT team knows', async () => {
    const { id } = await openForBram();

    const { assignees } = await stage.readDuty(app, id);
    assert.deepEqual(
      assignees.map(({ name, delivery }) => [name, delivery]),
      [[bramInTeams.name, 'not-installed']],
    );
    assert.doesNotMatch(channelReads(), guid);
  });

  it('are not welcomed again by a new version of the app', async () => {
    await stage.install(app, bramInTeams);
    await app.pass(24 * 3600);
    const before = stage.cardsTo(app, bramInTeams).length;

    await app.post(app.teams.installation(bramInTeams, 'add-upgrade'));
    await app.idle();

    assert.equal(stage.cardsTo(app, bramInTeams).length, before);
  });
});

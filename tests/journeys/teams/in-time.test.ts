import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { personalConversation } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import type { Call } from '../../support/teams/connector.ts';
import * as stage from '../../support/stage.ts';

const chat = personalConversation(annaInTeams);
const saying = ({ method, conversationId, body }: Call): boolean =>
  method === 'POST' && conversationId === chat && body['type'] === 'message';
const still = () => Promise.resolve();

describe('an answer within what Teams waits', () => {
  let app: TestApp;
  let release: () => void;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    app.connector.failNext({ matching: saying, wait: () => held });
  });
  afterEach(async () => {
    release();
    await app.stop();
  });
  const arrived = () =>
    app.connector.waitFor(
      () => app.connector.calls.some((call) => saying(call) && call.status === undefined),
      'a message on its way',
    );

  it('comes to a message after ten seconds at the latest, however slow a send is', async () => {
    const posted = app.post(app.teams.message(annaInTeams, 'hulp'));
    await arrived();

    await app.clock.pass(10, still);

    assert.equal((await posted).status, 200);
  });

  it('shows that the bot is at work where it takes longer than a second', async () => {
    const typing = () => app.connector.calls.filter(({ body }) => body['type'] === 'typing').length;
    const posted = app.post(app.teams.message(annaInTeams, 'hulp'));
    await arrived();
    const before = typing();

    await app.clock.pass(1, still);
    await app.connector.waitFor(() => typing() > before, 'typing');
    release();

    assert.equal((await posted).status, 200);
    assert.equal(before, 0);
  });
});

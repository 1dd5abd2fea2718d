import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { kindOf } from '../../../bot/kinds/index.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { sendActivity, teamsClient } from '../../support/teams/activities.ts';
import type { RunningBot } from '../../support/processes/bot-process.ts';
import { startProcess } from '../../support/processes/bot-process.ts';
import type { TestApp } from '../../support/app.ts';
import { appId, callApi, nextPrefix, startApp, auditor, vendor } from '../../support/app.ts';
import { azuriteConnectionString } from '../../support/store/azurite.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { annaInTeams, itChannel } from '../../support/teams/cast.ts';
import type { Call, Connector } from '../../support/teams/connector.ts';
import { startConnector } from '../../support/teams/connector.ts';
import { openingFor, tenant } from '../../support/duties/duties.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const { outcomes } = kindOf('verify-change').words('nl');
const isEdit = ({ method }: Call): boolean => method === 'PUT';

describe('a bot that ends between the answer and the message about it', () => {
  let app: TestApp | undefined;
  afterEach(async () => {
    await app?.stop();
    app = undefined;
  });

  it('carries on when it comes back: the channel learns of the answer, which is there once', async () => {
    app = await startApp({ store: 'azurite' });
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
    const { id, title } = await stage.openDuty(app, 'verify-change');
    app.connector.failNext({ matching: isEdit, status: 503, times: Infinity });
    const message = stage.cardTo(app, annaInTeams, id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: works },
    });
    const before = rollOf(app.connector, title);

    app.connector.recover();
    app.clock.set(secondsAfter(app.clock.now(), 3600));
    await app.restart();

    assert.ok(before && !before.includes(outcomes.fulfilled));
    assert.ok(rollOf(app.connector, title)?.includes(outcomes.fulfilled));
    assert.ok(stage.readingOf(stage.cardTo(app, annaInTeams, id)).includes(outcomes.fulfilled));
    const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.deepEqual(types, ['opened', 'delivered', 'answered']);
  });

  it('sends a card that it had opened but not sent', async () => {
    app = await startApp({ store: 'azurite' });
    await stage.install(app, annaInTeams);
    app.connector.failNext({ status: 503, times: Infinity });
    const { id } = await stage.openDuty(app, 'verify-change');

    app.connector.recover();
    app.clock.set(secondsAfter(app.clock.now(), 3600));
    await app.restart();
    await app.restart();

    assert.equal(stage.cardsTo(app, annaInTeams, id).length, 1);
  });
});

describe('a bot that is killed right after it acknowledged an answer', () => {
  let connector: Connector;
  let bot: RunningBot | undefined;
  afterEach(async () => {
    connector.recover();
    await bot?.kill();
    await connector.close();
  });

  it('has the answer, once, and tells the channel when it is started again', async function () {
    // Two starts of a process, on a machine that may have other work.
    this.timeout(120_000);
    connector = await startConnector({ people: [annaInTeams] });
    const teams = teamsClient({ serviceUrl: connector.url, appId, tenantId: tenant });
    const environment = {
      ALLOW_ANONYMOUS: 'true',
      PORT: '0',
      AZURE_STORAGE_CONNECTION_STRING: await azuriteConnectionString(),
      TABLE_PREFIX: nextPrefix(),
      VENDOR_API_KEYS: `${vendor.name}:${vendor.secret}`,
      AUDITOR_API_KEYS: `${auditor.name}:${auditor.secret}`,
    };
    bot = await startProcess(environment);
    const { url } = bot;
    await sendActivity({ url, activity: teams.installation(annaInTeams, 'add') });
    const channel = teams.message(annaInTeams, 'gebruik dit kanaal', { in: itChannel });
    await sendActivity({ url, activity: channel });
    const body = openingFor('verify-change');
    const key = { 'idempotency-key': 'the-killed-one' };
    const opened = await callApi(url, 'POST', '/api/v1/duties', body, key);
    const { id, title } = opened.body as { id: string; title: string };
    const chat = personalConversation(annaInTeams);
    const card = await connector.waitFor(
      () =>
        connector.messagesIn(chat).find(({ activity }) => JSON.stringify(activity).includes(id)),
      'the card in the chat',
    );
    await connector.waitFor(() => rollOf(connector, title), 'the card in the channel');

    const never = new Promise<never>(() => undefined);
    connector.failNext({ matching: isEdit, wait: () => never, times: Infinity });
    const { verb, data } = press(cardOf(card.activity), wholeAnswer, works);
    const answered = await sendActivity({
      url,
      activity: teams.execute(annaInTeams, { verb, data }, { replyToId: card.id }),
    });
    await bot.kill();
    const between = rollOf(connector, title);
    connector.recover();
    bot = await startProcess(environment);

    assert.equal(answered.status, 200);
    assert.ok(between && !between.includes(outcomes.fulfilled));
    await connector.waitFor(
      () => rollOf(connector, title)?.includes(outcomes.fulfilled),
      'the answer in the channel',
      // What the killed process was at stays its own until its lease ends.
      30_000,
    );
    const evidence = await callApi(bot.url, 'GET', '/api/v1/evidence', undefined, {});
    assert.equal(evidence.text.split('"type":"answered"').length - 1, 1);
    assert.equal(connector.messagesIn(chat).filter(({ id: one }) => one === card.id).length, 1);
  });
});

/** What the channel reads about a duty. */
function rollOf(connector: Connector, title: string): string | undefined {
  const messages = connector.messagesIn(itChannel.id).map(stage.readingOf);
  return messages.find((read) => read.includes(title));
}

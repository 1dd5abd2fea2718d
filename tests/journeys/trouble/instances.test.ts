import { parseTenantKey } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import type { DutyView } from '../../../bot/duty/view.ts';
import { azureStore } from '../../../bot/store/index.ts';
import type { Store } from '../../../bot/ports/store.ts';
import type { Person } from '../../support/teams/activities.ts';
import { personalConversation, sendActivity, teamsClient } from '../../support/teams/activities.ts';
import { appId, callApi, nextPrefix, auditor, vendor } from '../../support/app.ts';
import { azuriteConnectionString } from '../../support/store/azurite.ts';
import type { RunningBot } from '../../support/processes/bot-process.ts';
import { startProcess } from '../../support/processes/bot-process.ts';
import type { Connector } from '../../support/teams/connector.ts';
import { startConnector } from '../../support/teams/connector.ts';
import { defined, fixedNow, openingFor, tenant } from '../../support/duties/duties.ts';

const people: readonly Person[] = Array.from({ length: 25 }, (_, at) => ({
  id: `29:person-${String(at)}`,
  aadObjectId: `22222222-aaaa-4bbb-8ccc-${String(1000 + at).padStart(12, '0')}`,
  name: `Persoon ${String(at)}`,
}));
const count = 120;
const farAway = secondsAfter(fixedNow, 365 * 24 * 3600);
// As many as are under way in one instance at the same time.
const atOnce = 16;

describe('two instances on one storage account', function () {
  // Three processes on a machine that may have other work.
  this.timeout(240_000);
  let connector: Connector;
  const bots: RunningBot[] = [];
  afterEach(async () => {
    await Promise.all(bots.splice(0).map((bot) => bot.kill()));
    await connector.close();
  });

  async function startBoth(): Promise<readonly [RunningBot, RunningBot]> {
    connector = await startConnector({ people });
    const connectionString = await azuriteConnectionString();
    const prefix = nextPrefix();
    const environment = {
      ALLOW_ANONYMOUS: 'true',
      PORT: '0',
      MicrosoftAppTenantId: tenant,
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      TABLE_PREFIX: prefix,
      VENDOR_API_KEYS: `${vendor.name}:${vendor.secret}`,
      AUDITOR_API_KEYS: `${auditor.name}:${auditor.secret}`,
      LOG_LEVEL: 'info',
    };
    const [one, other] = await Promise.all([startProcess(environment), startProcess(environment)]);
    bots.push(one, other);
    const teams = teamsClient({ serviceUrl: connector.url, appId, tenantId: tenant });
    for (const [at, person] of people.entries()) {
      const { url } = at % 2 === 0 ? one : other;
      await sendActivity({ url, activity: teams.installation(person, 'add') });
    }
    await settled(azureStore({ connectionString }, prefix));
    return [one, other];
  }

  /** Returns when everybody's round of open duties is over: later it would bring a card once more. */
  async function settled({ outbox }: Store): Promise<void> {
    while (
      (
        await outbox.due({ tenant: defined(parseTenantKey(tenant)), shard: 0 }, farAway, {
          limit: 1,
        })
      ).length > 0
    )
      await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** Opens a duty at one of them; at the other where that one is gone. */
  async function open(at: number, [first, second]: readonly [RunningBot, RunningBot]) {
    const person = defined(people[at % people.length]);
    const body = openingFor('verify-change', {
      reference: `CHG-${String(at)}`,
      assignees: [{ aadObjectId: person.aadObjectId }],
    });
    const key = { 'idempotency-key': `instances-${String(at)}` };
    const ask = (bot: RunningBot) => callApi(bot.url, 'POST', '/api/v1/duties', body, key);
    const reply = await ask(first).catch(() => ask(second));
    assert.ok([200, 201].includes(reply.status), reply.text);
    return reply.body as DutyView;
  }

  async function openAll(pair: readonly [RunningBot, RunningBot], from = 0, to = count) {
    const opened: DutyView[] = [];
    for (let at = from; at < to; at += 10) {
      const places = Array.from({ length: Math.min(10, to - at) }, (_, more) => at + more);
      const turned: typeof pair = [pair[1], pair[0]];
      opened.push(
        ...(await Promise.all(places.map((place) => open(place, place % 2 === 0 ? pair : turned)))),
      );
    }
    return opened;
  }

  const cardsOf = ({ id, assignees }: DutyView): number => {
    const chat = personalConversation(
      defined(people.find(({ aadObjectId }) => aadObjectId === assignees[0]?.aadObjectId)),
    );
    return connector
      .messagesIn(chat)
      .filter(({ activity }) => JSON.stringify(activity).includes(id)).length;
  };
  const allOut = (duties: readonly DutyView[]) =>
    connector.waitFor(
      () => duties.every((duty) => cardsOf(duty) > 0),
      'every card in its chat',
      100_000,
    );

  /** How often each duty was noted as delivered, once that has come to rest. */
  async function deliveries(url: string, duties: readonly DutyView[]) {
    const noted = async () => {
      const { text } = await callApi(url, 'GET', '/api/v1/evidence', undefined, {});
      const lines = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      const delivered = lines.filter(({ type }) => type === 'delivered');
      return duties.map(({ id }) => delivered.filter(({ dutyId }) => dutyId === id).length);
    };
    let counts = await noted();
    for (let round = 0; round < 200 && counts.includes(0); round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      counts = await noted();
    }
    return counts;
  }

  it('send every card once, whoever opened the duty', async () => {
    const pair = await startBoth();

    const duties = await openAll(pair);
    await allOut(duties);

    assert.deepEqual(
      await deliveries(pair[0].url, duties),
      duties.map(() => 1),
    );
    assert.deepEqual(
      duties.map(cardsOf),
      duties.map(() => 1),
    );
  });

  it('carry on where one of them is killed: every card comes, twice at most where nobody could know', async () => {
    const pair = await startBoth();
    const opening = openAll(pair);
    await connector.waitFor(
      () => people.flatMap((one) => connector.messagesIn(personalConversation(one))).length > 70,
      'some of the cards',
      100_000,
    );

    await pair[0].kill();
    const duties = await opening;
    await allOut(duties);

    assert.deepEqual(
      await deliveries(pair[1].url, duties),
      duties.map(() => 1),
    );
    const copies = duties.map(cardsOf);
    assert.ok(copies.every((copy) => copy <= 2));
    assert.ok(copies.filter((copy) => copy > 1).length <= atOnce, copies.join(' '));
  });

  it('go on at once with what one of them leaves when it is asked to end, within 20 seconds', async () => {
    const pair = await startBoth();
    // Everything that the first sends is slow: much is left when it has to end.
    const slow = () => new Promise((resolve) => setTimeout(resolve, 300));
    connector.failNext({
      matching: ({ method }) => method === 'POST',
      wait: slow,
      times: Infinity,
    });
    const [first] = pair;
    const duties = await openAll([first, first]);

    const took = await first.stop();
    connector.recover();
    await allOut(duties);

    assert.ok(took < 20_000, String(took));
    assert.deepEqual(
      await deliveries(pair[1].url, duties),
      duties.map(() => 1),
    );
    assert.deepEqual(
      duties.map(cardsOf),
      duties.map(() => 1),
    );
  });
});

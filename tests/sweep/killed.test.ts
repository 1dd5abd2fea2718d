import { parseTenantKey } from '../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, it } from 'mocha';
import type { EvidenceRecord } from '../../bot/duty/record/record.ts';
import type { DutyView } from '../../bot/duty/view.ts';
import { azureStore } from '../../bot/store/index.ts';
import { shardCount } from '../../bot/store/azure/keys.ts';
import { personalConversation, sendActivity, teamsClient } from '../support/teams/activities.ts';
import { appId, callApi, nextPrefix, auditor, vendor } from '../support/app.ts';
import { azuriteConnectionString } from '../support/store/azurite.ts';
import type { RunningBot } from '../support/processes/bot-process.ts';
import { startProcess } from '../support/processes/bot-process.ts';
import { annaInTeams } from '../support/teams/cast.ts';
import type { Connector } from '../support/teams/connector.ts';
import { startConnector } from '../support/teams/connector.ts';
import { defined, openingFor, tenant } from '../support/duties/duties.ts';
import { verdictOn } from '../support/duties/evidence.ts';
import { seeded } from '../support/seeded.ts';

const kills = 6;
const atOnce = 4;
// As many effects as one process carries out at the same time.
const sendsAtOnce = 16;
const farAhead = '2100-01-01T00:00:00.000Z';

describe('a bot process that is killed again and again while duties are opened and answered', function () {
  // Several starts of a process, on a machine that may have other work.
  this.timeout(240_000);
  let connector: Connector;
  let bot: RunningBot | undefined;
  afterEach(async () => {
    await bot?.kill();
    await connector.close();
  });

  it('loses no answer that it acknowledged, counts none twice, and finishes everything', async () => {
    connector = await startConnector({ people: [annaInTeams] });
    const teams = teamsClient({ serviceUrl: connector.url, appId, tenantId: tenant });
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
    const random = seeded(20_261_123);
    const opened: DutyView[] = [];
    const acknowledged: string[] = [];
    let isOver = false;
    bot = await startProcess(environment);
    const { url: first } = bot;
    await sendActivity({ url: first, activity: teams.installation(annaInTeams, 'add') });

    /** Does it as often as the bot was killed meanwhile. */
    const untilDone = async <T>(act: (url: string) => Promise<T>): Promise<T> => {
      for (;;) {
        try {
          return await act(defined(bot).url);
        } catch (error) {
          // fetch tells of a cut or refused connection with a TypeError.
          if (!(error instanceof TypeError)) throw error;
          await wait(50);
        }
      }
    };
    let last = 0;
    const openAndAnswer = async (): Promise<void> => {
      while (!isOver) {
        last += 1;
        const key = `killed-${String(last)}`;
        const body = openingFor('verify-change', { reference: key });
        const duty = await untilDone(async (url) => {
          const headers = { 'idempotency-key': key };
          const reply = await callApi(url, 'POST', '/api/v1/duties', body, headers);
          assert.ok([200, 201].includes(reply.status), reply.text);
          return reply.body as DutyView;
        });
        opened.push(duty);
        const data = { do: 'answer', d: duty.id, g: 1, 'checks-0': 'ok', outcome: 'works' };
        const { status } = await untilDone((url) =>
          sendActivity({ url, activity: teams.execute(annaInTeams, { verb: 'answer', data }) }),
        );
        assert.equal(status, 200);
        acknowledged.push(duty.id);
      }
    };
    const load = Promise.all(Array.from({ length: atOnce }, openAndAnswer));
    for (let kill = 0; kill < kills; kill += 1) {
      await wait(50 + Math.floor(400 * random()));
      await bot.kill();
      bot = await startProcess(environment);
    }
    isOver = true;
    await load;

    const { outbox } = azureStore({ connectionString }, prefix);
    const waiting = async (): Promise<number> => {
      const rows = await Promise.all(
        Array.from({ length: shardCount }, (_, shard) =>
          outbox.due({ tenant: defined(parseTenantKey(tenant)), shard }, farAhead as never, {
            limit: 100,
          }),
        ),
      );
      return rows.flat().length;
    };
    for (let survey = 0; survey < 240 && (await waiting()) > 0; survey += 1) await wait(250);
    assert.equal(await waiting(), 0, 'effects are left');

    const { text } = await callApi(bot.url, 'GET', '/api/v1/evidence', undefined, {});
    assert.equal((await verdictOn(text)).type, 'whole');
    const records = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as EvidenceRecord);
    const answers = records.filter(({ type }) => type === 'answered').map(({ dutyId }) => dutyId);
    assert.deepEqual([...answers].sort(), [...acknowledged].sort());
    const chat = connector
      .messagesIn(personalConversation(annaInTeams))
      .map(({ activity }) => JSON.stringify(activity));
    const cards = opened.map(
      ({ reference }) =>
        chat.filter((card) => card.includes(`${reference}"`) || card.includes(`${reference} `))
          .length,
    );
    assert.ok(!cards.includes(0), 'a card is missing');
    assert.ok(
      cards.reduce((sum, count) => sum + count - 1, 0) <= kills * sendsAtOnce,
      'more copies than sends whose outcome nobody could know',
    );
    console.log(`      ${String(opened.length)} duties, ${String(kills)} kills`);
  });
});

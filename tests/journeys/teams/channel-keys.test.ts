import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { pino } from 'pino';
import { channelTokens } from '../../../bot/teams/identity/channel-keys.ts';
import type { TestApp } from '../../support/app.ts';
import { appId, startApp } from '../../support/app.ts';
import { fixedNow } from '../../support/duties/duties.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import type { Keys, TokenWishes } from '../../support/teams/keys.ts';
import { channelIssuer, startKeys } from '../../support/teams/keys.ts';

/** The one key that a server publishes. */
async function publishedBy({ url }: Keys): Promise<Readonly<Record<string, unknown>>> {
  const told = await (await fetch(new URL('/keys', url))).json();
  const [only] = (told as { keys: readonly Readonly<Record<string, unknown>>[] }).keys;
  return only ?? {};
}

describe('the keys of the channel', () => {
  let keys: Keys;
  let app: TestApp;
  const start = async (wishes: Parameters<typeof startKeys>[0] = {}) => {
    keys = await startKeys(wishes);
    app = await startApp({ keys });
  };
  afterEach(async () => {
    await app.stop();
    await keys.close();
  });
  const send = async (wishes: Partial<TokenWishes> = {}) => {
    const token = await keys.token({ appId, serviceUrl: app.connector.url, ...wishes });
    const { status } = await app.post(app.teams.message(annaInTeams, 'hulp'), token);
    return status;
  };

  it('are read once for many activities', async () => {
    await start();

    assert.deepEqual([await send(), await send(), await send()], [200, 200, 200]);
    assert.equal(keys.fetches('keys'), 1);
  });

  for (const endorsements of [['skype'], [], 'none'] as const) {
    it(`speak for Teams only where they are endorsed for it, not with ${String(endorsements)}`, async () => {
      await start({ endorsements });

      assert.equal(await send(), 401);
    });
  }

  it('are found beside keys of another make, for other channels, or without a name', async () => {
    await start({
      beside: [
        { kty: 'EC', crv: 'P-256', kid: 'ec', x: 'AA', y: 'AA', endorsements: ['msteams'] },
        { kty: 'RSA', n: 'AQAB', e: 'AQAB', endorsements: ['msteams'] },
        null,
      ],
    });

    assert.equal(await send(), 200);
  });

  for (const place of ['before', 'after']) {
    it(`count whichever of one name verifies, with another ${place} it`, async () => {
      const stranger = await startKeys();
      const [own, other] = await Promise.all(
        [await startKeys(), stranger].map(async (one) => ({
          one,
          published: { ...(await publishedBy(one)), kid: 'twice' },
        })),
      );
      await start();
      if (!own || !other) throw new Error('two were made');
      const both = [own.published, other.published];
      keys.publish(place === 'before' ? both : both.reverse());

      const sent = async (signer: Keys, wishes: Partial<TokenWishes> = {}) => {
        const wanted = { appId, serviceUrl: app.connector.url, kid: 'twice', ...wishes };
        const token = await signer.token(wanted);
        return (await app.post(app.teams.message(annaInTeams, 'hulp'), token)).status;
      };

      assert.deepEqual([await sent(own.one), await sent(other.one)], [200, 200]);
      // Neither signs more than it may, and nobody else signs at all.
      assert.deepEqual([await sent(own.one, { audience: 'x' }), await sent(keys)], [401, 401]);
      await own.one.close();
      await stranger.close();
    });
  }

  it('may change from one moment to the next, without both being published for a while', async () => {
    await start();
    const before = await send();
    keys.rotate();

    assert.deepEqual([before, await send()], [200, 200]);
  });

  it('may change while many come at the same moment: each of them waits for the one look', async () => {
    await start();
    const verify = channelTokens({
      ...{ metadataUrl: keys.url, issuer: channelIssuer, appId },
      ...{ now: () => fixedNow, log: pino({ level: 'silent' }) },
    });
    const serviceUrl = app.connector.url;
    await verify(await keys.token({ appId, serviceUrl }), serviceUrl);
    keys.rotate();
    const token = await keys.token({ appId, serviceUrl });
    const reads = keys.fetches('keys');

    const verdicts = await Promise.all(Array.from({ length: 12 }, () => verify(token, serviceUrl)));

    assert.deepEqual(new Set(verdicts), new Set(['genuine']));
    assert.equal(keys.fetches('keys'), reads + 1);
  });

  it('that are new are found within a minute though somebody invents others without end', async () => {
    await start();
    await send();
    for (let tried = 0; tried < 8; tried += 1) await send({ kid: `invented-${String(tried)}` });
    keys.rotate();
    await app.pass(20);
    const unsure = await send();
    await app.pass(45);

    // Nobody could look: Teams is told to try again, and then it is there.
    assert.deepEqual([unsure, await send()], [503, 200]);
  });

  it('are kept where none is published any more, or more than anybody publishes', async () => {
    await start();
    await send();
    for (const wrong of [[], ['x'.repeat(3_000_000)]]) {
      keys.publish(wrong);
      await app.pass(25 * 3600);

      assert.equal(await send(), 200);
      assert.equal(await send({ kid: 'new' }), 503);
    }
    keys.publish();
    keys.rotate();

    assert.equal(await send(), 200);
  });

  it('are not asked for again and again because of keys that do not exist', async () => {
    await start();
    await send();

    const statuses = [];
    for (let tried = 0; tried < 20; tried += 1)
      statuses.push(await send({ kid: `invented-${String(tried)}` }));

    assert.deepEqual(new Set(statuses), new Set([401]));
    assert.ok(keys.fetches('keys') <= 6);
    assert.equal(await send(), 200);
  });

  it('that cannot be read are answered by 503, so that Teams tries again', async () => {
    await start();
    keys.answerWith(500);
    const away = await send();
    keys.answerWith(200);

    assert.deepEqual([away, await send()], [503, 200]);
  });

  it('that may be new are answered by 503 for as long as nobody could look', async () => {
    await start();
    await send();
    keys.rotate();
    keys.answerWith(500);

    const statuses = [];
    for (let tried = 0; tried < 8; tried += 1) statuses.push(await send());
    keys.answerWith(200);
    await app.pass(301);

    assert.deepEqual(new Set(statuses), new Set([503]));
    assert.ok(keys.fetches('metadata') <= 7, String(keys.fetches('metadata')));
    assert.equal(await send(), 200);
  });

  it('that are known still serve while they cannot be read', async () => {
    await start();
    await send();
    keys.answerWith(500);
    await app.pass(25 * 3600);

    assert.equal(await send(), 200);
  });

  it('sign nothing that lasts for ever, is past, or names another service address', async () => {
    await start();

    assert.equal(await send({ endless: true }), 401);
    assert.equal(await send({ expiresIn: -301 }), 401);
    assert.equal(await send({ serviceUrl: `${app.connector.url}x` }), 401);
    assert.equal(await send({ claims: { serviceurl: undefined } }), 401);
    assert.equal(await send({ claims: { serviceurl: [app.connector.url] } }), 401);
    assert.equal(await send({ claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } }), 401);
    assert.equal(await send({ claims: { exp: 'tomorrow' as never } }), 401);
  });
});

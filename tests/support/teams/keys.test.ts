import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { channelIssuer, startKeys, type Keys } from './keys.ts';

const appId = '11111111-2222-4333-8444-555555555555';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';

describe('the key server', () => {
  let keys: Keys;
  before(async () => {
    keys = await startKeys();
  });
  after(() => keys.close());

  it('signs tokens that its published key proves', async () => {
    const published = createRemoteJWKSet(new URL(await jwksUri(keys)));

    const { payload } = await jwtVerify(await keys.token({ appId, serviceUrl }), published, {
      issuer: channelIssuer,
      audience: appId,
    });

    assert.equal(payload['serviceurl'], serviceUrl);
  });

  it('writes exactly the wrong token it is asked for', async () => {
    const wrong = await keys.token({
      appId,
      issuer: 'https://login.example',
      audience: 'somebody-else',
      expiresIn: -600,
      kid: 'nobody',
      alg: 'RS384',
      claims: { tid: 'a-tenant' },
    });

    const claims = decodeJwt(wrong);
    assert.deepEqual(decodeProtectedHeader(wrong), { alg: 'RS384', kid: 'nobody', typ: 'JWT' });
    assert.equal(claims.iss, 'https://login.example');
    assert.equal(claims.aud, 'somebody-else');
    assert.equal(claims['tid'], 'a-tenant');
    assert.equal(claims['serviceurl'], undefined);
    assert.ok((claims.exp ?? 0) * 1000 < Date.now());
  });

  it('forges tokens that its published key does not prove', async () => {
    const published = createRemoteJWKSet(new URL(await jwksUri(keys)));
    const wishes = { appId, serviceUrl };

    for (const forgery of [
      await keys.forged(wishes),
      await keys.hs256(wishes),
      keys.unsigned(wishes),
    ]) {
      await assert.rejects(jwtVerify(forgery, published));
    }
    assert.equal(decodeJwt(keys.unsigned({ appId, claims: { tid: 'x' } }))['tid'], 'x');
  });

  it('endorses its key for Teams unless told otherwise', async () => {
    const unendorsed = await startKeys({ endorsements: 'none' });
    const other = await startKeys({ endorsements: ['webchat'] });

    assert.deepEqual((await publishedKey(keys))['endorsements'], ['msteams']);
    assert.ok(!('endorsements' in (await publishedKey(unendorsed))));
    assert.deepEqual((await publishedKey(other))['endorsements'], ['webchat']);

    await Promise.all([unendorsed.close(), other.close()]);
  });

  it('counts how often it is asked, and can fail or change its key', async () => {
    const counted = await startKeys();
    const { kid } = await publishedKey(counted);
    assert.equal(counted.fetches('metadata'), 1);

    counted.answerWith(503);
    assert.equal((await fetch(counted.url)).status, 503);
    counted.answerWith(200);
    counted.rotate();

    assert.notEqual((await publishedKey(counted))['kid'], kid);
    assert.equal(counted.fetches('metadata'), 3);
    await counted.close();
  });

  it('gives the SDK all seven parameters, each on this machine or the SDK’s own constant', () => {
    const { authSettings, url } = keys;

    assert.equal(Object.keys(authSettings).length, 7);
    assert.equal(authSettings.ToBotFromChannelOpenIdMetadataUrl, url);
    assert.equal(authSettings.ToBotFromChannelTokenIssuer, channelIssuer);
  });
});

async function jwksUri(keys: Keys): Promise<string> {
  const metadata: unknown = await (await fetch(keys.url)).json();
  assert.ok(typeof metadata === 'object' && metadata !== null && 'jwks_uri' in metadata);
  return String(metadata.jwks_uri);
}

async function publishedKey(keys: Keys) {
  const set = await (await fetch(await jwksUri(keys))).json();
  const { keys: published } = set as { keys: readonly Readonly<Record<string, unknown>>[] };
  assert.ok(published[0]);
  return published[0];
}

import assert from 'node:assert/strict';
import { startApp, vendor } from '../support/app.ts';
import { tenant } from '../support/duties/duties.ts';
import { fuzz } from './run.ts';

const { FUZZ_SECONDS, FUZZ_SEED } = process.env;
const limits =
  FUZZ_SECONDS === undefined
    ? { seconds: 60, inputs: 2000, seed: 20261129 }
    : { seconds: Number(FUZZ_SECONDS), inputs: Infinity, seed: Number(FUZZ_SEED ?? 0) };

describe('whatever comes in', () => {
  it('gets an answer that is not the bot’s own fault, and holds nobody else up', async () => {
    const app = await startApp({ anonymous: true });
    const keys = { vendor: vendor.secret, tenantId: tenant, serviceUrl: app.connector.url };

    const result = await fuzz(Number(new URL(app.url()).port), keys, limits);

    await app.stop();
    if (FUZZ_SECONDS !== undefined)
      process.stdout.write(`${JSON.stringify({ seed: limits.seed, ...result })}\n`);
    assert.deepEqual(result.faults, [], JSON.stringify(result));
  }).timeout(Math.max(120, 2 * limits.seconds) * 1000);
});

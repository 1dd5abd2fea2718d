import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { faultsAtEachCallOf } from './crashing.ts';
import { moreFlows } from './more-flows.ts';

describe('a bot that dies before or after any call of the far side', () => {
  for (const flow of moreFlows) {
    it(`goes on as if nothing had happened: ${flow.name}`, async () => {
      assert.deepEqual(await faultsAtEachCallOf(flow), []);
      // Hundreds of starts of the whole bot.
    }).timeout(240_000);
  }
});

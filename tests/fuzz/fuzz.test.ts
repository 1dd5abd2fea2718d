import assert from 'node:assert/strict';
import { fuzz, senders } from './run.ts';

// On a busy machine the number of inputs is the end, not the time.
const limits = { seconds: 90, inputs: 1500, seed: 20261129 };

describe('whatever comes in', () => {
  for (const who of senders)
    it(`from ${who} gets an answer that is not the bot’s own fault, and holds nobody else up`, async () => {
      const result = await fuzz(who, limits);

      assert.deepEqual(result.faults, [], JSON.stringify(result));
      assert.ok(result.inputs > 0);
    }).timeout(240_000);
});

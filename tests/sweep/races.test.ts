import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { runRaces } from '../bench/races.ts';
import { azuriteConnectionString } from '../support/azurite.ts';

describe('2 to 50 people who answer one duty at the same moment', function () {
  // Up to four processes and thousands of clicks, on a machine that may have other work.
  this.timeout(180_000);

  for (const [processes, races] of [
    [2, 8],
    [4, 8],
  ] as const) {
    it(`get one answer that counts, over ${String(processes)} processes`, async () => {
      const connectionString = await azuriteConnectionString();

      const { faults, answers } = await runRaces(
        { connectionString },
        { races, processes, seed: 20_261_123 + processes },
      );

      assert.deepEqual(faults, []);
      assert.ok(answers >= 2 * races);
    });
  }
});

import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { seeded } from '../support/seeded.ts';
import type { Refusal } from '../support/store/faults.ts';
import { refusals } from '../support/store/faults.ts';
import type { Vendor } from '../support/vendor/webhook.ts';
import { startVendor, webhookSecret } from '../support/vendor/webhook.ts';
import { flows } from './flows.ts';
import { moreFlows } from './more-flows.ts';
import type { MortalApp } from './process.ts';
import { startMortal } from './process.ts';
import { play, playRefused, setUp } from './run.ts';

// All of them take hours; a few of each flow are tried each time, and REFUSALS says how many.
const wanted = process.env['REFUSALS'] ?? '3';
const most = wanted === 'all' ? Infinity : Number(wanted);
const random = seeded(20_261_129);

describe('a bot whose call of the far side is refused, whichever and however', function () {
  this.timeout(wanted === 'all' ? 0 : 120_000);
  let mortal: MortalApp | undefined;
  let vendor: Vendor | undefined;
  afterEach(async () => {
    await mortal?.app.stop();
    await vendor?.close();
    mortal = undefined;
    vendor = undefined;
  });

  for (const flow of [...flows, ...moreFlows]) {
    it(`keeps every invariant: ${flow.name}`, async () => {
      vendor = flow.webhook ? await startVendor() : undefined;
      const webhook = vendor && { url: vendor.url, secrets: [webhookSecret] };
      const stage = await startMortal(webhook ? { webhook } : {});
      mortal = stage;
      const stepsOn = await setUp(flow, stage);
      const back = stage.remember();
      await back();
      const { calls } = await play(stage, stepsOn(stage.app), { vendor });

      const faults: string[] = [];
      for (const refusal of chosen(calls.length)) {
        await back();
        const found = await playRefused(stage, stepsOn(stage.app), { refusal, vendor }).catch(
          (error: unknown) => [String(error)],
        );
        const call = calls[refusal.at - 1] ?? '';
        const point = `${refusal.refused} at call ${String(refusal.at)} (${call.slice(0, 120)})`;
        faults.push(...found.map((fault) => `${point}: ${fault}`));
      }
      assert.deepEqual(faults, []);
    });
  }
});

/** Which calls are refused how: all, or as many as are wanted, the same ones each time. */
function chosen(calls: number): readonly Refusal[] {
  const every = Array.from({ length: calls }, (_, call) =>
    refusals.map((refused): Refusal => ({ at: call + 1, refused })),
  ).flat();
  if (every.length <= most) return every;
  return Array.from({ length: most }, () => every[Math.floor(random() * every.length)]).filter(
    (one) => one !== undefined,
  );
}

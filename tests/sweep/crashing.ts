import assert from 'node:assert/strict';
import { afterEach, it } from 'mocha';
import type { Crash } from '../support/store/faults.ts';
import { changesSomething } from '../support/store/faults.ts';
import type { Vendor } from '../support/vendor/webhook.ts';
import { startVendor, webhookSecret } from '../support/vendor/webhook.ts';
import type { Flow } from './steps.ts';
import type { MortalApp } from './process.ts';
import { startMortal } from './process.ts';
import { play, setUp } from './run.ts';

// CI runs all of them once, and a quarter on the other version of Node.
const oneIn = process.env['CRASH_POINTS'] === 'quarter' ? 4 : 1;

/** Kills the bot before and after each call of these flows: a file of tests each, so that they run side by side. */
export function diesAtEachCallOf(flows: readonly Flow[]): void {
  let mortal: MortalApp | undefined;
  let vendor: Vendor | undefined;
  afterEach(async () => {
    await mortal?.app.stop();
    await vendor?.close();
    mortal = undefined;
    vendor = undefined;
  });

  for (const flow of flows) {
    it(`goes on as if nothing had happened: ${flow.name}`, async () => {
      vendor = flow.webhook ? await startVendor() : undefined;
      const webhook = vendor && { url: vendor.url, secrets: [webhookSecret] };
      const stage = await startMortal(webhook ? { webhook } : {});
      mortal = stage;
      const stepsOn = await setUp(flow, stage);
      const back = stage.remember();
      await back();
      const whole = await play(stage, stepsOn(stage.app), { vendor });
      assert.deepEqual(whole.faults, []);

      // Before and after a call that only reads, the far side is as it was after the last that did more.
      const points = whole.calls.flatMap((call, at): readonly Crash[] =>
        changesSomething(call)
          ? [
              { at: at + 1, when: 'before' },
              { at: at + 1, when: 'after' },
            ]
          : [],
      );
      const faults: string[] = [];
      for (const crash of points.filter((_, at) => at % oneIn === 0)) {
        await back();
        const { picture: expected } = whole;
        const run = await play(stage, stepsOn(stage.app), { crash, vendor, expected }).catch(
          (error: unknown) => ({ faults: [String(error)] }),
        );
        const call = whole.calls[crash.at - 1] ?? '';
        const point = `${crash.when} call ${String(crash.at)} (${call.slice(0, 120)})`;
        faults.push(...run.faults.map((fault) => `${point}: ${fault}`));
      }
      console.log(`      ${String(points.length)} points of ${String(2 * whole.calls.length)}`);
      assert.deepEqual(faults, []);
      // Hundreds of starts of the whole bot.
    }).timeout(120_000);
  }
}

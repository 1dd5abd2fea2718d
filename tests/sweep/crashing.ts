import type { Crash } from '../support/store/faults.ts';
import { changesSomething } from '../support/store/faults.ts';
import type { Vendor } from '../support/vendor/webhook.ts';
import { startVendor, webhookSecret } from '../support/vendor/webhook.ts';
import type { Flow } from './steps.ts';
import type { MortalApp } from './process.ts';
import { startMortal } from './process.ts';
import { play, setUp } from './run.ts';

// A quarter of them each time, the same ones. CI tries every other one on each of its two versions of Node.
const shares: Readonly<Record<string, { readonly oneIn: number; readonly from: number }>> = {
  all: { oneIn: 1, from: 0 },
  'first-half': { oneIn: 2, from: 0 },
  'second-half': { oneIn: 2, from: 1 },
};
const share = shares[process.env['CRASH_POINTS'] ?? ''] ?? { oneIn: 4, from: 0 };
/** Before and after stand by turns; shifted once each call, each share has some of both. */
const isTried = (at: number): boolean => (at + Math.floor(at / 2)) % share.oneIn === share.from;

/** Kills the bot before and after each call of a flow: what is wrong then, and what is wrong when nothing dies. */
export async function faultsAtEachCallOf(flow: Flow): Promise<readonly string[]> {
  const vendor = flow.webhook ? await startVendor() : undefined;
  const webhook = vendor && { url: vendor.url, secrets: [webhookSecret] };
  const stage = await startMortal(webhook ? { webhook } : {});
  try {
    return await swept(flow, stage, vendor);
  } finally {
    await stage.app.stop();
    await vendor?.close();
  }
}

async function swept(flow: Flow, stage: MortalApp, vendor: Vendor | undefined) {
  const stepsOn = await setUp(flow, stage);
  const back = stage.remember();
  await back();
  const whole = await play(stage, stepsOn(stage.app), { vendor });
  if (whole.faults.length > 0) return whole.faults;

  // Before and after a call that only reads, the far side is as it was after the last that did more.
  const points = whole.calls.flatMap((call, at): readonly Crash[] =>
    changesSomething(call)
      ? [
          { at: at + 1, when: 'before' },
          { at: at + 1, when: 'after' },
        ]
      : [],
  );
  if (points.length === 0) return ['the flow calls nothing that changes something'];
  const faults: string[] = [];
  for (const crash of points.filter((_, at) => isTried(at))) {
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
  return faults;
}

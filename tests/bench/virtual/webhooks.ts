import type { TellResult } from '../../../bot/ports/vendors.ts';
import { rounded, type Report, type Scale } from '../report.ts';
import { knowSimPeople, openFor, startSim, tenantNamed } from './sim-bot.ts';

const tenant = tenantNamed('told-vendor');
const answersAfterMs = 200;
const outageHours = 72;

/** G19: how late a vendor hears what became of its duties, and what an outage of three days loses; in virtual time. */
export async function measureWebhooks(report: Report, { quick }: Scale): Promise<void> {
  const { duties, hours } = quick ? { duties: 10, hours: 2 } : { duties: 1000, hours: outageHours };
  const up = await told({ duties, awayHours: 0 });
  const sorted = up.late.toSorted((one, other) => one - other);
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Infinity;
  report({
    bench: 'G19-webhook',
    p99: rounded(p99),
    told: up.told,
    duties,
    unit: 's after it was due until the vendor has it, 99th of a hundred, virtual',
    goal: 'p99 <= 5, all told',
    met: p99 <= 5 && up.told === duties,
  });
  const away = await told({ duties, awayHours: hours });
  report({
    bench: 'G19-outage',
    lost: duties - away.told,
    outage: hours,
    duties,
    unit: `duties whose vendor never heard of their card, within two hours after ${String(hours)} hours without an answer`,
    goal: 'lost = 0',
    met: away.told === duties,
  });
}

/** Opens a duty each two seconds for a vendor that is away for so long from the first on; of how many it is told. */
async function told({
  duties,
  awayHours,
}: {
  readonly duties: number;
  readonly awayHours: number;
}) {
  const heard = new Set<string>();
  const late: number[] = [];
  let backAt = 0;
  const sim = await startSim([tenant], {
    rounds: true,
    carried: (effect, outcome, seconds) => {
      if (effect === 'webhook' && outcome === 'done') late.push(seconds);
    },
    vendors: {
      isTold: () => true,
      tell: async (_vendor, { id }): Promise<TellResult> => {
        await sim.time.sleep(answersAfterMs);
        if (sim.time.ms() < backAt)
          return { type: 'try-later', afterSeconds: undefined, reason: 'status-503' };
        const dutyId = /^msg_(d[a-f0-9]+)_/.exec(id)?.[1];
        if (dutyId !== undefined) heard.add(dutyId);
        return { type: 'received' };
      },
    },
  });
  await knowSimPeople(sim, tenant, duties);
  backAt = sim.time.ms() + awayHours * 3600 * 1000;
  for (let at = 1; at <= duties; at += 1) {
    void openFor(sim, tenant, at);
    await sim.time.run(2);
  }
  await sim.time.run(Math.max(0, backAt - sim.time.ms()) / 1000 + 2 * 3600);
  return { told: heard.size, late };
}

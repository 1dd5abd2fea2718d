import { rounded, type Report, type Scale } from '../report.ts';
import { seeded } from '../../support/seeded.ts';
import { knowSimPeople, openFor, startSim, tenantNamed } from './sim-bot.ts';

const tenant = tenantNamed('tenant-with-two-instances');
const cards = 200;
// Whatever has not arrived by then counts as lost.
const longestSeconds = 600;

/** G20: how long what an instance had taken upon itself waits when it is killed beside another, in virtual time. */
export async function measureTakeOver(report: Report, { quick }: Scale): Promise<void> {
  const kills = quick ? 1 : 50;
  const random = seeded(20);
  const waits: number[] = [];
  let lost = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const { late, left } = await killedAfter(1 + 2 * random());
    waits.push(...late);
    lost += left;
  }
  const sorted = waits.toSorted((one, other) => one - other);
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? NaN;
  report({
    bench: 'G20-take-over',
    p99: rounded(p99),
    median: rounded(sorted[Math.floor(sorted.length / 2)] ?? NaN),
    most: rounded(sorted.at(-1) ?? NaN),
    waited: waits.length,
    lost,
    kills,
    unit: 's from the kill until a card of the dead instance arrives, virtual',
    goal: 'p99 <= 75, lost = 0',
    met: p99 <= 75 && lost === 0,
  });
}

/** Kills one of two instances so many seconds after it began to open duties. */
async function killedAfter(seconds: number) {
  const sim = await startSim([tenant]);
  await sim.startBeside();
  await knowSimPeople(sim, tenant, cards);
  const accepted = new Set<number>();
  const open = async (at: number): Promise<void> => {
    await openFor(sim, tenant, at);
    accepted.add(at);
  };
  void Promise.all(Array.from({ length: cards }, (_, at) => open(at + 1)));
  await sim.time.run(seconds);
  const killedAt = sim.time.ms();
  sim.kill();
  const arrivals = (): ReadonlyMap<string, number> => {
    const first = new Map<string, number>();
    for (const { conversation, status, at } of sim.connector.calls)
      if (status === 200 && !first.has(conversation)) first.set(conversation, at);
    return first;
  };
  const waiting = [...accepted].map((at) => `a:${tenant}-${String(at)}`);
  const before = arrivals();
  const missing = waiting.filter((chat) => !before.has(chat));
  await sim.time.run(longestSeconds, () => sim.connector.delivered.size >= accepted.size);
  const after = arrivals();
  const late = missing.flatMap((chat) => {
    const at = after.get(chat);
    return at === undefined ? [] : [(at - killedAt) / 1000];
  });
  return { late, left: missing.length - late.length };
}

import type { DutyId, TenantKey } from '../../../bot/duty/ids.ts';
import { dutyIdFor } from '../../../bot/duty/open.ts';
import { useChannel } from '../../../bot/features/channel/channel.ts';
import { changeDuty } from '../../../bot/casework/change-duty.ts';
import { rounded, type Report, type Scale } from '../report.ts';
import type { SimCall } from './sim-connector.ts';
import { knowSimPeople, openFor, personAt, startSim, tenantNamed, type Sim } from './sim-bot.ts';

const tenant = tenantNamed('busy-tenant');
const neighbour = tenantNamed('quiet-tenant');
const virtual = 'virtual: simulated Bot Connector with the limits of Teams';

/** G4 to G7: what a storm costs, in virtual time, with Teams' published limits enforced. */
export async function measureStorms(report: Report, { quick }: Scale): Promise<void> {
  const cards = quick ? 300 : 10_000;
  await measureCards(report, cards);
  await measureTrouble(report, cards);
  await measureNeighbour(report, cards);
  await measureChannel(report, cards);
}

/** Opens so many duties at once, as a vendor with one file does; resolves when all are accepted. */
function openAll(sim: Sim, of: TenantKey, count: number): Promise<unknown> {
  let next = 1;
  const opener = async (): Promise<void> => {
    while (next <= count) {
      next += 1;
      await openFor(sim, of, next - 1);
    }
  };
  return Promise.all(Array.from({ length: 16 }, opener));
}

const seconds = (milliseconds: number): number => rounded(milliseconds / 1000);
const throttledIn = (calls: readonly SimCall[]): number =>
  calls.filter(({ status }) => status === 429).length;
const duplicatesIn = (sim: Sim): number =>
  [...sim.connector.delivered.values()].reduce((sum, times) => sum + times - 1, 0);

async function measureCards(report: Report, cards: number): Promise<void> {
  const sim = await startSim([tenant]);
  await knowSimPeople(sim, tenant, cards);
  const cpu = process.cpuUsage();
  const begun = sim.time.ms();
  void openAll(sim, tenant, cards);
  await sim.time.run(3600, () => sim.connector.delivered.size >= cards);
  const took = sim.time.ms() - begun;
  const { user, system } = process.cpuUsage(cpu);
  // What is still under way at the last card would show as a second copy.
  await sim.time.run(600);
  const { calls } = sim.connector;
  const figures = {
    took: seconds(took),
    throttled: throttledIn(calls),
    calls: calls.length,
    duplicates: duplicatesIn(sim),
    processor: rounded((user + system) / 1_000_000),
  };
  report({
    bench: 'G4-storm',
    ...figures,
    cards,
    unit: `s, ${virtual}`,
    goal: `took <= ${String(cards / 50 + 30)}, throttled <= 0.1 % of calls, duplicates = 0`,
    met:
      sim.connector.delivered.size === cards &&
      took <= (cards / 50 + 30) * 1000 &&
      figures.throttled <= calls.length / 1000 &&
      figures.duplicates === 0,
  });
}

async function measureTrouble(report: Report, cards: number): Promise<void> {
  const sim = await startSim([tenant], { faults: { share: 0.01, random: seeded(7) } });
  await knowSimPeople(sim, tenant, cards);
  const begun = sim.time.ms();
  let opened = false;
  void openAll(sim, tenant, cards).then(() => {
    opened = true;
  });
  await sim.time.run(3600, () => opened);
  const arrived = (): number => sim.connector.delivered.size;
  for (const share of [0.2, 0.5, 0.8]) {
    await sim.time.run(3600, () => arrived() >= cards * share);
    await sim.crash();
  }
  await sim.time.run(3600, () => arrived() >= cards);
  const took = sim.time.ms() - begun;
  await sim.time.run(600);
  const duplicates = duplicatesIn(sim);
  const limit = cards / 50 + 100;
  report({
    bench: 'G5-storm-in-trouble',
    took: seconds(took),
    delivered: arrived(),
    duplicates,
    unknownOutcomes: sim.connector.unknown(),
    crashes: 3,
    cards,
    unit: `s, ${virtual}`,
    goal: `took <= ${String(limit)}, all delivered, duplicates <= unknownOutcomes`,
    met: arrived() === cards && took <= limit * 1000 && duplicates <= sim.connector.unknown(),
  });
}

async function measureNeighbour(report: Report, cards: number): Promise<void> {
  const asked = Math.max(20, Math.round(cards / 60));
  const quiet = await delaysOf(asked, 0);
  const noisy = await delaysOf(asked, cards);
  report({
    bench: 'G6-noisy-neighbour',
    quiet: rounded(quiet),
    noisy: rounded(noisy),
    cards: asked,
    noise: cards,
    unit: `ms until a card arrives, 99th of a hundred, ${virtual}`,
    goal: 'noisy <= 2 x quiet',
    met: noisy <= 2 * quiet,
  });
}

/** A card a second for one tenant while so many go out for another; the delay that one in a hundred exceeds. */
async function delaysOf(asked: number, noise: number): Promise<number> {
  const sim = await startSim([tenant, neighbour]);
  await knowSimPeople(sim, neighbour, asked);
  await knowSimPeople(sim, tenant, noise);
  if (noise > 0) void openAll(sim, tenant, noise);
  const delays: number[] = [];
  for (let at = 1; at <= asked; at += 1) {
    const before = sim.time.ms();
    void openFor(sim, neighbour, at);
    const mine = (call: SimCall): boolean => call.conversation === `a:${neighbour}-${String(at)}`;
    let came: SimCall | undefined;
    await sim.time.run(1, () => (came ??= sim.connector.calls.slice(-60).find(mine)) !== undefined);
    if (!came) await sim.time.run(600, () => (came = sim.connector.calls.find(mine)) !== undefined);
    delays.push((came?.at ?? Infinity) - before);
    const rest = before + 1000 - sim.time.ms();
    if (rest > 0) await sim.time.run(rest / 1000);
  }
  return delays.toSorted((one, other) => one - other)[Math.ceil(asked * 0.99) - 1] ?? Infinity;
}

const channelId = '19:sim@thread.tacv2';

async function measureChannel(report: Report, answers: number): Promise<void> {
  const sim = await startSim([tenant]);
  await knowSimPeople(sim, tenant, answers);
  const channel = { channelId, name: 'IT', serviceUrl: `https://${tenant}/`, tenantId: tenant };
  await useChannel(sim.services(), tenant, channel);
  void openAll(sim, tenant, answers);
  await sim.time.run(3600);
  const opened = inChannel(sim).length;
  // Half an hour in which everybody answers, one in two hundred with a problem.
  const pause = (1800 * 1000) / answers;
  for (let at = 1; at <= answers; at += 1) {
    await answerOne(sim, at, at % 200 === 0 ? 'problem' : 'fulfilled');
    await sim.time.run(pause / 1000);
  }
  await sim.time.run(3600);
  const calls = inChannel(sim);
  const cost = calls.length - opened;
  const hour = most(calls, 3600);
  const halfMinute = most(calls, 30);
  const stale = (await sim.services().store.rollUps.behind(tenant, 1)).length;
  report({
    bench: 'G7-channel',
    cost,
    opening: opened,
    mostInAnHour: hour,
    mostInHalfAMinute: halfMinute,
    cardsBehind: stale,
    answers,
    problems: Math.floor(answers / 200),
    unit: `posts and edits in the IT channel, ${virtual}`,
    goal: 'cost <= 400, never over 1,800 an hour or 60 in 30 s',
    met: cost <= 400 && hour <= 1800 && halfMinute <= 60 && stale === 0,
  });
}

const inChannel = (sim: Sim): readonly SimCall[] =>
  sim.connector.calls.filter(({ conversation }) => conversation === channelId);

async function answerOne(sim: Sim, at: number, outcome: 'fulfilled' | 'problem'): Promise<void> {
  const id: DutyId = dutyIdFor(tenant, 'bench', `sim-${String(at)}`);
  const by = { aadObjectId: personAt(at), name: `Persoon ${String(at)}` };
  const values =
    outcome === 'problem'
      ? { outcome: 'broken', 'checks-0': 'wrong', note: 'Foutmelding bij inloggen' }
      : { outcome: 'works', 'checks-0': 'ok' };
  const event = { type: 'answered', by, outcome, values, formVersion: 1, via: 'card' } as const;
  const changed = await changeDuty(sim.services(), { tenant, id }, event);
  if (changed?.verdict !== 'done') throw new Error(`Answer ${String(at)} was not taken.`);
}

/** The most that fall within any time of so many seconds. */
function most(calls: readonly SimCall[], within: number): number {
  let first = 0;
  return calls.reduce((largest, { at }, index) => {
    while ((calls[first]?.at ?? at) <= at - within * 1000) first += 1;
    return Math.max(largest, index - first + 1);
  }, 0);
}

/** The same numbers from 0 to 1 in every run: Lehmer's generator with the multiplier of Park and Miller. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % (2 ** 31 - 1);
    return state / (2 ** 31 - 1);
  };
}

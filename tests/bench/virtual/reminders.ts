import { dutyIdFor } from '../../../bot/duty/open.ts';
import { rounded, type Report, type Scale } from '../report.ts';
import { knowSimPeople, openFor, startSim, tenantNamed, type Sim } from './sim-bot.ts';

const tenant = tenantNamed('busy-tenant');
const virtual = 'virtual: simulated Bot Connector with the limits of Teams';
const daySeconds = 24 * 3600;

/** G18: how late reminders are, and what a day without a bot brings. */
export async function measureReminders(report: Report, { quick }: Scale): Promise<void> {
  const people = quick ? 40 : 1000;
  const usual = await mornings(people, 0);
  report({
    bench: 'G18-reminder',
    ...usual,
    people,
    unit: `s after it was due until it was carried out, 99th of a hundred, ${virtual}`,
    goal: '<= 60, one each',
    met: usual.late <= 60 && usual.reminded === people && usual.most === 1,
  });
  // How late the reminders of that day are says nothing: they are put off to working hours.
  const { late: _, latest: __, ...missed } = await mornings(people, daySeconds);
  report({
    bench: 'G18-after-a-day-down',
    ...missed,
    people,
    unit: `reminders to one person and steps of one duty, after 24 h without a bot, ${virtual}`,
    goal: 'most <= 1, steps <= 1, all reminded',
    met: missed.reminded === people && missed.most === 1 && missed.steps <= 1,
  });
}

/**
 * The working day on which everybody has a duty to be reminded of. The bot is gone for so many seconds, when
 * the reminders of nine o'clock wait already.
 */
async function mornings(people: number, downSeconds: number) {
  const late: number[] = [];
  // Monday evening in Amsterdam; a duty of Thursday 3 December is reminded of on Tuesday the 1st.
  const sim = await startSim([tenant], {
    start: '2026-11-30T18:00:00Z',
    rounds: true,
    carried: (effect, _outcome, seconds) => {
      if (effect === 'send-reminders') late.push(seconds);
    },
  });
  await knowSimPeople(sim, tenant, people);
  // Opening waits for the clock, which goes on below.
  const opening = openAll(sim, people);
  // Half past eight on Tuesday.
  await sim.time.run((Date.parse('2026-12-01T07:30:00Z') - sim.time.ms()) / 1000);
  await opening;
  if (downSeconds > 0) await sim.crash(downSeconds);
  const before = sim.connector.calls.length;
  // Until noon: nobody has another step before the next day.
  await sim.time.run(4.5 * 3600);
  const reminders = new Map<string, number>();
  for (const { conversation, what, status } of sim.connector.calls.slice(before))
    if (what === 'post' && status === 200)
      reminders.set(conversation, (reminders.get(conversation) ?? 0) + 1);
  const sorted = late.toSorted((one, other) => one - other);
  return {
    late: rounded(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Infinity),
    latest: rounded(sorted.at(-1) ?? Infinity),
    reminded: reminders.size,
    most: Math.max(0, ...reminders.values()),
    steps: await mostSteps(sim, people),
    throttled: sim.connector.calls.filter(({ status }) => status === 429).length,
  };
}

async function openAll(sim: Sim, people: number): Promise<void> {
  for (let at = 1; at <= people; at += 1) await openFor(sim, tenant, at);
}

/** How many times one duty's evidence says at most that it was reminded of. */
async function mostSteps(sim: Sim, people: number): Promise<number> {
  let most = 0;
  for (let at = 1; at <= people; at += 1) {
    const id = dutyIdFor(tenant, 'bench', `sim-${String(at)}`);
    let steps = 0;
    for await (const { type } of sim.services().store.duties.records({ tenant, id }))
      steps += type === 'reminded' ? 1 : 0;
    most = Math.max(most, steps);
  }
  return most;
}

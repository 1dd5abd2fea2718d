import { setTimeout } from 'node:timers/promises';
import type { Azurite } from '../../bot/demo/azurite.ts';
import { startAzurite } from '../../bot/demo/azurite.ts';
import type { EvidenceRecord } from '../../bot/duty/record/record.ts';
import type { DutyView } from '../../bot/duty/view.ts';
import type { Person } from '../support/teams/activities.ts';
import { sendActivity, teamsClient } from '../support/teams/activities.ts';
import { appId, callApi, auditor, vendor } from '../support/vendor/api.ts';
import type { RunningBot } from '../support/processes/bot-process.ts';
import { startProcess } from '../support/processes/bot-process.ts';
import { startConnector } from '../support/teams/connector.ts';
import { defined, openingFor, tenant } from '../support/duties/duties.ts';
import { seeded } from '../support/seeded.ts';
import type { Report, Scale } from './report.ts';

const people: readonly Person[] = Array.from({ length: 50 }, (_, at) => ({
  id: `29:racer-${String(at)}`,
  aadObjectId: `22222222-aaaa-4bbb-8ccc-${String(5000 + at).padStart(12, '0')}`,
  name: `Persoon ${String(at)}`,
}));
const fewest = 2;
const atOnce = 4;

/** How races ended, by the evidence; a double one counted more than one answer. */
export type Races = {
  readonly races: number;
  readonly answers: number;
  readonly faults: readonly string[];
};

/**
 * Lets 2 to 50 people answer the same duty at the same moment, spread over several processes on one
 * store, and compares the history that the evidence tells with the simplest model of it: of those who
 * answered, the first one counts, everybody else is kept beside it, and nobody is missing.
 */
async function runRaces(
  { connectionString }: Pick<Azurite, 'connectionString'>,
  { races, processes, seed }: { races: number; processes: number; seed: number },
): Promise<Races> {
  const connector = await startConnector({ people });
  const bots = await startAll(connectionString, processes, seed);
  const random = seeded(seed);
  const teams = teamsClient({ serviceUrl: connector.url, appId, tenantId: tenant });
  const faults: string[] = [];
  const raced: Raced[] = [];
  let answers = 0;

  const race = async (at: number): Promise<void> => {
    // Mostly a few, sometimes everybody.
    const size = fewest + Math.floor(random() ** 6 * (people.length - fewest + 1));
    const contenders = people.slice(0, size);
    const start = Math.floor(random() * bots.length);
    const botFor = (one: number): RunningBot => defined(bots[(start + one) % bots.length]);
    const { id } = await open(botFor(0), `race-${String(seed)}-${String(at)}`, contenders);
    const data = { do: 'answer', d: id, g: 1, 'checks-0': 'ok', outcome: 'works' };
    const replies = await Promise.all(
      contenders.map((who, one) =>
        sendActivity({
          url: botFor(one).url,
          activity: teams.execute(who, { verb: 'answer', data }),
        }),
      ),
    );
    const unanswered = replies.filter(({ status }) => status !== 200).length;
    if (unanswered > 0) faults.push(`${id}: ${String(unanswered)} clicks were not answered`);
    raced.push({ id, contenders: size });
    answers += size;
  };
  try {
    let next = 0;
    const runner = async (): Promise<void> => {
      while (next < races) {
        next += 1;
        await race(next);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, runner));
    faults.push(...(await judgedInTime(defined(bots[0]), raced)));
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await connector.close();
  }
  return { races, answers, faults };
}

function startAll(connectionString: string, processes: number, seed: number) {
  const environment = {
    ALLOW_ANONYMOUS: 'true',
    PORT: '0',
    MicrosoftAppTenantId: tenant,
    AZURE_STORAGE_CONNECTION_STRING: connectionString,
    TABLE_PREFIX: `Races${String(process.pid)}x${String(processes)}x${String(seed)}`,
    VENDOR_API_KEYS: `${vendor.name}:${vendor.secret}`,
    AUDITOR_API_KEYS: `${auditor.name}:${auditor.secret}`,
    LOG_LEVEL: 'info',
  };
  return Promise.all(Array.from({ length: processes }, () => startProcess(environment)));
}

async function open(bot: RunningBot, key: string, who: readonly Person[]): Promise<DutyView> {
  const assignees = who.map(({ aadObjectId, name }) => ({ aadObjectId, name }));
  const body = openingFor('verify-change', { reference: key, assignees });
  const headers = { 'idempotency-key': key };
  const reply = await callApi(bot.url, 'POST', '/api/v1/duties', body, headers);
  if (reply.status !== 201) throw new Error(`The duty was not opened: ${reply.text}`);
  return reply.body as DutyView;
}

type Raced = { readonly id: string; readonly contenders: number };

// A click is answered within four seconds, "it is under way" when the store is not done by then.
const underWayMs = 30_000;

/** What the evidence has that the model does not, once what was still under way had its time. */
async function judgedInTime(bot: RunningBot, raced: readonly Raced[]): Promise<readonly string[]> {
  const until = performance.now() + underWayMs;
  for (;;) {
    const { text } = await callApi(bot.url, 'GET', '/api/v1/evidence', undefined, {});
    const faults = judged(text, raced);
    if (faults.length === 0 || performance.now() > until) return faults;
    await setTimeout(500);
  }
}

/** What the evidence has that the model does not. */
function judged(exported: string, raced: readonly Raced[]): readonly string[] {
  const records = exported
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as EvidenceRecord);
  const byDuty = new Map<string, EvidenceRecord[]>();
  for (const record of records)
    byDuty.set(record.dutyId, [...(byDuty.get(record.dutyId) ?? []), record]);
  return raced.flatMap(({ id, contenders }) => {
    const own = byDuty.get(id) ?? [];
    const told = own.filter(({ type }) => type === 'answered');
    const counts = told.map(({ data }) => (data as { effective: boolean }).effective);
    const people = new Set(told.map(({ by }) => by?.aadObjectId)).size;
    const many = counts.filter(Boolean).length;
    return [
      ...(many === 1 ? [] : [`${id}: ${String(many)} answers count`]),
      ...(counts[0] === true ? [] : [`${id}: the first does not count`]),
      ...(people === contenders && told.length === contenders
        ? []
        : [`${id}: ${String(told.length)} answers of ${String(contenders)} people`]),
      ...(own.every(({ seq }, at) => seq === at + 1) ? [] : [`${id}: the records have a gap`]),
    ];
  });
}

// Azurite keeps everything in memory: each portion has its own.
const perPortion = 250;

/** G14: races over two and over four processes, half of them each. */
export async function measureRaces(report: Report, { quick, races }: Scale): Promise<void> {
  for (const processes of [2, 4]) {
    const began = performance.now();
    const half = quick ? 6 : Math.ceil(races / 2);
    const faults: string[] = [];
    let answers = 0;
    for (let from = 0; from < half; from += perPortion) {
      const azurite = await startAzurite({ tablePort: 0, queuePort: 0, log: () => undefined });
      try {
        const portion = { races: Math.min(perPortion, half - from), processes, seed: from + 1 };
        const ran = await runRaces(azurite, portion);
        faults.push(...ran.faults);
        answers += ran.answers;
      } finally {
        await azurite.stop();
      }
    }
    report({
      bench: `G14-races-${String(processes)}-processes`,
      races: half,
      answers,
      wrong: faults.length,
      faults: faults.slice(0, 5),
      seconds: Math.round((performance.now() - began) / 1000),
      store: 'Azurite',
      unit: 'races with anything but one counting answer and all others beside it',
      goal: '0 in 10,000',
      met: faults.length === 0,
    });
  }
}

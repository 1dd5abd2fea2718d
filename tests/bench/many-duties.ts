import { setTimeout as wait } from 'node:timers/promises';
import type { Azurite } from '../../bot/demo/azurite.ts';
import { dutyIdFor, openDuty, requestHash } from '../../bot/duty/open.ts';
import { seal } from '../../bot/duty/record/record.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';
import { azureTables } from '../../bot/store/azure/table.ts';
import type { EntityTable, Write } from '../../bot/store/azure/entity-table.ts';
import { dutyKey, partitionOf, recordKey, shardOf } from '../../bot/store/azure/keys.ts';
import { toColumns } from '../../bot/store/azure/rows.ts';
import { readOpening } from '../../bot/casework/read-opening.ts';
import { DateTime } from 'luxon';
import { homeTenant } from './processes/bot.ts';
import { people } from './processes/identity.ts';
import { median, rounded, spread, type Report, type Scale } from './report.ts';
import { buildWhereOld, processorMs, residentMiB, startBuilt, stop } from './start.ts';
import { sealing } from '../support/duties/sealing.ts';

// The first round by the clock is over by then, and what the start left to the garbage collector is gone.
const settleMs = 5000;
const quickSettleMs = 500;
const perTransaction = 90;

/** G9 and G10: what a hundred thousand open duties cost a bot that starts beside them. */
export async function measureManyDuties(
  report: Report,
  { quick }: Scale,
  { connectionString }: Pick<Azurite, 'connectionString'>,
  duties = quick ? 300 : 100_000,
): Promise<void> {
  const rounds = quick ? 1 : 3;
  const settle = quick ? quickSettleMs : settleMs;
  await buildWhereOld();
  const [none, many] = ['None', 'Many'].map((name) => `${name}${String(process.pid)}`);
  if (none === undefined || many === undefined) return;
  const empty = await startsOn(connectionString, { prefix: none, rounds, settle });
  await fill(azureTables({ connectionString }), many, duties);
  const full = await startsOn(connectionString, { prefix: many, rounds, settle });
  const grown = median(full.memory) - median(empty.memory);
  report({
    bench: 'G9-memory-open-duties',
    grown: rounded(grown),
    without: spread(empty.memory),
    with: spread(full.memory),
    duties,
    rounds,
    unit: 'MiB resident more than without duties',
    goal: '<= 64',
    met: grown <= 64,
  });
  const ready = median(full.ready);
  report({
    bench: 'G10-ready-open-duties',
    ready: Math.round(ready),
    spread: spread(full.ready),
    without: Math.round(median(empty.ready)),
    processor: full.cpu,
    duties,
    rounds,
    store: 'Azurite',
    unit: 'ms from spawn until /readyz says 200',
    goal: '<= 5000',
    met: ready <= 5000,
  });
}

async function startsOn(
  connectionString: string,
  {
    prefix,
    rounds,
    settle,
  }: { readonly prefix: string; readonly rounds: number; readonly settle: number },
) {
  const ready: number[] = [];
  const memory: number[] = [];
  const cpu: (number | null)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { child, readyMs } = await startBuilt(connectionString, prefix);
    ready.push(readyMs);
    cpu.push(processorMs(child));
    await wait(settle);
    memory.push(await residentMiB(child));
    await stop(child);
  }
  return { ready, memory, cpu };
}

/**
 * Open duties as they are stored, each with its first record and its place among the reminders: what a start
 * could meet. The other lists have partitions of their own, which no start reads.
 */
async function fill(
  open: (name: string) => EntityTable,
  prefix: string,
  count: number,
): Promise<void> {
  const tenant = homeTenant();
  const groups = new Map<string, Write[]>();
  const add = (table: string, partition: string, ...writes: Write[]): void => {
    const name = `${table} ${partition}`;
    groups.set(name, [...writes, ...(groups.get(name) ?? [])]);
  };
  const [records, lists] = [open(`${prefix}Records`), open(`${prefix}Lists`)];
  await Promise.all([records.prepare(), lists.prepare()]);
  const send = (name: string, writes: readonly Write[]): Promise<unknown> => {
    const [table, partition = ''] = name.split(' ');
    return (table === 'records' ? records : lists).transact(partition, writes);
  };
  const under = new Set<Promise<unknown>>();
  const flush = async (least: number): Promise<void> => {
    for (const [name, writes] of groups) {
      if (writes.length < least) continue;
      groups.delete(name);
      if (under.size >= 16) await Promise.race(under);
      const sending: Promise<unknown> = send(name, writes).finally(() => under.delete(sending));
      under.add(sending);
    }
  };
  for (let at = 1; at <= count; at += 1) {
    const { duty, records: evidence } = openedDuty(at);
    const rows = [
      { do: 'put' as const, rowKey: dutyKey(duty.id), columns: toColumns(duty) },
      ...evidence.map((record) => ({
        do: 'put' as const,
        rowKey: recordKey(duty.id, record.seq),
        columns: toColumns(record),
      })),
    ];
    add('records', partitionOf(tenant, shardOf(duty.id)), ...rows);
    const rowKey = `${farDay}|${duty.id}`;
    add('lists', `${tenant}|remind`, { do: 'put', rowKey, columns: toColumns(duty.id) });
    if (at % 10 === 0) await flush(perTransaction - 10);
  }
  await flush(1);
  await Promise.all(under);
}

const farDay = '2099-12-01';
const now = toInstant(DateTime.fromISO('2026-11-23T08:30:00Z'));

function openedDuty(at: number) {
  const tenant = homeTenant();
  const reading = readOpening({
    kind: 'verify-change',
    system: `Systeem ${String(at % 100)}`,
    reference: `CHG-${String(at)}`,
    title: 'Release 2026.4: nieuwe btw-codes',
    assignees: [{ aadObjectId: people[at % people.length]?.aadObjectId }],
    dueOn: '2099-12-03',
    details: { summary: 'Nieuwe btw-codes in de factuurrun.', checks: ['inloggen', 'factuurrun'] },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const openedBy = { type: 'vendor', name: 'bench' } as const;
  const id = dutyIdFor(tenant, 'bench', `open-${String(at)}`);
  const asked = { openedBy, requestHash: requestHash(String(at)) };
  const opened = openDuty(id, { tenant, opening: reading.opening, opened: asked }, now);
  return seal(opened.duty, opened.evidence, sealing(now));
}

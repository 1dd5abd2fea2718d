import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { readOpening } from '../../bot/casework/read-opening.ts';
import { dutyIdFor, openDuty, requestHash } from '../../bot/duty/open.ts';
import type { Person } from '../../bot/duty/ids.ts';
import { parsePersonId } from '../../bot/duty/ids.ts';
import type { RecordDraft } from '../../bot/duty/record/record.ts';
import { seal } from '../../bot/duty/record/record.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';
import { parseQuarter } from '../../bot/duty/time/quarter.ts';
import { exportToFile } from '../../bot/evidence/export/to-file.ts';
import { verifyFile } from '../../bot/evidence/verify/verify.ts';
import { makeDossier } from '../../bot/features/evidence/dossier/make.ts';
import { makeCheckpoint } from '../../bot/features/evidence/log/append.ts';
import type { Store } from '../../bot/ports/store.ts';
import type { EntityTable, Row } from '../../bot/store/azure/entity-table.ts';
import { defaultRetention } from '../../bot/tenant/retention.ts';
import { defined } from '../support/duties/duties.ts';
import { sealing } from '../support/duties/sealing.ts';
import { storeWith } from '../support/store/memory-store.ts';
import { homeTenant } from './bot.ts';
import { people } from './identity.ts';
import { perSecond, rounded, type Report, type Scale } from './report.ts';

const injectedMs = 5;
const perDuty = 4;
const now = toInstant(DateTime.fromISO('2026-11-23T08:30:00Z'));
const logName = { origin: `shared-duty/${homeTenant()}/Bench` };

/** G17: an export, its verification and a dossier of a hundred thousand records, each storage call late. */
export async function measureEvidence(report: Report, { quick }: Scale): Promise<void> {
  const records = quick ? 400 : 100_000;
  const folder = await mkdtemp(join(tmpdir(), 'bench-evidence-'));
  const late = { isOn: false };
  const store = storeWith(() => sortedTable(late), 'Bench');
  await fill(store, records / perDuty);
  late.isOn = true;
  const path = join(folder, 'evidence.ndjson');
  const exporter = {
    ...{ store, software: 'bench', now: () => DateTime.fromISO(now) },
    settings: { homeTenant: homeTenant(), anonymous: false },
  };
  const told = { records, injected: injectedMs };
  try {
    const exported = await measured(() =>
      exportToFile(exporter, { extent: {}, path, force: true }),
    );
    const rate = perSecond(records, exported.milliseconds);
    report({
      bench: 'G17-export',
      ...{ perSecond: Math.round(rate), ...of(exported), ...told, bytes: statSync(path).size },
      unit: 'records/s; heap in MiB above what stood before',
      goal: '>= 5000 and <= 50',
      met: rate >= 5000 && exported.heap <= 50,
    });
    const verified = await measured(() => verifyFile(path));
    report({
      bench: 'G17-verify',
      ...{ ...of(verified), ...told, verdict: verified.result.type },
      unit: 'ms',
      goal: '<= 5000',
      met: verified.milliseconds <= 5000 && verified.result.type === 'whole',
    });
    const dossier = await measured(() => aDossier(store, join(folder, 'dossier.zip')));
    report({
      bench: 'G17-dossier',
      ...{ ...of(dossier), ...told, bytes: dossier.result.bytes },
      unit: 'ms; heap in MiB above what stood before',
      goal: '<= 600000 and <= 50',
      met: dossier.milliseconds <= 600_000 && dossier.heap <= 50,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const aDossier = (store: Store, path: string) =>
  makeDossier(
    {
      ...{ store, zone: 'Europe/Amsterdam', retention: defaultRetention },
      ...{ now: () => now, newId: () => 'bench' },
    },
    { environment: 'production', software: 'bench', logName: () => logName },
    {
      path,
      order: {
        tenant: homeTenant(),
        wanted: { quarter: defined(parseQuarter('2026-Q4')), language: 'nl' },
        by: { key: 'bench' },
      },
    },
  );

interface Measured<T> {
  readonly result: T;
  readonly milliseconds: number;
  readonly processorMs: number;
  /** The most that lived on the heap meanwhile, in MiB above what did before. */
  readonly heap: number;
}

const of = ({ milliseconds, processorMs, heap }: Measured<unknown>) => ({
  ...{ milliseconds: Math.round(milliseconds), processorMs: Math.round(processorMs) },
  heap: rounded(heap),
});

const mebibyte = 1024 * 1024;
const betweenLooks = 2000;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const living = (): number => {
  collect();
  return process.memoryUsage().heapUsed / mebibyte;
};

/** Measures time and memory in two runs: collecting garbage to see what lives takes time of its own. */
async function measured<T>(run: () => Promise<T>): Promise<Measured<T>> {
  const before = living();
  let most = before;
  const looks = setInterval(() => (most = Math.max(most, living())), betweenLooks);
  await run();
  clearInterval(looks);
  collect();
  const [began, used] = [performance.now(), process.cpuUsage()];
  const result = await run();
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  return { result, milliseconds, processorMs: (user + system) / 1000, heap: most - before };
}

/** Duties that were opened, brought, reminded of and answered, and the log that says so. */
async function fill(store: Store, duties: number): Promise<void> {
  const tenant = homeTenant();
  for (let at = 0; at < duties; at += 1) {
    const { duty, records } = answeredDuty(at);
    const attempt = `bench-${String(at)}`;
    await store.duties.commit({ duty, etag: undefined, attempt, records, effects: [] });
  }
  await makeCheckpoint({ store, now: () => now }, tenant, logName);
}

function answeredDuty(at: number) {
  const tenant = homeTenant();
  const known = people[at % people.length];
  const aadObjectId = parsePersonId(known?.aadObjectId);
  const assignee = known && aadObjectId ? { ...known, aadObjectId } : undefined;
  const reading = readOpening({
    kind: 'verify-change',
    system: `Systeem ${String(at % 100)}`,
    reference: `CHG-${String(at)}`,
    title: 'Release 2026.4: nieuwe btw-codes',
    assignees: [{ aadObjectId: assignee?.aadObjectId }],
    dueOn: '2026-12-03',
    details: { summary: 'Nieuwe btw-codes in de factuurrun.', checks: ['inloggen', 'factuurrun'] },
  });
  if (!reading.ok || !assignee) throw new Error('The duties of the bench cannot be opened.');
  const openedBy = { type: 'vendor', name: 'bench' } as const;
  const id = dutyIdFor(tenant, 'bench', `open-${String(at)}`);
  const asked = { openedBy, requestHash: requestHash(String(at)) };
  const opened = openDuty(id, { tenant, opening: reading.opening, opened: asked }, now);
  return seal(opened.duty, [...opened.evidence, ...whatHappened(assignee)], sealing(now));
}

const whatHappened = (by: Person): readonly RecordDraft[] => [
  { type: 'delivered', data: { to: { ...by }, card: 'question', template: 3, language: 'nl' } },
  { type: 'reminded', data: { step: 'due', to: [{ ...by }] } },
  {
    type: 'answered',
    by,
    outcome: 'fulfilled',
    data: {
      values: {
        outcome: 'works',
        checks: [
          { line: 'inloggen', value: 'ok' },
          { line: 'factuurrun', value: 'ok' },
        ],
        note: 'Met drie facturen van gisteren geprobeerd.',
      },
      ...{ generation: 1, via: 'card', effective: true },
    },
  },
];

/**
 * A table whose rows lie as text outside the heap and are read anew each time, as those of a service are: what
 * then lives on the heap is what the reader holds.
 */
function sortedTable(late: { readonly isOn: boolean }): EntityTable {
  const partitions = new Map<
    string,
    { rows: Map<string, Buffer>; keys: readonly string[] | undefined }
  >();
  const of = (partition: string) => {
    const known = partitions.get(partition) ?? { rows: new Map<string, Buffer>(), keys: undefined };
    partitions.set(partition, known);
    return known;
  };
  let version = 0;
  const called = () => (late.isOn ? wait(injectedMs) : Promise.resolve());
  return {
    prepare: () => Promise.resolve(),
    get: async (partition, rowKey) => {
      await called();
      return rowFrom(of(partition).rows.get(rowKey));
    },
    range: async ({ partition, from, before, after = '', limit }) => {
      await called();
      const held = of(partition);
      held.keys ??= [...held.rows.keys()].sort();
      const found: Row[] = [];
      for (
        let at = firstFrom(held.keys, from > after ? from : after);
        found.length < limit;
        at += 1
      ) {
        const key = held.keys[at];
        if (key === undefined || key >= before) break;
        const row = key === after ? undefined : rowFrom(held.rows.get(key));
        if (row) found.push(row);
      }
      return found;
    },
    transact: async (partition, writes) => {
      await called();
      const held = of(partition);
      for (const write of writes) {
        held.keys = undefined;
        if (write.do === 'delete') held.rows.delete(write.rowKey);
        else {
          version += 1;
          const { rowKey, columns } = write;
          held.rows.set(
            rowKey,
            Buffer.from(JSON.stringify({ rowKey, columns, etag: String(version) })),
          );
        }
      }
      return 'done';
    },
  };
}

const rowFrom = (written: Buffer | undefined): Row | undefined =>
  written && (JSON.parse(written.toString()) as Row);

/** Where the first key stands that is not before another. */
function firstFrom(keys: readonly string[], from: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

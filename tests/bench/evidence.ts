import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import type { Azurite } from '../../bot/demo/azurite.ts';
import { parseQuarter } from '../../bot/duty/time/quarter.ts';
import { exportToFile } from '../../bot/evidence/export/to-file.ts';
import { verifyFile } from '../../bot/evidence/verify/verify.ts';
import { makeDossier } from '../../bot/features/evidence/dossier/make.ts';
import type { Store } from '../../bot/ports/store.ts';
import { azureTables } from '../../bot/store/azure/table.ts';
import { defaultRetention } from '../../bot/tenant/retention.ts';
import { defined } from '../support/duties/duties.ts';
import { storeWith } from '../support/store/memory-store.ts';
import { fill, logName, now, perDuty } from './answered-duties.ts';
import { homeTenant } from './processes/bot.ts';
import { injectedMs, sortedTable } from './late-table.ts';
import { perSecond, rounded, type Report, type Scale } from './report.ts';

/** G17: an export, its verification and a dossier of a hundred thousand records, each storage call late. */
export async function measureEvidence(report: Report, scale: Scale): Promise<void> {
  const late = { isOn: false };
  const store = storeWith(() => sortedTable(late), 'Bench');
  const began = (): void => {
    late.isOn = true;
  };
  await measureEvidenceIn(store, { report, scale, began, told: { injected: injectedMs } });
}

/** G17 once more, with Azurite as the store. */
export async function measureEvidenceOnAzurite(
  report: Report,
  scale: Scale,
  { connectionString }: Pick<Azurite, 'connectionString'>,
): Promise<void> {
  const store = storeWith(azureTables({ connectionString }), `Evidence${String(process.pid)}`);
  await store.prepare();
  await measureEvidenceIn(store, {
    ...{ report, scale, told: { store: 'Azurite' } },
    began: () => undefined,
  });
}

async function measureEvidenceIn(
  store: Store,
  {
    report,
    scale: { quick },
    began,
    told: circumstances,
  }: {
    readonly report: Report;
    readonly scale: Scale;
    /** Called when all is written that is measured. */
    readonly began: () => void;
    readonly told: Readonly<Record<string, number | string>>;
  },
): Promise<void> {
  const records = quick ? 400 : 100_000;
  const folder = await mkdtemp(join(tmpdir(), 'bench-evidence-'));
  await fill(store, records / perDuty);
  began();
  const path = join(folder, 'evidence.ndjson');
  const exporter = {
    ...{ store, software: 'bench', now: () => DateTime.fromISO(now) },
    settings: { homeTenant: homeTenant(), anonymous: false },
  };
  const told = { records, ...circumstances };
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

import { defaultRetention } from '../../bot/tenant/retention.ts';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createDossiers } from '../../bot/features/evidence/dossier/make.ts';
import { parseQuarter } from '../../bot/duty/time/quarter.ts';
import { writeDossier } from '../../bot/features/evidence/dossier/write.ts';
import type { RecordDraft } from '../../bot/duty/record/record.ts';
import { memoryStore } from '../support/store/memory-store.ts';
import type { Store } from '../../bot/ports/store.ts';
import {
  chainOf,
  checkpoint,
  dutyWith,
  keep,
  onDay,
  tenant,
  verdictOn,
} from '../support/duties/evidence.ts';
import { anna, defined } from '../support/duties/duties.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;

const told: readonly RecordDraft[] = [
  {
    type: 'opened',
    data: {
      title: 'Release 2026.4 <b>"btw"</b>',
      dueOn: '2026-11-02',
      assignees: [{ aadObjectId: anna.aadObjectId, name: anna.name }],
      details: { summary: 'Nieuwe btw-codes' },
    },
  },
  { type: 'delivered', data: { to: { aadObjectId: anna.aadObjectId, name: anna.name } } },
  {
    type: 'answered',
    by: anna,
    outcome: 'problem',
    data: {
      values: { outcome: 'problem', note: '=1+1' },
      generation: 1,
      via: 'card',
      effective: true,
    },
  },
  { type: 'finding', data: { finding: 'F-1', answer: 3, dueOn: '2026-11-11' } },
];

describe('a dossier', function () {
  this.timeout(120_000);
  let folder: string;
  let store: Store;
  let path: string;
  let files: Record<string, Uint8Array>;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dossier-'));
    path = join(folder, 'dossier.zip');
    store = memoryStore();
    for (const digit of ['a', 'b'])
      await keep(store, dutyWith(digit), chainOf(dutyWith(digit), told));
    await checkpoint(store);
    await writeDossier(store.evidence, {
      retention: defaultRetention,
      path,
      period: '2026-Q4',
      exporting: {
        tenant,
        extent: {},
        environment: 'production',
        asOf: onDay(60),
        software: 'shared-duty 0.0.0',
      },
      reader: { language: 'nl', zone: 'Europe/Amsterdam' },
    });
    files = unzipSync(readFileSync(path));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const textOf = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const verifyWithPython = (...args: readonly string[]) => {
    const { status, stdout } = spawnSync('python3', [join(folder, 'controleer.py'), ...args], {
      encoding: 'utf8',
    });
    return { status, stdout };
  };

  it('has what an auditor opens, and everything with which it is verified', () => {
    assert.deepEqual(Object.keys(files).sort(), [
      'LEESMIJ.txt',
      'checkpoints.txt',
      'controleer.html',
      'controleer.py',
      'csv/bevindingen.csv',
      'csv/dekking.csv',
      'csv/personen.csv',
      'csv/velden.csv',
      'csv/verify-change.csv',
      'getuigen/controlepunt.txt',
      'getuigen/waar.txt',
      'log.ndjson',
      'manifest.json',
      'plichten/verify-change-001.html',
      'rapport.html',
      'rapport.pdf',
      'records.ndjson',
    ]);
  });

  it('lies in the folder of an instance until it was read, and ten minutes at most', async () => {
    const due: (() => void)[] = [];
    const timers = {
      after: (seconds: number, run: () => void) => {
        assert.equal(seconds, 600);
        due.push(run);
        return { cancel: () => undefined };
      },
    };
    const logName = () => ({ origin: `shared-duty/${tenant}/Duty` });
    const dossiers = createDossiers({ environment: 'production', software: 'x', logName }, timers);
    let ids = 0;
    const services = {
      ...{ store, retention: defaultRetention, zone: 'Europe/Amsterdam', now: () => onDay(60) },
      newId: () => String((ids += 1)),
    };
    const wanted = { quarter: defined(parseQuarter('2026-Q4')), language: 'nl' } as const;
    const make = (key: string) => dossiers.make(services, { tenant, wanted, by: { key } });

    const read = await make('one');
    const whole = await read.read();
    const unread = await make('two');
    due.at(-1)?.();
    const anew = await make('two');
    const [gone] = await Promise.allSettled([read.read()]);
    await dossiers.close();

    assert.equal(whole.length, read.bytes);
    assert.equal(gone.status, 'rejected');
    assert.notEqual(anew, unread, 'it was kept longer');
  });

  it('holds records that are whole by themselves', async () => {
    assert.equal((await verdictOn(Buffer.from(files['records.ndjson'] ?? []))).type, 'whole');
  });

  it('says in words what was asked, answered, late and wrong, and how many the log names', () => {
    const report = textOf('rapport.html');

    for (const said of [
      'A.8.32',
      'Gevraagd 2 · beantwoord 2 · te laat 2 · met probleem 2 · open 2 · ingetrokken 0',
      'volgens het logboek: 2; hier: 2',
      'F-1',
      'dinsdag 3 november 2026 13:00',
    ])
      assert.ok(report.includes(said), said);
    assert.ok(report.includes('&lt;b&gt;'));
    assert.ok(!/<script|https?:|src=/.test(report));
  });

  it('has tables in which nothing is a formula', () => {
    const table = textOf('csv/verify-change.csv');

    assert.ok(
      Buffer.from(files['csv/verify-change.csv'] ?? [])
        .subarray(0, 3)
        .equals(Buffer.from([0xef, 0xbb, 0xbf])),
    );
    assert.ok(table.includes('\r\n'));
    assert.doesNotMatch(table, /(^|;)"?[=+@-]/m);
  });

  it('is verified by Python alone, which names what was changed', function () {
    if (!hasPython) this.skip();
    writeFileSync(join(folder, 'controleer.py'), files['controleer.py'] ?? '');
    const whole = verifyWithPython(path);

    assert.deepEqual(whole.status, 0, whole.stdout);
    for (const name of Object.keys(files).filter((one) => one !== 'manifest.json')) {
      const changed = new Uint8Array(files[name] ?? []);
      changed[Math.floor(changed.length / 2)] = (changed[Math.floor(changed.length / 2)] ?? 0) ^ 1;
      const forged = join(folder, 'forged.zip');
      writeFileSync(forged, zipSync({ ...files, [name]: changed }));

      const verdict = verifyWithPython(forged);
      assert.equal(verdict.status, 1, name);
      assert.ok(verdict.stdout.includes(name), verdict.stdout);
    }
    const added = join(folder, 'added.zip');
    writeFileSync(added, zipSync({ ...files, 'extra.txt': strToU8('x') }));
    assert.match(verifyWithPython(added).stdout, /extra\.txt is no file of a dossier/);
  });
});

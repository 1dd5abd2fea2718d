import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportToFile, readPlan } from '../../bot/evidence/export.ts';
import type { EvidenceRecord } from '../../bot/lifecycle/record.ts';
import { seal } from '../../bot/lifecycle/record.ts';
import { memoryStore } from '../../bot/store/index.ts';
import type { Store } from '../../bot/store/ports.ts';
import type { Extent } from '../../bot/usecases/export-evidence.ts';
import { exportEvidence } from '../../bot/usecases/export-evidence.ts';
import {
  chainOf,
  dutyWith,
  keep,
  onDay,
  otherTenant,
  tenant,
  verdictOn,
} from '../support/evidence.ts';
import { sealing } from '../support/sealing.ts';

const change = dutyWith('b');
const restore = dutyWith('a', { kind: 'confirm-restore' });

async function exported(store: Store, extent: Extent = {}): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportEvidence(store, tenant, extent)) lines.push(line);
  return lines.join('');
}

/** The duty and number of each record of a file, without the manifest. */
const placesIn = (file: string): readonly string[] =>
  file
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as EvidenceRecord)
    .map(({ reference, seq }) => `${reference} ${String(seq)}`);

describe('an export', () => {
  let store: Store;

  beforeEach(async () => {
    store = memoryStore();
    await keep(store, change, chainOf(change));
    await keep(store, restore, chainOf(restore));
  });

  it('holds every record of every duty and is whole', async () => {
    const file = await exported(store);

    assert.deepEqual(placesIn(file), [
      'CHG-a 1',
      'CHG-a 2',
      'CHG-a 3',
      'CHG-b 1',
      'CHG-b 2',
      'CHG-b 3',
    ]);
    assert.equal((await verdictOn(file)).type, 'whole');
  });

  it('is whole for every extent that begins or ends inside chains', async () => {
    for (const from of [undefined, onDay(0), onDay(1), onDay(2), onDay(3)]) {
      for (const to of [undefined, onDay(1), onDay(2)]) {
        const file = await exported(store, { ...(from && { from }), ...(to && { to }) });

        assert.equal((await verdictOn(file)).type, 'whole', `${String(from)} to ${String(to)}`);
      }
    }
  });

  it('takes the first instant in and leaves the last one out', async () => {
    const file = await exported(store, { from: onDay(1), to: onDay(2), kind: 'verify-change' });

    assert.deepEqual(placesIn(file), ['CHG-b 2']);
  });

  it('holds a duty with evidence in two months once', async () => {
    const long = dutyWith('c');
    const story = Array.from({ length: 40 }, () => ({ type: 'reminded', data: {} }) as const);
    await keep(store, long, chainOf(long, story));

    const file = await exported(store, { from: onDay(25) });

    assert.equal(placesIn(file).length, 15);
    assert.equal((await verdictOn(file)).type, 'whole');
  });

  it('leaves no gap where the clocks of two instances differ', async () => {
    const skewed = dutyWith('c');
    let now = skewed;
    const records = [onDay(0), onDay(2), onDay(1), onDay(3)].flatMap((at) => {
      const sealed = seal(now, [{ type: 'reminded', data: {} }], sealing(at));
      now = sealed.duty;
      return sealed.records;
    });
    const other = memoryStore();
    await keep(other, skewed, records);

    const later = await exported(other, { from: onDay(2) });
    const earlier = await exported(other, { to: onDay(2) });

    assert.deepEqual(placesIn(later), ['CHG-c 2', 'CHG-c 3', 'CHG-c 4']);
    assert.deepEqual(placesIn(earlier), ['CHG-c 1', 'CHG-c 2', 'CHG-c 3']);
    assert.equal((await verdictOn(later)).type, 'whole');
    assert.equal((await verdictOn(earlier)).type, 'whole');
  });

  it('never holds a duty of another tenant', async () => {
    const foreign = dutyWith('c', { tenant: otherTenant });
    await keep(store, foreign, chainOf(foreign));

    assert.equal(placesIn(await exported(store)).length, 6);
  });

  it('of an empty store is a whole file without records', async () => {
    const file = await exported(memoryStore());

    assert.deepEqual(placesIn(file), []);
    assert.equal((await verdictOn(file)).type, 'whole');
  });

  it('is not whole without its last line', async () => {
    const file = await exported(store);

    const cut = file.split('\n').slice(0, -2).join('\n');

    assert.equal((await verdictOn(cut)).type, 'tampered');
  });

  it('is not whole when the store lost a record', async () => {
    const [first, , third] = chainOf(dutyWith('c'));
    assert.ok(first && third);
    await keep(store, dutyWith('c'), [first, third]);

    const verdict = await verdictOn(await exported(store));

    assert.equal(verdict.type, 'tampered');
  });
});

describe('the file of an export', () => {
  let folder: string;
  const into = (name: string): string => join(folder, name);
  const plan = (name: string, force = false) => ({ extent: {}, path: into(name), force });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is there with all records, and nothing beside it', async () => {
    const store = memoryStore();
    await keep(store, change, chainOf(change));

    const records = await exportToFile(store, { homeTenant: tenant }, plan('all.ndjson'));

    assert.equal(records, 3);
    assert.deepEqual(readdirSync(folder), ['all.ndjson']);
    assert.equal((await verdictOn(readFileSync(into('all.ndjson')))).type, 'whole');
  });

  it('is not there, not even in part, when the store fails half-way', async () => {
    const store = memoryStore();
    await keep(store, change, chainOf(change));
    async function* half(): AsyncGenerator<EvidenceRecord> {
      yield* await Promise.resolve(chainOf(change).slice(0, 1));
      throw new Error('The store went away.');
    }
    const failing: Store = { ...store, duties: { ...store.duties, records: half } };

    await assert.rejects(
      exportToFile(failing, { homeTenant: tenant }, plan('all.ndjson')),
      /went away/,
    );

    assert.deepEqual(readdirSync(folder), []);
  });

  it('does not take the place of another unless it is told to', async () => {
    writeFileSync(into('all.ndjson'), 'mine');

    const refused = readPlan({ out: into('all.ndjson') }, 'UTC');
    const forced = readPlan({ out: into('all.ndjson'), force: true }, 'UTC');
    await assert.rejects(exportToFile(memoryStore(), { homeTenant: tenant }, plan('all.ndjson')));

    assert.equal(refused.ok, false);
    assert.equal(forced.ok, true);
    assert.equal(readFileSync(into('all.ndjson'), 'utf8'), 'mine');
    await exportToFile(memoryStore(), { homeTenant: tenant }, plan('all.ndjson', true));
    assert.equal((await verdictOn(readFileSync(into('all.ndjson')))).type, 'whole');
  });

  it('is named after what it holds', () => {
    const names = [
      {},
      { from: '2026-01-01', to: '2026-12-31' },
      { from: '2026-01-01T10:00:00Z', kind: 'verify-change' },
      { to: '2026-12-31' },
    ].map((options) => readPlan(options, 'UTC'));

    assert.deepEqual(
      names.map((read) => read.ok && read.plan.path),
      [
        'evidence.ndjson',
        'evidence-2026-01-01-2026-12-31.ndjson',
        'evidence-2026-01-01T100000Z-now-verify-change.ndjson',
        'evidence-start-2026-12-31.ndjson',
      ],
    );
  });

  it('is refused with everything that is wrong at once', () => {
    const options = { from: '1 May', to: '', kind: 'lunch', out: join(folder, 'no', 'file') };
    const read = readPlan(options, 'UTC');

    assert.ok(!read.ok);
    for (const part of [/--from/, /--to/, /--kind/, /folder .* does not exist/]) {
      assert.equal(read.problems.filter((problem) => part.test(problem)).length, 1, String(part));
    }
    assert.equal(readPlan({ out: folder }, 'UTC').ok, false);
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { readPlan } from '../../bot/evidence/export/plan.ts';
import { exportToFile } from '../../bot/evidence/export/to-file.ts';
import type { Json } from '../../bot/kinds/kind.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import type { EvidenceRecord } from '../../bot/duty/record/record.ts';
import { seal } from '../../bot/duty/record/record.ts';

import type { Store, StoredChain } from '../../bot/ports/store.ts';
import type { DateRange } from '../../bot/features/evidence/export.ts';
import { exportEvidence } from '../../bot/features/evidence/export.ts';
import {
  chainOf,
  checkpoint,
  dutyWith,
  exportOf,
  keep,
  onDay,
  otherTenant,
  tenant,
  verdictOn,
} from '../support/duties/evidence.ts';
import { memoryStore } from '../support/store/memory-store.ts';
import { sealing } from '../support/duties/sealing.ts';

const change = dutyWith('b');
const restore = dutyWith('a', { kind: 'confirm-restore' });

const exporting = (extent: DateRange = {}) =>
  ({
    tenant,
    extent,
    environment: 'production',
    asOf: onDay(60),
    software: 'shared-duty 0.0.0',
  }) as const;

async function exported(store: Store, extent: DateRange = {}): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportEvidence(store.evidence, exporting(extent))) lines.push(line);
  return lines.join('');
}

const exporter = (store: Store) => ({
  store,
  settings: { homeTenant: tenant, anonymous: false },
  software: 'shared-duty 0.0.0',
  now: () => DateTime.fromISO('2026-12-31T00:00:00Z'),
});

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

  it('of a period holds the whole chains of the duties in which something happened then', async () => {
    const early = dutyWith('c');
    await keep(store, early, chainOf(early).slice(0, 1));

    const file = await exported(store, { from: onDay(1), to: onDay(2), kind: 'verify-change' });

    assert.deepEqual(placesIn(file), ['CHG-b 1', 'CHG-b 2', 'CHG-b 3']);
  });

  it('takes the first instant of a period in and leaves the last one out', async () => {
    const instants = [
      [{ from: onDay(2) }, 6],
      [{ from: onDay(3) }, 0],
      [{ to: onDay(0) }, 0],
      [{ from: onDay(0), to: onDay(1) }, 6],
    ] as const;
    for (const [extent, records] of instants) {
      assert.equal(placesIn(await exported(store, extent)).length, records);
    }
  });

  it('of a kind holds what followed from it, that there was none, and what was laid down', async () => {
    const follower = dutyWith('c', {
      kind: 'inform-staff',
      follows: { duty: change.id, name: 'inform' },
    });
    const none = dutyWith('d', {
      kind: 'nil-return',
      details: { kind: 'verify-change', quarter: '2026-Q3' },
    });
    const otherNone = dutyWith('e', {
      kind: 'nil-return',
      details: { kind: 'confirm-restore', quarter: '2026-Q3' },
    });
    const opened = (data: Json) => [{ type: 'opened', data }] as const;
    await keep(store, follower, chainOf(follower, opened({ follows: { ...follower.follows } })));
    await keep(store, none, chainOf(none, opened({ details: none.details })));
    await keep(store, otherNone, chainOf(otherNone, opened({ details: otherNone.details })));

    const file = await exported(store, { kind: 'verify-change' });

    assert.deepEqual(placesIn(file).slice(-2), ['CHG-c 1', 'CHG-d 1']);
    assert.equal((await verdictOn(file)).type, 'whole');
  });

  it('is whole where the clocks of two instances differ a little', async () => {
    const skewed = dutyWith('c');
    let now = skewed;
    const at = (minute: number) => secondsAfter(onDay(0), minute * 60);
    const records = [at(0), at(6), at(3), at(9)].flatMap((moment) => {
      const sealed = seal(now, [{ type: 'reminded', data: {} }], sealing(moment));
      now = sealed.duty;
      return sealed.records;
    });
    const other = memoryStore();
    await keep(other, skewed, records);

    assert.equal((await verdictOn(await exported(other))).type, 'whole');
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
});

describe('an export for a vendor', () => {
  const theirs = dutyWith('a');
  const foreign = dutyWith('b', { openedBy: { type: 'vendor', name: 'Exact' } });
  let store: Store;
  beforeEach(async () => {
    store = memoryStore();
    for (const duty of [theirs, foreign]) await keep(store, duty, chainOf(duty));
    await checkpoint(store);
  });

  it('is whole, says whose it is, and tells nothing of the duties of others', async () => {
    const { file, problems } = await exportOf(store, { vendor: 'Unit4' });
    const verdict = await verdictOn(file);

    assert.deepEqual(problems, []);
    assert.ok(verdict.type === 'whole', JSON.stringify(verdict));
    assert.deepEqual([verdict.duties, verdict.about?.vendor], [1, 'Unit4']);
    assert.ok(!file.includes(foreign.id));
  });

  it('cannot prove itself where roles stand in the place of names, and says so', async () => {
    const { file } = await exportOf(store, { vendor: 'Unit4', withoutNames: true });
    const verdict = await verdictOn(file);

    assert.ok(verdict.type === 'unusable', JSON.stringify(verdict));
    assert.match(verdict.reason, /ask for the evidence with names/);
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

    const { records } = await exportToFile(exporter(store), plan('all.ndjson'));

    assert.equal(records, 3);
    assert.deepEqual(readdirSync(folder), ['all.ndjson']);
    assert.equal((await verdictOn(readFileSync(into('all.ndjson')))).type, 'whole');
  });

  it('is not there, not even in part, when the store fails half-way', async () => {
    const store = memoryStore();
    await keep(store, change, chainOf(change));
    async function* half(): AsyncGenerator<StoredChain> {
      for await (const chain of store.evidence.chains(tenant)) yield chain;
      throw new Error('The store went away.');
    }
    const failing: Store = { ...store, evidence: { ...store.evidence, chains: half } };

    await assert.rejects(exportToFile(exporter(failing), plan('all.ndjson')), /went away/);

    assert.deepEqual(readdirSync(folder), []);
  });

  it('does not take the place of another unless it is told to', async () => {
    writeFileSync(into('all.ndjson'), 'mine');

    const refused = readPlan({ out: into('all.ndjson') }, 'UTC');
    const forced = readPlan({ out: into('all.ndjson'), force: true }, 'UTC');
    await assert.rejects(exportToFile(exporter(memoryStore()), plan('all.ndjson')));

    assert.equal(refused.ok, false);
    assert.equal(forced.ok, true);
    assert.equal(readFileSync(into('all.ndjson'), 'utf8'), 'mine');
    await exportToFile(exporter(memoryStore()), plan('all.ndjson', true));
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
    const options = { from: '1 May', to: 'June', kind: 'lunch', out: join(folder, 'no', 'file') };
    const read = readPlan(options, 'UTC');

    assert.ok(!read.ok);
    for (const part of [/--from/, /--to/, /--kind/, /folder .* does not exist/]) {
      assert.equal(read.problems.filter((problem) => part.test(problem)).length, 1, String(part));
    }
    assert.equal(readPlan({ out: folder }, 'UTC').ok, false);
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContainerClient } from '@azure/storage-blob';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { changeRoster } from '../../bot/casework/roster.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';
import { backupRounds } from '../../bot/features/backup/rounds.ts';
import { readBackups } from '../../bot/store/azure/backup-probe.ts';
import { backupByClock } from '../../bot/features/backup/by-clock.ts';
import { makeBackup } from '../../bot/features/backup/make.ts';
import { restoreBackup } from '../../bot/features/backup/restore.ts';
import type { Rows } from '../../bot/ports/store/rows.ts';
import type { Store } from '../../bot/ports/store.ts';
import { azureBlobs, azureStore } from '../../bot/store/index.ts';
import type { TestApp } from '../support/app.ts';
import { nextPrefix, startApp } from '../support/app.ts';
import { anna, carla, defined, fixedNow, tenant } from '../support/duties/duties.ts';
import { exportOf } from '../support/duties/evidence.ts';
import * as stage from '../support/stage.ts';
import { azuriteConnectionString } from '../support/store/azurite.ts';
import { memoryStore } from '../support/store/memory-store.ts';
import { annaInTeams, bramInTeams, carlaInTeams } from '../support/teams/cast.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'De btw klopt niet.' };

/** Everything that is kept, in the order of its keys. */
async function rowsOf({ rows }: Store): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { row } of rows.all(tenant)) all.push(JSON.stringify(row));
  return all;
}

describe('a backup', function () {
  this.timeout(120_000);
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-test-'));
    path = join(folder, 'backup.ndjson');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const freshStore = async (): Promise<Store> => {
    const location = { connectionString: await azuriteConnectionString() };
    const store = azureStore(location, nextPrefix());
    await store.prepare();
    return store;
  };
  const restoreInto = (store: Pick<Store, 'rows'>) => restoreBackup(store.rows, { tenant, path });
  const backupOf = (store: Store) => makeBackup(store, { tenant, path, at: fixedNow });

  /** An installation in use: people, a channel, a roster, an answer, a finding and an open duty. */
  async function livedIn(
    app: TestApp,
  ): Promise<{ readonly open: string; readonly form: object; readonly duties: unknown }> {
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
    const entry = { system: '*', kind: '*', responsible: anna } as const;
    const change = { type: 'import', entries: [entry], mode: 'replace' } as const;
    await changeRoster(app.services(), { tenant, change, by: carla });
    await app
      .services()
      .store.headings.remember(tenant, { system: 'Praktijk', map: { wer: 'name' } });
    for (const answers of [works, broken]) {
      const { id } = await stage.openDuty(app, 'verify-change', { title: answers.outcome });
      const message = stage.cardTo(app, annaInTeams, id);
      await stage.click(app, { person: annaInTeams, message, click: { verb: 'answer', answers } });
    }
    const { id } = await stage.openDuty(app, 'verify-change', { title: 'Nog open' });
    const { data } = stage.buttonOf(stage.shownTo(app, annaInTeams, id), 'answer');
    await app.idle();
    const { body } = await app.api('GET', '/api/v1/duties?status=problem');
    return { open: id, form: { ...data, ...works }, duties: body };
  }

  it('brings everything back into an empty account, and the bot goes on from there', async () => {
    const before = await startApp({ store: await freshStore() });
    const { open, form, duties } = await livedIn(before).finally(() => before.stop());
    const made = await backupOf(before.store);
    const store = await freshStore();

    const restored = await restoreInto(store);

    assert.deepEqual(restored, { type: 'restored', rows: made.type === 'made' ? made.rows : -1 });
    assert.deepEqual(await rowsOf(store), await rowsOf(before.store));
    const after = await startApp({ store });
    try {
      assert.deepEqual((await after.api('GET', '/api/v1/duties?status=problem')).body, duties);
      await stage.clickWith(after, { person: annaInTeams, data: form, click: { verb: 'answer' } });
      const other = await stage.openDuty(after, 'verify-change', { title: 'Later' });
      for (const hour of ['08:00', '09:00']) {
        const at = DateTime.fromISO(`2026-12-01T${hour}`, { zone: 'Europe/Amsterdam' });
        after.clock.set(toInstant(at));
        await after.pass(60);
      }
      const answered = await stage.readDuty(after, open);
      assert.equal(answered.status, 'fulfilled');
      const seqs = (await stage.evidenceOf(after, open)).map(({ seq }) => seq);
      assert.deepEqual(
        seqs,
        seqs.map((_, at) => at + 1),
      );
      const types = (await stage.evidenceOf(after, other.id)).map(({ type }) => type);
      assert.ok(types.includes('reminded'), types.join());
      const { problems } = await exportOf(store, { tenant });
      assert.deepEqual(problems, []);
    } finally {
      await after.stop();
    }
  });

  it('is of one moment: what changed while it was read is read again', async () => {
    const store = memoryStore();
    let reads = 0;
    const busy: Rows = {
      ...store.rows,
      all: async function* (of) {
        reads += 1;
        if (reads < 4) await store.headings.remember(tenant, { system: String(reads), map: {} });
        yield* store.rows.all(of);
      },
    };

    const made = await makeBackup({ ...store, rows: busy }, { tenant, path, at: fixedNow });

    assert.deepEqual(made, { type: 'made', rows: 3 });
  });

  it('is put off where people answer all the while', async () => {
    const store = memoryStore();
    let reads = 0;
    const busy: Rows = {
      ...store.rows,
      all: async function* (of) {
        reads += 1;
        await store.headings.remember(tenant, { system: String(reads), map: {} });
        yield* store.rows.all(of);
      },
    };

    const made = await makeBackup({ ...store, rows: busy }, { tenant, path, at: fixedNow });

    assert.deepEqual(made, { type: 'busy' });
  });

  describe('of an installation', () => {
    let store: Store;
    beforeEach(async () => {
      store = memoryStore();
      for (const system of ['Unit4', 'Praktijk'])
        await store.headings.remember(tenant, { system, map: { wer: 'name' } });
      await backupOf(store);
    });

    const lines = async () => (await readFile(path, 'utf8')).trimEnd().split('\n');
    const rewrite = (kept: readonly string[]) => writeFile(path, `${kept.join('\n')}\n`);
    const faults: readonly (readonly [string, string, (all: string[]) => readonly string[]])[] = [
      ['ends too early', 'not-whole', (all) => all.slice(0, -1)],
      ['lacks a row', 'changed', (all) => all.filter((_, at) => at !== 1)],
      ['says something else', 'changed', (all) => all.map((one) => one.replace('Unit4', 'Unit5'))],
      ['goes on behind its end', 'changed', (all) => [...all, defined(all[1])]],
      ['is none', 'no-backup', () => ['{"v":1,"dutyId":"d1"}']],
      [
        'is of another tenant',
        'other-tenant',
        (all) => all.map((one) => one.replaceAll(tenant, 'anders')),
      ],
    ];
    for (const [what, why, change] of faults) {
      it(`is refused where it ${what}, and nothing is written`, async () => {
        await rewrite(change(await lines()));
        const empty = memoryStore();

        const restored = await restoreInto(empty);

        assert.ok(restored.type === 'refused');
        assert.equal(restored.why, why);
        assert.deepEqual(await rowsOf(empty), []);
        assert.equal(await empty.rows.restoring(tenant), undefined);
      });
    }

    it('is refused where something is kept already', async () => {
      const used = memoryStore();
      await used.headings.remember(tenant, { system: 'Anders', map: {} });
      const kept = await rowsOf(used);

      assert.deepEqual(await restoreInto(used), { type: 'refused', why: 'not-empty' });
      assert.deepEqual(await rowsOf(used), kept);
    });

    it('goes on with the same file after an interruption, and with no other', async () => {
      const empty = memoryStore();
      const failing: Rows = {
        ...empty.rows,
        put: async (rows) => {
          await empty.rows.put(rows.slice(0, 1));
          throw new Error('the storage account does not answer');
        },
      };
      await assert.rejects(restoreInto({ rows: failing }));
      const file = await readFile(path, 'utf8');
      await store.headings.remember(tenant, { system: 'Nieuw', map: {} });
      await backupOf(store);

      const other = await restoreInto(empty);
      await writeFile(path, file);
      const same = await restoreInto(empty);

      assert.deepEqual(other, { type: 'refused', why: 'not-empty' });
      assert.deepEqual(same, { type: 'restored', rows: 2 });
      assert.equal(await empty.rows.restoring(tenant), undefined);
    });

    it('that cannot be made is put off with one message, whatever the reason, and tried again', async () => {
      const lines: unknown[] = [];
      const note = (...line: readonly unknown[]): void => void lines.push(line.at(-1));
      const log = { debug: note, info: note, warn: note, error: note };
      const outcomes: string[] = [];
      let broken = true;
      const round = backupRounds(log, {
        blobs: {
          has: () => (broken ? Promise.reject(new Error('refused')) : Promise.resolve(false)),
          putFile: () => Promise.resolve('stored'),
        },
        counted: (outcome) => void outcomes.push(outcome),
      });
      const tick = (time: string) => {
        const now = () => toInstant(DateTime.fromISO(time, { zone: 'Europe/Amsterdam' }));
        return round({ store, now, zone: 'Europe/Amsterdam' }, tenant);
      };

      await tick('2026-12-01T03:00');
      broken = false;
      await tick('2026-12-01T03:04');
      await tick('2026-12-01T03:05');

      assert.deepEqual(outcomes, ['put-off', 'stored']);
      assert.deepEqual(lines, ['backup put off', 'backup stored']);
    });

    it('is kept once a night, from three on, in the container, and never written over', async () => {
      const connection = await azuriteConnectionString();
      const name = `backups-${nextPrefix().toLowerCase()}`;
      const container = new ContainerClient(connection, name);
      await container.create();
      const blobs = azureBlobs({ connectionString: connection }, name);
      const tick = (time: string) => {
        const now = () => toInstant(DateTime.fromISO(time, { zone: 'Europe/Amsterdam' }));
        return backupByClock({ store, now, zone: 'Europe/Amsterdam' }, tenant, blobs);
      };

      const early = await tick('2026-12-01T02:59');
      const night = await tick('2026-12-01T03:00');
      const again = await tick('2026-12-01T18:00');
      const next = await tick('2026-12-02T03:10');

      assert.deepEqual(
        [early.type, night.type, again.type, next.type],
        ['nothing', 'stored', 'nothing', 'stored'],
      );
      const first = `${tenant}/2026-12-01.ndjson`;
      assert.equal(await blobs.putFile(first, path), 'exists');
      // The doctor looks, and what stands there is as it was.
      const seen = await readBackups({ connectionString: connection }, { container: name, tenant });
      assert.ok(seen.type === 'there' && seen.last === '2026-12-02' && seen.changeable);
      const downloaded = await container.getBlobClient(first).downloadToBuffer();
      await writeFile(path, downloaded);
      const empty = memoryStore();
      assert.equal((await restoreInto(empty)).type, 'restored');
      assert.deepEqual(await rowsOf(empty), await rowsOf(store));
    });
  });
});

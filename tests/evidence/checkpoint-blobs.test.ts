import assert from 'node:assert/strict';
import { writeDossier } from '../../bot/features/evidence/dossier/write.ts';
import { effects } from '../../bot/features/evidence/log/keep-blob.ts';
import { logNameOf } from '../../bot/features/evidence/log/checkpoint.ts';
import type { CheckpointBlobs } from '../../bot/ports/store/checkpoint-blobs.ts';
import type { Services } from '../../bot/ports/services.ts';
import { azureCheckpoints, prepareContainer } from '../../bot/store/index.ts';
import { readSettings } from '../../bot/settings.ts';
import { storageProbe } from '../../bot/store/azure/probe.ts';
import { defaultRetention } from '../../bot/tenant/retention.ts';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { defined, fixedNow } from '../support/duties/duties.ts';
import { chainOf, checkpoint, dutyWith, keep, onDay, tenant } from '../support/duties/evidence.ts';
import { azuriteConnectionString } from '../support/store/azurite.ts';
import { memoryStore } from '../support/store/memory-store.ts';

const container = 'checkpoints-of-tests';

/** A store with one checkpoint, and what keeps it in such blobs. */
async function withCheckpoint(checkpoints: CheckpointBlobs | undefined) {
  const store = memoryStore();
  const duty = dutyWith('a');
  await keep(store, duty, chainOf(duty));
  const { text = '', size = 0 } = (await checkpoint(store)) ?? {};
  const services = { store, checkpoints, now: () => fixedNow } as unknown as Services;
  const run = () =>
    effects['keep-checkpoint'].run({
      ...{ services, effect: { size }, entry: { tenant, attempts: 2 } },
    } as never);
  return { store, text, size, run };
}

describe('a checkpoint that is kept as a blob', () => {
  it('lies there once, is never written over, and a dossier says where', async () => {
    const location = { connectionString: await azuriteConnectionString() };
    await prepareContainer(location, container);
    const blobs = azureCheckpoints(location, container);
    const { store, text, run } = await withCheckpoint(blobs);
    const name = `checkpoints/${tenant}/Duty/000000000001.txt`;

    assert.notEqual((await run()).type, 'try-later');
    assert.notEqual((await run()).type, 'try-later', 'the same once more');
    assert.equal(await blobs.keep(name, text), 'kept');
    assert.equal(await blobs.keep(name, `${text}x`), 'another');

    const folder = mkdtempSync(join(tmpdir(), 'checkpoint-blobs-'));
    const path = join(folder, 'dossier.zip');
    await writeDossier(store.evidence, {
      ...{ retention: defaultRetention, path, period: '2026-Q4' },
      exporting: {
        ...{ tenant, extent: {}, environment: 'production', asOf: onDay(60) },
        software: 'shared-duty 0.0.0',
      },
      reader: { language: 'nl', zone: 'Europe/Amsterdam' },
    });
    const where = defined(unzipSync(readFileSync(path))['getuigen/waar.txt']);
    rmSync(folder, { recursive: true });
    assert.ok(strFromU8(where).includes(`als blob in de container ${container}: ${name}`));
  });

  it('is looked for by the doctor, who says that it could be changed', async () => {
    const location = { connectionString: await azuriteConnectionString() };
    await prepareContainer(location, container);
    const of = (checkpoints: string | undefined) =>
      storageProbe({
        ...{ location, prefix: 'Clean', backups: { container: undefined, tenant } },
        ...{ checkpoints, newId: () => 'probe', now: () => fixedNow },
      }).checkpoints();

    // Azurite knows no policy: that Azure tells one is tried nowhere.
    const there = await of(container);
    assert.ok(there?.type === 'there' && there.changeable);
    const lost = await of('nowhere');
    assert.ok(lost?.type === 'failed' && lost.reason === 'no-container');
    assert.equal(await of(undefined), undefined);
  });

  it('waits where the container does not take it, and is no witness where another lies there', async () => {
    for (const [answer, type] of [
      ['try-later', 'try-later'],
      ['another', 'done'],
    ] as const) {
      const { store, run } = await withCheckpoint({
        container,
        keep: () => Promise.resolve(answer),
      });
      const result = await run();
      assert.equal(result.type === 'try-later' ? result.type : 'done', type);
      for await (const witness of store.evidence.witnesses(tenant)) assert.fail(witness.at);
    }
  });

  it('is asked for where a container is set, which is no container of people’s files', () => {
    const given = { tablePrefix: 'Duty' };
    assert.equal(logNameOf(tenant, given).kept, false);
    assert.equal(logNameOf(tenant, { ...given, checkpointContainer: container }).kept, true);
    const wrong = readSettings({ CHECKPOINT_CONTAINER: 'files', ATTACHMENT_CONTAINER: 'files' });
    assert.ok(!wrong.ok && wrong.problems.some((one) => one.includes('CHECKPOINT_CONTAINER')));
    const strange = readSettings({ CHECKPOINT_CONTAINER: 'No!' });
    assert.ok(
      !strange.ok && strange.problems.some((one) => one.startsWith('CHECKPOINT_CONTAINER')),
    );
  });
});

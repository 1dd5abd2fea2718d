import assert from 'node:assert/strict';
import { azureAttachments, prepareContainer } from '../../bot/store/index.ts';
import { defined, tenant } from '../support/duties/duties.ts';
import { parseTenantKey } from '../../bot/duty/ids.ts';
import { azuriteConnectionString } from '../support/store/azurite.ts';

describe('files that people keep, in a container of blobs', () => {
  it('are kept once, read back and taken away, and none of it minds being done twice', async () => {
    const location = { connectionString: await azuriteConnectionString() };
    const container = `kept-${String(process.pid)}`;
    await prepareContainer(location, container);
    await prepareContainer(location, container);
    const blobs = azureAttachments(location, container);
    const other = defined(parseTenantKey('00000000-0000-4000-8000-000000000077'));
    const bytes = Buffer.from('89504e470d0a1a0a', 'hex');

    for (let times = 0; times < 2; times += 1) await blobs.put(tenant, 'id-1-1', bytes);
    const read = await blobs.read(tenant, 'id-1-1');
    const elsewhere = await blobs.read(other, 'id-1-1');
    for (let times = 0; times < 2; times += 1) await blobs.remove(tenant, 'id-1-1');

    assert.deepEqual(read, bytes);
    assert.equal(elsewhere, undefined);
    assert.equal(await blobs.read(tenant, 'id-1-1'), undefined);
    // A container that is not there is no file that is not there.
    const lost = azureAttachments(location, 'nowhere-at-all');
    await assert.rejects(lost.read(tenant, 'id-1-1'));
  });
});

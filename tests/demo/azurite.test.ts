import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { startAzurite } from '../../bot/demo/azurite.ts';
import { answers } from '../../bot/demo/child.ts';
import { azuriteConnectionString } from '../support/store/azurite.ts';
import { readsTypeScript } from '../support/processes/typescript.ts';

const quiet = () => undefined;
const anyPorts = { tablePort: 0, queuePort: 0, log: quiet };

describe('Azurite beside the bot', function () {
  this.timeout(120_000);

  let location: string;

  before(async () => {
    location = await mkdtemp(join(tmpdir(), 'azurite-test-'));
  });

  after(() => rm(location, { recursive: true, force: true }));

  it('keeps what was written the moment before it was stopped', async () => {
    const first = await startAzurite({ location, ...anyPorts });
    const written = trialTable(first.connectionString);
    await written.createTable();
    await written.createEntity({ partitionKey: 'duty', rowKey: '1', title: 'Controleren' });
    await first.stop();

    const second = await startAzurite({ location, ...anyPorts });
    const kept = await trialTable(second.connectionString).getEntity('duty', '1');
    await second.stop();

    assert.equal(kept['title'], 'Controleren');
  });

  it('answers for tables and for queues, and no longer once it is stopped', async () => {
    const azurite = await startAzurite(anyPorts);
    const addresses = [azurite.tablePort, azurite.queuePort].map((p) => `http://127.0.0.1:${p}/`);

    const during = await Promise.all(addresses.map((address) => answers(address)));
    await azurite.stop();
    const afterwards = await Promise.all(addresses.map((address) => answers(address)));

    assert.deepEqual(
      [during, afterwards],
      [
        [true, true],
        [false, false],
      ],
    );
    assert.equal((await azurite.ended).code, 0);
  });

  it('says in one sentence which port is taken', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const { port } = occupant.address() as AddressInfo;

    await assert.rejects(
      startAzurite({ ...anyPorts, tablePort: port }),
      new RegExp(`^Error: Azurite did not start: .*127\\.0\\.0\\.1:${port}\\.$`),
    );

    occupant.close();
  });

  it('is shared by the tests of one process', async () => {
    assert.equal(await azuriteConnectionString(), await azuriteConnectionString());
  });

  it('does not outlive a process that was killed', async () => {
    const program = `
      import { startAzurite } from '${new URL('../../bot/demo/azurite.ts', import.meta.url).href}';
      const azurite = await startAzurite({ tablePort: 0, queuePort: 0, log: () => undefined });
      console.log(azurite.tablePort);`;
    const owner = spawn(process.execPath, [
      ...[...readsTypeScript, '--input-type=module', '--eval', program],
    ]);
    const [announced] = (await Promise.race([
      once(owner.stdout, 'data'),
      once(owner, 'exit').then(() => assert.fail('the owner ended before it had an Azurite')),
    ])) as [Buffer];
    const address = `http://127.0.0.1:${Number(announced.toString())}/`;
    assert.equal(await answers(address), true);

    owner.kill('SIGKILL');

    while (await answers(address)) await wait(50);
  });
});

function trialTable(connectionString: string): TableClient {
  return TableClient.fromConnectionString(connectionString, 'Trial', {
    allowInsecureConnection: true,
  });
}

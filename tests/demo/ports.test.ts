import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { checkPort, portProblems } from '../../bot/demo/ports.ts';

describe('the ports of the demo', () => {
  let occupant: Server;
  let taken: number;

  beforeEach(async () => {
    occupant = createServer();
    taken = await new Promise<number>((resolve) => {
      occupant.listen(0, '127.0.0.1', () => resolve((occupant.address() as AddressInfo).port));
    });
  });

  afterEach(() => new Promise((resolve) => occupant.close(resolve)));

  it('are free when nobody listens there', async () => {
    await new Promise((resolve) => occupant.close(resolve));

    assert.equal(await checkPort(taken), 'free');
  });

  it('are reported with the setting that moves them when somebody listens there', async () => {
    const problems = await portProblems([
      { port: taken, setting: 'PLAYGROUND_PORT', purpose: 'the page to open' },
      { port: 0, setting: 'PORT', purpose: 'the bot' },
    ]);

    assert.deepEqual(problems, [
      `Port ${taken} (the page to open) is taken: stop the program that uses it, or set PLAYGROUND_PORT to another port.`,
    ]);
  });

  it('are reported when two settings ask for the same one', async () => {
    const problems = await portProblems([
      { port: taken, setting: 'AZURITE_TABLE_PORT', purpose: 'tables' },
      { port: taken, setting: 'AZURITE_QUEUE_PORT', purpose: 'queues' },
    ]);

    assert.match(
      problems.join('\n'),
      /asked for twice, by AZURITE_TABLE_PORT and AZURITE_QUEUE_PORT/,
    );
  });
});

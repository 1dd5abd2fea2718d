import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { pino } from 'pino';
import { channelTokens } from '../../bot/teams/identity/channel-keys.ts';
import { appId } from '../support/app.ts';
import { fixedNow } from '../support/duties/duties.ts';
import type { Keys } from '../support/teams/keys.ts';
import { channelIssuer, startKeys } from '../support/teams/keys.ts';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const maxSeconds = 0.4;

/** Ways in which a server takes a question and gives no answer that ends. */
const stallings: Readonly<Record<string, (socket: Socket) => (() => void) | undefined>> = {
  'says nothing': () => undefined,
  'goes on with headers': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    return () => socket.write('X-A: b\r\n');
  },
  'goes on with its body': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n');
    return () => socket.write(' ');
  },
  'goes on in pieces': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
    return () => socket.write('1\r\n \r\n');
  },
};

/** Stands before the real keys: asked for a document that stalls it answers that way, else it hands on what is there. */
async function startStalling(keys: Keys) {
  let stalled: { readonly at: string; readonly how: string } | undefined;
  const sockets = new Set<Socket>();
  let origin = '';
  const answer = async (socket: Socket, path: string): Promise<void> => {
    const told: unknown = await (await fetch(new URL(path, keys.url))).json();
    const text = JSON.stringify(path === '/metadata' ? { jwks_uri: `${origin}/keys` } : told);
    socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${String(text.length)}\r\n\r\n${text}`);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (said) => {
      const [, path = ''] = said.toString('latin1').split(' ');
      const how = stalled?.at === path ? stalled.how : undefined;
      if (how === undefined) {
        void answer(socket, path);
        return;
      }
      const drip = stallings[how]?.(socket);
      const again = drip && setInterval(drip, 20);
      socket.once('close', () => clearInterval(again));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`;
  return {
    url: `${origin}/metadata`,
    stall: (next: typeof stalled) => {
      stalled = next;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe('keys of the channel that take without end to come', () => {
  let keys: Keys;
  let door: Awaited<ReturnType<typeof startStalling>>;
  beforeEach(async () => {
    keys = await startKeys();
    door = await startStalling(keys);
  });
  afterEach(async () => {
    door.close();
    await keys.close();
  });
  const verifier = () =>
    channelTokens({
      ...{ metadataUrl: door.url, issuer: channelIssuer, appId, maxSeconds },
      ...{ now: () => fixedNow, log: pino({ level: 'silent' }) },
    });
  /** A verdict, and how many of its seconds were too many. */
  const timed = async (verdict: Promise<string>): Promise<readonly [string, boolean]> => {
    const begun = performance.now();
    return [await verdict, performance.now() - begun > (maxSeconds + 2) * 1000];
  };

  for (const at of ['/metadata', '/keys'])
    for (const how of Object.keys(stallings)) {
      it(`leave nobody waiting, and serve again afterwards, where ${at} ${how}`, async () => {
        const verify = verifier();
        const token = await keys.token({ appId, serviceUrl });
        door.stall({ at, how });

        const all = await Promise.all(
          Array.from({ length: 10 }, () => timed(verify(token, serviceUrl))),
        );
        door.stall(undefined);

        assert.deepEqual(new Set(all.map(([verdict]) => verdict)), new Set(['unknown']));
        assert.ok(!all.some(([, late]) => late));
        assert.equal(await verify(token, serviceUrl), 'genuine');
      });
    }

  it('keep nobody whose key is known, while somebody names another', async () => {
    const verify = verifier();
    const token = await keys.token({ appId, serviceUrl });
    await verify(token, serviceUrl);
    door.stall({ at: '/metadata', how: 'says nothing' });
    const order: string[] = [];

    const other = verify(await keys.token({ appId, serviceUrl, kid: 'new' }), serviceUrl);
    await Promise.all([
      other.then((verdict) => order.push(`the other: ${verdict}`)),
      verify(token, serviceUrl).then((verdict) => order.push(`the known one: ${verdict}`)),
    ]);

    assert.deepEqual(order, ['the known one: genuine', 'the other: unknown']);
  });

  it('have one end for both documents: each of them late ends as soon as one', async () => {
    let reads = 0;
    const slow = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        reads += 1;
        const text = JSON.stringify({ jwks_uri: door.url, keys: [] });
        const whole = `HTTP/1.1 200 OK\r\ncontent-length: ${String(text.length)}\r\n\r\n${text}`;
        setTimeout(() => socket.end(whole), 900);
      });
    });
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const address = slow.address();
    const url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}/m`;
    door.stall({ at: '/metadata', how: 'says nothing' });
    const verify = channelTokens({
      ...{ metadataUrl: url, issuer: channelIssuer, appId, maxSeconds: 1 },
      ...{ now: () => fixedNow, log: pino({ level: 'silent' }) },
    });
    const begun = performance.now();

    const verdict = await verify(await keys.token({ appId, serviceUrl }), serviceUrl);
    const took = (performance.now() - begun) / 1000;
    slow.close();

    assert.deepEqual([verdict, reads], ['unknown', 1]);
    assert.ok(took < 1.6, String(took));
  });
});

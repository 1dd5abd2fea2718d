import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { maxFileSize } from '../../bot/files/grid.ts';
import { fileTransfer, transferSeconds } from '../../bot/teams/files/transfer.ts';
import { manualClock } from '../support/clock.ts';
import { fixedNow } from '../support/duties/duties.ts';
import type { Storage } from '../support/store/storage.ts';
import { startStorage, uploadInfo } from '../support/store/storage.ts';

const nothing = () => Promise.resolve();

describe('a file between Teams’ storage and the bot', () => {
  let storage: Storage;
  let other: Storage;
  let clock: ReturnType<typeof manualClock>;
  let files: ReturnType<typeof fileTransfer>;
  beforeEach(async () => {
    storage = await startStorage();
    other = await startStorage();
    clock = manualClock(fixedNow);
    // The second storage is allowed too: a redirect there is still one to somebody else.
    const origins = [storage.origin, other.origin];
    files = fileTransfer({ anonymous: false, hosts: new Set(), origins }, clock.timers, () =>
      Promise.resolve('token-of-the-bot'),
    );
  });
  afterEach(async () => {
    await storage.close();
    await other.close();
  });
  const fetchFrom = (downloadUrl: string) =>
    files.download({ type: 'file', name: 'lijst.csv', downloadUrl });
  const placeAt = (uploadUrl: string) => ({
    ...uploadInfo(uploadUrl),
    fileType: 'xlsx',
  });

  it('is fetched with its name and without anything that tells who asks', async () => {
    const address = storage.file('/lijst.csv?tempauth=t', 'account;naam');

    const fetched = await fetchFrom(address);

    assert.deepEqual(fetched, {
      type: 'file',
      name: 'lijst.csv',
      bytes: Buffer.from('account;naam'),
    });
    const [request] = storage.requests;
    assert.equal(request?.path, '/lijst.csv?tempauth=t');
    const sent = Object.keys(request?.headers ?? {});
    assert.deepEqual(
      sent.filter((name) => /^(authorization|cookie|referer)$/.test(name)),
      [],
    );
  });

  it('may be as large as allowed, and not a byte larger', async () => {
    const fits = await fetchFrom(storage.file('/a', Buffer.alloc(maxFileSize)));
    const larger = await fetchFrom(storage.file('/b', Buffer.alloc(maxFileSize + 1)));

    assert.equal(fits.type === 'file' && fits.bytes.length, maxFileSize);
    assert.deepEqual(larger, { type: 'too-large' });
  });

  it('that goes on and on without saying how long it is is cut off', async () => {
    const piece = Buffer.alloc(64 * 1024);
    let closed: () => void = () => undefined;
    const cut = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const address = storage.at('/endless', (_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more);
      };
      response.once('close', closed);
      more();
    });

    const fetched = await fetchFrom(address);

    assert.deepEqual(fetched, { type: 'too-large' });
    await cut;
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`is not fetched from elsewhere (${status})`, async () => {
      const secret = other.file('/secret', 'geheim');

      const fetched = await fetchFrom(storage.status('/a', status, { location: secret }));

      assert.deepEqual(fetched, { type: 'refused' });
      assert.equal(other.requests.length, 0);
    });
  }

  it('is fetched where the same server says that it moved to', async () => {
    storage.file('/b', 'account');

    const fetched = await fetchFrom(storage.status('/a', 302, { location: '/b' }));

    assert.equal(fetched.type, 'file');
  });

  it('that moves in circles or nowhere is refused', async () => {
    const circle = await fetchFrom(storage.status('/a', 302, { location: '/a' }));
    const nowhere = await fetchFrom(storage.status('/b', 302));
    const nonsense = await fetchFrom(storage.status('/c', 302, { location: 'http://[' }));

    assert.deepEqual(
      [circle, nowhere, nonsense].map(({ type }) => type),
      ['refused', 'refused', 'refused'],
    );
    assert.ok(storage.requests.length < 15);
  });

  it('is not asked for at an address that is not the storage’s', async () => {
    const address = storage.file('/a', 'account').replace('127.0.0.1', 'localhost');

    const fetched = await fetchFrom(address);

    assert.deepEqual(fetched, { type: 'refused' });
    assert.equal(storage.requests.length, 0);
  });

  const answers = [
    [401, 'gone'],
    [403, 'gone'],
    [404, 'gone'],
    [410, 'gone'],
    [429, 'try-later'],
    [500, 'try-later'],
    [503, 'try-later'],
    [206, 'refused'],
    [400, 'refused'],
  ] as const;
  for (const [status, outcome] of answers) {
    it(`that is answered with ${status} is: ${outcome}`, async () => {
      const fetched = await fetchFrom(storage.status('/a', status));
      const stored = await files.upload(placeAt(storage.status('/b', status)), Buffer.from('a'));

      assert.equal(fetched.type, outcome);
      assert.equal(stored.type, outcome);
    });
  }

  it('that does not come in time is asked for later', async () => {
    let asked: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const address = storage.at('/silent', () => {
      asked();
    });

    const fetching = fetchFrom(address);
    await arrived;
    await clock.pass(transferSeconds, nothing);

    assert.deepEqual(await fetching, { type: 'try-later' });
  });

  it('that stops in the middle is asked for later', async () => {
    let half: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      half = resolve;
    });
    const slow = storage.at('/slow', (_request, response) => {
      response.writeHead(200);
      response.write('acc', () => {
        half();
      });
    });
    const broken = storage.at('/broken', (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('acc', () => request.socket.destroy());
    });

    const stopped = await fetchFrom(broken);
    const fetching = fetchFrom(slow);
    await begun;
    await clock.pass(transferSeconds, nothing);

    assert.deepEqual(stopped, { type: 'try-later' });
    assert.deepEqual(await fetching, { type: 'try-later' });
  });

  it('is asked for later when nobody listens there', async () => {
    const address = storage.file('/a', 'account');
    await storage.close();

    assert.deepEqual(await fetchFrom(address), { type: 'try-later' });
    storage = await startStorage();
  });

  it('is stored whole and says so', async () => {
    const bytes = Buffer.from('account;naam');

    const stored = await files.upload(placeAt(storage.place('/up?guid=1')), bytes);

    assert.deepEqual(stored, { type: 'stored' });
    const kept = storage.stored.get('/up?guid=1');
    assert.deepEqual(kept?.bytes, bytes);
    assert.equal(kept.headers['content-range'], 'bytes 0-11/12');
    assert.equal(kept.headers['content-length'], '12');
    assert.equal(kept.headers.authorization, undefined);
  });

  it('is stored nowhere else, whatever the answer says', async () => {
    const elsewhere = other.place('/up');

    const moved = await files.upload(
      placeAt(storage.status('/up', 307, { location: elsewhere })),
      Buffer.from('a'),
    );
    const foreign = await files.upload(
      placeAt('http://169.254.169.254/metadata'),
      Buffer.from('a'),
    );

    assert.deepEqual([moved.type, foreign.type], ['refused', 'refused']);
    assert.equal(other.requests.length, 0);
  });

  describe('within a message', () => {
    const path = '/v3/attachments/1/views/original';
    const fetchPicture = (contentUrl: string) =>
      files.download({ type: 'picture', contentUrl, serviceUrl: `${storage.origin}/` });

    it('is fetched with the token of the bot, from where the message came', async () => {
      const fetched = await fetchPicture(storage.file(path, 'png'));

      assert.deepEqual(fetched, { type: 'file', name: '', bytes: Buffer.from('png') });
      const [request] = storage.requests;
      const { authorization } = (request?.headers ?? {}) as { authorization?: string };
      assert.equal(authorization, 'Bearer token-of-the-bot');
    });

    it('never brings the token elsewhere, whatever is told', async () => {
      const elsewhere = other.file(path, 'png');

      const foreign = await fetchPicture(elsewhere);
      const moved = await fetchPicture(storage.status(path, 302, { location: elsewhere }));
      const away = `${storage.origin}/steal`;
      const aside = await fetchPicture(storage.status(path, 302, { location: away }));

      assert.deepEqual([foreign.type, moved.type, aside.type], ['refused', 'refused', 'refused']);
      assert.equal(other.requests.length, 0);
      assert.ok(!storage.requests.some((request) => request.path === '/steal'));
    });
  });
});

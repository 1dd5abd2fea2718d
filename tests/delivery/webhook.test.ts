import type { TellResult } from '../../bot/ports/vendors.ts';
import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createVendors } from '../../bot/delivery/webhook.ts';
import { manualClock } from '../support/clock.ts';
import { defined, fixedNow } from '../support/duties/duties.ts';
import type { Vendor } from '../support/vendor/webhook.ts';
import { isSigned, nextSecret, startVendor, webhookSecret } from '../support/vendor/webhook.ts';

const name = 'Unit4';
const message = { id: 'msg_d1_r2', body: '{"type":"duty.updated","revision":2}' };

describe('a message to a vendor', () => {
  let vendor: Vendor;
  let clock: ReturnType<typeof manualClock>;
  let vendors: ReturnType<typeof createVendors>;
  beforeEach(async () => {
    vendor = await startVendor({ checks: false });
    clock = manualClock(fixedNow);
    vendors = vendorsAt(vendor.url);
  });
  afterEach(() => vendor.close());

  const vendorsAt = (url: string, secrets = [webhookSecret]) => {
    const targets = [{ vendor: name, url, secrets }];
    return createVendors({ targets, now: clock.now, timers: clock.timers });
  };
  const tell = (): Promise<TellResult> => vendors.tell(name, message);
  const soon = async (): Promise<void> => {
    await new Promise(setImmediate);
  };

  it('is a POST of JSON, signed so that the specification’s own library agrees', async () => {
    const telling = await tell();

    assert.deepEqual(telling, { type: 'received' });
    const told = defined(vendor.got[0]);
    assert.equal(told.body, message.body);
    assert.equal(told.id, message.id);
    assert.equal(told.headers['content-type'], 'application/json');
    assert.equal(told.headers['webhook-timestamp'], String(Date.parse(fixedNow) / 1000));
    assert.ok(isSigned(told, webhookSecret));
    assert.ok(!isSigned({ ...told, body: `${told.body} ` }, webhookSecret));
    assert.ok(!isSigned(told, nextSecret));
  });

  it('is signed with both secrets while one takes the place of the other', async () => {
    vendors = vendorsAt(vendor.url, [webhookSecret, nextSecret]);

    await tell();

    const told = defined(vendor.got[0]);
    assert.ok(isSigned(told, webhookSecret) && isSigned(told, nextSecret));
  });

  for (const status of [301, 302, 307, 400, 401, 403, 404, 410, 422]) {
    it(`is refused for good with ${String(status)}, and no other address is tried`, async () => {
      vendor.answerWith({ status, headers: { location: `${vendor.url}/elsewhere` } });

      assert.deepEqual(await tell(), { type: 'refused', status });
      assert.equal(vendor.got.length, 1);
    });
  }

  for (const status of [408, 425, 429, 500, 502, 503, 504]) {
    it(`is tried again after ${String(status)}`, async () => {
      vendor.answerWith({ status });

      assert.equal((await tell()).type, 'try-later');
    });
  }

  it('waits as long as the vendor asks, an hour at most', async () => {
    vendor.answerWith({ status: 429, headers: { 'retry-after': '120' } });
    const asked = await tell();
    await clock.pass(121, soon);
    vendor.answerWith({ status: 503, headers: { 'retry-after': '999999' } });
    const longer = await tell();

    const seconds = [asked, longer].map((one) => one.type === 'try-later' && one.afterSeconds);
    assert.deepEqual(seconds, [120, 3600]);
  });

  it('is given up for now after ten seconds without an answer', async () => {
    vendor.answerWith('never');
    const arrived = vendor.next();
    const telling = tell();
    await arrived;

    await clock.pass(10, soon);

    const { type, reason } = (await telling) as Extract<TellResult, { type: 'try-later' }>;
    assert.deepEqual([type, reason], ['try-later', 'vendor too slow']);
  });

  it('is received once the status says so, however slowly the rest drips in', async () => {
    vendor.answerWith('drips');
    let statusIsThere = (): void => undefined;
    const answered = new Promise<void>((resolve) => (statusIsThere = resolve));
    const targets = [{ vendor: name, url: vendor.url, secrets: [webhookSecret] }];
    const request: typeof fetch = async (...asked) => {
      const response = await fetch(...asked);
      statusIsThere();
      return response;
    };
    vendors = createVendors({ targets, now: clock.now, timers: clock.timers, request });
    const telling = tell();
    await answered;

    await clock.pass(10, soon);

    assert.deepEqual(await telling, { type: 'received' });
  });

  it('is received without its long answer being read', async () => {
    vendor.answerWith({ status: 200, body: 'x'.repeat(5_000_000) });

    assert.deepEqual(await tell(), { type: 'received' });
  });

  it('is tried again where the connection breaks off or there is none', async () => {
    vendor.answerWith('breaks-off');
    const broken = await tell();
    vendors = vendorsAt(await nobodyListens());
    const absent = await tell();

    assert.deepEqual([broken.type, absent.type], ['try-later', 'try-later']);
  });

  it('is not even tried while the vendor is left alone after a failure, and then once', async () => {
    vendor.answerWith({ status: 503 });
    await tell();
    const meanwhile = await Promise.all([tell(), tell()]);
    await clock.pass(2, soon);
    vendor.answerWith({ status: 204 });
    const after = await Promise.all([tell(), tell()]);
    const healthy = await Promise.all([tell(), tell()]);

    assert.deepEqual(
      meanwhile.map(({ type }) => type),
      ['try-later', 'try-later'],
    );
    assert.deepEqual(after.map(({ type }) => type).sort(), ['received', 'try-later']);
    assert.deepEqual(
      healthy.map(({ type }) => type),
      ['received', 'received'],
    );
    assert.equal(vendor.got.length, 4);
  });

  it('takes few places at once from a vendor that is slow', async () => {
    vendor.answerWith('never');
    const arrived = vendor.next();
    const all = Array.from({ length: 10 }, tell);
    await arrived;
    await clock.pass(10, soon);
    const reasons = (await Promise.all(all)).map((one) => one.type === 'try-later' && one.reason);

    assert.equal(reasons.filter((reason) => reason === 'vendor busy').length, 7);
  });

  it('goes nowhere for a vendor without an address', async () => {
    assert.equal(vendors.isTold('Ander'), false);
    assert.deepEqual(await vendors.tell('Ander', message), { type: 'refused' });
  });
});

/** An address where nothing listens any more. */
async function nobodyListens(): Promise<string> {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${String(port)}/hook`;
}

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { createTimeStamps } from '../../bot/http/time-stamps.ts';
import {
  checkStamp,
  readStampAnswer,
  stampRequest,
} from '../../bot/features/evidence/log/time-stamp.ts';
import { effects } from '../../bot/features/evidence/log/stamp.ts';
import { verifyDossier } from '../../bot/evidence/verify/dossier.ts';
import { writeDossier } from '../../bot/features/evidence/dossier/write.ts';
import { readSettings } from '../../bot/settings.ts';
import { defaultRetention } from '../../bot/tenant/retention.ts';
import type { Stamp } from '../../bot/ports/store.ts';
import type { Services } from '../../bot/ports/services.ts';
import { startApp } from '../support/app.ts';
import { defined, tenant as teamsTenant } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';
import { annaInTeams, bramInTeams } from '../support/teams/cast.ts';
import { chainOf, checkpoint, dutyWith, keep, tenant } from '../support/duties/evidence.ts';
import { memoryStore } from '../support/store/memory-store.ts';
import { hasOpenssl, startAuthority } from '../support/time-stamp-authority.ts';

const url = 'https://tsa.example/';

describe('a time stamp of a checkpoint', () => {
  let authority: ReturnType<typeof startAuthority>;
  before(function () {
    if (!hasOpenssl) this.skip();
    authority = startAuthority();
  });
  after(() => {
    if (hasOpenssl) authority.stop();
  });

  /** Stamps the checkpoint of a store once, with an authority that answers so. */
  async function stamped(request: typeof fetch) {
    const store = memoryStore();
    const duty = dutyWith('a');
    await keep(store, duty, chainOf(duty));
    const { text = '', size = 0 } = (await checkpoint(store)) ?? {};
    const timeStamps = createTimeStamps({ url, request });
    const entry = { tenant, attempts: 0 };
    const job = { services: { store, timeStamps } as unknown as Services, effect: { size }, entry };
    const result = await effects['stamp-checkpoint'].run(job as never);
    const kept: Stamp[] = [];
    for await (const one of store.evidence.stamps(tenant)) kept.push(one);
    return { text, result, kept };
  }

  it('is asked for, verified and kept; what it stamps is this checkpoint and no other', async () => {
    const asked: unknown[] = [];
    const { text, result, kept } = await stamped((address, { body, headers } = {}) => {
      asked.push(address, headers);
      return Promise.resolve(new Response(new Uint8Array(authority.answer(body as Uint8Array))));
    });

    assert.deepEqual(asked, [url, { 'content-type': 'application/timestamp-query' }]);
    assert.notEqual(result.type, 'try-later');
    const token = Buffer.from(kept[0]?.token ?? '', 'base64');
    assert.equal(checkStamp(token, text).ok, true);
    assert.deepEqual(checkStamp(token, `${text}x`), {
      ok: false,
      problem: 'it stamps something else',
    });
    const spoilt = Buffer.from(token);
    spoilt[spoilt.length - 5] = (spoilt.at(-5) ?? 0) ^ 1;
    assert.equal(checkStamp(spoilt, text).ok, false);
  });

  it('that does not come is asked for again, and the checkpoint stands without it', async () => {
    const of =
      (body: string | Uint8Array<ArrayBuffer>, status = 200) =>
      () =>
        Promise.resolve(new Response(body, { status }));
    const authorities: readonly (typeof fetch)[] = [
      of('no', 503),
      of('this is no time stamp'),
      of(new Uint8Array(65 * 1024)),
      of(new Uint8Array(authority.answer(stampRequest('something else')))),
      () => Promise.reject(new TypeError('Nobody was reached.')),
    ];
    for (const request of authorities) {
      const { result, kept, text } = await stamped(request);
      assert.equal(result.type, 'try-later');
      assert.deepEqual(kept, []);
      assert.notEqual(text, '');
    }
  });

  it('is there by itself once something happened, and the dossier says where each checkpoint is held', async () => {
    const app = await startApp({
      authority: (_url, { body } = {}) =>
        Promise.resolve(new Response(new Uint8Array(authority.answer(body as Uint8Array)))),
    });
    const folder = mkdtempSync(join(tmpdir(), 'stamped-'));
    try {
      for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
      await stage.useChannel(app, bramInTeams);
      await stage.openDuty(app, 'verify-change');
      await app.pass(120);

      const path = join(folder, 'dossier.zip');
      await writeDossier(app.store.evidence, {
        ...{ retention: defaultRetention, path, period: '2026-Q4' },
        exporting: {
          ...{ tenant: teamsTenant, extent: {}, environment: 'production', software: 'test' },
          asOf: app.clock.now(),
        },
        reader: { language: 'nl', zone: 'Europe/Amsterdam' },
      });
      const files = unzipSync(readFileSync(path));
      const [inChannel = '', stamped = '', ...more] = strFromU8(
        defined(files['getuigen/waar.txt']),
      ).split('\n');
      assert.match(
        inChannel,
        /^Controlepunt tot en met verklaring 2 van log\.ndjson: in het IT-kanaal 19:\S+, bericht \d+, maandag 23 november 2026 09:3\d\.$/,
      );
      assert.match(stamped, /^Controlepunt tot en met verklaring 2: tijdstempel .* in 2\.tst\./);
      assert.deepEqual(more.filter(Boolean), []);
      const held = strFromU8(defined(files['checkpoints.txt']));
      assert.equal(checkStamp(defined(files['getuigen/2.tst']), held).ok, true);
      assert.equal((await verifyDossier(path, [])).type, 'whole');
    } finally {
      rmSync(folder, { recursive: true });
      await app.stop();
    }
  });

  it('is what an authority grants, and nothing else', async () => {
    const answer = authority.answer(stampRequest('a'));
    assert.equal(readStampAnswer(answer, 'a').ok, true);
    assert.equal(readStampAnswer(answer, 'b').ok, false);
    assert.equal(readStampAnswer(new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x02]), 'a').ok, false);
  });

  for (const wrong of [
    'http://tsa.example/',
    'https://10.0.0.1/',
    'https://localhost/',
    'https://a:b@tsa.example/',
  ])
    it(`is asked at public https addresses only, not at ${wrong}`, () => {
      const read = readSettings({ TSA_URL: wrong });
      assert.ok(!read.ok && read.problems.some((problem) => problem.startsWith('TSA_URL ')));
    });
});

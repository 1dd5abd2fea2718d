import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { connectionLimits } from '../../../bot/http/limits.ts';
import type { Services } from '../../../bot/ports/services.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { beforeFirst, hashOf } from '../../../bot/duty/record/record.ts';
import { openingFor } from '../../support/duties/duties.ts';
import type { Door } from '../../support/http/http.ts';
import { auditorKey, bearer, faultsOf, idOf, openDoor } from '../../support/http/http.ts';

describe('the evidence over HTTP', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
    for (const [at, kind] of (
      ['verify-change', 'confirm-restore', 'review-access'] as const
    ).entries()) {
      const id = await idOf(door.open(`evidence ${String(at)}`, openingFor(kind)));
      door.advance(24 * 3600);
      await door.api(`/api/v1/duties/${id}/withdraw`, { reason: `Na dag ${String(at + 1)}` });
    }
  });
  after(() => door.stop());

  interface Manifest {
    readonly type: 'manifest';
    readonly records: number;
    readonly heads: Readonly<Record<string, string>>;
    readonly hash: string;
  }
  async function evidence(
    query = '',
  ): Promise<{ records: readonly EvidenceRecord[]; manifest: Manifest }> {
    const answer = await door.api(`/api/v1/evidence${query}`);
    assert.equal(answer.status, 200, answer.text);
    assert.match(answer.headers['content-type'] ?? '', /^application\/x-ndjson/);
    assert.ok(answer.text.endsWith('\n'));
    const lines = answer.text.trimEnd().split('\n');
    const manifest = JSON.parse(lines.at(-1) ?? '') as Manifest;
    const records = lines.slice(0, -1).map((line) => JSON.parse(line) as EvidenceRecord);
    return { records, manifest };
  }

  it('is a chain of records for each duty, with the manifest last', async () => {
    const { records, manifest } = await evidence();

    assert.equal(manifest.type, 'manifest');
    assert.equal(manifest.records, records.length);
    assert.equal(manifest.hash, hashOf(manifest));
    const ids = [...new Set(records.map(({ dutyId }) => dutyId))];
    assert.equal(ids.length, 3);
    for (const id of ids) {
      const chain = records.filter(({ dutyId }) => dutyId === id);
      assert.deepEqual(
        chain.map(({ seq }) => seq),
        chain.map((_, at) => at + 1),
      );
      assert.deepEqual(
        chain.map(({ prev }) => prev),
        [beforeFirst, ...chain.slice(0, -1).map(({ hash }) => hash)],
      );
      assert.ok(chain.every((record) => record.hash === hashOf(record)));
      assert.equal(manifest.heads[id], chain.at(-1)?.hash);
      assert.deepEqual([chain.at(0)?.type, chain.at(-1)?.type], ['opened', 'withdrawn']);
    }
  });

  it('can be asked for one kind of duty', async () => {
    const { records } = await evidence('?kind=confirm-restore');

    assert.ok(records.length >= 2);
    assert.ok(records.every(({ kind }) => kind === 'confirm-restore'));
  });

  const untouched = (records: readonly EvidenceRecord[], isWithin: (at: string) => boolean) =>
    [...new Set(records.map(({ dutyId }) => dutyId))].filter(
      (id) => !records.some(({ dutyId, at }) => dutyId === id && isWithin(at)),
    );

  it('can be asked for by days, the last one included, and gives whole chains', async () => {
    const whole = await evidence('?from=2026-11-23&to=2026-11-26');
    const oneDay = await evidence('?from=2026-11-23&to=2026-11-23');
    const none = await evidence('?from=2025-01-01&to=2025-12-31');

    assert.equal(whole.records.length, (await evidence()).records.length);
    assert.equal(new Set(oneDay.records.map(({ dutyId }) => dutyId)).size, 1);
    assert.deepEqual(
      untouched(oneDay.records, (at) => at.startsWith('2026-11-23')),
      [],
    );
    assert.deepEqual(none.records, []);
    assert.equal(none.manifest.records, 0);
  });

  it('can be asked for by instants, the last one excluded', async () => {
    const moment = '2026-11-24T08:30:00.000Z';
    const until = await evidence('?to=2026-11-24T08:30:00Z');
    const from = await evidence('?from=2026-11-24T09:30:00%2B01:00');

    assert.deepEqual(
      untouched(until.records, (at) => at < moment),
      [],
    );
    assert.deepEqual(
      untouched(from.records, (at) => at >= moment),
      [],
    );
    const all = new Set([...until.records, ...from.records].map(({ hash }) => hash));
    assert.equal(all.size, (await evidence()).records.length);
  });

  for (const [query, paths] of [
    ['from=gisteren&to=2026-13-01&kind=koffie', ['from', 'to', 'kind']],
    ['from=2026-11-25&to=2026-11-24', ['to']],
    ['kind=', ['kind']],
    ['from=2026-11-24T08:30:00', ['from']],
    ['from=99999-01-01', ['from']],
  ] as const) {
    it(`refuses ${query} and names ${paths.join(', ')}`, async () => {
      const faults = faultsOf(await door.api(`/api/v1/evidence?${query}`), 400);

      assert.deepEqual(
        faults.map(({ path }) => path),
        paths,
      );
    });
  }

  it('has no manifest where it broke off, so that half a file is seen to be half', async () => {
    const { store } = door.services;
    const breaking = await openDoor({
      services: {
        ...door.services,
        store: {
          ...store,
          evidence: {
            ...store.evidence,
            chains: async function* (tenant) {
              for await (const chain of store.evidence.chains(tenant)) {
                yield chain;
                throw new Error('the store went away');
              }
            },
          },
        },
      },
    });

    await assert.rejects(breaking.api('/api/v1/evidence'), /aborted|hang up|ECONNRESET/);
    assert.equal(breaking.errors.length, 1);
    await breaking.stop();
  });
});

describe('an export without end', () => {
  let ended: Promise<void>;
  let door: Door;
  let stops: readonly Door[];
  beforeEach(async () => {
    const whole = await openDoor();
    // Lines as long as they get, so that few of them fill what lies between two programs.
    const accounts = Array.from({ length: 1500 }, (_, at) => ({
      account: `user${String(at)}`,
      name: 'x'.repeat(90),
    }));
    await idOf(whole.open('endless', openingFor('review-access', { details: { accounts } })));
    const { store } = whole.services;
    let end: () => void = () => undefined;
    ended = new Promise((resolve) => {
      end = resolve;
    });
    const endless: Services['store']['evidence']['chains'] = async function* (tenant) {
      try {
        for (;;) {
          yield* store.evidence.chains(tenant);
          // As a store elsewhere, which lets others have a turn.
          await new Promise(setImmediate);
        }
      } finally {
        end();
      }
    };
    const evidence = { ...store.evidence, chains: endless };
    door = await openDoor({
      services: { ...whole.services, store: { ...store, evidence } },
      limits: { ...connectionLimits, unread: 0.2 },
    });
    stops = [whole, door];
  });
  afterEach(() => Promise.all(stops.map((one) => one.stop())));
  const asked = async (): Promise<net.Socket> => {
    const socket = net.connect(door.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const { authorization } = bearer();
    socket.write(
      `GET /api/v1/evidence HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n\r\n`,
    );
    await once(socket, 'data');
    return socket;
  };

  for (const [what, leave] of [
    ['that nobody reads is cut after a while', (socket: net.Socket) => socket.pause()],
    ['whose reader hangs up ends at once', (socket: net.Socket) => socket.destroy()],
  ] as const)
    it(`${what}, and is no error`, async () => {
      const socket = await asked();
      leave(socket);

      await ended;

      socket.destroy();
      assert.deepEqual(door.errors, []);
      assert.equal((await door.send('/healthz')).status, 200);
    });
});

describe('a dossier over HTTP', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
    await idOf(door.open('dossier', openingFor('verify-change')));
  });
  after(() => door.stop());
  const asAuditor = { authorization: `Bearer ${auditorKey.secret}` };
  const get = (query: string, headers = asAuditor) =>
    door.send(`/api/v1/dossier${query}`, { headers });

  it('is a zip file for a key of an auditor, and is evidence itself', async () => {
    const answer = await get('?quarter=2026-Q4&language=en');
    const evidence = await door.send('/api/v1/evidence', { headers: asAuditor });

    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.headers['content-type'], 'application/zip');
    assert.match(answer.headers['content-disposition'] ?? '', /dossier-.*-2026-Q4\.zip/);
    assert.ok(answer.text.startsWith('PK'));
    assert.match(evidence.text, /"type":"dossier"/);
    assert.match(evidence.text, /"asker":"auditor"/);
  });

  it('is refused to a vendor, and without a quarter, a known control or a language', async () => {
    const vendors = await door.api('/api/v1/dossier?quarter=2026-Q4');
    const wrong = await get('?quarter=Q4&control=A.9.9&language=fr');

    assert.equal(vendors.status, 403);
    assert.equal(wrong.status, 400);
    assert.deepEqual(
      faultsOf(wrong, 400).map(({ path }) => path),
      ['quarter', 'control', 'language'],
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detailsOf, openingFor } from '../support/duties/duties.ts';
import type { Answer, Door } from '../support/http/http.ts';
import { bearer, jsonOf, openDoor } from '../support/http/http.ts';

const kinds = ['verify-change', 'confirm-restore', 'review-access'] as const;
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\ud800',
    '\u0000',
    '\u202e',
    '__proto__',
    '',
    ' ',
    '9'.repeat(400),
    '😀'.repeat(60),
    '0000-01-01',
    '9999-12-31',
    '2026-12-03',
  ),
);
const anything = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 4 }),
  fc.double(),
  fc.constantFrom(-0, 1e308, 2 ** 60),
);

/** Openings that are right but for some members, the likeliest way to be nearly accepted. */
const nearlyRight = fc
  .record({
    kind: fc.constantFrom(...kinds),
    wrong: fc.dictionary(
      fc.constantFrom(
        'kind',
        'system',
        'reference',
        'title',
        'description',
        'assignees',
        'dueOn',
        'details',
        'extra',
      ),
      anything,
      { maxKeys: 2 },
    ),
    details: fc.dictionary(
      fc.constantFrom(
        'summary',
        'checks',
        'scope',
        'restorePoint',
        'samples',
        'accounts',
        'controlTotal',
        'deployedAt',
        'exportedAt',
      ),
      fc.oneof(anything, fc.array(anything, { maxLength: 4 })),
      { maxKeys: 2 },
    ),
    people: fc.array(fc.record({ aadObjectId: fc.oneof(fc.constant('anna'), nasty) }), {
      maxLength: 3,
    }),
  })
  .map(({ kind, wrong, details, people }) => ({
    ...openingFor(kind, {
      details: { ...detailsOf[kind], ...details },
      ...(people.length > 0 ? { assignees: people } : {}),
    }),
    ...wrong,
  }));

function assertCallersFault(answer: Answer, sent: unknown): void {
  const told = `${String(answer.status)} for ${JSON.stringify(sent)}`.slice(0, 2000);
  assert.ok(answer.status < 500, told);
  if (answer.status < 400) return;
  assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/, told);
  assert.ok(Array.isArray(jsonOf(answer)['errors']), told);
}

describe('whatever a sender sends', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
  });
  after(() => door.stop());
  afterEach(() => {
    assert.deepEqual(door.errors, []);
  });

  it('never is the bot’s own fault: openings that are nearly right', async () => {
    let accepted = 0;

    await fc.assert(
      fc.asyncProperty(nearlyRight, async (body) => {
        const answer = await door.open(`near ${String(accepted)}`, body);
        assertCallersFault(answer, body);
        if (answer.status !== 201) return;
        accepted += 1;
        // What was taken can be read, and is found on the list.
        assert.equal(
          (await door.api(`/api/v1/duties/${String(jsonOf(answer)['id'])}`)).status,
          200,
        );
      }),
      { numRuns: 300, seed: 20261123 },
    );

    assert.ok(accepted > 10, `only ${String(accepted)} were accepted`);
    assert.equal((await door.api('/api/v1/duties')).status, 200);
    assert.equal((await door.api('/api/v1/evidence')).status, 200);
  });

  it('never is the bot’s own fault: any JSON, any text', async () => {
    const bodies = fc.oneof(
      fc.jsonValue({ maxDepth: 5 }).map((json) => JSON.stringify(json)),
      fc.string({ unit: 'binary' }),
    );

    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const headers = {
          ...bearer(),
          'content-type': 'application/json',
          'idempotency-key': 'any',
        };
        for (const path of [
          '/api/v1/duties',
          '/api/v1/duties/d000000000000000000000000/withdraw',
        ]) {
          assertCallersFault(await door.send(path, { method: 'POST', body, headers }), body);
        }
      }),
      { numRuns: 150, seed: 20261123 },
    );
  });

  it('never is the bot’s own fault: any address and any query', async () => {
    const parts = fc.oneof(
      fc.webPath(),
      fc.string({ unit: 'binary-ascii' }).map(encodeURI),
      fc.webQueryParameters().map((query) => `?${query}`),
    );
    const bases = fc.constantFrom(
      '/api/v1/duties',
      '/api/v1/duties/',
      '/api/v1/evidence',
      '/api/v1/evidence?from=',
      '/api/v1/duties?cursor=',
      '/api/v1/duties?status=',
      '/',
    );

    await fc.assert(
      fc.asyncProperty(bases, parts, async (base, part) => {
        assertCallersFault(await door.api(`${base}${part}`), `${base}${part}`);
      }),
      { numRuns: 200, seed: 20261123 },
    );
  });
});

import assert from 'node:assert/strict';
import { openingFor } from '../support/duties/duties.ts';
import type { Door } from '../support/http/http.ts';
import { faultsOf, openDoor } from '../support/http/http.ts';

describe('a large review over HTTP', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
  });
  after(() => door.stop());
  afterEach(() => {
    assert.deepEqual(door.errors, []);
  });

  it('is taken with five thousand accounts and every field filled', async () => {
    const accounts = Array.from({ length: 5000 }, (_, at) => ({
      account: `${'a'.repeat(60)}${String(at)}`,
      name: 'Anne-Marie van den Boogaard-de Vries tot Oosterwolde',
      role: 'Beheerder financiële administratie (lezen en schrijven)',
      lastSignIn: '2026-11-01T08:00:00+01:00',
      enabled: true,
      manager: 'Johannes Hendrikus van Wijngaarden',
    }));

    const opened = await door.open('large', openingFor('review-access', { details: { accounts } }));

    assert.equal(opened.status, 201, opened.text.slice(0, 300));
  });

  it('is told a hundred faults and how many more there are, in a short answer', async () => {
    const accounts = Array.from({ length: 5000 }, () => ({}));

    const answer = await door.open(
      'faults',
      openingFor('review-access', { details: { accounts } }),
    );

    const faults = faultsOf(answer, 400);
    assert.equal(faults.length, 101);
    assert.match(faults.at(-1)?.message ?? '', /^and \d+ more$/);
    assert.ok(answer.text.length < 20_000, String(answer.text.length));
  });

  it('is refused as too large when it fits into the request but not into the store', async () => {
    const quotes = '"'.repeat(60);
    const accounts = Array.from({ length: 5000 }, (_, at) => ({
      account: `${quotes}${String(at)}`,
      name: quotes,
      role: quotes,
      manager: quotes,
    }));

    faultsOf(
      await door.open('quotes', openingFor('review-access', { details: { accounts } })),
      413,
    );
  });
});

import assert from 'node:assert/strict';
import { sealDocument } from '../../bot/tenant/document.ts';
import { decideRoster, emptyRoster } from '../../bot/tenant/roster/change.ts';
import type { Roster, RosterEntry } from '../../bot/tenant/roster/roster.ts';
import { maxEntries, maxNameLength } from '../../bot/tenant/roster/roster.ts';
import type { DocumentChange, Store } from '../../bot/ports/store.ts';
import { all } from '../support/duties/changes.ts';
import { anna, aPerson, bram, defined, fixedNow, tenant } from '../support/duties/duties.ts';
import { onEveryStore } from '../support/store/installations.ts';
import { sealing } from '../support/duties/sealing.ts';

const entry: RosterEntry = { system: 'Unit4 HRM', kind: 'inform-staff', responsible: anna };

function changed(
  from: Roster,
  entries: readonly RosterEntry[],
  { etag, attempt = 'attempt' }: { etag?: string; attempt?: string } = {},
): DocumentChange {
  const decision = decideRoster(from, { type: 'import', entries, mode: 'replace' }, bram);
  const { register, records } = sealDocument(decision.roster, decision.evidence, sealing(fixedNow));
  return { name: 'roster', register, etag, records, attempt };
}

/** What the IT team lays down, with its evidence. */
onEveryStore('keeps registers', (fresh) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await fresh());
  });

  it('has none at first, and keeps the roster and the plans apart', async () => {
    await store.documents.commit(changed(emptyRoster(tenant), [entry]));

    const roster = defined(await store.documents.load(tenant, 'roster'));
    assert.deepEqual(roster.value.entries, [entry]);
    assert.equal(await store.documents.load(tenant, 'plans'), undefined);
  });

  it('commits the roster with its evidence, or neither when somebody else was first', async () => {
    const first = changed(emptyRoster(tenant), [entry], { attempt: 'first' });
    const other = changed(emptyRoster(tenant), [{ ...entry, responsible: bram }], {
      attempt: 'other',
    });

    const ends = [await store.documents.commit(first), await store.documents.commit(other)];
    const read = defined(await store.documents.load(tenant, 'roster'));
    const stale = changed(read.value, [], { etag: 'W/"another"', attempt: 'stale' });
    const last = await store.documents.commit(stale);

    assert.deepEqual([...ends, last], ['committed', 'conflict', 'conflict']);
    assert.deepEqual(read.value, first.register);
    assert.deepEqual(await all(store.duties.records(first.register)), first.records);
  });

  it('knows a write for its own whose answer got lost', async () => {
    const change = changed(emptyRoster(tenant), [entry]);
    await store.documents.commit(change);

    assert.equal(await store.documents.commit(change), 'committed');
  });

  it('holds the largest roster there can be, and the record of its change', async () => {
    const long = (at: number, sign: string): string =>
      `${String(at)}${sign.repeat(maxNameLength)}`.slice(0, maxNameLength);
    const person = (at: number, of: number) =>
      aPerson(`22222222-aaaa-4bbb-8ccc-00000000${String(of)}${String(at)}`, long(at, 'é'));
    const entries = Array.from({ length: maxEntries }, (_, at): RosterEntry => ({
      system: long(at, 'ü'),
      kind: 'transfer-securely',
      responsible: person(at, 1),
      substitute: person(at, 2),
      fallback: person(at, 3),
      away: { from: '2026-11-23', to: '2026-12-31' },
    }));
    const full = changed(emptyRoster(tenant), entries);
    await store.documents.commit(full);
    const { value, etag } = defined(await store.documents.load(tenant, 'roster'));
    const turned = entries.map((one) => ({ ...one, responsible: anna }));

    const end = await store.documents.commit(changed(value, turned, { etag, attempt: 'turned' }));

    assert.equal(end, 'committed');
    const read = defined(await store.documents.load(tenant, 'roster'));
    assert.equal(read.value.entries.length, maxEntries);
    assert.equal((await all(store.duties.records(value))).length, 2);
  });
});

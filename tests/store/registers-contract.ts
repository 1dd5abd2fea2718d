import assert from 'node:assert/strict';
import { sealRegister } from '../../bot/lifecycle/register.ts';
import { decideRoster, emptyRoster } from '../../bot/roster/change.ts';
import type { Roster, RosterEntry } from '../../bot/roster/roster.ts';
import { maxEntries, maxNameLength } from '../../bot/roster/roster.ts';
import type { RegisterChange, Store } from '../../bot/store/ports.ts';
import { all } from '../support/changes.ts';
import { anna, aPerson, bram, defined, fixedNow, tenant } from '../support/duties.ts';
import type { FreshInstallation } from './store-contract.ts';
import { sealing } from '../support/sealing.ts';

const entry: RosterEntry = { system: 'Unit4 HRM', kind: 'inform-staff', responsible: anna };

function changed(
  from: Roster,
  entries: readonly RosterEntry[],
  { etag, attempt = 'attempt' }: { etag?: string; attempt?: string } = {},
): RegisterChange {
  const decision = decideRoster(from, { type: 'import', entries, mode: 'replace' }, bram);
  const { register, records } = sealRegister(decision.roster, decision.evidence, sealing(fixedNow));
  return { name: 'roster', register, etag, records, attempt };
}

/** What the IT team lays down, with its evidence. */
export function registersContract(fresh: FreshInstallation): void {
  describe('keeps registers', () => {
    let store: Store;
    beforeEach(async () => {
      ({ store } = await fresh());
    });

    it('has none at first, and keeps the roster and the plans apart', async () => {
      await store.registers.commit(changed(emptyRoster(tenant), [entry]));

      const roster = defined(await store.registers.load(tenant, 'roster'));
      assert.deepEqual(roster.value.entries, [entry]);
      assert.equal(await store.registers.load(tenant, 'plans'), undefined);
    });

    it('commits the roster with its evidence, or neither when somebody else was first', async () => {
      const first = changed(emptyRoster(tenant), [entry], { attempt: 'first' });
      const other = changed(emptyRoster(tenant), [{ ...entry, responsible: bram }], {
        attempt: 'other',
      });

      const ends = [await store.registers.commit(first), await store.registers.commit(other)];
      const read = defined(await store.registers.load(tenant, 'roster'));
      const stale = changed(read.value, [], { etag: 'W/"another"', attempt: 'stale' });
      const last = await store.registers.commit(stale);

      assert.deepEqual([...ends, last], ['committed', 'conflict', 'conflict']);
      assert.deepEqual(read.value, first.register);
      assert.deepEqual(await all(store.duties.records(first.register)), first.records);
    });

    it('knows a write for its own whose answer got lost', async () => {
      const change = changed(emptyRoster(tenant), [entry]);
      await store.registers.commit(change);

      assert.equal(await store.registers.commit(change), 'committed');
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
      await store.registers.commit(full);
      const { value, etag } = defined(await store.registers.load(tenant, 'roster'));
      const turned = entries.map((one) => ({ ...one, responsible: anna }));

      const end = await store.registers.commit(changed(value, turned, { etag, attempt: 'turned' }));

      assert.equal(end, 'committed');
      const read = defined(await store.registers.load(tenant, 'roster'));
      assert.equal(read.value.entries.length, maxEntries);
      assert.equal((await all(store.duties.records(value))).length, 2);
    });
  });
}

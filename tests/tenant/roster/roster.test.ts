import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dutyKinds } from '../../../bot/kinds/index.ts';
import { sealDocument } from '../../../bot/tenant/document.ts';
import { hashOf } from '../../../bot/duty/record/record.ts';
import type { RosterChange } from '../../../bot/tenant/roster/change.ts';
import { decideRoster, emptyRoster } from '../../../bot/tenant/roster/change.ts';
import type { Roster, RosterEntry } from '../../../bot/tenant/roster/roster.ts';
import {
  askable,
  entryByKey,
  entryKey,
  entryStamp,
  maxEntries,
  responsibleFor,
} from '../../../bot/tenant/roster/roster.ts';
import { anna, bram, carla, fixedNow, personId, tenant } from '../../support/duties/duties.ts';
import { sealing } from '../../support/duties/sealing.ts';

const today = '2026-11-23';
const entry = (over: Partial<RosterEntry> = {}): RosterEntry => ({
  system: 'Unit4 Financials',
  kind: 'verify-change',
  responsible: anna,
  ...over,
});
const rosterOf = (...entries: readonly RosterEntry[]): Roster => ({
  ...emptyRoster(tenant),
  entries,
});
const putNew = (one: RosterEntry): RosterChange => ({ type: 'put', entry: one, stamp: 'none' });

describe('the roster', () => {
  it('asks whoever is named most specifically for a system and a kind', () => {
    const everywhere = entry({ system: '*', kind: '*', responsible: carla });
    const ofKind = entry({ system: '*', responsible: bram });
    const dora = { aadObjectId: personId('dora'), name: 'Dora' };
    const ofSystem = entry({ kind: '*', responsible: dora });
    const exact = entry();
    const ask = (...entries: readonly RosterEntry[]) =>
      responsibleFor(rosterOf(...entries), {
        system: ' unit4 FINANCIALS',
        kind: 'verify-change',
        day: today,
      })?.name;

    assert.equal(ask(everywhere, ofKind, ofSystem, exact), anna.name);
    assert.equal(ask(everywhere, ofKind, ofSystem), dora.name);
    assert.equal(ask(everywhere, ofKind), bram.name);
    assert.equal(ask(everywhere), carla.name);
    assert.equal(ask(entry({ system: 'Iets anders' }), entry({ kind: 'inform-staff' })), undefined);
  });

  it('asks the substitute on the days that the responsible is away, the first and last included', () => {
    const away = { from: '2026-11-24', to: '2026-11-26' };
    const roster = rosterOf(entry({ substitute: bram, fallback: carla, away }));
    const ask = (day: string) =>
      responsibleFor(roster, { system: 'Unit4 Financials', kind: 'verify-change', day });

    const asked = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'].map(ask);

    assert.deepEqual(asked, [anna, bram, bram, anna]);
  });

  it('passes over whoever has left, and names nobody when all have', () => {
    const whole = entry({ substitute: bram, fallback: carla });
    const gone = (...people: readonly string[]) =>
      askable(whole, today, (id) => people.includes(id));

    assert.deepEqual(gone(anna.aadObjectId)[0], bram);
    assert.deepEqual(gone(anna.aadObjectId, bram.aadObjectId), [carla]);
    assert.deepEqual(gone(anna.aadObjectId, bram.aadObjectId, carla.aadObjectId), []);
  });

  it('keeps every change as evidence with what was and what is', () => {
    const first = decideRoster(rosterOf(), putNew(entry()), bram);
    const shown = entry();
    const change: RosterChange = {
      type: 'put',
      entry: entry({ responsible: carla }),
      key: entryKey(shown),
      stamp: entryStamp(shown),
    };

    const second = decideRoster(first.roster, change, bram);
    const third = decideRoster(second.roster, { type: 'remove', key: entryKey(shown) }, bram);

    const data = [first, second, third].map(({ evidence }) => evidence[0]?.data);
    assert.deepEqual(data, [
      { before: null, after: entry() },
      { before: entry(), after: entry({ responsible: carla }) },
      { before: entry({ responsible: carla }), after: null },
    ]);
    for (const { evidence } of [first, second, third]) {
      const [record] = evidence;
      assert.deepEqual(
        [record?.type, record?.kind, record?.system, record?.reference, record?.by],
        ['reassigned', 'verify-change', 'Unit4 Financials', 'roster', bram],
      );
    }
    assert.deepEqual(third.roster.entries, []);
  });

  it('changes nothing for a click that comes twice', () => {
    const first = decideRoster(rosterOf(), putNew(entry()), bram);
    const away: RosterChange = {
      type: 'put',
      entry: entry({ away: { from: today, to: today } }),
      key: entryKey(entry()),
      stamp: entryStamp(entry()),
    };
    const second = decideRoster(first.roster, away, bram);

    const again = [
      decideRoster(first.roster, putNew(entry()), bram),
      decideRoster(second.roster, away, bram),
      decideRoster(rosterOf(), { type: 'remove', key: entryKey(entry()) }, bram),
    ];

    assert.deepEqual(
      again.map(({ verdict, evidence }) => [verdict, evidence.length]),
      Array(3).fill(['same', 0]),
    );
  });

  it('does not overwrite what somebody else changed since, nor another entry about the same', () => {
    const roster = rosterOf(entry(), entry({ kind: '*', responsible: bram }));
    const stale: RosterChange = {
      type: 'put',
      entry: entry({ responsible: carla }),
      key: entryKey(entry()),
      stamp: entryStamp(entry({ responsible: bram })),
    };
    const onto: RosterChange = {
      type: 'put',
      entry: entry({ kind: '*', responsible: carla }),
      key: entryKey(entry()),
      stamp: entryStamp(entry()),
    };

    assert.equal(decideRoster(roster, stale, bram).verdict, 'changed-since');
    assert.equal(decideRoster(roster, onto, bram).verdict, 'exists');
    assert.equal(
      decideRoster(roster, putNew(entry({ responsible: carla })), bram).verdict,
      'exists',
    );
  });

  it('moves an entry to another system without leaving the old one behind', () => {
    const moved = entry({ system: 'Unit4 HRM' });
    const change: RosterChange = {
      type: 'put',
      entry: moved,
      key: entryKey(entry()),
      stamp: entryStamp(entry()),
    };

    const { roster, evidence } = decideRoster(rosterOf(entry()), change, bram);

    assert.deepEqual(roster.entries, [moved]);
    const { changes } = evidence[0]?.data as { changes: readonly unknown[] };
    assert.equal(changes.length, 2);
  });

  it('takes a list beside what stands, or in its place, as one change', () => {
    const list = [entry({ responsible: carla }), entry({ system: 'Unit4 HRM' })];
    const roster = rosterOf(entry(), entry({ kind: '*', responsible: bram }));

    const added = decideRoster(roster, { type: 'import', entries: list, mode: 'add' }, bram);
    const replaced = decideRoster(roster, { type: 'import', entries: list, mode: 'replace' }, bram);

    assert.equal(added.roster.entries.length, 3);
    assert.deepEqual(replaced.roster.entries, list);
    assert.deepEqual([added.evidence.length, replaced.evidence.length], [1, 1]);
  });

  it(`holds ${String(maxEntries)} entries and refuses one more`, () => {
    const many = Array.from({ length: maxEntries }, (_, at) => entry({ system: `S${String(at)}` }));
    const roster = rosterOf(...many);

    assert.equal(decideRoster(roster, putNew(entry()), bram).verdict, 'full');
  });

  it('gives an office to a person and takes it back, each as evidence', () => {
    const given = decideRoster(rosterOf(), { type: 'roles', roles: { privacy: carla } }, bram);
    const again = decideRoster(given.roster, { type: 'roles', roles: { privacy: carla } }, bram);
    const taken = decideRoster(given.roster, { type: 'roles', roles: {} }, bram);

    assert.deepEqual(given.evidence[0]?.data, {
      before: { roles: {} },
      after: { roles: { privacy: carla } },
    });
    assert.equal(again.verdict, 'same');
    assert.deepEqual(taken.roster.roles, {});
  });

  it('is a gapless chain, whatever is changed in whatever order', () => {
    const systems = fc.constantFrom('A', 'a ', 'B', '*');
    const kinds = fc.constantFrom('*' as const, ...dutyKinds.map(({ kind }) => kind));
    const people = fc.constantFrom(anna, bram, carla);
    const entries = fc.record({ system: systems, kind: kinds, responsible: people });
    const changes = fc.oneof(
      entries.map(putNew),
      entries.map((one): RosterChange => ({ type: 'remove', key: entryKey(one) })),
      fc.array(entries, { maxLength: 4 }).chain((list) =>
        fc.constantFrom('add' as const, 'replace' as const).map((mode): RosterChange => ({
          type: 'import',
          entries: list,
          mode,
        })),
      ),
      people.map((person): RosterChange => ({ type: 'roles', roles: { access: person } })),
    );

    fc.assert(
      fc.property(fc.array(changes, { maxLength: 12 }), (history) => {
        let roster = emptyRoster(tenant);
        let seq = 0;
        let prev = roster.head;
        for (const change of history) {
          const decision = decideRoster(roster, change, bram);
          const sealed = sealDocument(decision.roster, decision.evidence, sealing(fixedNow));
          for (const record of sealed.records) {
            seq += 1;
            assert.deepEqual([record.seq, record.prev], [seq, prev]);
            assert.equal(record.hash, hashOf(record));
            prev = record.hash;
          }
          assert.equal(decision.verdict === 'done', sealed.records.length === 1);
          roster = sealed.register;
          const keys = roster.entries.map(entryKey);
          assert.equal(new Set(keys).size, keys.length);
          if (change.type === 'remove') assert.equal(entryByKey(roster, change.key), undefined);
        }
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });
});

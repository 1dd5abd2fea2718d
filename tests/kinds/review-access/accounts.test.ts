import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Account, Decision, Flag, Pick } from '../../../bot/kinds/review-access/accounts.ts';
import {
  decisions,
  flags,
  flagsOf,
  problemOf,
  totalsOf,
} from '../../../bot/kinds/review-access/accounts.ts';
import { outcomeOf } from '../../../bot/kinds/review-access/index.ts';
import { anna, fixedNow } from '../../support/duties/duties.ts';

const seen = { reviewer: anna.name, now: fixedNow };

describe('the flags of an account', () => {
  it('are none for an ordinary account', () => {
    assert.deepEqual(flagsOf(anAccount({ lastSignIn: '2026-11-20', enabled: true }), seen), []);
    assert.deepEqual(flagsOf(anAccount(), seen), []);
  });

  for (const role of [
    'Beheerder',
    'Functioneel beheer',
    'Administrator',
    'admin',
    'Superuser',
    'Sysadmin',
  ]) {
    it(`tell that “${role}” is an administrator`, () => {
      assert.deepEqual(flagsOf(anAccount({ role }), seen), ['administrator']);
    });
  }

  for (const role of [
    'Inkoper',
    'Medewerker administratie',
    'Administratief medewerker',
    'HR Administration',
    'Systeemgebruiker',
  ]) {
    it(`do not take “${role}” for an administrator`, () => {
      assert.deepEqual(flagsOf(anAccount({ role }), seen), []);
    });
  }

  for (const [lastSignIn, dormant] of [
    ['2026-08-26', false],
    ['2026-08-25', true],
    ['2025-11-23T08:30:00Z', true],
    ['2026-11-22T23:00:00Z', false],
    ['nooit', true],
    ['31-12-2026', true],
  ] as const) {
    it(`call an account last used ${lastSignIn} ${dormant ? 'dormant' : 'in use'}`, () => {
      assert.deepEqual(flagsOf(anAccount({ lastSignIn }), seen), dormant ? ['dormant'] : []);
    });
  }

  it('tell that an account is disabled, shared, or the reviewer’s own', () => {
    assert.deepEqual(flagsOf(anAccount({ enabled: false }), seen), ['disabled']);
    assert.deepEqual(flagsOf(anAccount({ account: 'balie' }), seen), ['shared']);
    assert.deepEqual(flagsOf(anAccount({ name: 'Algemeen account' }), seen), ['shared']);
    assert.deepEqual(flagsOf(anAccount({ name: ' anna de VRIES ' }), seen), ['self']);
    assert.deepEqual(flagsOf(anAccount({ account: 'Anna de Vries' }), seen), ['self']);
  });

  for (const name of ['JBAKKER', 'onbekend', 'N.v.t.', '-', '00042', '???']) {
    it(`tell that “${name}” is nobody’s name`, () => {
      assert.deepEqual(flagsOf(anAccount({ account: 'jbakker', name }), seen), ['unknown']);
    });
  }

  it('tell what was not on the list of the last review', () => {
    const previous = [anAccount({ account: 'JBakker ' })];

    const flagsNow = [anAccount({ account: 'jbakker' }), anAccount({ account: 'nieuw' })].map(
      (account) => flagsOf(account, { ...seen, previous }),
    );

    assert.deepEqual(flagsNow, [[], ['new']]);
  });

  it('stand together, always in the same order', () => {
    // Whoever reviews under an account's own name: the flags exclude each other in no other way.
    const all = anAccount({
      account: 'test',
      name: 'test',
      role: 'Administrator',
      lastSignIn: '2020-01-01',
      enabled: false,
    });

    const viewing = { reviewer: 'test', now: fixedNow, previous: [anAccount()] };
    const others = flags.filter((flag) => flag !== 'maybe-self');
    assert.deepEqual(flagsOf(all, viewing), others);
  });

  for (const name of [
    'Anna\u00A0 de Vries',
    'Anna de\u200B Vries',
    'ＡＮＮＡ DE VRIES',
    'A\u00ADnna de Vries',
  ]) {
    it(`know the reviewer in ${JSON.stringify(name)}`, () => {
      assert.deepEqual(flagsOf(anAccount({ name }), seen), ['self']);
    });
  }

  it('know the reviewer by object id and sign-in name', () => {
    const viewing = { ...seen, reviewerIds: [anna.aadObjectId, 'a.devries@voorbeeld.nl'] };

    assert.deepEqual(flagsOf(anAccount({ account: anna.aadObjectId.toUpperCase() }), viewing), [
      'self',
    ]);
    assert.deepEqual(flagsOf(anAccount({ account: 'A.deVries@voorbeeld.nl' }), viewing), ['self']);
  });

  for (const name of [
    'de Vries, Anna',
    'A. de Vries',
    'Vries',
    'Anna Vries',
    'anna.devries@voorbeeld.nl',
    'A.B. de Vries',
  ]) {
    it(`ask whether “${name}” is the reviewer, instead of deciding it`, () => {
      assert.deepEqual(flagsOf(anAccount({ name }), seen), ['maybe-self']);
    });
  }

  for (const name of ['Arie de Vries', 'Anna Bakker', 'Bram Smit', 'B. de Vries']) {
    it(`do not take “${name}” for the reviewer`, () => {
      assert.deepEqual(flagsOf(anAccount({ name }), seen), []);
    });
  }
});

describe('a decision about an account', () => {
  const cases: readonly (readonly [Decision, readonly Flag[], string | undefined, unknown])[] = [
    ['keep', [], undefined, undefined],
    ['remove', [], undefined, undefined],
    ['unknown', [], undefined, undefined],
    ['change', [], undefined, 'new-role'],
    ['change', [], 'Inkoper', undefined],
    ['keep', ['administrator'], undefined, 'reason'],
    ['remove', ['dormant'], undefined, 'reason'],
    ['keep', ['administrator'], 'nog nodig voor de jaarafsluiting', undefined],
    ['change', ['administrator'], undefined, 'new-role'],
    ['unknown', ['shared'], undefined, undefined],
    ['keep', ['administrator'], 'wachtwoord: Zomer2026!', 'secret'],
    ['change', [], 'pw=geheim', 'secret'],
    ['keep', ['self'], 'ik heb dit nodig', 'self'],
    ['change', ['self', 'administrator'], 'Beheerder', 'self'],
    ['unknown', ['self'], undefined, undefined],
  ];

  for (const [decision, rowFlags, note, problem] of cases) {
    const said = [decision, ...rowFlags, note === undefined ? 'no note' : 'a note'].join(', ');
    it(`${problem === undefined ? 'counts' : `lacks its ${String(problem)}`}: ${said}`, () => {
      const pick: Pick = note === undefined ? { decision } : { decision, note };

      assert.equal(problemOf(pick, rowFlags), problem);
    });
  }
});

describe('the totals of a review', () => {
  it('always add up to the number of accounts', () => {
    const picks = fc.dictionary(
      fc.nat(40).map(String),
      fc.constantFrom(...decisions).map((decision): Pick => ({ decision })),
    );

    fc.assert(
      fc.property(picks, fc.integer({ min: 41, max: 90 }), (chosen, accounts) => {
        const of = new Map(Object.entries(chosen).map(([at, pick]) => [Number(at), pick]));

        const { keep, change, remove, unknown, undecided, ...rest } = totalsOf(accounts, of);

        assert.deepEqual(rest, { accounts });
        assert.equal(keep + change + remove + unknown + undecided, accounts);
        assert.equal(undecided, accounts - of.size);
        assert.equal(keep, [...of.values()].filter(({ decision }) => decision === 'keep').length);
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });

  it('mean a problem where access must change, and no judgement where something is unknown', () => {
    const none = { keep: 3, change: 0, remove: 0, unknown: 0 };

    assert.equal(outcomeOf(none), 'fulfilled');
    assert.equal(outcomeOf({ ...none, unknown: 1 }), 'unable');
    assert.equal(outcomeOf({ ...none, change: 1, unknown: 1 }), 'unable');
    assert.equal(outcomeOf({ ...none, change: 1, unknown: 1 }, 0), 'problem');
    assert.equal(outcomeOf({ ...none, remove: 1 }), 'problem');
  });
});

function anAccount(overrides: Partial<Account> = {}): Account {
  return { account: 'jbakker', name: 'Jan Bakker', role: 'Inkoper', ...overrides };
}

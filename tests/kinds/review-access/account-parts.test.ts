import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Account } from '../../../bot/kinds/review-access/accounts.ts';
import { splitByManager, splitByRole } from '../../../bot/kinds/review-access/account-parts.ts';
import { placesOf, rangesOf } from '../../../bot/kinds/rows/ranges.ts';
import { anna, bram, carla } from '../../support/duties/duties.ts';

const row = (account: string, more: Partial<Account> = {}): Account => ({
  account,
  name: `Naam ${account}`,
  ...more,
});

describe('the part of a list that a reviewer has', () => {
  it('is written as ranges', () => {
    assert.deepEqual(rangesOf([7, 0, 1, 2, 5, 6, 9]), ['0-2', '5-7', '9']);
    assert.deepEqual(rangesOf([]), []);
  });

  it('is the whole list where nothing is said', () => {
    assert.deepEqual(placesOf(undefined, 3), [0, 1, 2]);
  });

  it('reads back as it was, whatever the places', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(4999), { maxLength: 300 }), (places) => {
        const sorted = [...places].sort((one, other) => one - other);
        assert.deepEqual(placesOf(rangesOf(places), 5000), sorted);
      }),
    );
  });
});

describe('a list that is split', () => {
  it('goes to the managers on it, the others to the first who manages nobody', () => {
    const accounts = [
      row('a', { manager: ' bram JANSEN' }),
      row('b'),
      row('c', { manager: 'Carla Smit' }),
      row('d', { manager: 'iemand anders' }),
      row('e', { manager: bram.aadObjectId.toUpperCase() }),
    ];

    const split = splitByManager(accounts, [bram, carla, anna]);

    assert.deepEqual(
      split?.accounts.map(({ account }) => account),
      ['a', 'e', 'c', 'b', 'd'],
    );
    assert.deepEqual(split?.parts, [['0-1'], ['2'], ['3-4']]);
  });

  it('goes to the first where everybody manages somebody', () => {
    const accounts = [
      row('a', { manager: carla.name }),
      row('b'),
      row('c', { manager: bram.name }),
    ];

    assert.deepEqual(splitByManager(accounts, [bram, carla])?.parts, [['0-1'], ['2']]);
  });

  it('knows a manager by the account that stands on the list itself', () => {
    const accounts = [
      row('bjansen@example.com', { name: bram.name }),
      row('x', { manager: 'BJansen@example.com' }),
    ];

    assert.deepEqual(splitByManager(accounts, [anna, bram])?.parts, [['0'], ['1']]);
  });

  it('is not split where no reviewer manages anybody', () => {
    assert.equal(splitByManager([row('a', { manager: 'Mia' })], [anna, bram]), undefined);
  });

  it('keeps a role with one reviewer and gives each about as much', () => {
    const roles = ['Inkoper', 'Inkoper', 'inkoper ', 'Lezer', 'Lezer', undefined];
    const accounts = roles.map((role, at) => row(String(at), role === undefined ? {} : { role }));

    const split = splitByRole(accounts, [anna, bram]);

    assert.deepEqual(
      split.accounts.map(({ account }) => account),
      ['0', '1', '2', '3', '4', '5'],
    );
    assert.deepEqual(split.parts, [['0-2'], ['3-5']]);
  });

  it('loses and doubles no account, however it is split', () => {
    const names = fc.constantFrom(anna.name, bram.name, 'Mia', undefined);
    const anyRow = fc.record({ manager: names, role: fc.constantFrom('A', 'B', 'C', undefined) });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (rows) => {
        const accounts = rows.map(({ manager, role }, at) =>
          row(String(at), { ...(manager ? { manager } : {}), ...(role ? { role } : {}) }),
        );
        const people = [anna, bram, carla];
        for (const split of [splitByManager(accounts, people), splitByRole(accounts, people)]) {
          if (!split) continue;
          const places = split.parts.flatMap((part) => placesOf(part, 0));
          assert.deepEqual(
            places,
            accounts.map((_, at) => at),
          );
          assert.deepEqual(new Set(split.accounts), new Set(accounts));
        }
      }),
    );
  });
});

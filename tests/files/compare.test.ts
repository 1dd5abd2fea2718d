import assert from 'node:assert/strict';
import type { Account, Pick } from '../../bot/kinds/review-access/accounts.ts';
import { compareExports } from '../../bot/files/compare.ts';

const account = (name: string, role = 'Inkoper'): Account => ({ account: name, name, role });

/** What a later export proves about one account. */
function followed(pick: Pick, after: readonly Account[]): string | undefined {
  const before = { accounts: [account('jbakker')], picks: new Map([[0, pick]]) };
  return compareExports(before, after).followUps[0]?.outcome;
}

describe('A new export after a review', () => {
  const remove: Pick = { decision: 'remove' };
  const change: Pick = { decision: 'change', note: 'Raadpleger' };
  const cases: readonly (readonly [string, Pick, readonly Account[], string | undefined])[] = [
    ['that a removed account is gone', remove, [], 'gone'],
    ['that a removed account is still there', remove, [account('jbakker')], 'still-there'],
    ['so too under other capitals', remove, [account(' JBakker ')], 'still-there'],
    [
      'so too when it was only disabled',
      remove,
      [{ ...account('jbakker'), enabled: false }],
      'still-there',
    ],
    ['that a role was changed', change, [account('jbakker', ' raadpleger')], 'changed'],
    ['that a role is what it was', change, [account('jbakker')], 'still-there'],
    ['that a role became another', change, [account('jbakker', 'Beheerder')], 'still-there'],
    [
      'nothing about a role it leaves out',
      change,
      [{ account: 'jbakker', name: 'J' }],
      'still-there',
    ],
    ['that an account to change is gone', change, [], 'gone'],
    ['nothing about an account to keep', { decision: 'keep' }, [account('jbakker')], undefined],
    [
      'that a role to remove counts as there, whatever role it has',
      { decision: 'remove', note: 'Raadpleger' },
      [account('jbakker', 'Raadpleger')],
      'still-there',
    ],
  ];
  for (const [name, pick, after, outcome] of cases) {
    it(`proves ${name}`, () => {
      assert.equal(followed(pick, after), outcome);
    });
  }

  it('shows where an account stood and how it is now', () => {
    const before = {
      accounts: [account('anna'), account('bram')],
      picks: new Map<number, Pick>([
        [0, { decision: 'keep' }],
        [1, { decision: 'remove' }],
      ]),
    };
    const now = account('bram', 'Beheerder');

    const { followUps } = compareExports(before, [account('anna'), now]);

    assert.deepEqual(followUps, [
      { at: 1, account: account('bram'), asked: 'remove', outcome: 'still-there', now },
    ]);
  });

  it('names the accounts that came since', () => {
    const before = { accounts: [account('anna')], picks: new Map<number, Pick>() };

    const { added } = compareExports(before, [account('ANNA'), account('nieuw')]);

    assert.deepEqual(added, [account('nieuw')]);
  });

  it('names accounts that were to stay and are gone, so that half an export proves nothing unseen', () => {
    const before = {
      accounts: [account('anna'), account('bram'), account('carla'), account('daan')],
      picks: new Map<number, Pick>([
        [0, { decision: 'keep' }],
        [1, { decision: 'remove' }],
        [2, { decision: 'unknown' }],
      ]),
    };

    const { vanished } = compareExports(before, []);

    assert.deepEqual(vanished, [account('anna'), account('carla'), account('daan')]);
  });
});

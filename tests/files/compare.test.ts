import assert from 'node:assert/strict';
import type { Account, Pick } from '../../bot/kinds/review-access/accounts.ts';
import { compareExports } from '../../bot/files/accounts/compare.ts';

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

  const spellings: readonly (readonly [string, string])[] = [
    ['jbakker', '\u200Bjbakker'],
    ['jbakker', 'JBAKKER\u00AD'],
    ['j bakker', 'j\u00A0bakker'],
    ['Zoë', 'Zoe\u0308'],
    ['o’brien', "o'brien"],
  ];
  for (const [was, is] of spellings) {
    it(`shows that an account is still there as ${JSON.stringify(is)}`, () => {
      const before = {
        accounts: [account(was)],
        picks: new Map<number, Pick>([[0, { decision: 'remove' }]]),
      };

      assert.equal(compareExports(before, [account(is)]).followUps[0]?.outcome, 'still-there');
    });
  }

  const doubts: readonly (readonly [string, Account, Account])[] = [
    [
      'zeros before a number',
      { account: '42', name: 'Jan Visser' },
      { account: '00042', name: 'J' },
    ],
    ['zeros in front that went', { account: '00042', name: 'x1' }, { account: '42', name: 'y1' }],
    ['a thousands mark', { account: '1234', name: 'x1' }, { account: '1.234', name: 'y1' }],
    [
      'a number in powers of ten',
      { account: '100000', name: 'x1' },
      { account: '1E+05', name: 'y1' },
    ],
    ['decimals', { account: '42', name: 'x1' }, { account: '42,00', name: 'y1' }],
    [
      'a domain behind it',
      { account: 'jbakker', name: 'x1' },
      { account: 'jbakker@voorbeeld.nl', name: 'y1' },
    ],
    [
      'a domain before it',
      { account: 'jbakker', name: 'x1' },
      { account: 'VOORBEELD\\jbakker', name: 'y1' },
    ],
    ['dots', { account: 'jbakker', name: 'x1' }, { account: 'j.bakker', name: 'y1' }],
    ['accents', { account: 'zoë', name: 'x1' }, { account: 'zoe', name: 'y1' }],
    [
      'letters of another script',
      { account: 'jbakker', name: 'x1' },
      { account: 'jb\u0430kker', name: 'y1' },
    ],
    [
      'another account of that name',
      { account: 'jb1', name: 'Jan Bakker' },
      { account: 'x9', name: 'Bakker, Jan' },
    ],
    ['an initial', { account: 'jb1', name: 'Jan Bakker' }, { account: 'x9', name: 'J. Bakker' }],
    [
      'a name as account',
      { account: 'jb1', name: 'Jan Bakker' },
      { account: 'jan.bakker@voorbeeld.nl', name: 'Onbekend' },
    ],
  ];
  for (const [what, was, came] of doubts) {
    it(`is no proof where one that came could be it: ${what}`, () => {
      const before = {
        accounts: [was],
        picks: new Map<number, Pick>([[0, { decision: 'remove' }]]),
      };

      const [followUp] = compareExports(before, [came]).followUps;
      const [said] = compareExports(before, [came], { areOthers: true }).followUps;

      assert.equal(followUp?.outcome, 'uncertain');
      assert.deepEqual(followUp.now, came);
      assert.equal(said?.outcome, 'gone');
    });
  }

  it('takes an account that stood on the reviewed list for itself and for no other', () => {
    const both = [
      { account: 'jbakker', name: 'Jan Bakker' },
      { account: 'jbakker-admin', name: 'Jan Bakker' },
    ];
    const before = { accounts: both, picks: new Map<number, Pick>([[1, { decision: 'remove' }]]) };

    assert.equal(compareExports(before, both.slice(0, 1)).followUps[0]?.outcome, 'gone');
  });

  it('is proof where those who came are clearly others', () => {
    const before = {
      accounts: [{ account: 'jbakker', name: 'Jan Bakker' }],
      picks: new Map<number, Pick>([[0, { decision: 'remove' }]]),
    };
    const came = [
      { account: 'jsmit', name: 'Jan Smit' },
      { account: 'kbakker', name: 'Kim Bakker' },
      { account: '43', name: 'Ö' },
    ];

    assert.equal(compareExports(before, came).followUps[0]?.outcome, 'gone');
  });

  it('asks about 5,000 against 5,000 with less than two seconds of work', () => {
    const accounts = Array.from({ length: 5000 }, (_, at) => ({
      account: `a${String(at)}x`,
      name: `Voor${String(at)} Bakker`,
    }));
    const after = accounts.map(({ account: own, name }) => ({
      account: `b${own}`,
      name: `B${name}`,
    }));
    const picks = new Map(accounts.map((_, at) => [at, { decision: 'remove' } as const]));
    const begun = process.cpuUsage();

    compareExports({ accounts, picks }, after);

    // Its own work: other processes may keep a busy machine.
    assert.ok(process.cpuUsage(begun).user / 1e6 < 2);
  });
});

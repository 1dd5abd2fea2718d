import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { Account, Pick } from '../../bot/kinds/review-access/accounts.ts';
import { removalsCsv } from '../../bot/files/accounts/removals.ts';
import { nastyTexts } from '../support/nasty.ts';

const remove = (accounts: readonly Account[]): ReadonlyMap<number, Pick> =>
  new Map(accounts.map((_, at) => [at, { decision: 'remove' }]));

/** The names in the file, as a spreadsheet that divides at one of these characters sees them. */
function cellsOf(csv: string, delimiter: string): readonly string[] {
  const rows = parse(csv, { bom: true, delimiter, relax_quotes: true, relax_column_count: true });
  return rows.flat();
}

describe('The list of accounts to remove or change', () => {
  it('holds those accounts only, with what to do', () => {
    const accounts = ['a', 'b', 'c', 'd'].map((account) => ({
      account,
      name: 'Naam',
      role: 'Rol',
    }));
    const picks = new Map<number, Pick>([
      [0, { decision: 'keep' }],
      [1, { decision: 'remove', note: 'Uit dienst' }],
      [2, { decision: 'change', note: 'Raadpleger' }],
      [3, { decision: 'unknown' }],
    ]);

    const csv = removalsCsv(accounts, picks, 'nl');

    assert.equal(
      csv,
      '\uFEFF"Account","Naam","Rol","Wat te doen","Nieuwe rol of reden"\r\n' +
        '"b","Naam","Rol","Intrekken","Uit dienst"\r\n' +
        '"c","Naam","Rol","Rol wijzigen","Raadpleger"\r\n',
    );
  });

  it('is complete in English', () => {
    const accounts = [{ account: 'a', name: 'Anna' }];

    const csv = removalsCsv(accounts, remove(accounts), 'en');

    assert.match(csv, /"What to do"/);
    assert.match(csv, /"a","Anna","","Remove",""/);
  });

  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '"=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
    'Jan;=1+1',
    'Jan,=1+1',
    'Jan\n=1+1',
    'Jan;"=1+1',
    'Jan; +1',
  ];
  for (const delimiter of [',', ';']) {
    it(`lets a spreadsheet that divides at ${delimiter} work nothing out`, () => {
      const accounts = formulas.map((text) => ({ account: text, name: text, role: text }));

      const csv = removalsCsv(accounts, remove(accounts), 'nl');

      const live = cellsOf(csv, delimiter).filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell));
      assert.deepEqual(live, []);
    });
  }

  it('gives every other text back as it was', () => {
    const plain = nastyTexts.filter((text) => !/(?:^|[;,\t\r\n])[\s"']*[=+\-@]/.test(text));
    const accounts = plain.map((text) => ({ account: text, name: 'Naam' }));

    const csv = removalsCsv(accounts, remove(accounts), 'nl');

    const rows = parse(csv, { bom: true });
    assert.ok(plain.length > 20);
    assert.deepEqual(
      rows.slice(1).map(([account]) => account),
      plain,
    );
  });
});

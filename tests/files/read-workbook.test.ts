import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readAccounts } from '../../bot/files/read-accounts.ts';
import { accepted, readRows, refusedFor } from '../support/teams/files.ts';
import type { CellSpec, WorkbookSpec } from '../support/workbook.ts';
import { workbookOf } from '../support/workbook.ts';

const heading = ['account', 'naam', 'rol', 'laatst ingelogd', 'actief'];
const anna = { account: 'a', name: 'Anna', role: 'Inkoper' };

describe('A list of accounts as a workbook', () => {
  it('is read from texts, dates, numbers and ticks', async () => {
    const accounts = await accepted(
      readRows(
        heading,
        ['a', 'Anna', 'Inkoper', { day: 46338 }, true],
        [12345, 'Bram', undefined, { ownDay: 46338.75 }, false],
        ['c', 'Carla', undefined, '13-11-2026', 'nee'],
        ['d', 'Daan', undefined, 46338, 1],
      ),
    );

    assert.deepEqual(accounts, [
      { ...anna, lastSignIn: '2026-11-12', enabled: true },
      { account: '12345', name: 'Bram', lastSignIn: '2026-11-12', enabled: false },
      { account: 'c', name: 'Carla', lastSignIn: '2026-11-13', enabled: false },
      { account: 'd', name: 'Daan', lastSignIn: '2026-11-12', enabled: true },
    ]);
  });

  const rows: readonly (readonly CellSpec[])[] = [
    heading,
    [],
    [undefined, undefined, undefined],
    ['a', 'Anna', 'Inkoper'],
  ];
  const writers: readonly (readonly [string, Omit<WorkbookSpec, 'rows'>])[] = [
    ['with prefixed elements', { prefix: 'x' }],
    ['without places', { unplaced: true }],
    ['behind a hidden sheet', { hiddenFirst: true }],
    ['without shared styles', { parts: { 'xl/styles.xml': '<styleSheet/>' } }],
  ];
  for (const [name, spec] of writers) {
    it(`is read as other programs write it: ${name}`, async () => {
      const accounts = await accepted(readAccounts(workbookOf({ rows, ...spec }), 'export.xlsx'));

      assert.deepEqual(accounts, [anna]);
    });
  }

  it('keeps every cell in its column when cells between are empty and have no place', async () => {
    const table = [heading, ['a', 'Anna', undefined, '12-11-2026', undefined]];

    const bytes = workbookOf({ rows: table, unplaced: true });

    const accounts = await accepted(readAccounts(bytes, 'export.xlsx'));
    assert.deepEqual(accounts, [{ account: 'a', name: 'Anna', lastSignIn: '2026-11-12' }]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const bytes = workbookOf({
      from1904: true,
      rows: [heading, ['a', 'Anna', 'Inkoper', { day: 46338 - 1462 }]],
    });

    const [account] = await accepted(readAccounts(bytes, 'export.xlsx'));

    assert.equal(account?.lastSignIn, '2026-11-12');
  });

  it('reads a text in several fonts as one, without how it is pronounced', async () => {
    const inline =
      '<r><t>Jan </t></r><r><t>Bakker_x000D_</t></r><rPh sb="0" eb="1"><t>jan</t></rPh>';

    const accounts = await accepted(readRows(['account', 'naam'], ['a', { inline }]));

    assert.deepEqual(accounts, [{ account: 'a', name: 'Jan Bakker' }]);
  });

  it('says which file it was', async () => {
    const bytes = workbookOf({ rows: [heading, ['a', 'Anna']] });

    const read = await readAccounts(bytes, 'export.xlsx');

    assert.ok(read.ok);
    assert.equal(read.format, 'xlsx');
    assert.equal(read.sha256, createHash('sha256').update(bytes).digest('hex'));
  });

  it('never takes what a formula shows, wherever it stands in a column that counts', async () => {
    const formula = { formula: 'HYPERLINK("https://example.com")', shows: 'Anna' };

    const problems = await refusedFor(
      readRows([...heading, 'leeftijd'], ['a', formula], ['b', 'Bram', formula, formula, formula]),
    );

    assert.deepEqual(
      problems.map(({ code, line, column }) => [code, line, column]),
      [
        ['formula', 2, 'naam'],
        ['formula', 3, 'rol'],
        ['formula', 3, 'laatst ingelogd'],
        ['formula', 3, 'actief'],
      ],
    );
  });

  it('passes over a formula in a column that does not count', async () => {
    const accounts = await accepted(
      readRows(['account', 'naam', 'leeftijd'], ['a', 'Anna', { formula: '1+1', shows: '2' }]),
    );

    assert.deepEqual(accounts, [{ account: 'a', name: 'Anna' }]);
  });

  it('takes a text that only looks like a formula as the text that it is', async () => {
    const accounts = await accepted(readRows(['account', 'naam'], ['=1+1', '@Anna']));

    assert.deepEqual(accounts, [{ account: '=1+1', name: '@Anna' }]);
  });

  it('names a text that Excel turned into a date, and a cell with an error', async () => {
    const problems = await refusedFor(
      readRows(heading, [{ day: 46338 }, 'Anna', { error: '#N/A' }]),
    );

    assert.deepEqual(problems, [
      { code: 'date-for-text', line: 2, column: 'account' },
      { code: 'error-value', line: 2, column: 'rol', found: '#N/A' },
    ]);
  });

  it('tells a date from a number by the format, also one that somebody made', async () => {
    const problems = await refusedFor(readRows(heading, [{ ownDay: 46338 }, 'Anna'], [46338, 7]));

    assert.deepEqual(problems, [{ code: 'date-for-text', line: 2, column: 'account' }]);
  });

  it('names the line as the spreadsheet shows it, also below empty rows', async () => {
    const problems = await refusedFor(readRows(heading, [], [], ['a']));

    assert.deepEqual(problems, [{ code: 'missing-value', line: 4, column: 'naam' }]);
  });
});

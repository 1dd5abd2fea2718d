import assert from 'node:assert/strict';
import { accepted, codesOf, readAccounts, readRows, refusedFor } from '../support/teams/files.ts';
import type { CellSpec } from '../support/workbook.ts';
import { workbookOf, zipOf } from '../support/workbook.ts';

const heading = ['account', 'naam', 'rol', 'laatst ingelogd', 'actief'];
const anna = [{ account: 'a', name: 'Anna' }];
const rows = [
  ['account', 'naam'],
  ['a', 'Anna'],
];
const read = (bytes: Uint8Array) => readAccounts(bytes, 'export.xlsx');

describe('What a sheet shows', () => {
  const shown: readonly (readonly [number | string, string, string])[] = [
    [42, '00000', '00042'],
    [7, '0000', '0007'],
    [0, '000', '000'],
    [42, '"EMP-"0000', 'EMP-0042'],
    [42, '\\A000', 'A042'],
    [123456, '000-000', '123-456'],
    [123456789, '000\\.000\\.000', '123.456.789'],
    [1234, '#,##0', '1.234'],
    [1234567, '#,##0', '1.234.567'],
    [0.42, '0%', '42%'],
    [42, '0.00', '42,00'],
    [42, '@', '42'],
    [42, '[Red]0000', '0042'],
    [42, '[$-413]0000', '0042'],
    [42, '0000_)', '0042'],
    [42, '0000_\\', '0042'],
    [42, '0000_"', '0042'],
    [42, '0000;-0000;"geen"', '0042'],
    [0, '0000;-0000;"geen"', 'geen'],
    [-42, '0000;"min "0000', 'min 0042'],
    [42, '[<100]"laag-"0;"hoog-"0', 'laag-42'],
    [420, '[<100]"laag-"0;"hoog-"0', 'hoog-420'],
    [42, 'General', '42'],
    [123456789012, 'General', '123456789012'],
    [31612345678, '+00000000000', '+31612345678'],
    ['jb', '"EMP-"@', 'EMP-jb'],
    ['jb', '0000;-0000;0;"tekst "@', 'tekst jb'],
    ['jb', '0000', 'jb'],
  ];
  for (const [value, format, account] of shown) {
    it(`is what counts: ${String(value)} as ${format}`, async () => {
      const [first] = await accepted(readRows(['account', 'naam'], [{ value, format }, 'Anna']));

      assert.equal(first?.account, account);
    });
  }

  it('is said as a spreadsheet in the reader’s language does', async () => {
    const bytes = workbookOf({
      rows: [
        ['account', 'naam'],
        [{ value: 1234, format: '#,##0' }, 'Anna'],
      ],
    });

    const [account] = await accepted(readAccounts(bytes, 'x.xlsx', { language: 'en' }));

    assert.equal(account?.account, '1,234');
  });

  it('is nothing where the format hides it', async () => {
    const hidden = { value: 42, format: ';;;' };

    const problems = await refusedFor(readRows(heading, [hidden, 'Anna', hidden, hidden, hidden]));

    assert.deepEqual(problems, [{ code: 'missing-value', line: 2, column: 'account' }]);
  });

  it('says yes and no where a format does', async () => {
    const format = '"Ja";;"Nee"';

    const accounts = await accepted(
      readRows(
        heading,
        ['a', 'A', undefined, undefined, { value: 1, format }],
        ['b', 'B', undefined, undefined, { value: 0, format }],
      ),
    );

    assert.deepEqual(
      accounts.map(({ enabled }) => enabled),
      [true, false],
    );
  });

  it('is a day in a column of days, whatever its format', async () => {
    const days: readonly CellSpec[] = [
      { value: 46338, format: 'dd mmmm yyyy' },
      { value: 46338.5, format: '[$-407]d. mmm yyyy h:mm' },
      { value: 46338, format: 'yyyy\\-mm\\-dd;@' },
      { value: 20261112, format: '0000\\-00\\-00' },
      '12-11-2026',
      46338,
    ];

    const accounts = await accepted(
      readRows(heading, ...days.map((day, at) => [`a${String(at)}`, 'Anna', undefined, day])),
    );

    assert.deepEqual(
      accounts.map(({ lastSignIn }) => lastSignIn),
      days.map(() => '2026-11-12'),
    );
  });

  const lossy: readonly (readonly [number, string])[] = [
    [123456, '0.00E+00'],
    [42000, '0,'],
    [1.6, '0'],
    [0.425, '0%'],
    [1234567890123456, '0'],
    [0.5, '# ?/?'],
  ];
  for (const [value, format] of lossy) {
    it(`is refused for a name where digits are gone: ${String(value)} as ${format}`, async () => {
      const problems = await refusedFor(readRows(['account', 'naam'], [{ value, format }, 'Anna']));

      assert.deepEqual(
        problems.map(({ code, line, column }) => [code, line, column]),
        [['digits-lost', 2, 'account']],
      );
    });
  }
});

/** A workbook whose parts are called as another writer does. */
function renamed(
  rename: (path: string) => string,
  targets: (xml: string) => string = (xml) => xml,
) {
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (...texts: string[]): string => `<row>${texts.map(cell).join('')}</row>`;
  const parts = {
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${rel}"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${row('account', 'naam')}${row('a', 'Anna')}</sheetData></worksheet>`,
  };
  return zipOf(
    Object.fromEntries(
      Object.entries(parts).map(([path, xml]) => [
        rename(path),
        path.endsWith('.rels') ? targets(xml) : xml,
      ]),
    ),
  );
}

describe('The parts of a workbook', () => {
  const same = (path: string): string => path;
  const target =
    (from: string, to: string) =>
    (xml: string): string =>
      xml.replace(from, to);
  const writers: readonly (readonly [string, Uint8Array])[] = [
    ['with backslashes', renamed((path) => path.replaceAll('/', '\\'))],
    ['with other capitals', renamed((path) => path.toUpperCase().replace('_RELS', '_rels'))],
    ['with a slash in front', renamed((path) => `/${path}`)],
    ['with backslashes in targets', renamed(same, target('"worksheets/', '"worksheets\\'))],
    ['with whole targets', renamed(same, target('"worksheets/', '"/xl/worksheets/'))],
    [
      'with whole targets with backslashes',
      renamed(same, target('"worksheets/', '"\\xl\\worksheets\\')),
    ],
    ['with targets that go up', renamed(same, target('"worksheets/', '"../xl/./worksheets/'))],
    ['with other capitals in targets', renamed(same, target('"worksheets/', '"Worksheets/'))],
    [
      'with a space',
      renamed((path) => path.replace('sheet1', 'sheet 1'), target('sheet1', 'sheet%201')),
    ],
  ];
  for (const [name, bytes] of writers) {
    it(`are found however they are called: ${name}`, async () => {
      assert.deepEqual(await accepted(read(bytes)), anna);
    });
  }

  it('are refused where two have one name', async () => {
    const bytes = zipOf({ 'xl/workbook.xml': '<workbook/>', 'XL\\Workbook.xml': '<workbook/>' });

    assert.deepEqual(await codesOf(read(bytes)), ['broken-workbook']);
  });

  it('are refused where a letter is in another encoding', async () => {
    const sheet = Buffer.from(
      '<worksheet><sheetData><row><c t="str"><v>Ren\xE9</v></c></row></sheetData></worksheet>',
      'latin1',
    );

    const bytes = workbookOf({ rows, parts: { 'xl/worksheets/sheet1.xml': sheet } });

    assert.deepEqual(await codesOf(read(bytes)), ['broken-workbook']);
  });
});

describe('The tabs of a workbook', () => {
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  /** Tabs before the list: a kind, what is on them, and how they are shown. */
  function behind(...tabs: readonly { kind?: string; xml?: string; state?: string }[]): Uint8Array {
    const each = tabs.map(({ kind = 'worksheet', xml = '<worksheet/>', state }, at) => ({
      id: `x${String(at)}`,
      path: `xl/other/part${String(at)}.xml`,
      kind,
      xml,
      state: state === undefined ? '' : ` state="${state}"`,
    }));
    return workbookOf({
      rows,
      parts: {
        'xl/workbook.xml': `<workbook xmlns:r="${rel}"><sheets>${each.map(({ id, state }) => `<sheet name="${id}"${state} r:id="${id}"/>`).join('')}<sheet name="Lijst" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships>${each.map(({ id, kind, path }) => `<Relationship Id="${id}" Type="${rel}/${kind}" Target="/${path}"/>`).join('')}<Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
        ...Object.fromEntries(each.map(({ path, xml }) => [path, xml])),
      },
    });
  }
  const cover =
    '<worksheet><sheetData><row><c t="inlineStr"><is><t>Toelichting bij de lijst</t></is></c></row></sheetData></worksheet>';
  const styled =
    '<worksheet><sheetData><row r="1"><c r="A1" s="0"/><c r="AMJ1" s="0"/></row></sheetData></worksheet>';

  const books: readonly (readonly [string, Uint8Array, readonly string[]])[] = [
    ['a chart', behind({ kind: 'chartsheet', xml: '<chartsheet/>' }), []],
    ['a dialogue', behind({ kind: 'dialogsheet', xml: '<dialogsheet/>' }), []],
    ['macros', behind({ kind: 'xlMacrosheet', xml: '<macrosheet/>' }), []],
    ['a hidden tab', behind({ xml: cover, state: 'hidden' }), []],
    ['a very hidden tab', behind({ xml: cover, state: 'veryHidden' }), []],
    ['an empty tab', behind({ xml: '<worksheet><sheetData/></worksheet>' }), []],
    ['a tab with only formats', behind({ xml: styled }), []],
    ['a cover', behind({ xml: cover }), ['x0']],
    ['several', behind({ kind: 'chartsheet', xml: '<chartsheet/>' }, { xml: cover }, {}), ['x1']],
  ];
  for (const [name, bytes, others] of books) {
    it(`are passed over until the list comes: ${name}`, async () => {
      const found = await read(bytes);

      assert.ok(found.ok, JSON.stringify(found));
      assert.deepEqual(found.accounts, anna);
      assert.equal(found.layout.sheet, 'Lijst');
      assert.deepEqual(found.layout.otherSheets, others);
    });
  }

  it('are refused in words of their own where none of them holds cells', async () => {
    const bytes = workbookOf({
      rows: [],
      parts: {
        'xl/workbook.xml': `<workbook xmlns:r="${rel}"><sheets><sheet name="Grafiek" r:id="x"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="x" Type="${rel}/chartsheet" Target="c.xml"/></Relationships>`,
        'xl/c.xml': '<chartsheet/>',
      },
    });

    assert.deepEqual(await codesOf(read(bytes)), ['no-sheet']);
  });

  it('hold a list below a title, whose lines are named as the spreadsheet shows them', async () => {
    const accounts = await accepted(
      readRows(['Overzicht gebruikers'], [], ['datum', '12-11-2026'], ...rows),
    );
    const problems = await refusedFor(readRows(['Overzicht'], [], ...rows, ['b']));

    assert.deepEqual(accounts, anna);
    assert.deepEqual(problems, [{ code: 'missing-value', line: 5, column: 'naam' }]);
  });

  it('may reach far to the right and down with nothing in it', async () => {
    const empty = Array.from(
      { length: 2000 },
      (_, at) =>
        `<row r="${String(at + 3)}"><c r="A${String(at + 3)}" s="0"/><c r="AMJ${String(at + 3)}" s="0"/></row>`,
    );
    const cell = (place: string, text: string): string =>
      `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = `<worksheet><sheetData><row r="1">${cell('A1', 'account')}${cell('B1', 'naam')}<c r="XFD1" s="0"/></row><row r="2">${cell('A2', 'a')}${cell('B2', 'Anna')}</row>${empty.join('')}</sheetData></worksheet>`;

    assert.deepEqual(
      await accepted(read(workbookOf({ rows, parts: { 'xl/worksheets/sheet1.xml': sheet } }))),
      anna,
    );
  });
});

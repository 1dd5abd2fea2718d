import assert from 'node:assert/strict';
import {
  accepted,
  bytesOf,
  codesOf,
  readAccounts,
  readLines,
  refusedFor,
} from '../support/teams/files.ts';
import { workbookOf, zipOf } from '../support/workbook.ts';

const csv = bytesOf('account;naam\na;Anna');
const xlsx = workbookOf({
  rows: [
    ['account', 'naam'],
    ['a', 'Anna'],
  ],
});
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const megabytes = (count: number): number => count * 1024 * 1024;

/** A workbook whose sheet holds this and, unless it says so itself, never ends. */
const sheet = (inner: string): Uint8Array =>
  workbookOf({ rows: [], parts: { 'xl/worksheets/sheet1.xml': `<worksheet>${inner}` } });

/** Lets the end of an archive point to another place for its directory. */
function withDirectoryAt(bytes: Uint8Array, place: number): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(place, changed.length - 6);
  return changed;
}

/** Replaces a number in the first directory entry of an archive. */
function withDirectoryField(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const changed = Buffer.from(bytes);
  const entry = changed.indexOf(Buffer.from('504b0102', 'hex'));
  changed.writeUInt16LE(value, entry + offset);
  return changed;
}

describe('A file that is no list of accounts', () => {
  const cases: readonly (readonly [string, string, Uint8Array, string])[] = [
    ['that is empty', 'export.csv', new Uint8Array(), 'empty'],
    ['that is empty, as a workbook', 'export.xlsx', new Uint8Array(), 'empty'],
    ['with nothing but blank lines', 'export.csv', bytesOf('\r\n;;\r\n  \r\n'), 'empty'],
    ['with a heading only', 'export.csv', bytesOf('account;naam\n;;\n'), 'no-rows'],
    ['with a password in a cell', 'a.csv', bytesOf('account;naam\na;ww: Zomer26!'), 'secret'],
    ['with a password in a role', 'a.csv', bytesOf('account;naam;rol\na;An;pin 4711'), 'secret'],
    [
      'with a password for a heading',
      'a.csv',
      bytesOf('account;naam;wachtwoord is Zomer26!\na;An;x'),
      'secret',
    ],
    ['with a password for its one heading', 'a.csv', bytesOf('ww: Zomer26!;naam\na;An'), 'secret'],
    ['larger than 5 MB', 'export.csv', Buffer.alloc(megabytes(5) + 1, 'a'), 'too-big'],
    ['that is a picture', 'export.csv', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'not-text'],
    ['in UTF-16 without a mark', 'export.csv', Buffer.from('account;naam', 'utf16le'), 'not-text'],
    ['whose letters were lost', 'export.csv', bytesOf('account;naam\na;J\uFFFDrgen'), 'not-text'],
    ['with a byte that no encoding has', 'export.csv', Buffer.from('a;\x81', 'latin1'), 'not-text'],
    ['of another kind', 'export.pdf', bytesOf('%PDF-1.7'), 'unknown-extension'],
    ['without an extension', 'export', csv, 'unknown-extension'],
    ['with an extension that objects have', 'export.constructor', csv, 'unknown-extension'],
    ['with macros', 'export.xlsm', xlsx, 'unknown-extension'],
    ['that is a workbook named CSV', 'export.csv', xlsx, 'holds-workbook'],
    ['that is CSV named workbook', 'export.xlsx', csv, 'holds-no-workbook'],
    ['that is another archive', 'export.xlsx', zipOf({ 'a.txt': 'a' }), 'holds-no-workbook'],
    ['from an old Excel', 'export.xls', ole, 'old-excel'],
    ['from an old Excel, named as a new one', 'export.xlsx', ole, 'old-excel'],
    [
      'with a password',
      'export.xlsx',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'password',
    ],
    ['with an encrypted part', 'export.xlsx', withDirectoryField(xlsx, 8, 1), 'password'],
    [
      'packed in an unknown way',
      'export.xlsx',
      withDirectoryField(xlsx, 10, 99),
      'broken-workbook',
    ],
    [
      'whose directory lies beyond its end',
      'export.xlsx',
      withDirectoryAt(xlsx, 2 ** 31),
      'broken-workbook',
    ],
    ['whose directory is no directory', 'export.xlsx', withDirectoryAt(xlsx, 0), 'broken-workbook'],
    ['that was cut off', 'export.xlsx', xlsx.subarray(0, xlsx.length - 30), 'broken-workbook'],
    ['that is only the start of an archive', 'export.xlsx', xlsx.subarray(0, 6), 'broken-workbook'],
    ['with an open quote', 'export.csv', bytesOf('account;naam\na;"Anna'), 'quotes'],
    ['with a quote inside a cell', 'export.csv', bytesOf('account;naam\na;"An"na'), 'quotes'],
  ];
  for (const [name, file, bytes, code] of cases) {
    it(`is refused when it is one ${name}`, async () => {
      const codes = await codesOf(readAccounts(bytes, file));

      assert.deepEqual(codes, [code]);
    });
  }

  for (let cut = 0; cut < xlsx.length; cut += 97) {
    it(`is refused, not failed on, when only its first ${String(cut)} bytes arrived`, async () => {
      const codes = await codesOf(readAccounts(xlsx.subarray(0, cut), 'export.xlsx'));

      assert.equal(codes.length, 1);
    });
  }

  it('is refused when a workbook defines words of its own', async () => {
    const sheet = '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet/>';
    const bytes = workbookOf({ rows: [], parts: { 'xl/worksheets/sheet1.xml': sheet } });

    assert.deepEqual(await codesOf(readAccounts(bytes, 'export.xlsx')), ['broken-workbook']);
  });

  it('is refused when a shared text or a place does not exist', async () => {
    const cells = ['<c r="A1" t="s"><v>7</v></c>', '<c r="1A"><v>7</v></c>', '<c><v>zeven</v></c>'];

    for (const cell of cells) {
      const sheet = `<worksheet><sheetData><row>${cell}</row></sheetData></worksheet>`;
      const bytes = workbookOf({ rows: [], parts: { 'xl/worksheets/sheet1.xml': sheet } });

      assert.deepEqual(await codesOf(readAccounts(bytes, 'export.xlsx')), ['broken-workbook']);
    }
  });
});

describe('A file that would cost too much to read', () => {
  const row = (at: number): string => `account${String(at)};Naam van ${String(at)};Inkoper`;
  const rows = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => row(at));

  it('is a list of more than 5,000 accounts; one of exactly 5,000 is read', async () => {
    const most = await accepted(readLines('account;naam;rol', ...rows(5000)));
    const problems = await refusedFor(readLines('account;naam;rol', ...rows(5001)));

    assert.equal(most.length, 5000);
    assert.deepEqual(problems, [{ code: 'too-many-rows', limit: 5000 }]);
  });

  it('is refused without reading what lies beyond: an open quote there is never seen', async () => {
    const codes = await codesOf(readLines('account;naam;rol', ...rows(50_000), 'x;"open'));

    assert.deepEqual(codes, ['too-many-rows']);
  });

  it('is refused likewise as a workbook', async () => {
    const table = ['account;naam;rol', ...rows(50_000)].map((line) => line.split(';'));
    const whole = workbookOf({ rows: table });
    const cells = table.map((line) => line.map((cell) => `<c t="str"><v>${cell}</v></c>`).join(''));
    const neverClosed = sheet(cells.map((line) => `<row>${line}</row>`).join(''));

    assert.deepEqual(await codesOf(readAccounts(whole, 'export.xlsx')), ['too-many-rows']);
    assert.deepEqual(await codesOf(readAccounts(neverClosed, 'export.xlsx')), ['too-many-rows']);
  });

  const bombs: readonly (readonly [string, () => Uint8Array, string])[] = [
    ['that inflates beyond measure', () => sheet(' '.repeat(megabytes(51))), 'inflates-too-far'],
    ['of a million empty rows', () => sheet('<row/>'.repeat(1_000_001)), 'inflates-too-far'],
    [
      'of one element with a thousand attributes',
      () =>
        sheet(`<row ${Array.from({ length: 1000 }, (_, at) => `a${String(at)}="1"`).join(' ')}/>`),
      'broken-workbook',
    ],
    [
      'that is nested without end',
      () => sheet(`${'<a>'.repeat(200)}${'</a>'.repeat(200)}</worksheet>`),
      'broken-workbook',
    ],
    [
      'of thousands of parts',
      () =>
        zipOf(
          Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`${String(at)}.xml`, ''])),
        ),
      'inflates-too-far',
    ],
    [
      'that reaches far to the right',
      () => sheet('<sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
      'too-many-columns',
    ],
  ];
  for (const [name, make, code] of bombs) {
    it(`is a workbook ${name}`, async () => {
      assert.deepEqual(await codesOf(readAccounts(make(), 'export.xlsx')), [code]);
    });
  }

  it('is a workbook that lies about how far it inflates', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': ' '.repeat(megabytes(51)) };
    const honest = Buffer.from(workbookOf({ rows: [], parts }));
    const name = honest.lastIndexOf('xl/worksheets/sheet1.xml');
    honest.writeUInt32LE(100, name - 46 + 24);

    assert.deepEqual(await codesOf(readAccounts(honest, 'export.xlsx')), ['broken-workbook']);
  });

  it('is text of endless lines, columns or cells', async () => {
    const line = 'a'.repeat(50_001);
    const wide = `${';'.repeat(200)}x`;
    const full = Array.from({ length: 3000 }, () => `a${';a'.repeat(199)}`);

    assert.deepEqual(await codesOf(readLines('account;naam', line)), ['row-too-long']);
    assert.deepEqual(await codesOf(readLines('account;naam', wide)), ['too-many-columns']);
    assert.deepEqual(await codesOf(readLines('account;naam', ...full)), ['too-many-cells']);
  });
});

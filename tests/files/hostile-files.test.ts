import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readList } from '../../bot/files/read-list.ts';
import { bytesOf, codesOf, readAccounts } from '../support/teams/files.ts';
import { workbookOf, zipOf } from '../support/workbook.ts';
import { workedMs } from '../support/worked.ts';

const rows = [
  ['account', 'naam'],
  ['a', 'Anna'],
];
const sheet = (inner: string): Uint8Array =>
  workbookOf({
    rows,
    parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${inner}</sheetData></worksheet>` },
  });
const styles = (code: string): Uint8Array =>
  workbookOf({
    rows,
    parts: {
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`,
    },
  });
const lines = (...each: string[]): Uint8Array => bytesOf(each.join('\n'));

/** How long this process worked on it: others may keep a busy machine. */
const seconds = async (run: () => Promise<unknown>): Promise<number> => {
  const begun = process.cpuUsage();
  await run();
  return process.cpuUsage(begun).user / 1e6;
};

describe('A file that is made to stall', () => {
  const many = 200_000;
  const books: readonly (readonly [string, () => Uint8Array])[] = [
    ['open brackets in a format', () => styles('['.repeat(many))],
    ['quotation marks in a format', () => styles('&quot;'.repeat(many))],
    ['backslashes in a format', () => styles('\\'.repeat(many))],
    ['underscores in a format', () => styles('_'.repeat(many))],
    ['brackets in a format that Excel takes', () => styles('['.repeat(254))],
    ['sections in a format that Excel takes', () => styles(';'.repeat(254))],
    ['digits in a format that Excel takes', () => styles('#,0/?'.repeat(50))],
    ['a long attribute', () => sheet(`<row r="${'1'.repeat(1_000_000)}"/>`)],
    ['a long name', () => sheet(`<${'a'.repeat(1_000_000)}/>`)],
    ['a long text', () => sheet(`<row><c t="str"><v>${'_x000'.repeat(many)}</v></c></row>`)],
    ['a long number', () => sheet(`<row><c><v>${'9'.repeat(1_000_000)}</v></c></row>`)],
    ['a path of thousands of folders', () => zipOf({ [`${'a/'.repeat(20_000)}b`]: '' })],
  ];
  for (const [name, make] of books) {
    it(`is done with in two seconds: ${name}`, async () => {
      const bytes = make();

      assert.ok((await seconds(() => readList({ bytes, name: 'export.xlsx' }))) < 2);
    });
  }

  const texts: readonly (readonly [string, () => Uint8Array])[] = [
    ['nothing but line ends', () => Buffer.alloc(5_000_000, '\n')],
    ['nothing but quotation marks', () => Buffer.alloc(40_000, '"')],
    ['quotation marks on every line', () => bytesOf('a"b;"c\n'.repeat(200_000))],
    [
      'delimiters without end',
      () => lines('account;naam', ...Array.from({ length: 100 }, () => ';'.repeat(49_000))),
    ],
    [
      'spaces without end',
      () => lines('account;naam', ...Array.from({ length: 100 }, () => `a;${' '.repeat(49_000)}b`)),
    ],
    [
      'digits for a day',
      () => lines('account;naam;laatst ingelogd', `a;Anna;${'1'.repeat(49_000)}`),
    ],
    ['equals signs', () => lines('account;naam', `a;${'='.repeat(49_000)}`)],
    [
      'a heading of thousands of names',
      () => lines(`account;naam;${'rol;'.repeat(10_000)}`, 'a;Anna'),
    ],
  ];
  for (const [name, make] of texts) {
    it(`is done with in four seconds: text of ${name}`, async () => {
      const bytes = make();

      assert.ok((await seconds(() => readList({ bytes, name: 'export.csv' }))) < 4);
    });
  }

  it('is refused where a format is longer than Excel takes', async () => {
    assert.deepEqual(await codesOf(readAccounts(styles('0'.repeat(255)), 'x.xlsx')), [
      'broken-workbook',
    ]);
  });
});

describe('An archive that is not what its directory says', () => {
  const whole = workbookOf({ rows });
  const directoryOf = (bytes: Buffer, part: string): number => bytes.lastIndexOf(part) - 46;

  it('is refused where a checksum is wrong', async () => {
    const bytes = Buffer.from(whole);
    const at = directoryOf(bytes, 'xl/worksheets/sheet1.xml');
    bytes.writeUInt32LE((bytes.readUInt32LE(at + 16) ^ 1) >>> 0, at + 16);

    assert.deepEqual(await codesOf(readAccounts(bytes, 'x.xlsx')), ['broken-workbook']);
  });

  it('is read where its sizes stand in fields of 64 bits', async () => {
    assert.ok((await readAccounts(zip64(whole), 'x.xlsx')).ok);
  });
});

/** The same archive with a directory that ends as ZIP64 does (APPNOTE 4.3.14 and 4.3.15). */
function zip64(bytes: Uint8Array): Uint8Array {
  const old = Buffer.from(bytes);
  const end = old.length - 22;
  const entries = old.readUInt16LE(end + 10);
  const [size, offset] = [old.readUInt32LE(end + 12), old.readUInt32LE(end + 16)];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(end), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.from(old.subarray(end));
  last.writeUInt16LE(0xffff, 8);
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffffffff, 12);
  last.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([old.subarray(0, end), record, locator, last]);
}

describe('Whatever somebody sends', () => {
  const bounded = { seed: 20261129, numRuns: 400, interruptAfterTimeLimit: 15_000 };
  const whole = Buffer.from(workbookOf({ rows: [...rows, ['b', { value: 42, format: '0000' }]] }));
  const named = fc.constantFrom('export.csv', 'export.xlsx', 'export.txt', 'x');

  const isAnswered = async (bytes: Uint8Array, name: string): Promise<void> => {
    const before = workedMs();
    const read = await readList({ bytes, name });
    assert.ok(workedMs() - before < 2000);
    assert.ok(read.ok || read.problems.length > 0);
  };

  it('is answered: bytes', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), named, isAnswered), bounded));

  it('is answered: a workbook with bytes changed', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          await isAnswered(bytes, 'export.xlsx');
        },
      ),
      bounded,
    ));

  it('is answered: any format over any number', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc
            .array(
              fc.constantFrom(
                '0',
                '#',
                '[',
                ']',
                '"',
                '\\',
                '_',
                ';',
                '@',
                'd',
                'h',
                'E+',
                '/',
                '?',
                '.',
                ',',
                '*',
                '%',
                ' ',
              ),
              { maxLength: 40 },
            )
            .map((signs) => signs.join('')),
        ),
        fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()),
        async (format, value) => {
          const bytes = workbookOf({
            rows: [
              ['account', 'naam'],
              [{ value, format }, 'Anna'],
            ],
          });
          await isAnswered(bytes, 'export.xlsx');
        },
      ),
      bounded,
    ));

  it('is answered with a line and a column for every cell that is refused', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(
            fc.oneof(
              fc.string({ maxLength: 12 }),
              fc.constantFrom('=1', '', 'ja', '12-11-2026', 'a"b'),
            ),
            { maxLength: 4 },
          ),
          { minLength: 1, maxLength: 6 },
        ),
        async (cells) => {
          const quoted = cells.map((row) =>
            row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'),
          );
          const bytes = lines('account;naam;laatst ingelogd;actief', ...quoted);

          const read = await readList({ bytes, name: 'export.csv' });

          if (read.ok) return;
          const whole = new Set(['no-rows', 'empty']);
          for (const { code, line } of read.problems) {
            assert.ok(whole.has(code) || line !== undefined, code);
          }
        },
      ),
      bounded,
    ));
});

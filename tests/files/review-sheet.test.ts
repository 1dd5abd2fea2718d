import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { languages } from '../../cards/language.ts';
import type { Account, Pick } from '../../bot/kinds/review-access/accounts.ts';
import { accountSchema, decisions } from '../../bot/kinds/review-access/accounts.ts';
import { writeReviewSheet } from '../../bot/files/accounts/review-sheet.ts';
import { codesOf, readReviewSheet, refusedFor } from '../support/teams/files.ts';
import { nastyTexts } from '../support/nasty.ts';
import type { CellSpec } from '../support/workbook.ts';
import { workbookOf } from '../support/workbook.ts';

const accounts: readonly Account[] = [
  { account: 'jbakker', name: 'Jan Bakker', role: 'Inkoper', lastSignIn: '2026-11-12' },
  { account: 'beheer', name: 'Functioneel beheer', role: 'Beheerder' },
  { account: 'evos', name: 'Els Vos' },
];
const list = { accounts, flags: [[], ['administrator'], ['self']] } as const;
const whole = new Map<number, Pick>([
  [0, { decision: 'change', note: 'Raadpleger' }],
  [1, { decision: 'keep', note: 'Enige beheerder' }],
  [2, { decision: 'unknown' }],
]);

const heading = ['Account', 'Naam', 'Besluit', 'Nieuwe rol of reden'];
const returned = (...rows: (readonly CellSpec[])[]): Uint8Array =>
  workbookOf({ rows: [heading, ...rows] });
const right: readonly (readonly string[])[] = [
  ['jbakker', 'Jan', 'Rol wijzigen', 'Raadpleger'],
  ['beheer', 'Beheer', 'Houden', 'Enige beheerder'],
  ['evos', 'Els', 'Weet ik niet', ''],
];
/** A returned sheet that is right but for its second row. */
const withSecond = (...second: (readonly CellSpec[])[]): Uint8Array =>
  returned(...right.slice(0, 1), ...second, ...right.slice(2));

describe('The sheet on which accounts are reviewed', () => {
  for (const language of languages) {
    it(`comes back with the decisions that were put in it, in ${language}`, async () => {
      const bytes = await writeReviewSheet(list, whole, language);

      assert.deepEqual(await readReviewSheet(bytes, list), { ok: true, picks: whole });
    });
  }

  it('is the same file for the same list', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => writeReviewSheet(list, whole, 'nl')));

    assert.deepEqual(one, other);
  });

  it('offers the decisions of the duty for every row, and keeps its heading in sight', async () => {
    const parts = unzipSync(await writeReviewSheet(list, new Map(), 'en'));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

    assert.match(
      sheet,
      /type="list"[^>]*sqref="G2:G4"><formula1>"Keep,Change role,Remove,Don’t know"/,
    );
    assert.match(sheet, /ySplit="1"[^>]*state="frozen"/);
  });

  it('holds no formula, whatever the accounts and notes are called', async () => {
    const texts = ['=1+1', '+31 6', '-1', '@SUM(A1)', '\t=1', '\r=1', '<f>1+1</f>', '"><f>1</f>'];
    const named = texts.map((text, at) => ({
      account: `${text}${String(at)}`,
      name: text,
      role: text,
    }));
    const picks = new Map(texts.map((note, at) => [at, { decision: 'keep', note } as const]));

    const bytes = await writeReviewSheet({ accounts: named, flags: [] }, picks, 'nl');

    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    assert.doesNotMatch(sheet, /<f[ >/]/);
    const read = await readReviewSheet(bytes, { accounts: named, flags: [] });
    assert.deepEqual(read, {
      ok: true,
      picks: new Map(texts.map((note, at) => [at, { decision: 'keep', note: note.trim() }])),
    });
  });

  it('brings every account back that a list can hold', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.constantFrom(...nastyTexts, '_x000D_', '_x005F_', 'a\r\nb', '\uFFFE', ' rand '),
    );
    const account = fc
      .record({ account: text, name: text, role: text })
      .filter((raw) => accountSchema.safeParse(raw).success);
    const lists = fc.uniqueArray(account, {
      minLength: 1,
      maxLength: 8,
      selector: (raw) => raw.account.toLowerCase(),
    });

    await fc.assert(
      fc.asyncProperty(lists, fc.constantFrom(...decisions), async (some, decision) => {
        const flags = some.map(() => []);
        const picks = new Map(some.map((_, at) => [at, { decision, note: 'Omdat' }]));
        const bytes = await writeReviewSheet({ accounts: some, flags }, picks, 'nl');

        const read = await readReviewSheet(bytes, { accounts: some, flags });

        assert.deepEqual(read, { ok: true, picks });
      }),
      { seed: 20261123, numRuns: 150 },
    );
  });
});

describe('A returned sheet', () => {
  it('counts when every row is decided, in whatever order and language', async () => {
    const rows = [
      ['EVOS', '', 'dont know'],
      [],
      ['beheer', '', ' keep ', 'Enige beheerder'],
      ['jbakker', '', 'ROL WIJZIGEN', 'Raadpleger'],
    ];

    const read = await readReviewSheet(returned(...rows), list);

    assert.ok(read.ok);
    assert.deepEqual(new Map([...read.picks].sort(([a], [b]) => a - b)), whole);
  });

  const faults: readonly (readonly [string, readonly (readonly CellSpec[])[], string])[] = [
    ['a row is missing', [], 'missing-row'],
    ['a row was added', [right[1] ?? [], ['nieuw', 'Nieuw', 'Houden']], 'unknown-row'],
    ['a row stands twice', [right[1] ?? [], ['BEHEER', '', 'Intrekken', 'x']], 'duplicate-row'],
    ['a row has no decision', [['beheer', '', '', 'x']], 'missing-decision'],
    ['a decision is none of the four', [['beheer', '', 'Misschien', 'x']], 'not-a-choice'],
    ['a row that stands out has no reason', [['beheer', '', 'Houden']], 'reason'],
    ['a role is to change, but not to which', [['beheer', '', 'Rol wijzigen']], 'new-role'],
    ['a note holds a password', [['beheer', '', 'Houden', 'ww: Zomer26']], 'secret'],
    ['a note is too long', [['beheer', '', 'Houden', 'x'.repeat(301)]], 'too-long'],
    [
      'a decision was worked out',
      [['beheer', '', { formula: 'C2', shows: 'Houden' }, 'x']],
      'formula',
    ],
    ['a decision is an error', [['beheer', '', { error: '#REF!' }, 'x']], 'error-value'],
  ];
  for (const [name, rows, code] of faults) {
    it(`counts for nothing when ${name}`, async () => {
      const codes = await codesOf(readReviewSheet(withSecond(...rows), list));

      assert.deepEqual(codes, [code]);
    });
  }

  it('counts for nothing when a reviewer decides about himself', async () => {
    const rows = [...right.slice(0, 2), ['evos', 'Els', 'Houden', 'Dat ben ik zelf']];

    const problems = await refusedFor(readReviewSheet(returned(...rows), list));

    assert.deepEqual(problems, [{ code: 'self', line: 4, found: 'evos' }]);
  });

  it('names every row that is not right, with line and column', async () => {
    const rows = [
      ['jbakker', '', 'Rol wijzigen'],
      ['vreemd', '', 'Houden'],
      ['evos', '', 'x'],
    ];

    const problems = await refusedFor(readReviewSheet(returned(...rows), list));

    const column = 'Nieuwe rol of reden';
    assert.deepEqual(problems, [
      { code: 'new-role', line: 2, column, found: 'jbakker' },
      { code: 'unknown-row', line: 3, found: 'vreemd' },
      { code: 'not-a-choice', line: 4, found: 'x' },
      { code: 'missing-row', found: 'beheer' },
    ]);
  });

  it('is refused when it is another file', async () => {
    const others: readonly (readonly [Uint8Array, readonly string[]])[] = [
      [new Uint8Array(), ['empty']],
      [Buffer.from('Account;Besluit\njbakker;Houden'), ['holds-no-workbook']],
      [workbookOf({ rows: [['Account', 'Naam']] }), ['no-rows']],
      [workbookOf({ rows: [['Account', 'Besluit']] }), ['missing-column']],
      [returned(...Array.from({ length: 200 }, (_, at) => [`a${String(at)}`])), ['too-many-rows']],
    ];

    for (const [bytes, codes] of others) {
      assert.deepEqual(await codesOf(readReviewSheet(bytes, list)), codes);
    }
  });
});

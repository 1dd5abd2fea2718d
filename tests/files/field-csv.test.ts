import assert from 'node:assert/strict';
import { accepted, bytesOf, readAccounts, readLines, refusedFor } from '../support/teams/files.ts';

/** Lines of text and bytes, one after the other. */
const mixed = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? bytesOf(part) : Buffer.from(part))),
  );

describe('A CSV file in two encodings', () => {
  const cases: readonly (readonly [string, Uint8Array, number])[] = [
    ['one letter of Windows', mixed('account;naam\n1;Renée\n2;Jos', [0xe9], ' Smit\n'), 3],
    ['the letter of Windows first', mixed('account;naam\n1;Jos', [0xe9], '\n2;Renée\n'), 2],
    ['with a mark and one letter of Windows', mixed('\uFEFFaccount;naam\n1;Jos', [0xe9], '\n'), 2],
    ['with a letter cut in half', mixed('account;naam\n1;Zoë\n2;Zo', [0xc3], '\n'), 3],
    ['with half a letter at the very end', mixed('account;naam\n1;Zoë\n2;Zo', [0xc3]), 3],
    ['with an overlong letter', mixed('account;naam\n1;Zoë\n2;', [0xc0, 0xaf], '\n'), 3],
    ['with half a surrogate pair', mixed('account;naam\n1;Zoë\n2;', [0xed, 0xa0, 0x80], '\n'), 3],
    ['with old line ends', mixed('account;naam\r1;Zoë\r2;Zo', [0xeb], '\r'), 3],
  ];
  for (const [name, bytes, line] of cases) {
    it(`is refused, naming the line: ${name}`, async () => {
      const problems = await refusedFor(readAccounts(bytes, 'export.csv'));

      assert.deepEqual(problems, [{ code: 'two-encodings', line }]);
    });
  }

  it('is none where every letter is one of Windows', async () => {
    const bytes = mixed('account;naam\n1;Jos', [0xe9], '\n2;Zo', [0xeb], '\n');

    const accounts = await accepted(readAccounts(bytes, 'export.csv'));

    assert.deepEqual(
      accounts.map(({ name }) => name),
      ['José', 'Zoë'],
    );
  });
});

describe('A CSV file with something before its heading', () => {
  const starts: readonly (readonly [string, readonly string[]])[] = [
    ['a type', ['#TYPE System.Management.Automation.PSCustomObject']],
    ['a title and a date', ['Gebruikersoverzicht 2026', 'Gemaakt: 12-11-2026', '']],
    ['a title of several cells', ['Overzicht;12-11-2026;pagina 1']],
    ['remarks', ['# export', '# account;naam komt hieronder']],
    ['a hint of Excel and a title', ['sep=;', 'Overzicht']],
    ['a title with a comma', ['Gebruikers, rollen, en meer, van alles']],
  ];
  for (const [name, lines] of starts) {
    it(`is read, and its lines are counted right: ${name}`, async () => {
      const accounts = await accepted(readLines(...lines, 'account;naam', 'a;Anna'));
      const problems = await refusedFor(readLines(...lines, 'account;naam', 'a;Anna', 'b;'));

      assert.deepEqual(accounts, [{ account: 'a', name: 'Anna' }]);
      assert.equal(problems[0]?.line, lines.length + 3);
    });
  }

  it('is read with the delimiter of its heading, not of its title', async () => {
    const accounts = await accepted(
      readLines('a;b;c;d;e', '"Username","Name"', '"jb","Bakker, Jan"'),
    );

    assert.deepEqual(accounts, [{ account: 'jb', name: 'Bakker, Jan' }]);
  });
});

describe('Quotation marks in a CSV file', () => {
  const kept: readonly (readonly [string, string])[] = [
    ['Jan "Sjonnie" Bakker', 'Jan "Sjonnie" Bakker'],
    ['Scherm 24"', 'Scherm 24"'],
    ['J"B', 'J"B'],
    ['"Jan ""Sjonnie"" Bakker"', 'Jan "Sjonnie" Bakker'],
    ['"Jan; Bakker"', 'Jan; Bakker'],
    ['  "Jan" ', 'Jan'],
    ['""""', '"'],
  ];
  for (const [written, name] of kept) {
    it(`are letters or close well: ${written}`, async () => {
      const accounts = await accepted(readLines('account;naam;rol', `a;${written};x`, 'b;Bram;y'));

      assert.deepEqual(accounts[0], { account: 'a', name, role: 'x' });
      assert.equal(accounts.length, 2);
    });
  }

  const open: readonly (readonly [string, readonly string[], number])[] = [
    ['never closed', ['a;Anna', 'b;"Bram', 'c;Carla'], 3],
    ['closed too early', ['a;"An"na', 'b;Bram'], 2],
    ['closed far below', ['a;Anna', 'b;"Bram', 'c;Carla"x'], 3],
    ['closed by the next one', ['a;"Anna', 'b;"Bram"'], 2],
    ['opened at the end', ['a;Anna', 'b;Bram', 'c;"'], 4],
  ];
  for (const [name, lines, line] of open) {
    it(`are named where a cell begins with one that is ${name}`, async () => {
      const problems = await refusedFor(readLines('account;naam', ...lines));

      assert.deepEqual(problems, [{ code: 'quotes', line }]);
    });
  }
});

describe('Accounts that read the same', () => {
  for (const twin of [
    '\u200Bjbakker',
    'JBAKKER',
    'jbakker\u00AD',
    'ｊｂａｋｋｅｒ',
    'jbak\u2060ker',
    '\u202Djbakker',
  ]) {
    it(`are named as one that stands there twice: ${JSON.stringify(twin)}`, async () => {
      const problems = await refusedFor(readLines('account;naam', 'jbakker;Jan', `${twin};Jan B`));

      assert.equal(problems[0]?.code, 'duplicate-account');
      assert.equal(problems[0].line, 3);
      assert.equal(problems[0].first, 2);
    });
  }
});

describe('Empty cells', () => {
  it('do not count, however far a program writes them', async () => {
    const rest = ','.repeat(1022);

    const accounts = await accepted(readLines(`account,naam${rest}`, `a,Anna${rest}`, rest));

    assert.deepEqual(accounts, [{ account: 'a', name: 'Anna' }]);
  });

  it('do not count in long lists either', async () => {
    const rest = ','.repeat(900);
    const rows = Array.from({ length: 1500 }, (_, at) => `a${String(at)},Anna${rest}`);

    assert.equal((await accepted(readLines(`account,naam${rest}`, ...rows))).length, 1500);
  });

  it('count again when one far away is filled', async () => {
    const problems = await refusedFor(readLines('account,naam', `a,Anna${','.repeat(500)}x`));

    assert.deepEqual(problems, [{ code: 'too-many-columns', line: 2, limit: 200 }]);
  });
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { accepted, bytesOf, readAccounts, readLines, refusedFor } from '../support/teams/files.ts';

const jan = { account: 'jbakker', name: 'Jan Bakker', role: 'Inkoper' };

describe('A list of accounts as CSV', () => {
  for (const delimiter of [';', ',', '\t']) {
    it(`is read when its cells are divided by ${JSON.stringify(delimiter)}`, async () => {
      const lines = [
        ['account', 'naam', 'rol'],
        ['jbakker', 'Jan Bakker', 'Inkoper'],
      ];

      const accounts = await accepted(readLines(...lines.map((cells) => cells.join(delimiter))));

      assert.deepEqual(accounts, [jan]);
    });
  }

  it('says who may more than others, in Dutch and English; the name of a person there says nothing', async () => {
    for (const [heading, cell, privileged] of [
      ['Beheerdersrechten', 'ja', true],
      ['Privileged', 'no', false],
      ['Is Admin', 'TRUE', true],
      ['admin rights', 'standaard', false],
      ['Beheerder', 'ja', true],
    ] as const)
      assert.deepEqual(
        await accepted(readLines(`account;naam;${heading}`, `jbakker;Jan Bakker;${cell}`)),
        [{ account: 'jbakker', name: 'Jan Bakker', privileged }],
        heading,
      );
    assert.deepEqual(
      await accepted(readLines('account;naam;Beheerder', 'jbakker;Jan Bakker;Els Vos')),
      [{ account: 'jbakker', name: 'Jan Bakker' }],
    );
    assert.deepEqual(
      await refusedFor(readLines('account;naam;beheerrechten', 'a;Anna;misschien')),
      [{ code: 'unclear-privileged', line: 2, column: 'beheerrechten', found: 'misschien' }],
    );
  });

  it('is divided as Excel says on the first line, and still counts its lines right', async () => {
    const problems = await refusedFor(readLines('sep=|', 'account|naam', 'a|Anna', 'b|'));

    assert.deepEqual(problems, [{ code: 'missing-value', line: 4, column: 'naam' }]);
  });

  it('keeps delimiters and quotes that stand between quotes; a line end there is a space of the name', async () => {
    const accounts = await accepted(
      readLines(
        'account;"naam, voluit, zo bekend, of niet";naam',
        '"a;1";x;"Jan ""de"" Bakker\r\njr."',
      ),
    );

    assert.deepEqual(accounts, [{ account: 'a;1', name: 'Jan "de" Bakker jr.' }]);
  });

  it('names the line on which a row begins, also after cells of several lines', async () => {
    const problems = await refusedFor(
      readLines('account;naam;rol', 'a;"Anna\r\nVos";x', 'b;"Bram\r\nVos";"=1"'),
    );

    assert.deepEqual(problems, [{ code: 'formula', line: 4, column: 'rol' }]);
  });

  it('reads every heading that Dutch and English applications use, whatever case or spaces', async () => {
    const accounts = await accepted(
      readLines(
        'GEBRUIKERS-NAAM;Volledige  naam;Functie;Laatst ingelogd;Áctief;Leidinggevende;Kostenplaats',
        'jbakker;Jan Bakker;Inkoper;12-11-2026;ja;Els Vos;4410',
      ),
    );

    assert.deepEqual(accounts, [
      { ...jan, lastSignIn: '2026-11-12', enabled: true, manager: 'Els Vos' },
    ]);
  });

  it('reads English headings', async () => {
    const accounts = await accepted(
      readLines(
        'User Name,Full name,Profile,Last sign-in,Enabled,Manager',
        'jbakker,Jan Bakker,Inkoper,2026-11-12T23:30:00Z,FALSE,Els Vos',
      ),
    );

    assert.deepEqual(accounts, [
      { ...jan, lastSignIn: '2026-11-12', enabled: false, manager: 'Els Vos' },
    ]);
  });

  it('leaves out what is empty and passes over empty lines', async () => {
    const accounts = await accepted(
      readLines('', 'account;naam;rol;actief;laatst ingelogd', ';;;;', '  jbakker ; Jan ;;;', ''),
    );

    assert.deepEqual(accounts, [{ account: 'jbakker', name: 'Jan' }]);
  });

  it('says which file it was', async () => {
    const bytes = bytesOf('account;naam\na;Anna');

    const read = await readAccounts(bytes, 'Export 23-11.CSV');

    assert.ok(read.ok);
    assert.equal(read.format, 'csv');
    assert.equal(read.sha256, createHash('sha256').update(bytes).digest('hex'));
  });

  const text = 'account;naam\njos;Joséphine € “Vos”';
  // The same text as an old Windows program writes it: é, € and both quotes are one byte each.
  const inWindows1252 = Buffer.from(
    text.replace('€', '\x80').replace('“', '\x93').replace('”', '\x94'),
    'latin1',
  );
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const encodings: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8', bytesOf(text)],
    ['UTF-8 with a mark', bytesOf(`\uFEFF${text}`)],
    ['UTF-16LE with a mark', utf16],
    ['UTF-16BE with a mark', Buffer.from(utf16).swap16()],
    ['Windows-1252', inWindows1252],
    ['decomposed letters', bytesOf(text.normalize('NFD'))],
  ];
  for (const [name, bytes] of encodings) {
    it(`is read in ${name}`, async () => {
      const accounts = await accepted(readAccounts(bytes, 'export.csv'));

      assert.deepEqual(accounts, [{ account: 'jos', name: 'Joséphine € “Vos”' }]);
    });
  }

  const days: readonly (readonly [string, string])[] = [
    ['12-11-2026', '2026-11-12'],
    ['1/2/2026', '2026-02-01'],
    ['12.11.2026', '2026-11-12'],
    ['12-11-2026 09:41:07', '2026-11-12'],
    ['2026-11-12', '2026-11-12'],
    ['2026-11-12 00:00:00.000', '2026-11-12'],
    ['2026-11-12T09:41+01:00', '2026-11-12'],
    ['20261112', '2026-11-12'],
    ['12 november 2026', '2026-11-12'],
    ['3 mrt. 2026', '2026-03-03'],
    ['3 May 2026', '2026-05-03'],
    ['46338', '2026-11-12'],
    ['29-02-2028', '2028-02-29'],
    ['nooit', 'nooit'],
  ];
  for (const [written, day] of days) {
    it(`reads ${written} as a last sign-in`, async () => {
      const [account] = await accepted(
        readLines('account;naam;laatst ingelogd', `a;Anna;${written}`),
      );

      assert.equal(account?.lastSignIn, day);
    });
  }

  for (const written of [
    '11/25/2026',
    '29-02-2027',
    '12-11-26',
    'vorige week',
    '7',
    '3 foo 2026',
  ]) {
    it(`refuses ${written} as a last sign-in instead of guessing`, async () => {
      const problems = await refusedFor(
        readLines('account;naam;laatst ingelogd', `a;Anna;${written}`),
      );

      assert.deepEqual(problems, [
        { code: 'unreadable-date', line: 2, column: 'laatst ingelogd', found: written },
      ]);
    });
  }

  it('reads whether an account is enabled in the words of several applications', async () => {
    const words = ['Ja', 'nee', 'TRUE', 'Onwaar', '1', '0', 'Actief', 'niet actief', 'geblokkeerd'];

    const accounts = await accepted(
      readLines('account;naam;status', ...words.map((word) => `${word};Anna;${word}`)),
    );

    const enabled = accounts.map((account) => account.enabled);
    assert.deepEqual(enabled, [true, false, true, false, true, false, true, false, false]);
  });
});

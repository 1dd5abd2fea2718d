import assert from 'node:assert/strict';
import { accountHeadings, exportFields } from '../../bot/files/headings.ts';
import { squashed } from '../../bot/files/grid.ts';
import { accepted, bytesOf, readAccounts, readLines, refusedFor } from '../support/teams/files.ts';

/** A heading, one row, and what is read of it. */
type Export = readonly [string, readonly string[], Readonly<Record<string, unknown>>];

const exports: readonly Export[] = [
  [
    'Entra, from Graph',
    [
      'id,userPrincipalName,displayName,givenName,surname,accountEnabled,signInActivity.lastSignInDateTime,jobTitle,department',
      '1,jb@voorbeeld.nl,Jan Bakker,Jan,Bakker,False,2024-01-05T10:00:00Z,Inkoper,Inkoop',
    ],
    {
      account: 'jb@voorbeeld.nl',
      name: 'Jan Bakker',
      enabled: false,
      lastSignIn: '2024-01-05',
      role: 'Inkoper',
    },
  ],
  [
    'Entra, from the portal in Dutch',
    [
      'Weergavenaam;User principal name;Account ingeschakeld;Functietitel;Laatste interactieve aanmelding',
      'Jan Bakker;jb@voorbeeld.nl;Ja;Inkoper;5-1-2024 10:00:00',
    ],
    {
      account: 'jb@voorbeeld.nl',
      name: 'Jan Bakker',
      enabled: true,
      lastSignIn: '2024-01-05',
      role: 'Inkoper',
    },
  ],
  [
    'Active Directory, by Get-ADUser',
    [
      '#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser',
      '"Name","DisplayName","SamAccountName","Enabled","LastLogonDate","Manager","Title"',
      '"Bakker","Jan Bakker","jbakker","True","1/25/2026 10:00:00 AM","CN=Vos\\, Els,OU=Inkoop,DC=voorbeeld,DC=nl","Inkoper"',
    ],
    {
      account: 'jbakker',
      name: 'Jan Bakker',
      enabled: true,
      lastSignIn: '2026-01-25',
      manager: 'Vos, Els',
      role: 'Inkoper',
    },
  ],
  [
    'Active Directory, by csvde',
    [
      'DN,cn,sAMAccountName,userAccountControl,lastLogonTimestamp',
      '"CN=Jan Bakker,DC=nl",Jan Bakker,jbakker,514,133488000000000000',
    ],
    { account: 'jbakker', name: 'Jan Bakker', enabled: false, lastSignIn: '2024-01-04' },
  ],
  [
    'AFAS',
    [
      'Gebruiker;Volledige naam;Autorisatierol;Datum laatste login;Geblokkeerd;Leidinggevende',
      'JBA;Jan Bakker;Inkoper;12-11-2025;Nee;Els Vos',
    ],
    {
      account: 'JBA',
      name: 'Jan Bakker',
      role: 'Inkoper',
      lastSignIn: '2025-11-12',
      enabled: true,
      manager: 'Els Vos',
    },
  ],
  [
    'Exact',
    [
      'Gebruikers-ID;Volledige naam;E-mail;Laatste login;Geblokkeerd;Rollen',
      'jbakker;Jan Bakker;jb@voorbeeld.nl;12-11-2025 09:12;Ja;Inkoper, Lezer',
    ],
    {
      account: 'jbakker',
      name: 'Jan Bakker',
      lastSignIn: '2025-11-12',
      enabled: false,
      role: 'Inkoper, Lezer',
    },
  ],
  [
    'Unit4',
    ['User id;Name;Role;Status;Last logged in', 'JB;Jan Bakker;INKOOP;Closed;20251112'],
    { account: 'JB', name: 'Jan Bakker', role: 'INKOOP', enabled: false, lastSignIn: '2025-11-12' },
  ],
  [
    'Google Workspace',
    [
      'First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY],Last Sign In [READ ONLY],Employee Title,Manager Email',
      'Jan,de Wit,jw@voorbeeld.nl,Suspended,2025/11/12 09:30:00,Inkoper,ev@voorbeeld.nl',
    ],
    {
      account: 'jw@voorbeeld.nl',
      name: 'Jan de Wit',
      enabled: false,
      lastSignIn: '2025-11-12',
      role: 'Inkoper',
      manager: 'ev@voorbeeld.nl',
    },
  ],
  [
    'SAP in German',
    [
      'Benutzerliste',
      '',
      'Benutzer\tVollständiger Name\tRolle\tLetzte Anmeldung\tGesperrt\tBenutzertyp',
      'JBAKKER\tJan Bakker\tZ_EINKAUF\t12.11.2025\tX\tDialog',
    ],
    {
      account: 'JBAKKER',
      name: 'Jan Bakker',
      role: 'Z_EINKAUF',
      lastSignIn: '2025-11-12',
      enabled: false,
    },
  ],
  [
    'SAP in English, never signed in',
    ['User;Complete name;Last logon;Locked', 'JBAKKER;Jan Bakker;00.00.0000;0'],
    { account: 'JBAKKER', name: 'Jan Bakker', lastSignIn: '00.00.0000', enabled: true },
  ],
  [
    'an application with Dutch parts of a name',
    ['Inlognaam;Voornaam;Tussenvoegsel;Achternaam;Actief', 'jw;Jan;de;Wit;nee'],
    { account: 'jw', name: 'Jan de Wit', enabled: false },
  ],
  [
    'an application in German words',
    [
      'Benutzername;Nachname;Vorname;Aktiv;Vorgesetzter;Zuletzt angemeldet',
      'jw;Weiß;Jan;Nein;Els Vos;3. März 2025',
    ],
    {
      account: 'jw',
      name: 'Jan Weiß',
      enabled: false,
      manager: 'Els Vos',
      lastSignIn: '2025-03-03',
    },
  ],
];

describe('The exports of known applications', () => {
  for (const [name, lines, account] of exports) {
    it(`are read: ${name}`, async () => {
      assert.deepEqual(await accepted(readLines(...lines)), [account]);
    });
  }

  it('name the columns that were read and those that were not', async () => {
    const read = await readLines(
      'userPrincipalName,displayName,surname,accountEnabled,Kostenplaats',
      'jb@voorbeeld.nl,Jan Bakker,Bakker,False,4410',
    );

    assert.ok(read.ok);
    assert.deepEqual(read.layout.unused, ['surname', 'Kostenplaats']);
    assert.deepEqual(read.layout.used, {
      account: 'userPrincipalName',
      name: 'displayName',
      enabled: 'accountEnabled',
    });
  });

  it('name the lines before the heading that were passed over', async () => {
    const read = await readLines(
      'Overzicht gebruikers',
      'Gemaakt op: 12-11-2026',
      'account;naam',
      'a;Anna',
    );

    assert.ok(read.ok);
    assert.deepEqual(read.layout.passedOver, [
      { line: 1, found: 'Overzicht gebruikers' },
      { line: 2, found: 'Gemaakt op: 12-11-2026' },
    ]);
  });

  it('take the account that people sign in with where several columns could be it', async () => {
    const [account] = await accepted(
      readLines('E-mail;SamAccountName;UserPrincipalName;Naam', 'm@x.nl;sam;upn@x.nl;Anna'),
    );

    assert.equal(account?.account, 'upn@x.nl');
  });

  it('count as disabled what any column calls so', async () => {
    const lines = [
      'account;naam;actief;geblokkeerd',
      'a;A;ja;ja',
      'b;B;nee;nee',
      'c;C;;',
      'd;D;;nee',
    ];

    const accounts = await accepted(readLines(...lines));

    assert.deepEqual(
      accounts.map(({ enabled }) => enabled),
      [false, false, undefined, true],
    );
  });

  it('are refused where a status of one letter could mean yes or no', async () => {
    const problems = await refusedFor(readLines('account;naam;status', 'a;Anna;N'));

    assert.deepEqual(problems, [
      { code: 'unclear-enabled', line: 2, column: 'status', found: 'N' },
    ]);
  });

  it('have no heading that could be two fields', () => {
    const all = exportFields.flatMap((field) => accountHeadings[field].flat());

    assert.deepEqual(
      all.filter((heading, at) => all.indexOf(heading) !== at),
      [],
    );
    assert.deepEqual(
      all.filter((heading) => heading !== squashed(heading)),
      [],
    );
  });
});

describe('Headings that nobody knows', () => {
  const strange = ['Kürzel;Wer;Letzter Besuch', 'jb;Jan Bakker;12-11-2025'];

  it('are all named with the columns that are missing, so that a person can say which is which', async () => {
    const read = await readLines(...strange);

    assert.ok(!read.ok);
    assert.deepEqual(read.unknown, {
      missing: ['account', 'name'],
      ambiguous: [],
      known: [],
      headings: [
        { key: 'kurzel', heading: 'Kürzel' },
        { key: 'wer', heading: 'Wer' },
        { key: 'letzterbesuch', heading: 'Letzter Besuch' },
      ],
    });
  });

  it('are read once a person has said so', async () => {
    const map = { kurzel: 'account', wer: 'name', letzterbesuch: 'lastSignIn' } as const;

    const read = await readAccounts(bytesOf(strange.join('\n')), 'export.csv', { map });

    assert.deepEqual(await accepted(Promise.resolve(read)), [
      { account: 'jb', name: 'Jan Bakker', lastSignIn: '2025-11-12' },
    ]);
  });

  it('follow what a person said also where the reader would have taken another column', async () => {
    const map = { inlog: 'account', status: 'unused' } as const;
    const text = 'account;inlog;naam;status\n1;jb;Jan;N';

    const read = await readAccounts(bytesOf(text), 'export.csv', { map });

    assert.ok(read.ok);
    assert.deepEqual(read.accounts, [{ account: 'jb', name: 'Jan' }]);
    assert.deepEqual(read.layout.unused, ['account', 'status']);
  });

  it('settle which of two columns is meant', async () => {
    const text = 'account;naam;Rol;Functie\na;Anna;Lezer;Inkoper';
    const options = { map: { rol: 'role' } } as const;

    const unclear = await readAccounts(bytesOf(text), 'export.csv');
    const clear = await readAccounts(bytesOf(text), 'export.csv', options);

    assert.ok(!unclear.ok);
    assert.deepEqual(unclear.unknown?.ambiguous, ['role']);
    assert.ok(clear.ok);
    assert.equal(clear.accounts[0]?.role, 'Lezer');
  });
});

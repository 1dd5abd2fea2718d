import assert from 'node:assert/strict';
import { looksLikeSecret, namesSecret } from '../../cards/secrets.ts';
import { toldNothing, toldSecrets } from './secret-sayings.ts';
import { speltNothing, speltSecrets } from './secret-spellings.ts';
import { workOf } from '../support/worked.ts';

// Every value is made up; what looks like the key of a maker is from its public documents, or in its shape.
const secrets = [
  ...toldSecrets,
  ...speltSecrets,
  'wachtwoord is Welkom123',
  'Het wachtwoord: Zomer2026!',
  'ww: hond1234',
  'WW = Geheim!',
  'pw=Welkom01',
  'pw geheim123',
  'wachtwoord Welkom01',
  'wachtwoord van Jan is Welkom01',
  'password for the portal is Hunter2!',
  'my password is hunter2',
  'de inlogcode is 4821',
  'pincode 1234',
  'pin: 0000',
  'PIN-code = 9876',
  'pin van de kluis is 4711',
  'toegangscode 123456',
  'pwd: abc123',
  'passwd abc123!',
  'user jan pass jan123',
  'gebruikersnaam jan, wachtwoord jan2026',
  'login: jan / Welkom01!',
  'inloggegevens: admin/Admin123!',
  'admin / P@ssw0rd',
  'ww:Welkom01',
  'w8woord: Welkom01',
  'wachtwoord → Zomer2026',
  'wachtwoord "correct horse battery staple"',
  'password: swordfish',
  'wachtwoord wordt Lente2027',
  'nieuwe wachtwoord; Lente2027!',
  '-----BEGIN RSA PRIVATE KEY-----',
  '-----BEGIN OPENSSH PRIVATE KEY-----',
  '-----BEGIN PGP PRIVATE KEY BLOCK-----',
  'PuTTY-User-Key-File-2: ssh-rsa',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-def',
  'Authorization: Bearer abcdef1234567890abcdef',
  'Bearer 9f8e7d6c5b4a39281706f5e4d3c2b1a0',
  'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abc123==;',
  'Server=db;Database=x;User Id=sa;Password=Geheim1;',
  'postgres://jan:geheim123@db.example/x',
  'mongodb+srv://u:p4ss@h/x',
  'AKIAIOSFODNN7EXAMPLE',
  'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'ASIAIOSFODNN7EXAMPLE',
  'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  'github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuv',
  'glpat-abcdefghij1234567890',
  'xoxb-123456789012-abcdefghij',
  'sk-proj-abc123DEF456ghi789',
  'sk_live_51H8abcdefghijklmnop',
  'AIzaSyD-abcdefghijklmnopqrstuvwxyz12345',
  'SG.abcdefghijklmnop.qrstuvwxyz0123456789',
  'npm_abcdefghijklmnopqrstuvwxyz0123456789',
  'https://x.blob.core.windows.net/c?sv=2020&sig=abc%3D',
  'client_secret=abcDEF123',
  'client secret: abc~DEF123',
  'api-key: 12345abcde',
  'API sleutel is 8f7d6c5b4a',
  'x-api-key: q1w2e3r4t5',
  'secret 7Hs9dK2mQ4xZ8vB1nL5p',
  'token: 7Hs9dK2mQ4xZ8vB1nL5p',
  '7Hs9dK2mQ4xZ8vB1nL5p',
  '8f14e45fceea167a5a36dedd4bea2543',
  'q7HsK9dK2mQ_4xZ8-vB1nL5pTr',
  'Geheime sleutel: 98af',
  'BitLocker 123456-234567-345678-456789-567890-678901-789012-890123',
  'herstelsleutel 123456-234567-345678-456789-567890-678901-789012-890123',
  'licentiesleutel ABCDE-FGHIJ-12345-KLMNO-67890',
  'wifi wachtwoord is Gast2026',
  'wifi code: Gast2026',
  'smtp-wachtwoord=Abcd1234',
  'DB_PASSWORD=abcd1234',
  'dbPassword: "abcd1234"',
  '"password":"abcd1234"',
  'password => "abcd1234"',
  'mijn ww is nu Welkom02!',
  'wachtwoord = Welkom',
  'The passphrase is correct-horse-9',
  'recovery code 8821-4432',
  'otp 482913',
  'sms-code: 482913',
  'mfa code is 482913',
  'de code voor de kluis is 4711',
  'Tr0ub4dor&3 is het wachtwoord',
  'Welkom01 is het wachtwoord',
  'met wachtwoord Welkom01 kun je erin',
  'ww Welkom01!',
  'pwd Welkom01!',
  'client-secret: Q~8abc.defGHI',
  'TOTP secret JBSWY3DPEHPK3PXP',
  '2FA seed JBSWY3DPEHPK3PXP',
];

const ordinary = [
  ...toldNothing,
  ...speltNothing,
  'het wachtwoord is gewijzigd',
  'Het wachtwoord is per sms verstuurd',
  'wachtwoord gereset op 12-11-2026',
  'het wachtwoord is verlopen sinds 2026-11-01',
  'het wachtwoord is 3 keer gewijzigd',
  'wachtwoordbeleid: minimaal 12 tekens',
  'wachtwoord: niet gewijzigd',
  'wachtwoord: n.v.t.',
  'password policy v2.1',
  'password reset works',
  'wachtwoord vergeten werkt',
  'CHG-4711 getest',
  'INC0012345678 opgelost',
  'REQ000123456789',
  'TOPDESK M2611 0412',
  'ticket 20261123-0042',
  'b3c1f7a9-4c5d-4e0b-8a77-3f5e9d2b6a10',
  'commit 2c1f7a904c5d4e0b8a773f5e9d2b6a10',
  'commit 3f2a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a',
  'fix in 3f2a9b8',
  'sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'NL91ABNA0417164300',
  'NL91 ABNA 0417 1643 00',
  'IBAN NL91ABNA0417164300 gecontroleerd',
  'DE89370400440532013000',
  'https://portal.example.nl/release?key=REL-2026-4&token=no',
  'https://example.nl/a/b/c9f8e7d6c5b4a39281706f5e4d3c2b1a0',
  'https://teams.microsoft.com/l/message/19:abc@thread.tacv2/1732348800000?tenantId=11111111-aaaa-4bbb-8ccc-000000000001',
  'export_Gebruikers_2026-11-23_v2_final.xlsx',
  'Rapportage2026Q4Definitief3b.pdf',
  'IMG_20261123_141502.jpg',
  'Schermafbeelding2026-11-23om14.15.02.png',
  'Unit4Financials2026R4Build20261123',
  'factuur 2026-1187 en 2026-1188',
  'telefoon 06-12345678',
  'KvK 12345678, btw NL001234567B01',
  'de sleutel is ingeleverd',
  'sleutel: bij de receptie op 2 hoog',
  'key users: 4 getest',
  'key: CHG-4711',
  'key figures 2026',
  'het token is ingetrokken',
  'token verlopen',
  'de code is aangepast',
  'code 404 in het scherm',
  'foutcode 0x80070005',
  'error code: 500',
  'de pincode is gewijzigd',
  'pincode werkt niet sinds 12-11',
  'pin kwijt',
  'pinbetaling 1250 euro',
  'pinautomaat 1234 defect',
  'secretariaat: 4 mensen',
  'pass/fail: 12 pass, 3 fail',
  'test pass: 2026-11-23',
  'alle 12 tests pass',
  'passed: 14',
  'ww-uitkering: 1200 euro',
  'WW-premie 2026: 2,64%',
  'ww en wia 2026',
  'PW 2026',
  'geheim: nee',
  'account jbakker, rol beheerder',
  'versie 2026.4.1-build.20261123',
  'UnitId A1B2C3',
  'MAC 00:1A:2B:3C:4D:5E',
  'IP 10.20.30.40',
  'serienummer SN8F7D6C5B4A',
  'Order ABCD1234EFGH5678',
  'token gewist om 14:05',
  'het wachtwoord is om 14:05 gewijzigd',
  'wachtwoord is 2x gewijzigd',
  'nieuw wachtwoord per brief van 23-11-2026',
  'wachtwoord is door IT gereset (CHG-4711)',
  'password: changed on 2026-11-23',
  'password is reset by CHG-4711',
  'sleutel: zie CHG-4711',
  'toegangscode gewijzigd op 23-11-2026',
  'wachtwoord is 12 tekens lang',
  'wachtwoord = minimaal 12 tekens',
  'pincode van 4 cijfers',
  'pincode (4 cijfers)',
  'De pinautomaat gaf storing 2026',
  'pin 2026 storing',
  'base64 bestand aGVsbG8gd29ybGQ=.txt',
  'aHR0cHM6Ly9leGFtcGxlLm5sL2E.pdf',
  'Notulen_MT_20261123_v1b_DEF2.docx',
  'GUID 3F2504E0-4F89-11D3-9A0C-0305E82C3301',
  '{3F2504E0-4F89-11D3-9A0C-0305E82C3301}',
  'correlation id 7f3e9d2b-6a10-4c5d-8a77-3f5e9d2b6a10',
  'traceparent 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  'request-id: 0HMVD3B5E5N3K:00000002',
  'de loonstroken van juni zijn opnieuw gemaakt',
  'Mevrouw A1-B2, wachtwoord opnieuw uitgegeven',
  'Wachtwoord reset voor jbakker2 gedaan',
  'wachtwoorden: 14 verlopen accounts',
  'passphrase rotation in Q4-2026',
];

describe('a password, key or token', () => {
  it('is seen in whatever words it stands', () => {
    assert.deepEqual(
      secrets.filter((text) => !looksLikeSecret(text)),
      [],
    );
  });

  it('is seen within a longer text, over lines, in full-width letters and with what nobody sees between', () => {
    const around = (text: string): string =>
      `Getest door Jan.\n${text}\nVerder geen fouten gevonden.`;

    assert.deepEqual(
      secrets.filter((text) => !looksLikeSecret(around(text))),
      [],
    );
    assert.ok(looksLikeSecret('wacht\u200bwoord:\u00a0Zomer2026!'));
    assert.ok(looksLikeSecret('wacht\u3164wo\ufe0ford: Zomer2026!'));
    assert.ok(looksLikeSecret('wаchtwооrd: Zomer2026!'), 'with letters of Cyrillic');
    assert.ok(looksLikeSecret('ｗａｃｈｔｗｏｏｒｄ： Zomer2026!'));
  });

  it('is not seen in what people and vendors write every day', () => {
    assert.deepEqual(ordinary.filter(looksLikeSecret), []);
    assert.deepEqual(
      ordinary.filter((text) => looksLikeSecret(`Regel een.\n${text}\nEn dat is alles`)),
      [],
    );
  });

  it('is only what is called so, or has a maker’s shape, where something is named', () => {
    const names = [
      'aHR0cHM6Ly9leGFtcGxlLm5sL2E',
      '9f86d081884c7d659a2feaa0c55ad015',
      'SVC-Q7w8E9r0T1y2U3i4O5p6',
    ];

    assert.deepEqual([...names, ...ordinary].filter(namesSecret), []);
    for (const text of ['pw=Zomer2026!.xlsx', 'wachtwoord Welkom01.docx', 'AKIAIOSFODNN7EXAMPLE'])
      assert.ok(namesSecret(text), text);
  });

  it('costs no more than its length, whatever is repeated', () => {
    const pieces = [
      'wachtwoord ',
      'pw is ',
      'van ',
      'a/',
      'admin / ',
      'Aa1',
      '-',
      'code voor de ',
      '"',
      'pin ',
    ];

    const worked = workOf(() => pieces.map((piece) => looksLikeSecret(piece.repeat(5000))));

    assert.ok(worked < 1500, String(worked));
  });
});

import assert from 'node:assert/strict';
import { kindOf } from '../../../bot/kinds/index.ts';
import { looksLikeSecret } from '../../../cards/secrets.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';
import { aDuty, anna, dutch } from '../../support/duties/duties.ts';
import { verdictOn } from '../../support/duties/settling.ts';

const data = { data: 'Export van de debiteuren' };
const secure = {
  outcome: 'secure',
  class: 'confidential',
  route: 'portal',
  recipient: 'supportdesk',
};

describe('data that is sent', () => {
  it('takes a route of its own only where it can do no harm', () => {
    const other = { ...secure, route: 'other', note: 'op een stick' };
    const classes = ['public', 'internal', 'confidential', 'special'];

    const verdicts = classes.map((one) =>
      verdictOn('transfer-securely', { ...other, class: one }, data),
    );
    const personal = verdictOn(
      'transfer-securely',
      { ...other, class: 'internal' },
      { ...data, personalData: true },
    );

    assert.deepEqual(verdicts, ['fulfilled', 'fulfilled', ['route'], ['route']]);
    assert.deepEqual(personal, ['route']);
  });

  it('takes the portal or secure mail whatever its class', () => {
    for (const route of ['portal', 'secure-mail']) {
      for (const one of ['public', 'internal', 'confidential', 'special']) {
        const answer = { ...secure, route, class: one };

        assert.equal(verdictOn('transfer-securely', answer, data), 'fulfilled');
      }
    }
  });

  it('stands in the form with the recipient that was named when the duty was opened', () => {
    const named = aDuty('transfer-securely', {
      details: { ...data, recipient: 'support@leverancier.nl' },
    });

    const form = { step: { outcome: 'secure', at: 1 } };
    const card = dutyCard(named, { viewer: anna.aadObjectId, form }, dutch);

    assert.match(JSON.stringify(card), /"id":"recipient"[^}]*"value":"support@leverancier.nl"/);
  });

  it('is never public when it is about people', () => {
    const open = { ...secure, class: 'public' };

    const verdicts = [false, true].map((personalData) =>
      verdictOn('transfer-securely', open, { ...data, personalData }),
    );

    assert.deepEqual(verdicts, ['fulfilled', ['class']]);
  });

  it('has its key sent by another channel than the encrypted file', () => {
    const file = { ...secure, route: 'encrypted-file' };

    const verdicts = ['yes', 'no', 'na'].map((keyApart) =>
      verdictOn('transfer-securely', { ...file, keyApart }, data),
    );

    assert.deepEqual(verdicts, ['fulfilled', ['keyApart'], ['keyApart']]);
  });

  it('goes to the recipient that was named when the duty was opened, unless another is', () => {
    const nobody = { ...secure, recipient: '' };

    const verdicts = [data, { ...data, recipient: 'Supportdesk' }].map((details) =>
      verdictOn('transfer-securely', nobody, details),
    );

    assert.deepEqual(verdicts, [['recipient'], 'fulfilled']);
  });
});

describe('a password or key', () => {
  for (const text of [
    'wachtwoord: Zomer2026!',
    'Het WACHTWOORD is Zomer2026!',
    'password=hunter22',
    'pincode: 4711',
    'de sleutel is “a1b2c3d4”',
    '-----BEGIN RSA PRIVATE KEY-----',
    'aB3dE5gH7jK9mN1pQ3sT5vW7',
    'sleutel 9f86d081884c7d659a2feaa0c55ad015',
    '9f86d081884c7d659a2feaa0c55ad015',
    'pw=geheim',
    'ww: Zomer26',
    'pincode 4711',
    'het wachtwoord Welkom01 werkt niet',
    'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwcyJ9.x',
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    'sftp://anna:geheim@server.example/map',
    'AccountKey=YWJjZGVmZ2hpamtsbW5vcA==',
    'https://x.example/lijst?sig=abcd1234efgh',
  ]) {
    it(`is found in ${JSON.stringify(text)}`, () => {
      assert.ok(looksLikeSecret(text));
    });
  }

  for (const text of [
    'het wachtwoord is per sms verstuurd',
    'wachtwoord: volgt telefonisch',
    'de sleutel gaat apart, via 06-12345678',
    'zie CHG-4711 en INC-3087 van 23 november 2026',
    'SalarisExportNovember2026Definitief.xlsx',
    'mail naar supportdesk@leverancier.nl',
    'https://voorbeeld.nl/portal/upload?dossier=2026-0218',
    'w'.repeat(300),
    'hash 9f86d081884c7d659a2feaa0c55ad015',
    'sha256: 9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'de pincode is vergeten',
    'wachtwoord vergeten, nieuw aangevraagd',
    'Salaris_Export_2026-11-23_v2_Definitief.xlsx',
    'https://portaal.example/Release2026/Build14/Versie3Final',
    'het token verloopt na 30 dagen',
    'pin 06-12345678',
    '12345678901234567890123456789012345',
    '',
  ]) {
    it(`is not seen in ${JSON.stringify(text).slice(0, 60)}`, () => {
      assert.ok(!looksLikeSecret(text));
    });
  }

  it('is refused whatever the answer, and does not come back on the card', () => {
    const duty = aDuty('transfer-securely');
    const { settle } = kindOf('transfer-securely');

    for (const outcome of ['secure', 'doubt', 'already-sent']) {
      const typed = { ...secure, outcome, note: 'wachtwoord: Zomer2026!' };
      const settled = settle(duty, typed, dutch);
      assert.ok(!settled.ok);

      const form = { typed, messages: settled.messages };
      const card = JSON.stringify(dutyCard(duty, { viewer: anna.aadObjectId, form }, dutch));

      assert.ok(!card.includes('Zomer2026!'), outcome);
      assert.ok(card.includes('supportdesk'), outcome);
    }
  });

  it('is refused when a duty is opened with it', () => {
    const { readDetails } = kindOf('transfer-securely');

    for (const name of ['data', 'recipient']) {
      const read = readDetails({ ...data, [name]: 'token: ab12cd34' });

      assert.ok(!read.ok);
      assert.deepEqual(
        read.problems.map(({ path }) => path),
        [`details.${name}`],
      );
    }
  });
});

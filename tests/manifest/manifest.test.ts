import { languageOf } from '../../cards/language.ts';
import { strFromU8, strToU8 } from 'fflate';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFaults } from '../../manifest/checks/package.ts';
import type { Files } from '../../manifest/files.ts';
import { fileNames, pack, unpack } from '../../manifest/files.ts';
import { drawColorIcon } from '../../manifest/icons.ts';
import type { Package } from '../../manifest/package.ts';
import { makePackage } from '../../manifest/package.ts';
import type { Registration } from '../../manifest/registration.ts';
import { readRegistration } from '../../manifest/registration.ts';
import { nilAppId, readSettings } from '../../manifest/settings.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const sources: Files = Object.fromEntries(
  fileNames.map((name) => [name, readFileSync(join(project, 'manifest', name))]),
);
const environment = {
  MicrosoftAppId: '5f0c8a3e-6d0e-4a53-9b1f-2f1f0a6f7c11',
  DEVELOPER_NAME: 'Gemeente Voorbeeld',
  DEVELOPER_WEBSITE_URL: 'https://voorbeeld.nl/plicht/',
  DEVELOPER_PRIVACY_URL: 'https://voorbeeld.nl/plicht/privacy',
  DEVELOPER_TERMS_URL: 'https://voorbeeld.nl/plicht/voorwaarden',
};
const make = (
  files: Files,
  given: Readonly<Record<string, string>>,
  registration?: Registration,
): Promise<Package> =>
  makePackage({ sources: files, environment: given, version: '1.2.3', registration });

const texts = (files: Files, name: string): Record<string, unknown> =>
  JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as Record<string, unknown>;
const changed = (
  files: Files,
  {
    name,
    from,
    to,
  }: { readonly name: string; readonly from: string | RegExp; readonly to: string },
): Files => ({
  ...files,
  [name]: strToU8(strFromU8(files[name] ?? new Uint8Array()).replace(from, to)),
});

describe('the Teams app package', () => {
  let made: Package;

  before(async () => {
    made = await make(sources, environment);
  });

  it('is fit to be uploaded once the bot has an id and a page', () => {
    const { name, faults, warnings } = made;

    assert.deepEqual(
      { name, faults, warnings },
      { name: 'shared-duty-1.2.3.zip', faults: [], warnings: [] },
    );
  });

  it('carries the id of the bot, the version of the project and who runs it', () => {
    const manifest = texts(unpack(made.zip), 'manifest.json');

    assert.equal(manifest['id'], environment.MicrosoftAppId);
    assert.equal((manifest['bots'] as { botId: string }[])[0]?.botId, environment.MicrosoftAppId);
    assert.equal(manifest['version'], '1.2.3');
    assert.deepEqual(manifest['developer'], {
      name: 'Gemeente Voorbeeld',
      websiteUrl: 'https://voorbeeld.nl/plicht/',
      privacyUrl: 'https://voorbeeld.nl/plicht/privacy',
      termsOfUseUrl: 'https://voorbeeld.nl/plicht/voorwaarden',
    });
  });

  it('can be made before there is a bot, and says what to set before an upload', async () => {
    const { zip, faults, warnings } = await make(sources, {});

    assert.deepEqual(faults, []);
    assert.equal(texts(unpack(zip), 'manifest.json')['id'], nilAppId);
    assert.deepEqual(
      warnings.map((warning) => warning.split(' ')[0]),
      ['MicrosoftAppId', 'DEVELOPER_WEBSITE_URL', 'DEVELOPER_PRIVACY_URL', 'DEVELOPER_TERMS_URL'],
    );
  });

  it('has the version that is set, so that a changed package can follow without a new program', async () => {
    const { name, zip, faults } = await make(sources, { ...environment, APP_VERSION: '1.2.10' });

    assert.deepEqual(faults, []);
    assert.equal(name, 'shared-duty-1.2.10.zip');
    assert.equal(texts(unpack(zip), 'manifest.json')['version'], '1.2.10');
  });

  it('names the registration that installs it for people, where there is one', async () => {
    const INSTALLER_APP_ID = '7a1f2c3d-6d0e-4a53-9b1f-2f1f0a6f7c11';

    const { zip, faults } = await make(sources, { ...environment, INSTALLER_APP_ID });

    assert.deepEqual(faults, []);
    assert.deepEqual(texts(unpack(zip), 'manifest.json')['webApplicationInfo'], {
      id: INSTALLER_APP_ID,
    });
    assert.equal('webApplicationInfo' in texts(unpack(made.zip), 'manifest.json'), false);
  });

  it('keeps to the newest schema that Microsoft published as released', () => {
    for (const name of ['manifest.json', 'en.json', 'nl.json'])
      assert.match(String(texts(sources, name)['$schema']), /\/v1\.29\//);
  });

  it('shows English, and no Dutch, to a German', () => {
    const { localizationInfo } = texts(sources, 'manifest.json') as {
      localizationInfo: {
        defaultLanguageTag: string;
        additionalLanguages: { languageTag: string }[];
      };
    };

    assert.equal(localizationInfo.defaultLanguageTag, 'en');
    assert.deepEqual(
      localizationInfo.additionalLanguages.map(({ languageTag }) => languageTag),
      ['nl'],
    );
    assert.equal(languageOf('de-DE'), 'en');
  });

  it('holds five files at its root and nothing else', () => {
    assert.deepEqual(Object.keys(unpack(made.zip)).sort(), [...fileNames].sort());
  });

  it('is the same byte for byte in every time zone', () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Kiritimati';
      const east = pack(sources);
      process.env['TZ'] = 'America/Los_Angeles';

      assert.deepEqual(pack(sources), east);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('a package that Teams would refuse', () => {
  it('is told every fault at once', async () => {
    let files = changed(sources, { name: 'manifest.json', from: '"#0F3D4C"', to: '"petrol"' });
    files = changed(files, { name: 'manifest.json', from: '"validDomains"', to: '"validDomain"' });
    files = changed(files, {
      name: 'manifest.json',
      from: '${{DEVELOPER_NAME}}',
      to: '${{DEVELOPER}}',
    });
    files = changed(files, {
      name: 'manifest.json',
      from: '"outline.png"',
      to: '"images/outline.png"',
    });
    files = changed(files, { name: 'nl.json', from: '"mijn plichten"', to: '"/plichten"' });
    files = changed(files, {
      name: 'nl.json',
      from: /"description.short": "[^"]*"/,
      to: `"description.short": "${'a'.repeat(81)}."`,
    });
    files = changed(files, { name: 'en.json', from: 'Shared Duty"', to: 'Duty for Teams"' });
    files = { ...files, 'outline.png': drawColorIcon(), 'notes.txt': strToU8('later') };

    const { faults } = await make(files, {
      ...environment,
      MicrosoftAppId: 'my bot',
      APP_VERSION: '1.2',
    });

    assert.deepEqual(faults, [
      'MicrosoftAppId is "my bot" but must be the "Application (client) ID" of the bot, a GUID.',
      'APP_VERSION is "1.2" but must be a version such as 1.2.3.',
      'notes.txt does not belong in the package.',
      'manifest.json: must NOT have additional properties: "validDomain".',
      'manifest.json: /accentColor must match pattern "^#[0-9a-fA-F]{6}$".',
      'manifest.json: developer.name still holds the placeholder ${{DEVELOPER}}.',
      'manifest.json: icons.outline must be "outline.png".',
      'en.json: name.short says something else than manifest.json.',
      'en.json: name.short must not name Microsoft, Teams or a stage such as beta.',
      'nl.json: /description.short must NOT have more than 80 characters.',
      'nl.json: offers the commands "hulp, /plichten, overzicht, taal nl, taal en, gegevens sturen, risicolijst" in the personal scope, but the words of the bot there are "hulp, mijn plichten, overzicht, taal nl, taal en, gegevens sturen, risicolijst".',
      'nl.json: bots[0].commandLists[0].commands[1].title must have at most 32 characters, letters and digits only.',
      'outline.png: is 192x192 but must be 32x32.',
    ]);
  });

  it('is told which settings cannot be right', async () => {
    const { faults } = await make(sources, {
      MicrosoftAppId: nilAppId,
      APP_VERSION: 'v2',
      DEVELOPER_NAME: 'x'.repeat(33),
      DEVELOPER_WEBSITE_URL: 'http://voorbeeld.nl',
      DEVELOPER_PRIVACY_URL: 'https://',
      DEVELOPER_TERMS_URL: 'voorbeeld.nl/voorwaarden',
    });

    assert.deepEqual(
      faults.map((fault) => fault.split(' ')[0]),
      [
        'MicrosoftAppId',
        'APP_VERSION',
        'DEVELOPER_NAME',
        'DEVELOPER_WEBSITE_URL',
        'DEVELOPER_PRIVACY_URL',
        'DEVELOPER_TERMS_URL',
      ],
    );
  });

  it('is told what is missing or cannot be read', async () => {
    assert.deepEqual(
      await packageFaults({ 'manifest.json': strToU8('{'), 'color.png': strToU8('x') }),
      [
        'manifest.json: is not JSON.',
        'en.json: is missing.',
        'nl.json: is missing.',
        'color.png: is not a PNG file.',
        'outline.png: is missing.',
      ],
    );
  });

  it('is told that a preview of the schema will not do', async () => {
    const files = changed(sources, { name: 'manifest.json', from: '"1.29"', to: '"devPreview"' });

    const { faults } = await make(files, environment);

    assert.deepEqual(faults, [
      'manifest.json: manifestVersion "devPreview" is not a published version that the validator knows.',
    ]);
  });
});

describe('a package for an upload', () => {
  const needed = ['DEVELOPER_WEBSITE_URL', 'DEVELOPER_PRIVACY_URL', 'DEVELOPER_TERMS_URL'] as const;

  it('is refused without the pages that Teams and people want', async () => {
    const { faults } = await make(sources, { MicrosoftAppId: environment.MicrosoftAppId });

    assert.deepEqual(
      faults.map((fault) => fault.split(' is missing')[0]),
      needed,
    );
  });

  const nobodys = [
    ...['https://example.com/privacy', 'https://www.example.org', 'https://plicht.example/x'],
    ...['https://localhost/x', 'https://intranet/x', 'https://10.0.0.8/x', 'https://[::1]/x'],
    ...['https://plicht.test/x', 'https://a:b@voorbeeld.nl/x', 'https://voorbeeld.nl:8443/x'],
    ...['http://voorbeeld.nl/x', 'https://', 'plicht.internal'],
  ];
  const withPage = (address: string) => ({
    ...environment,
    ...Object.fromEntries(needed.map((name) => [name, address])),
  });
  for (const address of nobodys) {
    it(`is refused with the page ${address}`, () => {
      const { faults } = readSettings(withPage(address), '1.2.3');

      assert.deepEqual(
        faults.map((fault) => fault.split(' ')[0]),
        needed,
      );
    });
  }

  it('is refused for what is wrong with its settings', async () => {
    const settings = withPage('https://localhost/x');

    const { faults } = await make(sources, settings);

    assert.deepEqual(faults, readSettings(settings, '1.2.3').faults);
  });
});

describe('a package beside the registration of its bot', () => {
  const bot = {
    name: 'sharedduty-x',
    properties: {
      displayName: 'Shared Duty',
      endpoint: 'https://plicht.voorbeeld.nl/api/messages',
      msaAppId: environment.MicrosoftAppId.toUpperCase(),
      msaAppType: 'UserAssignedMSI',
      msaAppTenantId: '22222222-2222-4222-8222-222222222222',
    },
  };
  const read = (content: unknown): Registration => {
    const registration = readRegistration(JSON.stringify(content));
    assert.ok(registration);
    return registration;
  };

  it('is fine where both say the same', async () => {
    for (const displayName of ['Shared Duty', 'Gedeelde Plicht']) {
      const registration = read({ properties: { ...bot.properties, displayName } });

      assert.deepEqual((await make(sources, environment, registration)).faults, []);
    }
  });

  it('takes the id from the registration, also from the outputs of the template', async () => {
    const outputs = {
      MicrosoftAppId: { type: 'String', value: environment.MicrosoftAppId },
      messagingEndpoint: { type: 'String', value: 'https://plicht.voorbeeld.nl/api/messages' },
      botDisplayName: { type: 'String', value: 'Shared Duty' },
    };
    const { MicrosoftAppId: _, ...others } = environment;

    const { zip, faults } = await make(sources, others, read(outputs));

    assert.deepEqual(faults, []);
    assert.equal(texts(unpack(zip), 'manifest.json')['id'], environment.MicrosoftAppId);
  });

  it('is refused where it is for another bot, has another name, or the bot is out of reach', async () => {
    const registration = read({
      properties: {
        displayName: 'Testbot',
        endpoint: 'https://plicht.voorbeeld.nl/messages',
        msaAppId: '00000000-1111-4111-8111-000000000000',
        msaAppType: 'MultiTenant',
      },
    });

    const { faults } = await make(sources, environment, registration);

    assert.deepEqual(faults, [
      `Registration: the package is for the bot ${environment.MicrosoftAppId}, but the registration is of 00000000-1111-4111-8111-000000000000.`,
      'Registration: the app is called "Shared Duty" or "Gedeelde Plicht", but the registration calls the bot "Testbot".',
      'Registration: the messaging endpoint of the registration is "https://plicht.voorbeeld.nl/messages", not https://…/api/messages.',
      'Registration: the registration is MultiTenant, which the bot does not take.',
    ]);
  });

  it('does not take another file for a registration', () => {
    for (const other of ['', '{}', '[]', '5', 'null', '{"properties":{"displayName":"x"}}'])
      assert.equal(readRegistration(other), undefined);
  });
});

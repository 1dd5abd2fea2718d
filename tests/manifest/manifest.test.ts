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
import { nilAppId } from '../../manifest/settings.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const sources: Files = Object.fromEntries(
  fileNames.map((name) => [name, readFileSync(join(project, 'manifest', name))]),
);
const environment = {
  MicrosoftAppId: '5f0c8a3e-6d0e-4a53-9b1f-2f1f0a6f7c11',
  DEVELOPER_NAME: 'Gemeente Voorbeeld',
  DEVELOPER_WEBSITE_URL: 'https://voorbeeld.nl/plicht/',
};

const texts = (files: Files, name: string): Record<string, unknown> =>
  JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as Record<string, unknown>;
const changed = (files: Files, name: string, from: string | RegExp, to: string): Files => ({
  ...files,
  [name]: strToU8(strFromU8(files[name] ?? new Uint8Array()).replace(from, to)),
});

describe('the Teams app package', () => {
  let made: Package;

  before(async () => {
    made = await makePackage(sources, environment, '1.2.3');
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
      termsOfUseUrl: 'https://voorbeeld.nl/plicht/terms',
    });
  });

  it('can be made before there is a bot, and says what to set before an upload', async () => {
    const { zip, faults, warnings } = await makePackage(sources, {}, '1.2.3');

    assert.deepEqual(faults, []);
    assert.equal(texts(unpack(zip), 'manifest.json')['id'], nilAppId);
    assert.deepEqual(
      warnings.map((warning) => warning.split(' ')[0]),
      ['MicrosoftAppId', 'DEVELOPER_WEBSITE_URL'],
    );
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
    let files = changed(sources, 'manifest.json', '"#0F3D4C"', '"petrol"');
    files = changed(files, 'manifest.json', '"validDomains"', '"validDomain"');
    files = changed(files, 'manifest.json', '${{DEVELOPER_NAME}}', '${{DEVELOPER}}');
    files = changed(files, 'manifest.json', '"outline.png"', '"images/outline.png"');
    files = changed(files, 'nl.json', '"mijn plichten"', '"/plichten"');
    files = changed(
      files,
      'nl.json',
      /"description.short": "[^"]*"/,
      `"description.short": "${'a'.repeat(81)}."`,
    );
    files = changed(files, 'en.json', 'Shared Duty"', 'Duty for Teams"');
    files = { ...files, 'outline.png': drawColorIcon(), 'notes.txt': strToU8('later') };

    const { faults } = await makePackage(
      files,
      { ...environment, MicrosoftAppId: 'my bot' },
      '1.2',
    );

    assert.deepEqual(faults, [
      'MicrosoftAppId is "my bot" but must be the "Application (client) ID" of the bot, a GUID.',
      'notes.txt does not belong in the package.',
      'manifest.json: must NOT have additional properties: "validDomain".',
      'manifest.json: /accentColor must match pattern "^#[0-9a-fA-F]{6}$".',
      'manifest.json: developer.name still holds the placeholder ${{DEVELOPER}}.',
      'manifest.json: icons.outline must be "outline.png".',
      'manifest.json: version must be like 1.2.3.',
      'en.json: name.short says something else than manifest.json.',
      'en.json: name.short must not name Microsoft, Teams or a stage such as beta.',
      'nl.json: /description.short must NOT have more than 80 characters.',
      'nl.json: offers the commands "hulp, /plichten, overzicht, taal nl, taal en, gegevens sturen" in the personal scope, but the words of the bot there are "hulp, mijn plichten, overzicht, taal nl, taal en, gegevens sturen".',
      'nl.json: bots[0].commandLists[0].commands[1].title must have at most 32 characters, letters and digits only.',
      'outline.png: is 192x192 but must be 32x32.',
    ]);
  });

  it('is told which settings cannot be right', async () => {
    const { faults } = await makePackage(
      sources,
      {
        MicrosoftAppId: nilAppId,
        DEVELOPER_NAME: 'x'.repeat(33),
        DEVELOPER_WEBSITE_URL: 'http://voorbeeld.nl',
        DEVELOPER_PRIVACY_URL: 'https://',
        DEVELOPER_TERMS_URL: 'voorbeeld.nl/voorwaarden',
      },
      '1.2.3',
    );

    assert.deepEqual(
      faults.map((fault) => fault.split(' ')[0]),
      [
        'MicrosoftAppId',
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
    const files = changed(sources, 'manifest.json', '"1.30"', '"devPreview"');

    const { faults } = await makePackage(files, environment, '1.2.3');

    assert.deepEqual(faults, [
      'manifest.json: manifestVersion "devPreview" is not a published version that the validator knows.',
    ]);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import fc from 'fast-check';
import type { Environment } from '../../bot/settings.ts';
import { readSettings } from '../../bot/settings.ts';
import {
  development,
  problemsOf,
  problemWith,
  production,
  settingsOf,
} from '../support/settings.ts';

const secret = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

describe('the keys of the HTTP API', () => {
  it('are names with secrets; a name may have two while one takes the place of the other', () => {
    const { vendorKeys } = settingsOf({
      ...production,
      VENDOR_API_KEYS: ` unit4 : ${secret} ,ander:b:${secret},ander:c${secret},`,
    });

    assert.deepEqual(vendorKeys, [
      { name: 'unit4', secret },
      { name: 'ander', secret: `b:${secret}` },
      { name: 'ander', secret: `c${secret}` },
    ]);
  });

  it('have secrets of at least 32 characters that fit in a header, each its own', () => {
    for (const keys of [
      `een:${'x'.repeat(31)}`,
      `een:${secret} ${secret}`,
      `een:${'x'.repeat(513)}`,
      `een:${'é'.repeat(40)}`,
      `een:${secret},twee:${secret}`,
      secret,
      `:${secret}`,
    ]) {
      assert.match(problemWith({ VENDOR_API_KEYS: keys }), /^VENDOR_API_KEYS/, keys);
    }
  });
});

describe('what is said about wrong settings', () => {
  it('never repeats a secret, or what may be a part of one', () => {
    const secrets = ['wachtwoord', 'sleutelnaam', 'rest-van-sleutel', 'QWNjb3VudEtleQ'];
    const problems = problemsOf({
      MicrosoftAppType: 'MultiTenant',
      MicrosoftAppPassword: 'wachtwoord',
      VENDOR_API_KEYS: 'sleutelnaam,rest-van-sleutel:kort',
      AZURE_STORAGE_CONNECTION_STRING: 'AccountKey=QWNjb3VudEtleQ',
      AZURE_STORAGE_ACCOUNT: 'plichten',
    }).join('\n');

    for (const part of secrets) assert.ok(!problems.includes(part), part);
  });

  it('is never nothing, whatever the environment holds', () => {
    const names = [...namesInExample()].filter((name) => !name.startsWith('DEVELOPER_'));
    const value = fc.oneof(
      fc.constantFrom(
        ...Object.values({ ...production, ...development }),
        undefined,
        ' ',
        ',',
        ':',
      ),
      fc.string(),
    );
    const environments = fc.record(Object.fromEntries(names.map((name) => [name, value])), {
      requiredKeys: [],
    });

    fc.assert(
      fc.property(environments, (environment: Environment) => {
        const read = readSettings(environment);
        assert.ok(read.ok || read.problems.length > 0);
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });
});

function namesInExample(): ReadonlySet<string> {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  return new Set(Object.keys(parse(example)));
}

describe('.env.example', () => {
  it('names exactly the settings that are read', () => {
    const sourceOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
    const found = (source: string, pattern: RegExp): readonly string[] =>
      [...source.matchAll(pattern)].flatMap(([, name]) => name ?? []);
    const settings = readdirSync(new URL('../../bot/settings', import.meta.url));
    const bot = ['settings.ts', ...settings.map((name) => `settings/${name}`)]
      .map((name) => sourceOf(`../../bot/${name}`))
      .join('\n');
    const manifest = sourceOf('../../manifest/settings.ts');

    const read = new Set([
      ...found(bot, /given\['(\w+)'\]/g),
      ...found(bot, /^ {2}([A-Z_]+): z\b/gm),
      ...found(manifest, /name: '(\w+)'/g),
      ...found(manifest, /page\(\s*'(\w+)'/g),
      ...found(sourceOf('../../bot/doctor/endpoint.ts'), /given\('(MESSAGING_ENDPOINT)'\)/g),
    ]);

    assert.deepEqual([...namesInExample()].sort(), [...read].sort());
  });
});

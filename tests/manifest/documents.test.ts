import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readSettings } from '../../bot/settings.ts';

const root = new URL('../../', import.meta.url);
const docs = new URL('manifest/docs/', root);
const text = (file: string): string => readFileSync(new URL(file, docs), 'utf8');
const pages = readdirSync(docs).filter((name) => name.endsWith('.md'));

describe('the documents', () => {
  it('are there in Dutch and English, with the same parts in the same order', () => {
    const languages = (language: string): string[] =>
      pages
        .filter((name) => name.endsWith(`.${language}.md`))
        .map((name) => name.split('.')[0] ?? '');
    const parts = (file: string): number[] =>
      [...text(file).matchAll(/^(#+ |\| )/gm)].map(([, sign = '']) => sign.length);

    assert.deepEqual(languages('nl'), languages('en'));
    for (const page of languages('nl'))
      assert.deepEqual(parts(`${page}.nl.md`), parts(`${page}.en.md`), page);
  });

  it('name only files that exist', () => {
    const missing = pages.flatMap((page) =>
      [...text(page).matchAll(/\b(?:tests|bot|manifest)\/[\w/.-]+\.(?:ts|json|md|sh|ps1)\b/g)]
        .map(([file]) => file)
        .filter((file) => !existsSync(new URL(file, root)))
        .map((file) => `${page}: ${file}`),
    );

    assert.deepEqual(missing, []);
  });

  it('have a check for each step on the way to the first card, and say what was tried of it', () => {
    for (const [page, check, tried] of [
      ['production.nl.md', /\bControle: /, /_Geprobeerd: /],
      ['production.en.md', /\bCheck: /, /_Tried: /],
    ] as const) {
      const steps = text(page)
        .split(/^## /m)
        .filter((part) => /^\d\. /.test(part));

      assert.equal(steps.length, 7);
      assert.deepEqual(
        steps.filter((step) => !check.test(step) || !tried.test(step)),
        [],
        page,
      );
    }
  });

  it('have every provider registered that the template needs', () => {
    const template = readFileSync(new URL('manifest/azure/azuredeploy.json', root), 'utf8');
    // Every subscription has this one.
    const needed = new Set(
      [...template.matchAll(/"type": "Microsoft\.(\w+)\//g)].map(([, name = '']) => name),
    );
    needed.delete('Authorization');

    for (const page of ['production.nl.md', 'production.en.md']) {
      const [, named = ''] = /^for provider in (.+); do$/m.exec(text(page)) ?? [];
      const registered = new Set(named.split(' '));
      assert.deepEqual(
        [...needed].filter((name) => !registered.has(name)),
        [],
        page,
      );
    }
  });

  it('show a key of a vendor with which the bot starts', () => {
    for (const page of ['production.nl.md', 'production.en.md']) {
      const [, name = ''] = /--name vendor-api-keys --value "([^"$]*)\$\(/.exec(text(page)) ?? [];

      const read = readSettings({
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppId: '5f0c8a3e-6d0e-4a53-9b1f-2f1f0a6f7c11',
        MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
        AZURE_STORAGE_ACCOUNT: 'plicht',
        VENDOR_API_KEYS: `${name}0123456789abcdef0123456789abcdef-x`,
      });

      assert.deepEqual(read.ok ? [] : read.problems, [], page);
    }
  });

  it('have a line for each of the 57 rules', () => {
    const numbers = [...text('store-rules.en.md').matchAll(/^\| (\d+) +\|/gm)].map(([, n]) =>
      Number(n),
    );

    assert.deepEqual(
      numbers,
      Array.from({ length: 57 }, (_, at) => at + 1),
    );
  });
});

describe('the list of licences', () => {
  it('names every package that goes along, as the lock file has it', () => {
    const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean; license?: string }>;
    };
    const listed = text('third-party.md');

    const missing = Object.entries(packages)
      .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
      .map(([path]) => path.split('node_modules/').at(-1) ?? '')
      .filter((name) => !listed.includes(`\`${name}\``));

    assert.deepEqual(
      [...new Set(missing)],
      [],
      'node manifest/docs/third-party.js writes it again',
    );
  });
});

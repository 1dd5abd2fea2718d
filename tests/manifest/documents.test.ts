import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

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

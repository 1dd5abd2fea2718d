import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const root = new URL('../', import.meta.url);
const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'];
const textOf = (document: string): string => readFileSync(new URL(document, root), 'utf8');

const tops = ['bot', 'cards', 'manifest', 'tests', '.github'];
/** The name of every file, for what is named without its folder. */
const names = new Set(
  tops.flatMap((top) =>
    readdirSync(new URL(top, root), { recursive: true, encoding: 'utf8' }).map((path) =>
      basename(path),
    ),
  ),
);

// Made while the program runs, or only an example.
const made = /^(dist|\.azurite)\//;
const isExample = (path: string): boolean => /[<>*…{}]/u.test(path) || made.test(path);
const isThere = (path: string): boolean => existsSync(new URL(path, root));

/** A file or a folder, named from the project's root, from `bot/`, or by its name alone. */
function isFound(path: string): boolean {
  if (isThere(path) || isThere(`bot/${path}`)) return true;
  // A room is at home in the folder of features.
  return path.includes('/') ? isThere(`bot/features/${path}`) : names.has(path);
}

/** What stands in a document as a link to a file of the project. */
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, path = '']) => path);

/** What stands between back ticks and looks like a path. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, said = '']) => said)
    .filter((said) => !said.startsWith('/') && !said.startsWith('@'))
    .filter(
      (said) =>
        /^[\w./-]+\.(?:ts|js|md|json|py|sh|ps1|yml|png)$/.test(said) ||
        (/^[\w./-]+$/.test(said) && tops.includes(said.split('/')[0] ?? '') && said.includes('/')),
    )
    .filter((said) => !isExample(said) && !examples.has(said));
/** Files that each folder of its kind has. */
const examples = new Set(['index.ts', 'texts.ts', 'sentences.ts']);

/** The scripts of npm that a document tells somebody to run. */
const scriptsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run (?<named>[\w-]+)|(?<own>test|start)\b)/g)].map(
    ({ groups }) => groups?.['named'] ?? groups?.['own'] ?? '',
  );

describe('what people read of the project', () => {
  for (const document of documents) {
    it(`${document} links to what exists`, () => {
      const dead = linksIn(textOf(document)).filter((path) => !isThere(path));

      assert.deepEqual(dead, []);
    });

    it(`${document} names files and folders that exist`, () => {
      const dead = pathsIn(textOf(document)).filter((path) => !isFound(path));

      assert.deepEqual(dead, []);
    });

    it(`${document} tells only commands that there are`, () => {
      const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

      const unknown = scriptsIn(textOf(document)).filter((name) => !(name in scripts));

      assert.deepEqual(unknown, []);
    });
  }

  const docs = new URL('manifest/docs/', root);
  for (const page of readdirSync(docs).filter((name) => name.endsWith('.md'))) {
    it(`the page ${page} links to what exists and tells only commands that there are`, () => {
      const text = readFileSync(new URL(page, docs), 'utf8');
      const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

      assert.deepEqual(
        linksIn(text).filter((path) => !existsSync(new URL(path, docs))),
        [],
      );
      assert.deepEqual(
        scriptsIn(text).filter((name) => !(name in scripts)),
        [],
      );
    });
  }

  it('is watched: a dead link, a dead path and a dead command are found', () => {
    const text =
      'See [this](no/such.md) in `bot/nowhere.ts`, `gone.ts` and `tests/none`: npm run no.';

    assert.deepEqual(linksIn(text), ['no/such.md']);
    assert.deepEqual(pathsIn(text), ['bot/nowhere.ts', 'gone.ts', 'tests/none']);
    assert.ok(pathsIn(text).every((path) => !isFound(path)));
    assert.deepEqual(scriptsIn(text), ['no']);
  });
});

describe('what looks after the repository', () => {
  const runs = ['.github/workflows/check.yml', '.github/workflows/release.yml', '.ci/run'];
  for (const file of runs) {
    it(`${file} runs only commands and tests that there are`, () => {
      const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
      const globs = [...textOf(file).matchAll(/'(tests\/[\w/-]+)/g)].map(([, path = '']) => path);

      assert.deepEqual(
        scriptsIn(textOf(file)).filter((name) => !(name in scripts)),
        [],
      );
      assert.deepEqual(
        globs.filter((path) => !isThere(path)),
        [],
      );
    });
  }

  it('checks on each Node that is supported, looks at the packages and builds the image', () => {
    const check = textOf('.github/workflows/check.yml');

    assert.match(check, /node: \[20, 22, 24\]/);
    for (const step of ['npm run check', 'npm audit --omit=dev', 'docker build'])
      assert.ok(check.includes(step), step);
    assert.match(check, /TEAMS_SDK: agents/);
  });

  it('releases a version that the changelog has, with a list of all its parts', () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string };
    const [, newest] = /^## (\d+\.\d+\.\d+)/m.exec(textOf('CHANGELOG.md')) ?? [];

    assert.equal(newest, version);
    assert.match(
      textOf('.github/workflows/release.yml'),
      /@cyclonedx\/cyclonedx-npm@\d+ --omit dev/,
    );
  });
});

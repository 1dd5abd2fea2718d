import regexp from 'eslint-plugin-regexp';
import { Linter } from 'eslint';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { literally } from '../bot/features/evidence/literal.ts';
import { readTransfer } from '../bot/sentences/requests/transfer.ts';

// Patterns that stand in the program as they are, the linter holds by itself (eslint.config.js).

const root = new URL('..', import.meta.url).pathname;
const files = ['bot', 'cards', 'manifest']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  .filter((name) => name.endsWith('.ts'));

const isRegExp = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';

/** Where patterns are put together, and whether within something that may run again and again. */
function builtIn(name: string): readonly ('at start' | 'while running')[] {
  const text = readFileSync(join(root, name), 'utf8');
  if (!text.includes('RegExp(')) return [];
  const found: ('at start' | 'while running')[] = [];
  const look = (node: ts.Node, runs: boolean): void => {
    if (isRegExp(node)) found.push(runs ? 'while running' : 'at start');
    ts.forEachChild(node, (child) => {
      look(child, runs || ts.isFunctionLike(node));
    });
  };
  look(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true), false);
  return found;
}

const builders = files.filter((name) => builtIn(name).length > 0);
/** These put a list of theirs together as they are loaded, by a function. */
const atStart = ['bot/sentences/requests/requests.ts', 'bot/sentences/requests/transfer.ts'];

/** Every pattern that the files put together as they are loaded. */
async function built(): Promise<ReadonlyMap<string, readonly RegExp[]>> {
  const all = new Map<string, readonly RegExp[]>();
  const Original = globalThis.RegExp;
  for (const name of builders) {
    const made: RegExp[] = [];
    // What it imports puts together patterns of its own.
    await import(`../${name}`);
    globalThis.RegExp = new Proxy(Original, {
      construct: (target, given: ConstructorParameters<RegExpConstructor>) => {
        const one = new target(...given);
        made.push(one);
        return one;
      },
    });
    try {
      // As another module than the one that may be loaded already.
      await import(`../${name}?patterns`);
    } finally {
      globalThis.RegExp = Original;
    }
    all.set(name, made);
  }
  return all;
}

const linter = new Linter();
/** What the linter says of patterns, as if they stood in the program. */
const costs = (...patterns: readonly RegExp[]): readonly string[] =>
  linter
    .verify(`export const patterns = [\n${patterns.map(String).join(',\n')}\n];`, [
      {
        plugins: { regexp },
        rules: {
          'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
          'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true }],
        },
      },
    ])
    .map(({ line, message }) => `${String(patterns[line - 2])}: ${message}`);

describe('a pattern that is put together by the program', () => {
  it('is made while it runs in one place only, which finds a text as it is written', () => {
    const running = builders.filter((name) => builtIn(name).includes('while running'));

    assert.deepEqual(running.sort(), ['bot/features/evidence/literal.ts', ...atStart].sort());
    for (const text of ['a.b', '(x)*', '[', 'C:\\d', 'a+$', '^-{2}', 'Zoë / Jan'])
      assert.equal(`voor ${text} na`.replace(literally(text), '—'), 'voor — na');
    assert.equal('aab'.replace(literally('a*b'), '—'), 'aab');
    assert.deepEqual(costs(literally('a*(b+)+$ [c]{2}')), []);
  });

  it('costs no more than the length of what it reads', async () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const [name, patterns] of await built()) {
      assert.ok(
        patterns.length > 0 ||
          name === 'bot/features/evidence/literal.ts' ||
          name.startsWith('bot/demo'),
        name,
      );
      seen += patterns.length;
      // What repeats nothing costs nothing more.
      const repeats = patterns.filter(({ source }) => /[*+{]/.test(source));
      wrong.push(...costs(...repeats).map((message) => `${name} ${message}`));
    }

    assert.deepEqual(wrong, []);
    assert.ok(seen > 20, String(seen));
  });

  it('or reads no more than a sentence, and takes no time for the worst of them', () => {
    const begun = process.cpuUsage();
    for (const piece of ['moet ', 'moet a naar ', 'wil a aan b ', 'send a to ', 'share x with '])
      for (const length of [499, 500, 501, 100_000]) {
        readTransfer(piece.repeat(length).slice(0, length));
      }

    assert.ok(process.cpuUsage(begun).user < 1_000_000);
  });
});

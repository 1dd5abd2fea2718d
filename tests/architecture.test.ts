import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { allKinds } from '../bot/kinds/index.ts';
import {
  circlesIn,
  crowdedFolders,
  kindsNamedIn,
  packagesIn,
  violationsIn,
} from './support/architecture.ts';

const root = new URL('..', import.meta.url);
const sources = new Map(
  ['bot', 'cards'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .map((file) => [file, readFileSync(new URL(file, root), 'utf8')] as const),
  ),
);

describe('the architecture', () => {
  it('is kept by every file of bot/ and cards/', () => {
    assert.ok(sources.size > 60, 'the files were not found');

    const broken = [...sources].flatMap(([file, source]) =>
      violationsIn(file, source).map((violation) => `${file}: ${violation}`),
    );

    assert.deepEqual(broken, []);
  });

  it('reads what people type in one place, which refuses a password', () => {
    // Words to choose from, ids and what is only shown again: none of it is recorded as it was typed.
    const others = [
      'bot/features/review/lists/draft.ts',
      'bot/features/review/page-card.ts',
      'bot/features/review/save-page.ts',
      'bot/features/review/note-card.ts',
      'bot/kinds/confirm-restore/index.ts',
      'bot/kinds/transfer-securely/checks.ts',
      'bot/views/forms/page.ts',
      'bot/views/kept.ts',
    ];

    const reading = [...sources]
      .filter(([file]) => !file.startsWith('cards/'))
      .filter(([, source]) => /\b(?:typedText|textOf)\((?:typed|submitted|raw)/.test(source))
      .map(([file]) => file);

    assert.deepEqual(reading.toSorted(), others.toSorted());
  });

  it('names no single kind of duty outside bot/kinds, but where a room or a table is about that kind', () => {
    const homes: readonly (readonly [home: string, reason: string])[] = [
      ['bot/features/review/', 'the room in which accounts are reviewed, row by row'],
      ['bot/features/policy/', 'the room in which the routes for sending data are laid down'],
      ['bot/features/new-duty/send-data.ts', 'the chat word that begins a transfer'],
      ['bot/features/overview/nil-returns.ts', 'the clock that asks after an empty quarter'],
      ['bot/features/evidence/dossier/files.ts', 'decisions on accounts are a table of their own'],
      ['bot/features/evidence/dossier/questions/', 'what auditors ask, control by control'],
      [
        'bot/features/evidence/dossier/words/fields.ts',
        'what a task is about has words there only',
      ],
      ['bot/views/buttons.ts', 'a button of the policy carries a class of data'],
      ['bot/files/', 'the lists that are read are those of accounts'],
      ['bot/ports/store', 'the rows of a review are accounts'],
      ['bot/store/duties.ts', 'the rows of a review are accounts'],
      ['bot/tenant/policy.ts', 'which routes are safe is laid down for sending data'],
      ['bot/tenant/plans/defaults.ts', 'a plan is proposed for every kind, by type'],
      ['bot/evidence/verify/', 'a verifier knows the format alone, as those in other languages do'],
      ['bot/demo/', 'the samples are of a kind each'],
    ];
    const kinds = allKinds.map(({ kind }) => kind);

    const naming = [...sources]
      .filter(([file]) => !file.startsWith('bot/kinds/'))
      .filter(([, source]) => kindsNamedIn(source, kinds).length > 0)
      .map(([file]) => file);
    const stray = naming.filter((file) => !homes.some(([home]) => file.startsWith(home)));
    const idle = homes.filter(([home]) => !naming.some((file) => file.startsWith(home)));

    assert.deepEqual(stray, []);
    assert.deepEqual(idle, []);
  });

  it('keeps the files small enough to be read at once', () => {
    const large = [...sources].flatMap(([file, source]) => {
      const lines = source.trimEnd().split('\n').length;
      return lines > 250 ? [`${file} has ${String(lines)} lines`] : [];
    });

    assert.deepEqual(large, []);
  });

  it('keeps the folders small enough to be taken in at once', () => {
    assert.deepEqual(crowdedFolders(sources.keys(), 15), []);
  });

  it('keeps the folders of tests as small, so that a newcomer sees where a test belongs', () => {
    const tests = readdirSync(new URL('tests', root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `tests/${name.replaceAll('\\', '/')}`);

    assert.deepEqual(crowdedFolders(tests, 16), []);
  });

  it('has no files that import each other in a circle, types included', () => {
    assert.deepEqual(circlesIn(sources), []);
  });

  it('is mirrored by the folders of tests, beside what goes through the whole bot', () => {
    const foldersIn = (folder: string): readonly string[] =>
      readdirSync(new URL(folder, root), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    const rooms = [...foldersIn('bot'), 'cards', 'manifest'];
    const wholeBot = ['journeys', 'stories', 'gallery', 'sweep'];
    const onItself = ['azure', 'image', 'bench', 'fuzz', 'mutate', 'second-sdk', 'support'];

    const homeless = foldersIn('tests').filter(
      (name) => ![...rooms, ...wholeBot, ...onItself].includes(name),
    );

    assert.deepEqual(homeless, []);
    // A room of bot/ that is only tested through what people do has no folder of its own.
    const features = foldersIn('tests/features').filter(
      (name) => !foldersIn('bot/features').includes(name),
    );
    assert.deepEqual(features, []);
  });

  it('needs no package at run time that is not declared for it', () => {
    const { dependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      dependencies: Record<string, string>;
    };

    const undeclared = [...sources]
      .filter(([file]) => !file.startsWith('bot/demo/'))
      .flatMap(([, source]) => packagesIn(source))
      .filter((name) => !(name in dependencies));

    assert.deepEqual(undeclared, []);
  });
});

describe('the check of the architecture', () => {
  const planted: readonly (readonly [string, string, RegExp])[] = [
    ['cards/card.ts', `import type { Duty } from '../bot/duty/duty.ts';`, /cards may not import/],
    ['cards/card.ts', `import { z } from 'zod';`, /cards may not import zod/],
    ['cards/card.ts', `import { readFileSync } from 'node:fs';`, /cards may not import node:fs/],
    ['bot/kinds/kind.ts', `import { decide } from '../duty/decide.ts';`, /bot\/kinds may not/],
    ['bot/duty/decide.ts', `import type { Store } from '../ports/store.ts';`, /bot\/duty may not/],
    [
      'bot/views/texts.ts',
      `export { openDuty } from '../casework/open-duty.ts';`,
      /bot\/views may not/,
    ],
    [
      'bot/store/azure/rows.ts',
      `import { dutyCard } from '../../views/duty/duty-card.ts';`,
      /bot\/store may not/,
    ],
    [
      'bot/ports/services.ts',
      `const { respond } = await import('../chat/respond.ts');`,
      /bot\/ports may not/,
    ],
    ['bot/chat/respond.ts', `import { json } from '../http/problem.ts';`, /bot\/chat may not/],
    [
      'bot/http/server.ts',
      `import { guardActivity } from '../teams/guard.ts';`,
      /bot\/http may not/,
    ],
    [
      'bot/teams/turn.ts',
      `import { understand } from '../chat/understand.ts';`,
      /bot\/teams may not/,
    ],
    ['bot/delivery/worker.ts', `import { createApp } from '../app.ts';`, /bot\/delivery may not/],
    ['bot/evidence/verify.ts', `import { startBot } from '../start.ts';`, /bot\/evidence may not/],
    ['bot/settings.ts', `import { createApp } from './app.ts';`, /bot\/settings.ts may not/],
    ['bot/app.ts', `import { startDemo } from './demo/main.ts';`, /bot\/app.ts may not/],
    ['bot/main.ts', `import { createApp } from './app.ts';`, /bot\/main.ts may not/],
    [
      'bot/features/plans/run-plans.ts',
      `import { showRoster } from '../roster/roster.ts';`,
      /bot\/features may not/,
    ],
    ['bot/magic/wand.ts', '', /bot\/magic has no place/],
    [
      'bot/chat/respond.ts',
      `import { TurnContext } from 'botbuilder';`,
      /may not import botbuilder/,
    ],
    [
      'bot/app.ts',
      `import { x } from 'botframework-connector/lib/x.js';`,
      /may not import botframework/,
    ],
    ['bot/ports/services.ts', `import type { Request } from 'restify';`, /may not import restify/],
    [
      'bot/http/server.ts',
      `import { TableClient } from '@azure/data-tables';`,
      /may not import @azure/,
    ],
    [
      'bot/teams/adapter.ts',
      `import { ClientSecretCredential } from '@azure/identity';`,
      /may not import @azure/,
    ],
    ['bot/settings.ts', `export const port = process.env.PORT;`, /process\.env/],
    ['bot/settings.ts', `export const port = process['env']['PORT'];`, /process\.env/],
    ['bot/start.ts', `export const now = Date.now();`, /clock/],
    ['bot/duty/time/instant.ts', `export const now = new Date();`, /clock/],
    ['bot/duty/time/instant.ts', `export const now = Date();`, /clock/],
    ['bot/duty/time/instant.ts', `export const now = DateTime.utc();`, /clock/],
    ['cards/dates.ts', `export const now = DateTime.now();`, /clock/],
    ['bot/delivery/worker.ts', `export const now = performance.now();`, /clock/],
    ['bot/duty/open.ts', `export const id = Math.random();`, /chance/],
    ['bot/duty/open.ts', `export const id = randomUUID();`, /chance/],
    ['bot/chat/lists.ts', `export const read = (value: any) => value;`, /any/],
    ['bot/chat/lists.ts', `// @ts-ignore\nexport const x = 1;`, /switched off/],
    ['bot/chat/lists.ts', `/* eslint-disable */`, /switched off/],
    ['bot/chat/lists.ts', `export const x = list[0]!;`, /without a look/],
    ['bot/chat/lists.ts', `export enum Colour { Red }`, /enum Colour/],
    ['bot/chat/lists.ts', `export class Manager {}`, /class Manager/],
    ['bot/chat/lists.ts', `export const x = y as unknown as Duty;`, /cast through/],
    ['bot/start.ts', `console.error = () => undefined;`, /all of the process shares/],
    ['bot/start.ts', `globalThis['fetch'] = other;`, /all of the process shares/],
  ];
  for (const [file, source, expected] of planted) {
    it(`finds in ${file}: ${source}`, () => {
      const found = violationsIn(file, source);

      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', expected);
    });
  }

  it('finds the kinds that a file names in its code or imports, and not those in a comment', () => {
    const found = kindsNamedIn(
      [
        `import { placesOf } from '../kinds/rows/ranges.ts';`,
        `import type { Pick } from '../../kinds/review-access/accounts.ts';`,
        `// as in verify-change`,
        `export const isNil = kind === 'nil-return' || named in { 'show-done': 1 };`,
      ].join('\n'),
      ['nil-return', 'review-access', 'show-done', 'verify-change'],
    );

    assert.deepEqual(found.toSorted(), ['nil-return', 'review-access', 'show-done']);
  });

  it('finds a circle by way of types, once, and nothing where ways only meet', () => {
    const found = circlesIn(
      new Map([
        ['bot/a.ts', `import { b } from './b.ts';\nimport { d } from './d.ts';`],
        ['bot/b.ts', `import type { C } from './in/c.ts';`],
        ['bot/in/c.ts', `export type { A } from '../a.ts';\nimport { d } from '../d.ts';`],
        ['bot/d.ts', `import { z } from 'zod';`],
      ]),
    );

    assert.deepEqual(found, [['bot/a.ts', 'bot/b.ts', 'bot/in/c.ts', 'bot/a.ts']]);
  });

  it('finds a folder of too many files, without what lies deeper', () => {
    const found = crowdedFolders(['bot/a.ts', 'bot/b.ts', 'bot/c.ts', 'bot/in/d.ts'], 2);

    assert.deepEqual(found, ['bot holds 3 files']);
  });

  const clean: readonly (readonly [string, string])[] = [
    [
      'cards/dates.ts',
      `import { DateTime } from 'luxon';\nexport const at = DateTime.utc(2026, 1, 1);`,
    ],
    [
      'bot/teams/botbuilder.ts',
      `import { ActivityTypes } from 'botbuilder';\nexport const a = ActivityTypes;`,
    ],
    [
      'bot/start.ts',
      `import { createApp } from './app.ts';\nexport const now = () => DateTime.utc();`,
    ],
    ['bot/main.ts', `import { startBot } from './start.ts';\nexport const e = process.env;`],
    ['bot/delivery/worker.ts', `import type { Log } from '../observability/log.ts';`],
    [
      'bot/chat/lists.ts',
      `// any date, Date.now() or new Date() in words\nexport const anyDate = 'new Date()';`,
    ],
    ['bot/main.ts', `process.exitCode = 1;`],
    ['bot/demo/main.ts', `import { startBot } from '../start.ts';`],
    [
      'bot/features/duty-forms/duty-forms.ts',
      `import { answerDuty } from '../answering/answer-duty.ts';`,
    ],
  ];
  for (const [file, source] of clean) {
    it(`has nothing against ${file}: ${source}`, () => {
      assert.deepEqual(violationsIn(file, source), []);
    });
  }
});

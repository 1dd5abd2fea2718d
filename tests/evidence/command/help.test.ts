import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { help, helpOf } from '../../../bot/evidence/command/help.ts';

const folder = new URL('../../../bot/evidence/command/', import.meta.url);

/** The options that each command reads, as it asks for them. */
const read = new Map(
  readdirSync(folder).flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    return [...source.matchAll(/readOptions\(args, \{([^}]*)\}/g)].map(([, asked = '']) => {
      const named = (part: string) =>
        new RegExp(`\\b${part}: \\[([^\\]]*)\\]`).exec(asked)?.[1]?.match(/[\w-]+/g) ?? [];
      const command = /command: '(\w+)'/.exec(asked)?.[1] ?? '';
      return [command, ['texts', 'lists', 'flags'].flatMap(named).sort()] as const;
    });
  }),
);

describe('the help of the command for evidence', () => {
  const sections = help.split('npm run evidence -- ').slice(1);
  const nameOf = (section: string) => /^\w+/.exec(section)?.[0] ?? '';

  it('tells each command, alone where it is asked about one', () => {
    assert.deepEqual(sections.map(nameOf).sort(), [...read.keys()].sort());
    for (const command of read.keys())
      assert.deepEqual(helpOf(command).match(/(?<=npm run evidence -- )\w+/g), [command]);
    assert.equal(helpOf('nothing'), help);
  });

  for (const page of ['privacy.nl', 'privacy.en', 'runbook.nl', 'runbook.en'])
    it(`is not the only one that knows how somebody is erased: ${page}.md does too`, () => {
      const text = readFileSync(
        new URL(`../../../manifest/docs/${page}.md`, import.meta.url),
        'utf8',
      );
      for (const one of ['--dry-run', '--called', '--field']) assert.ok(text.includes(one), one);
    });

  for (const section of sections)
    it(`tells each option of ${nameOf(section)} with an example`, () => {
      const [usage = '', ...rows] = section.split('\n');
      const told = rows.flatMap((row) => {
        const [, option, example] = /^ {6}--([a-z-]+).* {2,}(--.+)$/.exec(row) ?? [];
        return option === undefined ? [] : ([[option, example ?? '']] as const);
      });
      assert.deepEqual(told.map(([option]) => option).sort(), read.get(nameOf(section)));
      for (const [option, example] of told)
        assert.match(example, new RegExp(`^--${option}( \\S.*)?$`));
      assert.ok(usage.length > 0);
      for (const word of usage.match(/(?<= )(?:FILE|ID)(?=$| )/g) ?? []) {
        if (!new RegExp(`--\\w+ ${word}`).test(usage))
          assert.ok(
            rows.some((row) => new RegExp(`^ {6}${word} +\\S.* {2,}\\S`).test(row)),
            word,
          );
      }
    });
});

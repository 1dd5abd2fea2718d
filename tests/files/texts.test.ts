import assert from 'node:assert/strict';
import { languages } from '../../cards/language.ts';
import { readAccounts } from '../../bot/files/read-accounts.ts';
import { fileTexts, sayProblem, sayRefusal } from '../../bot/files/texts.ts';
import { bytesOf } from '../support/teams/files.ts';

describe('What is said about a file', () => {
  it('names line and column in the words of the reader', () => {
    const problem = { code: 'formula', line: 12, column: 'Rol' } as const;

    assert.match(sayProblem(problem, 'nl'), /^Regel 12, kolom ‘Rol’: .*formule/);
    assert.match(sayProblem(problem, 'en'), /^Line 12, column “Rol”: .*formula/);
  });

  it('names a missing column in our words, and what was found instead', () => {
    const problem = { code: 'missing-column', line: 1, column: 'name', found: 'x, y' } as const;

    assert.match(sayProblem(problem, 'nl'), /^Regel 1: .*‘Naam’.*x, y/);
    assert.match(sayProblem(problem, 'en'), /^Line 1: .*“Name”.*x, y/);
  });

  it('says what the duty itself says of a decision that cannot count', () => {
    for (const code of ['self', 'new-role', 'reason'] as const) {
      const [nl, en] = languages.map((language) => sayProblem({ code, line: 3 }, language));

      assert.match(nl ?? '', /^Regel 3: \p{Lu}.+\.$/u);
      assert.match(en ?? '', /^Line 3: \p{Lu}.+\.$/u);
    }
  });

  it('is a short whole sentence for every fault, without places left open', () => {
    const said = { found: 'jbakker', column: 'Naam', limit: '5.000', first: '2' };

    for (const language of languages) {
      for (const [code, sentence] of Object.entries(fileTexts[language].problems)) {
        const text = sentence(said);

        assert.match(text, /^[\p{Lu}‘“].*\.$/u, code);
        assert.doesNotMatch(text, /undefined|!|\$\{/, code);
        assert.ok(text.length <= 120, code);
      }
    }
  });

  it('ends with how many points were left out', async () => {
    const lines = ['account;naam', ...Array.from({ length: 51 }, () => ';Anna')];
    const read = await readAccounts(bytesOf(lines.join('\n')), 'export.csv');

    assert.ok(!read.ok);
    const said = sayRefusal(read, 'nl');
    assert.equal(said.length, 51);
    assert.match(said.at(-1) ?? '', /één/);
  });

  it('quotes a hostile cell briefly, on one line and without unseen marks', async () => {
    const cell = `"x\n\u202E${'w'.repeat(5000)}"`;
    const lines = `account;naam;laatst ingelogd\na;Anna;${cell}`;

    const read = await readAccounts(bytesOf(lines), 'export.csv');

    assert.ok(!read.ok);
    const [said = ''] = sayRefusal(read, 'nl');
    assert.ok(said.length < 150);
    assert.doesNotMatch(said, /[\n\u202E]/);
  });
});

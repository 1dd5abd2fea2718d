import assert from 'node:assert/strict';
import { accepted, readLines, refusedFor } from '../support/teams/files.ts';

describe('The faults in a list of accounts', () => {
  it('are all named at once, each with its line and column', async () => {
    const problems = await refusedFor(
      readLines(
        'gebruiker;naam;rol;laatst ingelogd;actief',
        'a;Anna;Inkoper;12-11-2026;ja',
        ';Bram;=1+1;gisteren;misschien',
        `A;${'n'.repeat(101)};;;`,
        'A;Carla;;;',
        'd;Daan;;;;Inkoper',
      ),
    );

    assert.deepEqual(problems, [
      { code: 'missing-value', line: 3, column: 'gebruiker' },
      { code: 'formula', line: 3, column: 'rol' },
      { code: 'unreadable-date', line: 3, column: 'laatst ingelogd', found: 'gisteren' },
      { code: 'unclear-enabled', line: 3, column: 'actief', found: 'misschien' },
      { code: 'too-long', line: 4, column: 'naam', limit: 100, found: `${'n'.repeat(39)}…` },
      { code: 'duplicate-account', line: 5, column: 'gebruiker', found: 'A', first: 2 },
      { code: 'extra-cells', line: 6, found: 'Inkoper' },
    ]);
  });

  it('quote no password', async () => {
    const problems = await refusedFor(
      readLines(
        'account;naam;laatst ingelogd;actief',
        'a;Anna;ww: Zomer26!;wachtwoord is Zomer26!',
        'b;Bram;;;pw=Zomer26!',
      ),
    );

    assert.ok(!JSON.stringify(problems).includes('Zomer26'), JSON.stringify(problems));
    assert.equal(problems.length, 3);
  });

  it('begin with columns that are missing, naming what was found', async () => {
    const problems = await refusedFor(readLines('personeelsnummer;rol', '1;Inkoper'));

    assert.deepEqual(problems, [
      { code: 'missing-column', line: 1, column: 'account', found: 'personeelsnummer, rol' },
      { code: 'missing-column', line: 1, column: 'name', found: 'personeelsnummer, rol' },
    ]);
  });

  it('include a column that could be two', async () => {
    const problems = await refusedFor(readLines('account;naam;Rol;Functie', 'a;Anna;x;y'));

    assert.deepEqual(problems, [
      { code: 'ambiguous-column', line: 1, column: 'role', found: 'Rol, Functie' },
    ]);
  });

  it('are at most fifty, with how many there are beyond', async () => {
    const read = await readLines('account;naam', ...Array.from({ length: 80 }, () => 'a;'));

    assert.ok(!read.ok);
    assert.equal(read.problems.length, 50);
    assert.equal(read.more, 30);
  });

  it('include a name of nothing but marks that nobody sees', async () => {
    const problems = await refusedFor(readLines('account;naam', 'a;\u200B\u200D'));

    assert.deepEqual(problems, [
      { code: 'strange-characters', line: 2, column: 'naam', found: '' },
    ]);
  });

  for (const name of ['__proto__', 'constructor', 'toString']) {
    it(`do not include an account named ${name}`, async () => {
      const accounts = await accepted(readLines('account;naam', `${name};Anna`));

      assert.deepEqual(accounts, [{ account: name, name: 'Anna' }]);
    });
  }
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { azureStore } from '../../../bot/store/index.ts';
import { compiledProgram } from '../../support/processes/compiled.ts';
import { azuriteConnectionString } from '../../support/store/azurite.ts';
import {
  chainOf,
  dutyWith,
  keep,
  linesFor,
  ownManifest,
  tenant,
} from '../../support/duties/evidence.ts';

const records = chainOf(dutyWith('a'));
const whole = linesFor(...records, ownManifest(records));

describe('npm run evidence', function () {
  // Some start five processes one after the other.
  this.timeout(300_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs the command where no `.env` and no setting of this machine reaches it. */
  async function run(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<{ code: number | null; out: string; err: string }> {
    const program = await compiledProgram('bot/evidence/main');
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, ...args], {
        cwd: folder,
        env: { PATH: process.env['PATH'], ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [out, err]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.once('error', reject);
      child.once('close', (code) => {
        resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
      });
    });
  }

  function file(content: string): string {
    const path = join(folder, 'dossier.ndjson');
    writeFileSync(path, content);
    return path;
  }

  it('ends as it would have where nobody reads to the end, as behind a pipe to `head`', async () => {
    for (const [content, expected] of [
      [whole, 0],
      [whole.replace('problem', 'fulfilled'), 1],
    ] as const) {
      const args = ['verify', file(content)];
      const child = spawn(process.execPath, [await compiledProgram('bot/evidence/main'), ...args], {
        env: { PATH: process.env['PATH'] },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.destroy();
      child.stderr.destroy();
      const code = await new Promise((resolve) => child.once('exit', resolve));
      assert.equal(code, expected);
    }
  });

  it('says that a whole file is whole, and ends with 0', async () => {
    const { code, out, err } = await run(['verify', file(whole)]);

    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.match(out, /3 records of 1 duty\b/);
  });

  it('names line, duty and number of the first bad record, and ends with 1', async () => {
    const { code, out, err } = await run([
      'verify',
      file(whole.replace('klopt niet', 'klopt wel!')),
    ]);

    assert.deepEqual({ code, out }, { code: 1, out: '' });
    assert.match(err, new RegExp(`Line 3, duty ${dutyWith('a').id}, seq 3: .*hash`));
  });

  it('gives a terminal nothing to obey', async () => {
    const { code, err } = await run([
      'verify',
      file(whole.replace('"dutyId":"', '"dutyId":"\\u001b[2J')),
    ]);

    assert.equal(code, 1);
    assert.ok(!err.includes('\u001b'));
  });

  for (const [what, args, said] of [
    ['no command', [], /verify FILE/],
    ['a command that does not exist', ['prove'], /no command prove/],
    ['no file', ['verify'], /one file/],
    ['two files', ['verify', 'a', 'b'], /one file/],
    ['a file that does not exist', ['verify', 'none.ndjson'], /none\.ndjson does not exist/],
    ['a folder', ['verify', '.'], /not a file/],
  ] as const) {
    it(`ends with 2 and one clear sentence for ${what}`, async () => {
      const { code, out, err } = await run(args);

      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, said);
      assert.doesNotMatch(err, / at .*:\d+/);
    });
  }

  it('names every wrong option and every wrong setting of an export at once, and ends with 2', async () => {
    const { code, err } = await run(['export', '--form', '2026-01-01', '--to', 'May', '--kind'], {
      PORT: 'x',
    });

    assert.equal(code, 2);
    for (const said of [/--form/, /--to/, /--kind/, /PORT/, /AZURE_STORAGE/])
      assert.match(err, said);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('writes from the store what verify then finds whole', async () => {
    const connectionString = await azuriteConnectionString();
    const prefix = `Evidence${String(process.pid)}`;
    const store = azureStore({ connectionString }, prefix);
    await store.prepare();
    await keep(store, dutyWith('a'), records);
    // The emulator would take this reference for two lines.
    const torn = dutyWith('b', { reference: 'CHG\u2028b' });
    await keep(store, torn, chainOf(torn));
    const env = {
      ALLOW_ANONYMOUS: 'true',
      MicrosoftAppTenantId: tenant,
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      TABLE_PREFIX: prefix,
    };

    const written = await run(['export', '--from', '2026-11-02'], env);
    const again = await run(['export', '--from', '2026-11-02'], env);

    const name = 'evidence-2026-11-02-now.ndjson';
    assert.deepEqual({ code: written.code, err: written.err }, { code: 0, err: '' });
    assert.match(written.out, /evidence-2026-11-02-now\.ndjson: 6 records/);
    assert.equal(again.code, 2);
    assert.match(again.err, /exists/);
    assert.deepEqual(readdirSync(folder), [name]);
    assert.equal((await run(['verify', name])).code, 0);
    const content = readFileSync(join(folder, name), 'utf8');
    const cut = file(content.slice(0, content.trimEnd().lastIndexOf('\n') + 1));
    assert.equal((await run(['verify', cut])).code, 1);
  });

  it('writes a backup, and brings it back where nothing is kept and nowhere else', async () => {
    const connectionString = await azuriteConnectionString();
    const prefix = `Command${String(process.pid)}b`;
    const store = azureStore({ connectionString }, prefix);
    await store.prepare();
    await keep(store, dutyWith('a'), records);
    const settings = (tables: string) => ({
      ALLOW_ANONYMOUS: 'true',
      MicrosoftAppTenantId: tenant,
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      TABLE_PREFIX: tables,
    });

    const written = await run(['backup', '--out', 'b.ndjson'], settings(prefix));
    const restored = await run(['restore', 'b.ndjson'], settings(`${prefix}New`));
    const again = await run(['restore', 'b.ndjson'], settings(`${prefix}New`));
    const exported = await run(['export', '--out', 'e.ndjson'], settings(`${prefix}New`));
    const wrong = await run(['restore', 'e.ndjson'], settings(`${prefix}Other`));

    assert.deepEqual({ code: written.code, err: written.err }, { code: 0, err: '' });
    assert.deepEqual({ code: restored.code, err: restored.err }, { code: 0, err: '' });
    assert.match(restored.out, /^Restored \d+ rows/);
    assert.deepEqual([again.code, exported.code, wrong.code], [1, 0, 1], again.err);
    assert.match(again.err, /empty storage account/);
    assert.match(wrong.err, /This is no backup/);
    assert.equal((await run(['restore', 'gone.ndjson'], settings(prefix))).code, 2);
  });

  it('says in one sentence which settings to look at when the store has no such tables, and leaves no file', async () => {
    const { code, out, err } = await run(['export'], {
      ALLOW_ANONYMOUS: 'true',
      AZURE_STORAGE_CONNECTION_STRING: await azuriteConnectionString(),
      TABLE_PREFIX: 'NeverMade',
    });

    assert.deepEqual({ code, out }, { code: 1, out: '' });
    assert.equal(err.trimEnd().split('\n').length, 1, err);
    assert.match(err, /table.*TABLE_PREFIX/);
    assert.deepEqual(readdirSync(folder), []);
  });
});

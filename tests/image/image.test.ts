import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { azuriteConnectionString } from '../support/store/azurite.ts';
import { chainOf, dutyWith, linesFor, ownManifest } from '../support/duties/evidence.ts';
import { readStages } from './dockerfile.ts';
import { bytesBelow, makeImageFolder, productionPackages } from './production-tree.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const stages = readStages(readFileSync(join(project, 'Dockerfile'), 'utf8'));
const last = stages.at(-1);
const instruction = (name: string): string => last?.last[name] ?? '';

// `node:24-slim` unpacked: Debian 12 slim 75 MB, Node 24 with npm and yarn about 160 MB. Known sizes, not measured here.
const baseMegabytes = 235;
const mostMegabytes = 350;

describe('the image', function () {
  this.timeout(240_000);
  let folder: string;

  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(join(tmpdir(), 'image-'));
    makeImageFolder(folder, stages);
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (
    command: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): ChildProcess =>
    spawn(command[0] ?? '', command.slice(1), {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        NODE_ENV: 'production',
        npm_config_update_notifier: 'false',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  const run = async (
    command: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<{ code: number | null; out: string; err: string }> => {
    const child = start(command, environment);
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out: out.join(''), err: err.join('') };
  };

  it('holds no development package and no source', () => {
    assert.ok(productionPackages().length > 100, 'the lock file was not read');
    for (const development of ['tsx', 'typescript', 'mocha', 'azurite', 'sinon'])
      assert.equal(existsSync(join(folder, 'node_modules', development)), false, development);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      names.filter((name) => /\.ts$|\.env$/.test(name)),
      [],
    );
  });

  it('stays below 350 MB unpacked', () => {
    const megabytes = bytesBelow(folder) / 1_000_000;

    assert.ok(
      baseMegabytes + megabytes < mostMegabytes,
      `${String(baseMegabytes)} MB of the base and ${megabytes.toFixed(1)} MB of ours`,
    );
  });

  it('starts the bot as nobody special, says that it lives and ends when it is told to', async () => {
    assert.equal(instruction('USER'), 'node');
    assert.equal(instruction('STOPSIGNAL'), 'SIGTERM');
    const bot = start(words(instruction('CMD')), {
      PORT: '0',
      ALLOW_ANONYMOUS: 'true',
      AZURE_STORAGE_CONNECTION_STRING: await azuriteConnectionString(),
      TABLE_PREFIX: 'Image',
    });
    const port = await listening(bot);
    const check = words(instruction('HEALTHCHECK').replace(/^.* CMD /, ''));

    const alive = await run(check, { PORT: String(port) });
    const ended = once(bot, 'exit');
    bot.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    const gone = await run(check, { PORT: String(port) });

    assert.deepEqual({ alive: alive.code, code, gone: gone.code }, { alive: 0, code: 0, gone: 1 });
  });

  it('verifies evidence', async () => {
    const records = chainOf(dutyWith('a'));
    writeFileSync(join(folder, 'whole.ndjson'), linesFor(...records, ownManifest(records)));

    const { code, out } = await run(npm('evidence', 'verify', 'whole.ndjson'));

    assert.equal(code, 0);
    assert.match(out, /whole\.ndjson is whole/);
  });

  it('exports evidence', async () => {
    const { code, out, err } = await run(npm('evidence', 'export', '--out', 'all.ndjson'), {
      ALLOW_ANONYMOUS: 'true',
      AZURE_STORAGE_CONNECTION_STRING: await azuriteConnectionString(),
      TABLE_PREFIX: 'Image',
    });

    assert.equal(code, 0, err);
    assert.match(out, /Wrote all\.ndjson/);
  });

  it('writes a dossier with its verifiers, and verifies it', async () => {
    const environment = {
      ALLOW_ANONYMOUS: 'true',
      AZURE_STORAGE_CONNECTION_STRING: await azuriteConnectionString(),
      TABLE_PREFIX: 'Image',
    };
    const asked = npm('evidence', 'dossier', '--quarter', '2026-Q4', '--out', 'q4.zip');
    const written = await run(asked, environment);
    const verified = await run(npm('evidence', 'verify', 'q4.zip'));

    assert.equal(written.code, 0, written.err);
    assert.equal(verified.code, 0, verified.err);
    assert.match(verified.out, /q4\.zip is whole/);
  });

  it('has the doctor', async () => {
    const { code, out } = await run(npm('doctor'), {
      ALLOW_ANONYMOUS: 'true',
      PORT: '1',
      AZURE_STORAGE_CONNECTION_STRING: await azuriteConnectionString(),
      TABLE_PREFIX: 'Image',
    });

    assert.equal(code, 0, out);
  });

  it('writes the app package', async () => {
    const { code, err } = await run(npm('manifest', 'package'), {
      MicrosoftAppId: '5f0c8a3e-6d0e-4a53-9b1f-2f1f0a6f7c11',
      DEVELOPER_WEBSITE_URL: 'https://voorbeeld.nl/plicht',
      DEVELOPER_PRIVACY_URL: 'https://voorbeeld.nl/plicht/privacy',
      DEVELOPER_TERMS_URL: 'https://voorbeeld.nl/plicht/voorwaarden',
    });

    assert.equal(code, 0, err);
    assert.equal(readdirSync(join(folder, 'package')).length, 1);
  });
});

describe('the Dockerfile', () => {
  it('takes Node 24 for every stage and brings only what it names', () => {
    assert.deepEqual(
      stages.map(({ from }) => from),
      stages.map(() => 'node:24-slim'),
    );
    assert.equal(
      last?.copies.some(({ sources }) => sources.includes('.')),
      false,
    );
  });

  it('gets everything that it copies past .dockerignore', () => {
    const ignored = readFileSync(join(project, '.dockerignore'), 'utf8').split('\n');
    const letIn = new Set(
      ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1)),
    );
    const wanted = stages
      .flatMap(({ copies }) => copies)
      .filter(({ stage }) => stage === undefined)
      .flatMap(({ sources }) => sources.map((source) => source.split('/')[0] ?? ''));

    assert.ok(ignored.includes('*'));
    assert.deepEqual(
      wanted.filter((name) => !letIn.has(name)),
      [],
    );
  });
});

const words = (json: string): string[] => JSON.parse(json) as string[];

const npm = (script: string, ...args: string[]): string[] => [
  ...['npm', 'run', '--silent', script, '--'],
  ...args,
];

async function listening(bot: ChildProcess): Promise<number> {
  assert.ok(bot.stdout);
  bot.stderr?.resume();
  for await (const line of createInterface({ input: bot.stdout })) {
    const { msg, port } = JSON.parse(line) as { msg: string; port?: number };
    if (msg !== 'listening') continue;
    bot.stdout.resume();
    return port ?? 0;
  }
  throw new Error('The bot ended before it listened.');
}

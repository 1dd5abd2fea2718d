import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFaults } from '../../manifest/checks/package.ts';
import { unpack } from '../../manifest/files.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const environment = {
  MicrosoftAppId: '5f0c8a3e-6d0e-4a53-9b1f-2f1f0a6f7c11',
  DEVELOPER_WEBSITE_URL: 'https://voorbeeld.nl/plicht',
  DEVELOPER_PRIVACY_URL: 'https://voorbeeld.nl/plicht/privacy',
  DEVELOPER_TERMS_URL: 'https://voorbeeld.nl/plicht/voorwaarden',
};

describe('npm run manifest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  const run = (
    settings: Record<string, string>,
    more: readonly string[] = [],
  ): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, ['bot/run.js', 'manifest', folder, ...more], {
      cwd: project,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...settings },
    });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes nothing and fails when something is wrong', () => {
    const { status, stderr } = run({ ...environment, MicrosoftAppId: 'my bot' });

    assert.equal(status, 1);
    assert.match(stderr, /^MicrosoftAppId is "my bot"/);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('says at once what an upload lacks', () => {
    const { status, stderr } = run({ MicrosoftAppId: environment.MicrosoftAppId });

    assert.equal(status, 1);
    assert.equal(stderr.match(/ is missing: /g)?.length, 3);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('says that a file is no registration', () => {
    const { status, stderr } = run(environment, ['--registration', 'package.json']);

    assert.equal(status, 1);
    assert.match(stderr, /package\.json is neither/);
  });

  it('writes the package named after the version of the project', async () => {
    const { status, stderr } = run(environment);

    const [name, ...others] = readdirSync(folder);
    assert.deepEqual({ status, stderr, others }, { status: 0, stderr: '', others: [] });
    assert.match(name ?? '', /^shared-duty-\d+\.\d+\.\d+\.zip$/);
    assert.deepEqual(await packageFaults(unpack(readFileSync(join(folder, name ?? '')))), []);
  });
});

import { parse } from 'csv-parse/sync';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FakeGraph, Member } from './fake-graph.ts';
import { graphError, startFakeGraph } from './fake-graph.ts';

const script = fileURLToPath(new URL('../../manifest/azure/install-for-group.sh', import.meta.url));
const hasTools = ['bash', 'curl', 'jq'].every(
  (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0,
);
const person = (id: string, displayName: string, more: Partial<Member> = {}): Member => ({
  id,
  displayName,
  accountEnabled: true,
  userType: 'Member',
  ...more,
});
const members = [
  person('a1', 'Jan Bakker'),
  person('b2', 'Sanne de Vries'),
  person('c3', 'Fatima "Fay" el Idrissi'),
  person('d4', '=1+1'),
  person('e5', 'Gast', { userType: 'Guest' }),
  person('f6', 'Vertrokken', { accountEnabled: false }),
  person('g7', 'Zonder Licentie'),
];

describe('installing the app for a group', function () {
  this.timeout(120_000);
  let folder: string;
  let graph: FakeGraph;

  before(function () {
    if (!hasTools) this.skip();
  });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'install-'));
    graph = await startFakeGraph(members);
  });

  afterEach(async () => {
    await graph.stop();
    rmSync(folder, { recursive: true });
  });

  const run = async (
    settings: Readonly<Record<string, string>> = {},
  ): Promise<{ code: number | null; out: string; err: string }> => {
    const child = spawn('bash', [script, join(folder, 'report.csv')], {
      env: {
        PATH: process.env['PATH'],
        GRAPH_URL: `${graph.url}/v1.0`,
        LOGIN_URL: graph.url,
        LONGEST_WAIT: '0',
        GROUP_ID: 'g',
        TEAMS_APP_ID: 'catalog-id',
        TENANT_ID: 't',
        CLIENT_ID: 'c',
        CLIENT_SECRET: 'very secret',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out: out.join(''), err: err.join('') };
  };
  const report = (): readonly { id: string; name: string; outcome: string; why: string }[] =>
    parse(readFileSync(join(folder, 'report.csv')), { columns: true });
  const tried = (): readonly string[] =>
    graph.asked.flatMap((line) => /^POST .*\/users\/(\w+)\//.exec(line)?.[1] ?? []);

  it('says of each person whether it worked and why not', async () => {
    graph.installs.set('b2', [{ status: 409, body: graphError('Conflict', 'already exists') }]);
    graph.installs.set('c3', [
      { status: 403, body: graphError('Forbidden', 'App is blocked by policy.') },
    ]);
    graph.installs.set('g7', [{ status: 404, body: graphError('NotFound', 'User not found.') }]);

    const { code, out, err } = await run();

    assert.equal(code, 1, err);
    assert.match(out, /^3 of 7 reached, 4 not/);
    assert.deepEqual(
      report().map(({ id, outcome }) => [id, outcome]),
      [
        ['a1', 'reached'],
        ['b2', 'reached'],
        ['c3', 'not'],
        ['d4', 'reached'],
        ['e5', 'not'],
        ['f6', 'not'],
        ['g7', 'not'],
      ],
    );
    const whys = report().map(({ why }) => why);
    assert.match(whys[2] ?? '', /permission policy.*App is blocked by policy\./);
    assert.match(whys[4] ?? '', /guest/);
    assert.match(whys[5] ?? '', /switched off/);
    assert.match(whys[6] ?? '', /no licence.*User not found\./);
    assert.deepEqual(tried(), ['a1', 'b2', 'c3', 'd4', 'g7']);
  });

  it('keeps names as they are, and no name becomes a formula', async () => {
    await run();

    assert.equal(report()[2]?.name, 'Fatima "Fay" el Idrissi');
    assert.equal(report()[3]?.name, "'=1+1");
  });

  it('goes on where it was ended, and tries again who was not reached', async () => {
    graph.installs.set('a1', [{ status: 403, body: graphError('Forbidden', 'not yet') }]);
    await run();
    const before = tried().length;

    const { out } = await run({ GRAPH_TOKEN: 'token-1' });

    assert.deepEqual(tried().slice(before), ['a1']);
    assert.match(out, /^5 of 7 reached, 2 not/);
    assert.equal(report().findLast(({ id }) => id === 'a1')?.outcome, 'reached');
  });

  it('waits when Graph asks for it, and gives up on a person but not on the others', async () => {
    const busy = { status: 429, headers: { 'retry-after': '30' } };
    graph.installs.set('a1', [busy, { status: 503 }]);
    graph.installs.set('b2', [busy, busy, busy]);

    const { code } = await run({ MOST_TRIES: '3' });

    assert.equal(code, 1);
    assert.equal(tried().filter((id) => id === 'a1').length, 3);
    assert.deepEqual(
      report()
        .slice(0, 3)
        .map(({ outcome }) => outcome),
      ['reached', 'not', 'reached'],
    );
    assert.match(report()[1]?.why ?? '', /run it again/);
  });

  it('gets another token when the first one ends on the way', async () => {
    graph.tokens.splice(0, 1, 'token-2');

    const { code } = await run();

    assert.equal(code, 1);
    assert.equal(report()[0]?.outcome, 'reached');
  });

  it('sends its token to Graph only', async () => {
    graph.nextLink = 'http://127.0.0.1:9/steal';

    const { code, err } = await run();

    assert.equal(code, 2);
    assert.match(err, /not its own/);
    assert.deepEqual(tried(), []);
  });

  it('finds the app by the id in its manifest where that is all that is known', async () => {
    const { code } = await run({ TEAMS_APP_ID: '', MANIFEST_ID: 'manifest-id' });

    assert.equal(code, 1);
    assert.ok(graph.asked.includes('GET /v1.0/appCatalogs/teamsApps'));
  });

  it('names everything that is missing before it begins', async () => {
    const { code, err } = await run({ GROUP_ID: '', TEAMS_APP_ID: '', CLIENT_SECRET: '' });

    assert.equal(code, 2);
    assert.equal(err, 'Set these first: GROUP_ID, TEAMS_APP_ID or MANIFEST_ID, CLIENT_SECRET.\n');
    assert.deepEqual(graph.asked, []);
  });

  it('says why there is no token, and shows no secret', async () => {
    const { code, out, err } = await run({ TENANT_ID: 'unknown' });

    assert.equal(code, 2);
    assert.equal(err, 'No token: AADSTS7000222: The provided client secret keys are expired.\n');
    assert.doesNotMatch(out + err, /very secret/);
  });
});

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { EndpointReading, Finding } from '../../bot/doctor/checks.ts';
import { addressOf, readEndpoint } from '../../bot/doctor/endpoint.ts';
import type { ExaminationParts } from '../../bot/doctor/examine.ts';
import { examine, lineOf } from '../../bot/doctor/examine.ts';
import { doctorTexts } from '../../bot/doctor/texts.ts';
import { parsePersonId, parseTenantKey } from '../../bot/duty/ids.ts';
import { daysAfter } from '../../bot/duty/time/workdays.ts';
import type { KnownPerson } from '../../bot/ports/store.ts';
import type { Settings } from '../../bot/settings.ts';
import { readSettings } from '../../bot/settings.ts';
import { memoryStore } from '../support/store/memory-store.ts';
import type { StorageProbe, StorageReading } from '../../bot/store/azure/probe.ts';
import { storageFailure, storageProbe } from '../../bot/store/azure/probe.ts';
import { botbuilderSdk } from '../../bot/teams/botbuilder.ts';
import type { Reach, TokenReading } from '../../bot/teams/probe.ts';
import { reachAfter, teamsProbe, tokenFailure } from '../../bot/teams/probe.ts';
import { fixedNow } from '../support/duties/duties.ts';
import { azuriteConnectionString } from '../support/store/azurite.ts';

const appId = '5f0c8a3e-6d0e-4a53-9b1f-2f1f0a6f7c11';
const tenantId = '22222222-2222-4222-8222-222222222222';
const read = readSettings({
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  AZURE_STORAGE_ACCOUNT: 'plicht',
});
assert.ok(read.ok);
const settings: Settings = read.settings;
const tenant = parseTenantKey(tenantId);
assert.ok(tenant);

const works: StorageReading = { type: 'works' };
const goodToken: TokenReading = {
  type: 'token',
  audience: 'https://api.botframework.com',
  appId,
  tenantId,
};
const endpoint: EndpointReading = {
  url: 'https://plicht.voorbeeld.nl/api/messages',
  named: true,
  health: 200,
  unsigned: 401,
};
const backups = {
  type: 'there',
  last: daysAfter(fixedNow.slice(0, 10), -2),
  changeable: false,
  since: '2026-01-01T00:00:00.000Z',
} as const;
const registration = {
  appId,
  tenantId,
  appType: 'UserAssignedMSI',
  displayName: 'Shared Duty',
  endpoint: endpoint.url,
};

interface World {
  readonly token?: TokenReading;
  readonly tables?: StorageReading;
  readonly queue?: StorageReading;
  readonly attachments?: StorageReading;
  readonly checkpoints?: Awaited<ReturnType<StorageProbe['checkpoints']>>;
  readonly backups?: Awaited<ReturnType<StorageProbe['backups']>>;
  readonly endpoint?: EndpointReading;
  readonly botId?: string;
  readonly registeredEndpoint?: string;
  readonly reach?: Reach;
  readonly people?: 'none' | 'one';
  readonly channel?: 'none' | 'gone' | 'there';
}

/** An installation in which all is well, but for what is planted. */
async function installation(planted: World): Promise<ExaminationParts> {
  const store = memoryStore();
  await store.prepare();
  const person = parsePersonId('aaaaaaaa-0000-4000-8000-000000000001');
  assert.ok(person && tenant);
  if (planted.people !== 'none') {
    const known: KnownPerson = {
      aadObjectId: person,
      name: 'Jan Bakker',
      userId: '29:1',
      conversationId: 'a:1',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      tenantId,
      installed: true,
    };
    await store.people.save(tenant, known, undefined);
  }
  if (planted.channel !== 'none')
    await store.people.useChannel(tenant, {
      installed: planted.channel !== 'gone',
      channelId: '19:x@thread.tacv2',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      tenantId,
    });
  return {
    settings,
    store,
    storage: {
      tables: () => Promise.resolve(planted.tables ?? works),
      queue: () => Promise.resolve(planted.queue ?? works),
      attachments: () => Promise.resolve(planted.attachments),
      checkpoints: () => Promise.resolve(planted.checkpoints),
      backups: () => Promise.resolve(planted.backups ?? backups),
    },
    now: () => fixedNow,
    teams: {
      token: () => Promise.resolve(planted.token ?? goodToken),
      reach: () => Promise.resolve(planted.reach ?? 'reached'),
    },
    endpoint: () => Promise.resolve(planted.endpoint ?? endpoint),
    packaged: { botId: planted.botId ?? appId, names: ['Shared Duty', 'Gedeelde Plicht'] },
    registration: { ...registration, endpoint: planted.registeredEndpoint ?? endpoint.url },
    texts: doctorTexts.en,
  };
}

async function findingsIn(planted: World): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of examine(await installation(planted))) findings.push(finding);
  return findings;
}

const failed = <R extends string>(reason: R) => ({ type: 'failed', reason, told: '' }) as const;

describe('the doctor', () => {
  it('has nothing to say where all is well', async () => {
    const findings = await findingsIn({});

    assert.deepEqual(
      findings.map(({ verdict }) => verdict),
      Array(11).fill('ok'),
    );
    const kept = findings.find(({ what }) => what === doctorTexts.en.kept.what);
    assert.match(kept?.says ?? '', /bewijs 7 jaar na het laatste|evidence 7 years after the last/);
  });

  const mistakes: readonly (readonly [string, World, string, RegExp])[] = [
    [
      'a token for another audience',
      { token: { ...goodToken, audience: 'https://graph.microsoft.com' } },
      'Token for Teams',
      /identity of the Azure Bot/,
    ],
    [
      'an identity that the host does not have',
      { token: failed('no-identity') },
      'Token for Teams',
      /assign the user-assigned identity to the host/,
    ],
    [
      'a client id of another identity',
      { token: { ...goodToken, appId: '99999999-9999-4999-8999-999999999999' } },
      'Token for Teams',
      /client id .*not its object id/,
    ],
    ['an expired secret', { token: failed('expired-secret') }, 'Token for Teams', /new secret/],
    [
      'a role that is missing or not yet effective',
      { tables: failed('no-role') },
      'Tables',
      /Storage Table Data Contributor.*ten minutes/,
    ],
    [
      'a queue without its role',
      { queue: failed('no-role') },
      'Queue',
      /Storage Queue Data Contributor/,
    ],
    [
      'an account that takes no keys',
      { tables: failed('keys-off') },
      'Tables',
      /AZURE_STORAGE_ACCOUNT/,
    ],
    [
      'a container for attachments without its role',
      { attachments: failed('no-role') },
      'Attachments',
      /Storage Blob Data Contributor/,
    ],
    [
      'a container for checkpoints in which they could be changed',
      { checkpoints: { type: 'there', any: true, changeable: true } },
      'Checkpoints',
      /immutability-policy/,
    ],
    [
      'a container for backups that is not there',
      { backups: failed('no-container') },
      'Backups',
      /deploy the template again/,
    ],
    [
      'a container for backups without its role',
      { backups: failed('no-role') },
      'Backups',
      /Storage Blob Data Contributor.*ten minutes/,
    ],
    [
      'a backup of three days ago',
      { backups: { ...backups, last: daysAfter(fixedNow.slice(0, 10), -3) } },
      'Backups',
      /backup put off/,
    ],
    [
      'backups that were never made',
      { backups: { ...backups, last: undefined } },
      'Backups',
      /has to run at 03:00/,
    ],
    [
      'backups that can be deleted',
      { backups: { ...backups, changeable: true } },
      'Backups',
      /immutability policy/,
    ],
    [
      'an endpoint out of reach',
      { endpoint: { ...endpoint, health: 'not-reached', unsigned: undefined } },
      'Messaging endpoint',
      /ingress lets the outside reach/,
    ],
    [
      'a certificate that Teams does not take',
      { endpoint: { ...endpoint, health: 'certificate', unsigned: undefined } },
      'Messaging endpoint',
      /certificate from a known authority/,
    ],
    [
      'an endpoint that lets everybody in',
      { endpoint: { ...endpoint, unsigned: 200 } },
      'Messaging endpoint',
      /ALLOW_ANONYMOUS/,
    ],
    [
      'another program at the address',
      { endpoint: { ...endpoint, health: 404, unsigned: undefined } },
      'Messaging endpoint',
      /name leads to this bot/,
    ],
    [
      'an app package of another bot',
      { botId: '99999999-9999-4999-8999-999999999999' },
      'App package',
      /upload it again/,
    ],
    [
      'a registration that posts elsewhere',
      { registeredEndpoint: 'https://old.voorbeeld.nl/api/messages' },
      'Registration',
      /both say the same/,
    ],
    ['an app that policy blocks', { reach: 'not-allowed' }, 'People', /Teams admin center/],
    ['nobody who installed it', { people: 'none' }, 'People', /setup policy/],
    ['people who all removed it', { reach: 'not-installed' }, 'People', /add it again/],
    ['no IT channel', { channel: 'none' }, 'IT channel', /use this channel/],
    ['an IT channel without the bot', { channel: 'gone' }, 'IT channel', /add the app to the team/],
  ];
  for (const [mistake, planted, what, mend] of mistakes) {
    it(`finds ${mistake} and says how to mend it`, async () => {
      const findings = await findingsIn(planted);

      const wrong = findings.filter(({ verdict }) => verdict === 'wrong');
      assert.ok(
        wrong.some((finding) => finding.what === what && mend.test(finding.mend ?? '')),
        wrong.map((finding) => lineOf(finding, doctorTexts.en)).join('\n'),
      );
    });
  }

  it('takes it for no fault in development that the Playground was not opened yet', async () => {
    const parts = await installation({ people: 'none', channel: 'gone' });
    const findings: Finding[] = [];
    for await (const finding of examine({ ...parts, settings: { ...settings, anonymous: true } }))
      findings.push(finding);

    assert.deepEqual(
      findings.flatMap(({ what, verdict }) => (verdict === 'ok' ? [] : [what, verdict])),
      ['People', 'open', 'IT channel', 'open'],
    );
  });

  it('does not hold the registration against the address of a machine that nobody reaches', async () => {
    const local = { ...endpoint, url: 'http://127.0.0.1:3978/api/messages', named: false };

    const findings = await findingsIn({ endpoint: local });

    assert.equal(findings.find(({ what }) => what === 'Registration')?.verdict, 'ok');
  });

  it('leaves it open whether backups are wanted, and whether the first one comes', async () => {
    const yesterday = `${daysAfter(fixedNow.slice(0, 10), -1)}T09:00:00.000Z`;
    const seen = [{ type: 'none' }, { ...backups, last: undefined, since: yesterday }] as const;

    const told = await Promise.all(
      seen.map(async (reading) => {
        const findings = await findingsIn({ backups: reading });
        return findings.filter(({ verdict }) => verdict !== 'ok');
      }),
    );

    assert.deepEqual(
      told.map((findings) => findings.map(({ what, verdict }) => [what, verdict])),
      [[['Backups', 'open']], [['Backups', 'open']]],
    );
    assert.match(told[0]?.[0]?.mend ?? '', /BACKUP_CONTAINER/);
    assert.match(told[1]?.[0]?.mend ?? '', /tomorrow/);
  });

  it('says nothing about people where it could not look', async () => {
    const findings = await findingsIn({ tables: failed('firewall') });

    assert.deepEqual(
      findings.map(({ what }) => what).filter((what) => /People|channel/.test(what)),
      [],
    );
  });

  it('speaks Dutch and English about the same things', () => {
    const keys = (value: unknown, path = ''): string[] =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`))
        : [path];

    assert.deepEqual(keys(doctorTexts.nl), keys(doctorTexts.en));
  });
});

describe('what the far side says to the doctor', () => {
  const restError = (statusCode: number, code: string): Error =>
    Object.assign(new Error(`${code}: refused`), { name: 'RestError', statusCode, code });

  it('is understood for storage', () => {
    const cases: readonly (readonly [Error, string])[] = [
      [restError(403, 'AuthorizationPermissionMismatch'), 'no-role'],
      [restError(404, 'ContainerNotFound'), 'no-container'],
      [restError(403, 'KeyBasedAuthenticationNotPermitted'), 'keys-off'],
      [restError(403, 'AuthorizationFailure'), 'firewall'],
      [restError(403, 'AuthenticationFailed'), 'wrong-key'],
      [
        Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'REQUEST_SEND_ERROR' }),
        'no-account',
      ],
      [
        Object.assign(new Error('connect ECONNREFUSED'), { code: 'REQUEST_SEND_ERROR' }),
        'not-reached',
      ],
      [Object.assign(new Error('x'), { name: 'CredentialUnavailableError' }), 'no-identity'],
      [Object.assign(new Error('x'), { name: 'AggregateAuthenticationError' }), 'no-identity'],
      [new Error('what is this'), 'other'],
    ];

    assert.deepEqual(
      cases.map(([error]) => storageFailure(error)),
      cases.map(([, reason]) => reason),
    );
  });

  it('is understood for tokens', () => {
    const cases: readonly (readonly [Error, string])[] = [
      [
        new Error('invalid_client: Error(s): 7000215 - Description: AADSTS7000215: Invalid'),
        'wrong-secret',
      ],
      [
        new Error('invalid_client: Error(s): 7000222 - Description: AADSTS7000222: expired'),
        'expired-secret',
      ],
      [new Error('unauthorized_client: Error(s): 700016 - AADSTS700016: not found'), 'unknown-app'],
      [new Error('invalid_request: Error(s): 90002 - AADSTS90002: Tenant'), 'unknown-tenant'],
      [new Error('unauthorized_client: Error(s): 7000112 - AADSTS7000112: disabled'), 'disabled'],
      [new Error('invalid_grant: AADSTS53003: Blocked by Conditional Access.'), 'blocked'],
      [new Error('temporarily_unavailable: Error(s): 90055 - AADSTS90055: throttled'), 'busy'],
      [new Error('network_error: Network request failed'), 'not-reached'],
      [
        Object.assign(new Error('ChainedTokenCredential authentication failed.'), {
          name: 'AggregateAuthenticationError',
        }),
        'no-identity',
      ],
    ];

    assert.deepEqual(
      cases.map(([error]) => tokenFailure(error)),
      cases.map(([, reason]) => reason),
    );
  });

  it('is understood for chats', () => {
    assert.equal(reachAfter(restError(403, 'BotDisabledByAdmin')), 'not-allowed');
    assert.equal(reachAfter(restError(403, 'BotNotInConversationRoster')), 'not-installed');
    assert.equal(reachAfter(restError(403, 'ConversationBlockedByUser')), 'blocked');
    assert.equal(reachAfter(restError(404, 'ConversationNotFound')), 'gone');
    assert.equal(reachAfter(restError(401, 'Unauthorized')), 'not-authorized');
    assert.equal(reachAfter(restError(503, 'ServiceUnavailable')), 'later');
  });

  it('is read from the token itself', async () => {
    const claims = { aud: 'https://api.botframework.com', appid: appId, tid: tenantId };
    const token = `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
    const probe = teamsProbe({
      sdk: botbuilderSdk,
      appId,
      fetchToken: () => Promise.resolve({ token, expiresOnTimestamp: 0 }),
    });

    assert.deepEqual(await probe.token(), goodToken);
  });
});

describe('the messaging endpoint', () => {
  it('is the one that is set, else the name that the host gives the program, else this machine', () => {
    assert.deepEqual(
      [
        addressOf({ MESSAGING_ENDPOINT: 'https://a.nl/api/messages' }, 1),
        addressOf({ CONTAINER_APP_NAME: 'bot', CONTAINER_APP_ENV_DNS_SUFFIX: 'x.io' }, 1),
        addressOf({ WEBSITE_HOSTNAME: 'bot.azurewebsites.net' }, 1),
        addressOf({}, 3978),
      ].map(({ url, named }) => [url, named]),
      [
        ['https://a.nl/api/messages', true],
        ['https://bot.x.io/api/messages', true],
        ['https://bot.azurewebsites.net/api/messages', true],
        ['http://127.0.0.1:3978/api/messages', false],
      ],
    );
  });

  it('is looked at as anybody can, without following where it leads', async () => {
    const server = createServer((request, response) => {
      request.resume();
      response.statusCode = request.url === '/healthz' ? 200 : 302;
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;

    const seen = await readEndpoint({
      url: `http://127.0.0.1:${String(port)}/api/messages`,
      named: true,
    });
    server.close();
    const gone = await readEndpoint({
      url: `http://127.0.0.1:${String(port)}/api/messages`,
      named: true,
    });

    assert.deepEqual([seen.health, seen.unsigned, gone.health], [200, 302, 'not-reached']);
  });
});

describe('npm run doctor', function () {
  this.timeout(120_000);

  const run = async (
    environment: Readonly<Record<string, string>>,
  ): Promise<{ code: number | null; out: string }> => {
    const child = spawn(process.execPath, ['bot/run.js', 'doctor'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const out: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out: out.join('') };
  };

  it('is content with a development installation on Azurite', async () => {
    const { code, out } = await run({
      ALLOW_ANONYMOUS: 'true',
      PORT: '1',
      AZURE_STORAGE_CONNECTION_STRING: await azuriteConnectionString(),
      TABLE_PREFIX: 'Doctor',
    });

    assert.equal(code, 0, out);
    assert.match(out, /^goed +Tabellen:/m);
    assert.match(out, /^goed +Wachtrij:/m);
    assert.match(out, /^open +Berichtadres:.*npm start/m);
  });

  it('names every wrong setting, in the language that is set', async () => {
    const { code, out } = await run({ DEFAULT_LOCALE: 'en' });

    assert.equal(code, 1);
    assert.match(out, /^wrong +Settings: MicrosoftAppId is missing/m);
    assert.match(out, /things are wrong\.$/m);
  });

  it('leaves nothing behind in the store', async () => {
    const location = { connectionString: await azuriteConnectionString() };
    const probe = storageProbe({
      location,
      prefix: 'Clean',
      backups: { container: 'nowhere', tenant },
      newId: () => 'probe',
      now: () => fixedNow,
    });

    // Twice with the same id: what the first left would be in the way of the second.
    const readings = [await probe.tables(), await probe.tables(), await probe.queue()];
    const kept = await probe.backups();
    const attached = await storageProbe({
      ...{ location, prefix: 'Clean', backups: { container: undefined, tenant } },
      ...{ attachments: 'nowhere', newId: () => 'probe', now: () => fixedNow },
    }).attachments();
    assert.equal(attached?.type === 'failed' && attached.reason, 'no-container');
    assert.equal(await probe.attachments(), undefined, 'no container is set');

    assert.deepEqual(readings, [works, works, works]);
    assert.ok(kept.type === 'failed' && kept.reason === 'no-container', kept.type);
  });
});

import { defaultRetention } from '../../bot/tenant/retention.ts';
import assert from 'node:assert/strict';
import {
  development,
  problemsOf,
  problemWith,
  production,
  settingsOf,
} from '../support/settings.ts';

describe('the settings', () => {
  it('need an identity and a store; everything else has a default', () => {
    const settings = settingsOf(production);

    assert.deepEqual(settings, {
      port: 3978,
      host: '0.0.0.0',
      anonymous: false,
      appType: 'SingleTenant',
      appId: '00000000-aaaa-4bbb-8ccc-000000000009',
      appTenantId: '11111111-AAAA-4bbb-8ccc-000000000001',
      credential: { type: 'secret', secret: 'geheim' },
      tenants: ['11111111-aaaa-4bbb-8ccc-000000000001'],
      homeTenant: '11111111-aaaa-4bbb-8ccc-000000000001',
      storage: { connectionString: 'UseDevelopmentStorage=true' },
      vendorKeys: [],
      auditorKeys: [],
      vendorSeesNames: true,
      administrators: new Set(),
      frontEnds: [],
      sharePointHosts: new Set(),
      webhooks: [],
      tablePrefix: 'Duty',
      language: 'nl',
      zone: 'Europe/Amsterdam',
      logLevel: 'info',
      retention: defaultRetention,
    });
  });

  it('take what is given for every default', () => {
    const settings = settingsOf({
      ...production,
      PORT: '0',
      HOST: '10.0.0.4',
      TABLE_PREFIX: 'Proef2',
      DEFAULT_LOCALE: 'en',
      TIME_ZONE: 'Europe/Brussels',
      LOG_LEVEL: 'silent',
    });

    const { port, host, tablePrefix, language, zone, logLevel } = settings;
    assert.deepEqual(
      [port, host, tablePrefix, language, zone, logLevel],
      [0, '10.0.0.4', 'Proef2', 'en', 'Europe/Brussels', 'silent'],
    );
  });

  it('count as not given where they are empty, as in a .env file that was just copied', () => {
    const empty = {
      PORT: '',
      HOST: ' ',
      VENDOR_API_KEYS: '',
      AZURE_STORAGE_ACCOUNT: '',
      TIME_ZONE: '',
    };

    assert.deepEqual(settingsOf({ ...production, ...empty }), settingsOf(production));
  });

  it('name every wrong one at once, each in a line of its own', () => {
    const problems = problemsOf({
      PORT: '70000',
      MicrosoftAppType: 'MultiTenant',
      TABLE_PREFIX: 'duty-1',
      DEFAULT_LOCALE: 'de',
      TIME_ZONE: 'Mars/Phobos',
      LOG_LEVEL: 'loud',
      ALLOW_ANONYMOUS: 'yes',
      TENANT_ALLOWLIST: 'een tenant',
      VENDOR_API_KEYS: 'short:abc',
    });

    for (const name of [
      ...['PORT', 'MicrosoftAppType', 'MicrosoftAppId', 'MicrosoftAppTenantId', 'TABLE_PREFIX'],
      ...['DEFAULT_LOCALE', 'TIME_ZONE', 'LOG_LEVEL', 'ALLOW_ANONYMOUS', 'TENANT_ALLOWLIST'],
      ...['VENDOR_API_KEYS', 'AZURE_STORAGE_CONNECTION_STRING'],
    ]) {
      const lines = problems.filter((line) => line.startsWith(name));
      assert.equal(lines.length, 1, `${name}: ${problems.join('\n')}`);
    }
    assert.ok(problems.every((line) => line.endsWith('.') && !line.includes('\n')));
  });

  for (const [name, values] of Object.entries({
    PORT: ['-1', '65536', '3978.5', 'abc', '0x1f'],
    TABLE_PREFIX: ['1Duty', 'Du ty', 'D'.repeat(41), 'Plicht_'],
    DEFAULT_LOCALE: ['NL', 'nl-NL', 'fr'],
    TIME_ZONE: ['Amsterdam', 'GMT+25'],
    LOG_LEVEL: ['INFO', 'trace'],
    ALLOW_ANONYMOUS: ['TRUE', '1'],
    MicrosoftAppType: ['MultiTenant', 'singletenant'],
    MicrosoftAppTenantId: ['een tenant', '../ander'],
    TENANT_ALLOWLIST: ['een tenant', 'goed,a|b'],
    SHAREPOINT_HOSTS: [
      'contoso',
      'https://contoso-my.sharepoint.com',
      'contoso-my.sharepoint.com,evil.example',
    ],
    AZURE_STORAGE_CONNECTION_STRING: [
      'mijnaccount',
      'AccountKey=abc',
      'AccountName=mijn;AccountKey=YWJj',
    ],
  })) {
    it(`refuse a ${name} that cannot be one`, () => {
      for (const value of values) assert.ok(problemWith({ [name]: value }).startsWith(name), value);
    });
  }

  it('go by the allowed tenants, the bot’s own first', () => {
    const [second, third] = ['2', '3'].map((one) => `11111111-aaaa-4bbb-8ccc-00000000000${one}`);
    const written = ` ${String(second).toUpperCase()} , ${String(third)},`;
    const listed = settingsOf({ ...production, TENANT_ALLOWLIST: written });
    const own = production['MicrosoftAppTenantId'] ?? '';
    const both = settingsOf({ ...production, TENANT_ALLOWLIST: `${String(second)},${own}` });

    assert.deepEqual([listed.tenants, listed.homeTenant], [[second, third], second]);
    assert.equal(both.homeTenant, own.toLowerCase());
  });
});

describe('the identity of the bot', () => {
  it('needs no password with a managed identity, and none may be given', () => {
    const managed = { ...production, MicrosoftAppType: 'UserAssignedMSI' };

    assert.deepEqual(settingsOf({ ...managed, MicrosoftAppPassword: undefined }).credential, {
      type: 'managed-identity',
    });
    assert.match(problemWith(managed), /^MicrosoftAppPassword must be empty/);
  });

  it('takes a certificate or a federated identity in place of a secret, and one of them only', () => {
    const clientId = '00000000-bbbb-4bbb-8ccc-000000000007';
    const without = { ...production, MicrosoftAppPassword: undefined };
    const certificate = { ...without, MicrosoftAppCertificateFile: 'bot.pem' };
    const federated = { ...without, MicrosoftAppFederatedClientId: clientId };

    assert.deepEqual(settingsOf(certificate).credential, { type: 'certificate', file: 'bot.pem' });
    assert.deepEqual(settingsOf(federated).credential, { type: 'federated', clientId });
    assert.match(problemWith({ MicrosoftAppCertificateFile: 'bot.pem' }), /set one of them only/);
    assert.match(
      problemWith({ MicrosoftAppFederatedClientId: 'x' }, without),
      /^MicrosoftAppFederatedClientId must be/,
    );
  });

  it('is a GUID, whatever else is pasted', () => {
    for (const id of ['my-bot', '28:00000000-aaaa-4bbb-8ccc-000000000009', '0'.repeat(36)])
      assert.match(problemWith({ MicrosoftAppId: id }), /^MicrosoftAppId must be/);
  });

  for (const name of ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId']) {
    it(`needs ${name}, and says where to find it`, () => {
      assert.match(problemWith({ [name]: '' }), new RegExp(`^${name} is missing: .{20,}`));
    });
  }

  it('may be left out on this machine only', () => {
    const settings = settingsOf(development);

    assert.deepEqual(
      [settings.anonymous, settings.host, settings.tenants],
      [true, '127.0.0.1', 'any'],
    );
    assert.equal(settings.appId, '');
  });

  it('is not used in development, also where it is given', () => {
    const { appId, credential } = settingsOf({ ...production, ...development });

    assert.deepEqual([appId, credential], ['', { type: 'secret', secret: '' }]);
  });

  it('may not be left out where others can reach the bot', () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.4', '127.0.0.1.example.com', 'example.com']) {
      assert.match(problemWith({ HOST: host }, development), /^HOST must be a loopback address/);
    }
    for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost']) {
      assert.equal(settingsOf({ ...development, HOST: host }).host, host);
    }
  });
});

describe('the store of the settings', () => {
  it('is a connection string or an account, never both', () => {
    const account = {
      ...production,
      AZURE_STORAGE_CONNECTION_STRING: '',
      AZURE_STORAGE_ACCOUNT: 'plichten',
    };

    assert.deepEqual(settingsOf(account).storage, { account: 'plichten' });
    assert.match(problemWith({ AZURE_STORAGE_ACCOUNT: 'plichten' }), /either .* or .*, not both/);
    assert.match(
      problemWith({ AZURE_STORAGE_ACCOUNT: 'Mijn.Account' }, { ...account }),
      /AZURE_STORAGE_ACCOUNT/,
    );
  });

  it('is reached with the bot’s own managed identity where it has one', () => {
    const { storage } = settingsOf({
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: '00000000-aaaa-4bbb-8ccc-00000000000c',
      MicrosoftAppTenantId: 't-1',
      AZURE_STORAGE_ACCOUNT: 'plichten',
    });

    assert.deepEqual(storage, {
      account: 'plichten',
      clientId: '00000000-aaaa-4bbb-8ccc-00000000000c',
    });
  });

  it('takes the connection strings of the portal and of a shared access signature', () => {
    for (const connectionString of [
      'DefaultEndpointsProtocol=https;AccountName=plichten;AccountKey=YWJj;EndpointSuffix=core.windows.net',
      'TableEndpoint=https://plichten.table.core.windows.net/;QueueEndpoint=https://plichten.queue.core.windows.net/;SharedAccessSignature=sv=2024&sig=abc',
      'UseDevelopmentStorage=true;',
      'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YWJj;TableEndpoint=http://azurite:10002/a;QueueEndpoint=http://127.0.0.1:10001/a',
    ]) {
      const environment = { ...production, AZURE_STORAGE_CONNECTION_STRING: connectionString };
      assert.deepEqual(settingsOf(environment).storage, { connectionString });
    }
  });
});

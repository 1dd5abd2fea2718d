import assert from 'node:assert/strict';
import {
  development,
  problemsOf,
  problemWith,
  production,
  settingsOf,
} from '../support/settings.ts';

const secret = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const administrator = '22222222-AAAA-4bbb-8ccc-000000000001';

describe('settings that would open a door', () => {
  for (const [what, keys] of Object.entries({
    'one sign': 'x'.repeat(40),
    'two signs': 'ab'.repeat(20),
    'a text twice': 'abcdefghijklmnop'.repeat(2),
    'a text again and again': '0123456789abcdef-'.repeat(4),
  }))
    it(`are keys of ${what}`, () => {
      for (const name of ['VENDOR_API_KEYS', 'AUDITOR_API_KEYS'])
        assert.match(
          problemWith({ [name]: `een:${keys}` }),
          new RegExp(`^${name}: secret 1 repeats`),
        );
    });

  it('are none where letters lie in a row, as the contract says', () => {
    const keys = `een:abcdefghijklmnopqrstuvwxyz012345`;

    assert.equal(settingsOf({ ...production, VENDOR_API_KEYS: keys }).vendorKeys.length, 1);
  });

  for (const name of ['Unit4', 'unit 4', 'ünit', 'a_b', 'a|b', 'x'.repeat(51)])
    it(`are keys for ${name}`, () => {
      assert.match(
        problemWith({ VENDOR_API_KEYS: `${name}:${secret}` }),
        /^VENDOR_API_KEYS: name 1/,
      );
    });

  it('are ids of nobody: zeros that stand where an id belongs', () => {
    const zeros = '00000000-0000-0000-0000-000000000000';

    assert.match(problemWith({ MicrosoftAppId: zeros }), /^MicrosoftAppId must be/);
    assert.match(problemWith({ ADMINISTRATORS: zeros }), /^ADMINISTRATORS must be/);
  });

  it('are a secret of a vendor that is an auditor’s too', () => {
    const both = { VENDOR_API_KEYS: `een:${secret}`, AUDITOR_API_KEYS: `twee:${secret}` };

    assert.match(problemWith(both), /^AUDITOR_API_KEYS must not have a secret of VENDOR_API_KEYS/);
  });

  for (const tenant of [
    ...['common', 'Organizations', 'consumers', 'any', 'contoso.onmicrosoft.com'],
    ...['9188040d-6c67-4c5b-b112-36a304b66dad', '00000000-0000-0000-0000-000000000000'],
    'F8CDEF31-a31e-4b4a-93e4-5f571e91255a',
  ])
    it(`are the tenant ${tenant}`, () => {
      assert.match(
        problemWith({ TENANT_ALLOWLIST: tenant }),
        /^TENANT_ALLOWLIST must be ids of single/,
      );
      assert.ok(
        problemsOf({ ...production, MicrosoftAppTenantId: tenant }).some((line) =>
          line.startsWith('MicrosoftAppTenantId'),
        ),
      );
    });

  for (const tenant of ['contoso', 'organisaties', '11111111aaaa4bbb8ccc000000000001'])
    it(`are the tenant ${tenant}, which is no id, unless in development`, () => {
      assert.match(problemWith({ TENANT_ALLOWLIST: tenant }), /^TENANT_ALLOWLIST must be ids/);
      assert.deepEqual(settingsOf({ ...development, TENANT_ALLOWLIST: tenant }).tenants, [tenant]);
    });

  for (const [what, store] of Object.entries({
    'an account': { AZURE_STORAGE_CONNECTION_STRING: '', AZURE_STORAGE_ACCOUNT: 'plichten' },
    'the key of an account': {
      AZURE_STORAGE_CONNECTION_STRING:
        'DefaultEndpointsProtocol=https;AccountName=plichten;AccountKey=YWJj;EndpointSuffix=core.windows.net',
    },
    'an account beside the emulator': {
      AZURE_STORAGE_CONNECTION_STRING:
        'UseDevelopmentStorage=true;TableEndpoint=https://p.table.core.windows.net/',
    },
    'two endpoints of one name': {
      AZURE_STORAGE_CONNECTION_STRING:
        'TableEndpoint=https://p.table.core.windows.net/;TableEndpoint=http://127.0.0.1:10002/a;QueueEndpoint=http://127.0.0.1:10001/a;SharedAccessSignature=sv=2024&sig=abc',
    },
    'endpoints in Azure': {
      AZURE_STORAGE_CONNECTION_STRING:
        'TableEndpoint=https://p.table.core.windows.net/;QueueEndpoint=https://p.queue.core.windows.net/;SharedAccessSignature=sv=2024&sig=abc',
    },
  }))
    it(`are no authentication with ${what}`, () => {
      assert.match(problemWith(store, development), /^ALLOW_ANONYMOUS is for development/);
    });

  for (const connection of [
    'DefaultEndpointsProtocol=http;AccountName=plichten;AccountKey=YWJj;EndpointSuffix=core.windows.net',
    'DefaultEndpointsProtocol=HTTP;AccountName=plichten;AccountKey=YWJj;TableEndpoint=https://p.table.core.windows.net/',
    'DefaultEndpointsProtocol=https;AccountName=plichten;AccountKey=YWJj;TableEndpoint=http://10.0.0.4:10002/a',
    'TableEndpoint=http://p.table.core.windows.net/;QueueEndpoint=https://p.queue.core.windows.net/;SharedAccessSignature=sv=2024&sig=abc',
    'TableEndpoint=HTTP://azurite.example:10002/a;TableEndpoint=http://127.0.0.1:10002/a;QueueEndpoint=http://127.0.0.1:10001/a;SharedAccessSignature=x',
    'UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://203.0.113.7',
  ])
    it(`are a store that is reached over http: ${connection.slice(0, 60)}`, () => {
      assert.match(
        problemWith({ AZURE_STORAGE_CONNECTION_STRING: connection }),
        /^AZURE_STORAGE_CONNECTION_STRING must have https/,
      );
    });

  it('are administrators that are no object ids', () => {
    assert.deepEqual(
      settingsOf({ ...production, ADMINISTRATORS: ` ${administrator} ,` }).administrators,
      new Set([administrator.toLowerCase()]),
    );
    for (const wrong of ['anna@example.nl', `${administrator};${administrator}`, 'anna'])
      assert.match(
        problemWith({ ADMINISTRATORS: wrong }),
        /^ADMINISTRATORS must be Entra object ids/,
      );
  });

  it('are told all together', () => {
    const problems = problemsOf({
      ...production,
      VENDOR_API_KEYS: `Unit4:${secret}`,
      AUDITOR_API_KEYS: `een:${'x'.repeat(32)}`,
      VENDOR_SEES_NAMES: 'nee',
      ADMINISTRATORS: 'anna',
      FRONT_ENDS: 'proxy',
      TENANT_ALLOWLIST: 'common',
    });

    assert.equal(problems.length, 6, problems.join('\n'));
  });
});

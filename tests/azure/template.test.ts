import { Ajv } from 'ajv';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readSettings } from '../../bot/settings.ts';
import type { Value } from './expression.ts';
import { schemas } from './schemas.ts';
import type { Deployment, Resource } from './template.ts';
import {
  clientId,
  deploy,
  principalId,
  readParameterFile,
  readTemplate,
  tenantId,
} from './template.ts';

const root = new URL('../../', import.meta.url);
const template = readTemplate();
const wanted = {
  image: 'plicht.azurecr.io/shared-duty:1.0.0',
  registryName: 'plicht',
  alertEmail: 'beheer@voorbeeld.nl',
};
const secrets = template.parameters['secretSettings']?.allowedValues ?? [];

/** Settings that the template leaves out on purpose. */
const leftOut: Readonly<Record<string, string>> = {
  MicrosoftAppPassword: 'a managed identity has none',
  MicrosoftAppCertificateFile: 'a managed identity has none',
  MicrosoftAppFederatedClientId: 'a managed identity has none',
  FRONT_ENDS: 'callers are told apart by their key; the platform has no fixed address of its own',
  ALLOW_ANONYMOUS: 'development only',
  AZURE_STORAGE_CONNECTION_STRING: 'the account takes no shared keys',
  APP_VERSION: 'only for npm run manifest',
  INSTALLER_APP_ID: 'only for npm run manifest',
  DEVELOPER_NAME: 'only for npm run manifest',
  DEVELOPER_WEBSITE_URL: 'only for npm run manifest',
  DEVELOPER_PRIVACY_URL: 'only for npm run manifest',
  DEVELOPER_TERMS_URL: 'only for npm run manifest',
};

const of = ({ resources }: Deployment, type: string): readonly Resource[] =>
  resources.filter((resource) => resource.type === type);
const propertiesOf = (deployment: Deployment, type: string): Record<string, Value> =>
  of(deployment, type)[0]?.sent['properties'] as Record<string, Value>;

interface Container {
  readonly image: string;
  readonly env: readonly { name: string; value?: string; secretRef?: string }[];
  readonly probes: readonly { type: string; httpGet: { path: string; port: number } }[];
}
const app = (deployment: Deployment) =>
  propertiesOf(deployment, 'Microsoft.App/containerApps') as unknown as {
    configuration: {
      secrets: { name: string; keyVaultUrl: string; identity: string }[];
      registries: { server: string }[];
    };
    template: {
      containers: [Container];
      scale: { minReplicas: number; maxReplicas: number };
      terminationGracePeriodSeconds: number;
    };
  };

describe('the Azure template', () => {
  const whole = deploy(template, { ...wanted, secretSettings: [...secrets] });
  const small = deploy(template, { image: 'ghcr.io/x/y:1', alertEmail: 'a@voorbeeld.nl' });

  it('asks for nothing but the image and who is told when something is wrong', () => {
    const asked = Object.entries(template.parameters).filter(
      ([, { defaultValue }]) => defaultValue === undefined,
    );

    assert.deepEqual(
      asked.map(([name]) => name),
      ['image', 'alertEmail'],
    );
    assert.deepEqual(
      Object.keys(readParameterFile()).filter((name) => !(name in template.parameters)),
      [],
    );
  });

  for (const [what, deployment] of [
    ['with everything', whole],
    ['with as little as can be', small],
  ] as const) {
    it(`${what} has only resources that Azure's schemas take`, () => {
      assert.deepEqual(schemaFaults(deployment), []);
    });

    it(`${what} refers only to what it makes, and waits for it`, () => {
      const made = new Set(deployment.resources.map(({ id }) => id));
      // Resource Manager takes no notice of a wait for what is left out.
      const missing = deployment.resources.flatMap(({ name, scope, dependsOn }) =>
        [...dependsOn, ...(scope === undefined ? [] : [scope])]
          .filter((id) => !made.has(id) && !id.includes('/Microsoft.ContainerRegistry/'))
          .map((id) => `${name} refers to ${id}`),
      );
      const impatient = deployment.resources.filter(
        ({ scope, dependsOn }) =>
          scope !== undefined &&
          !scope.includes('/Microsoft.ContainerRegistry/') &&
          !dependsOn.includes(scope),
      );

      assert.deepEqual(missing, []);
      assert.deepEqual(impatient, []);
      assert.equal(made.size, deployment.resources.length, 'two resources have the same name');
    });
  }

  it('sets every setting of .env.example, or leaves it out for a reason', () => {
    const known = namesIn('.env.example');
    const given = app(whole).template.containers[0].env.map(({ name }) => name);

    assert.deepEqual(
      known.filter((name) => !given.includes(name) && !(name in leftOut)),
      [],
      'the template and leftOut know nothing of these settings',
    );
    assert.deepEqual(
      given.filter((name) => name in leftOut),
      [],
    );
    assert.equal(new Set(given).size, given.length);
  });

  it('gives the bot settings with which it starts', () => {
    const env = app(whole).template.containers[0].env.map(({ name, value }) => [
      name,
      name === 'VENDOR_API_KEYS' ? 'vendor:0123456789-abcdefghijklmnop-qrstuvwxyz' : (value ?? ''),
    ]);

    const read = readSettings(Object.fromEntries(env) as Record<string, string>);

    assert.deepEqual(read.ok ? [] : read.problems, []);
    assert.ok(read.ok);
    const { appType, appId, appTenantId, storage } = read.settings;
    assert.deepEqual(
      { appType, appId, appTenantId },
      { appType: 'UserAssignedMSI', appId: clientId, appTenantId: tenantId },
    );
    assert.ok('account' in storage && storage.clientId === clientId);
  });

  it('keeps secrets in the Key Vault and hands the bot references', () => {
    const { configuration, template: revision } = app(whole);
    const referred = revision.containers[0].env.filter(({ secretRef }) => secretRef !== undefined);

    assert.deepEqual(
      referred.map(({ name }) => name),
      secrets,
    );
    assert.deepEqual(
      referred.map(({ secretRef }) => secretRef),
      configuration.secrets.map(({ name }) => name),
    );
    for (const { name, keyVaultUrl } of configuration.secrets)
      assert.match(
        keyVaultUrl,
        new RegExp(`^https://[a-z0-9-]+\\.vault\\.azure\\.net/secrets/${name}$`),
      );
    assert.doesNotMatch(JSON.stringify(template.parameters), /secureString/i);
    assert.deepEqual(app(small).configuration.secrets, []);
  });

  it('gives the identity the roles that the code needs, each where it is needed, and no other', () => {
    const assigned = of(whole, 'Microsoft.Authorization/roleAssignments').map(({ scope, sent }) => {
      const properties = sent['properties'] as Record<string, string>;
      assert.equal(properties['principalId'], principalId);
      const role = Object.entries(template.variables['roles'] as Record<string, string>).find(
        ([, id]) => properties['roleDefinitionId']?.endsWith(`/${id}`),
      );
      return [
        role?.[0],
        scope?.split('/providers/')[1]?.split('/').slice(0, 2).join('/'),
        scope?.split('/').at(-2),
      ];
    });

    assert.deepEqual(assigned, [
      ['Storage Table Data Contributor', 'Microsoft.Storage/storageAccounts', 'storageAccounts'],
      ['Storage Queue Data Contributor', 'Microsoft.Storage/storageAccounts', 'storageAccounts'],
      ['Storage Blob Data Contributor', 'Microsoft.Storage/storageAccounts', 'containers'],
      ['Storage Blob Data Contributor', 'Microsoft.Storage/storageAccounts', 'containers'],
      ['Key Vault Secrets User', 'Microsoft.KeyVault/vaults', 'vaults'],
      ['AcrPull', 'Microsoft.ContainerRegistry/registries', 'registries'],
    ]);
    assert.equal(of(small, 'Microsoft.Authorization/roleAssignments').length, 5);
  });

  it('knows the built-in roles by their ids', () => {
    // Microsoft, "Azure built-in roles".
    assert.deepEqual(template.variables['roles'], {
      'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
      'Storage Queue Data Contributor': '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
      'Storage Blob Data Contributor': 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
      'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6',
      AcrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
    });
  });

  it('keeps the evidence in three zones, without keys, under a lock', () => {
    const [storage] = of(whole, 'Microsoft.Storage/storageAccounts');
    const [lock] = of(whole, 'Microsoft.Authorization/locks');
    const properties = propertiesOf(whole, 'Microsoft.Storage/storageAccounts');

    assert.deepEqual(storage?.sent['sku'], { name: 'Standard_ZRS' });
    assert.equal(properties['allowSharedKeyAccess'], false);
    assert.equal(properties['minimumTlsVersion'], 'TLS1_2');
    assert.equal(properties['allowBlobPublicAccess'], false);
    assert.deepEqual(
      [lock?.scope, (lock?.sent['properties'] as Record<string, Value>)['level']],
      [storage?.id, 'CanNotDelete'],
    );
  });

  it('keeps checkpoints where nobody can change them', () => {
    const [policy] = of(
      whole,
      'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies',
    );

    assert.deepEqual(policy?.sent['properties'], {
      immutabilityPeriodSinceCreationInDays: 90,
      allowProtectedAppendWrites: false,
    });
    const rules = JSON.stringify(
      propertiesOf(whole, 'Microsoft.Storage/storageAccounts/managementPolicies'),
    );
    assert.ok(rules.includes('"daysAfterCreationGreaterThan":90'), rules);
    assert.ok(rules.includes('"prefixMatch":["checkpoints/"]'), rules);
  });

  it('runs two instances that are asked whether they live and are ready, and have 30 seconds to end', () => {
    const { scale, terminationGracePeriodSeconds, containers } = app(whole).template;
    const paths = containers[0].probes.map(({ type, httpGet }) => [type, httpGet.path]);

    assert.deepEqual([scale.minReplicas, terminationGracePeriodSeconds], [2, 30]);
    assert.deepEqual(Object.fromEntries(paths), {
      Liveness: '/healthz',
      Readiness: '/readyz',
      Startup: '/healthz',
    });
    assert.equal(template.parameters['replicas']?.defaultValue, 2);
  });

  it('registers the bot with its own identity, in Europe unless told otherwise, for Teams', () => {
    const [bot] = of(whole, 'Microsoft.BotService/botServices');
    const [identity] = of(whole, 'Microsoft.ManagedIdentity/userAssignedIdentities');
    const properties = propertiesOf(whole, 'Microsoft.BotService/botServices');

    assert.equal(bot?.sent['location'], 'westeurope');
    assert.equal(properties['msaAppMSIResourceId'], identity?.id);
    assert.equal(properties['msaAppType'], 'UserAssignedMSI');
    assert.equal(
      properties['endpoint'],
      'https://sharedduty-bot.happy-hill.westeurope.azurecontainerapps.io/api/messages',
    );
    assert.match(
      of(whole, 'Microsoft.BotService/botServices/channels')[0]?.name ?? '',
      /\/MsTeamsChannel$/,
    );
  });

  it('tells what npm run manifest and npm run doctor want to know', () => {
    const { outputs } = whole;

    assert.equal(outputs['MicrosoftAppId'], clientId);
    assert.equal(outputs['MicrosoftAppTenantId'], tenantId);
    assert.equal(outputs['MicrosoftAppType'], 'UserAssignedMSI');
    assert.equal(
      outputs['messagingEndpoint'],
      propertiesOf(whole, 'Microsoft.BotService/botServices')['endpoint'],
    );
    assert.equal(outputs['botDisplayName'], 'Shared Duty');
  });

  it('raises an alarm for all that must not stay unseen, and tells somebody', () => {
    const alerts = of(whole, 'Microsoft.Insights/scheduledQueryRules');
    const [group] = of(whole, 'Microsoft.Insights/actionGroups');

    assert.deepEqual(
      alerts.map(({ name }) => name),
      [
        'dead-letters',
        'queue-age',
        'token-failure',
        'not-ready',
        'slow-turns',
        'it-channel-gone',
        'backup-put-off',
      ].map((name) => `sharedduty-${name}`),
    );
    const deaf = whole.resources
      .filter(({ type }) => /scheduledQueryRules|metricAlerts|eventSubscriptions/.test(type))
      .filter(({ sent }) => !JSON.stringify(sent).includes(group?.id ?? 'none'));
    assert.deepEqual(deaf, []);
  });

  it('raises one too for too few instances and for a secret that expires or has', () => {
    const [instances] = of(whole, 'Microsoft.Insights/metricAlerts');
    const [expiry] = of(whole, 'Microsoft.EventGrid/systemTopics/eventSubscriptions');

    assert.match(JSON.stringify(instances?.sent), /"metricName":"Replicas".*"threshold":2/);
    for (const event of ['SecretNearExpiry', 'SecretExpired'])
      assert.ok(JSON.stringify(expiry?.sent).includes(`Microsoft.KeyVault.${event}`), event);
  });

  it('keeps who read secrets and who deleted evidence in the workspace', () => {
    const [workspace] = of(whole, 'Microsoft.OperationalInsights/workspaces');
    const kept = of(whole, 'Microsoft.Insights/diagnosticSettings').map(({ scope, sent }) => {
      const { workspaceId, logs } = sent['properties'] as unknown as {
        workspaceId: string;
        logs: readonly { category: string; enabled: boolean }[];
      };
      assert.equal(workspaceId, workspace?.id);
      return [
        scope?.split('/').at(-2),
        logs.filter(({ enabled }) => enabled).map(({ category }) => category),
      ];
    });

    assert.deepEqual(kept, [
      ['managedEnvironments', ['ContainerAppConsoleLogs', 'ContainerAppSystemLogs']],
      ['vaults', ['AuditEvent']],
      ['tableServices', ['StorageDelete']],
      ['blobServices', ['StorageWrite', 'StorageDelete']],
      ['botServices', ['BotRequest']],
    ]);
  });

  it('listens for messages that the bot writes', () => {
    const sources = readdirSync(new URL('bot/', root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(`bot/${name}`, root), 'utf8'))
      .join('\n');
    const messages = of(whole, 'Microsoft.Insights/scheduledQueryRules').map(
      ({ sent }) => /line\.msg\) == '([^']+)'/.exec(JSON.stringify(sent))?.[1] ?? '',
    );

    assert.deepEqual(
      messages.filter((message) => message === '' || !sources.includes(`'${message}'`)),
      [],
    );
  });
});

describe('the check of the Azure template', () => {
  const planted: readonly (readonly [string, string, string])[] = [
    ['a misspelt member', '"allowSharedKeyAccess"', '"allowSharedKeysAccess"'],
    ['a value that does not exist', '"TLS1_2"', '"TLS1.2"'],
    ['a version that was not looked up', '"2022-09-15"', '"2099-01-01"'],
    ['a member that is missing', '"principalId":', '"principal":'],
    [
      'a grace as text',
      '"terminationGracePeriodSeconds": 30',
      '"terminationGracePeriodSeconds": "30"',
    ],
  ];
  for (const [what, from, to] of planted) {
    it(`finds ${what}`, () => {
      const changed = JSON.stringify(template, undefined, 2).replaceAll(from, to);

      const faults = schemaFaults(deploy(JSON.parse(changed) as typeof template, wanted));

      assert.notDeepEqual(faults, []);
    });
  }

  for (const [what, from, to] of [
    ['a variable', "variables('storageName')", "variables('storageNam')"],
    ['a parameter', "parameters('location')", "parameters('place')"],
    ['a function', 'uniqueString(', 'uniqueText('],
  ] as const) {
    it(`finds ${what} that does not exist`, () => {
      const changed = JSON.stringify(template).replaceAll(from, to);

      assert.throws(() => deploy(JSON.parse(changed) as typeof template, wanted));
    });
  }
});

function schemaFaults(deployment: Deployment): readonly string[] {
  const ajv = new Ajv({ allErrors: true });
  return deployment.resources.flatMap(({ type, apiVersion, sent }) => {
    const schema = schemas[`${type}@${apiVersion}`];
    if (!schema) return [`${type}@${apiVersion} has no schema here`];
    return ajv.validate(schema, sent)
      ? []
      : [`${type}: ${ajv.errorsText(undefined, { separator: '; ' })}`];
  });
}

const namesIn = (file: string): readonly string[] =>
  [...readFileSync(new URL(file, root), 'utf8').matchAll(/^([A-Za-z_]+)=/gm)].map(
    ([, name = '']) => name,
  );

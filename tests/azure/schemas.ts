/**
 * Of Azure's published resource schemas (github.com/Azure/azure-resource-manager-schemas, `schemas/<apiVersion>/`)
 * as much as the template uses, written down again: which members a resource may have, which it must, and which
 * values are taken. Nothing else is allowed, so a misspelt member is found.
 */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'boolean' | 'integer' | 'number';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Members = Readonly<Record<string, Schema>>;

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const whole: Schema = { type: 'integer' };
const figure: Schema = { type: 'number' };
const named = (pattern: string): Schema => ({ type: 'string', pattern });
const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
const between = (minimum: number, maximum: number): Schema => ({
  type: 'integer',
  minimum,
  maximum,
});
const listOf = (items: Schema): Schema => ({ type: 'array', items });
/** The names that must be there come first; a member that may be absent is in `properties` only. */
const object = (properties: Members, ...required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const anything: Schema = { type: 'object', properties: {}, additionalProperties: false };
const resource = (members: Members, ...required: readonly string[]): Schema =>
  object(
    { type: text, apiVersion: text, name: text, ...members },
    ...['type', 'apiVersion', 'name', ...required],
  );

const retention = object({ enabled: flag, days: between(1, 365) });
const probe = object(
  {
    type: oneOf('Liveness', 'Readiness', 'Startup'),
    httpGet: object({ path: text, port: whole }, 'port'),
    periodSeconds: between(1, 240),
    timeoutSeconds: between(1, 240),
    failureThreshold: between(1, 10),
  },
  'type',
);

/** By `type@apiVersion`. */
export const schemas: Readonly<Record<string, Schema>> = {
  'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31': resource(
    { location: text },
    'location',
  ),
  'Microsoft.OperationalInsights/workspaces@2022-10-01': resource(
    {
      location: text,
      properties: object({
        sku: object(
          { name: oneOf('PerGB2018', 'Free', 'Standalone', 'CapacityReservation') },
          'name',
        ),
        retentionInDays: between(4, 730),
      }),
    },
    'location',
    'properties',
  ),
  'Microsoft.Storage/storageAccounts@2023-05-01': resource(
    {
      name: named('^[a-z0-9]{3,24}$'),
      location: text,
      kind: oneOf('Storage', 'StorageV2', 'BlobStorage', 'FileStorage', 'BlockBlobStorage'),
      sku: object(
        { name: oneOf('Standard_LRS', 'Standard_ZRS', 'Standard_GZRS', 'Standard_RAGZRS') },
        'name',
      ),
      properties: object({
        minimumTlsVersion: oneOf('TLS1_0', 'TLS1_1', 'TLS1_2', 'TLS1_3'),
        supportsHttpsTrafficOnly: flag,
        allowSharedKeyAccess: flag,
        defaultToOAuthAuthentication: flag,
        allowBlobPublicAccess: flag,
        allowCrossTenantReplication: flag,
      }),
    },
    'location',
    'kind',
    'sku',
    'properties',
  ),
  'Microsoft.Storage/storageAccounts/tableServices@2023-05-01': resource(
    { name: named('/default$'), properties: anything },
    'properties',
  ),
  'Microsoft.Storage/storageAccounts/queueServices@2023-05-01': resource(
    { name: named('/default$'), properties: anything },
    'properties',
  ),
  'Microsoft.Storage/storageAccounts/blobServices@2023-05-01': resource(
    {
      name: named('/default$'),
      properties: object({
        deleteRetentionPolicy: retention,
        containerDeleteRetentionPolicy: retention,
      }),
    },
    'properties',
  ),
  'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01': resource(
    {
      name: named('/default/[a-z0-9-]{3,63}$'),
      properties: object({ publicAccess: oneOf('Container', 'Blob', 'None') }),
    },
    'properties',
  ),
  'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01':
    resource(
      {
        name: named('/default$'),
        properties: object({
          immutabilityPeriodSinceCreationInDays: between(1, 146_000),
          allowProtectedAppendWrites: flag,
          allowProtectedAppendWritesAll: flag,
        }),
      },
      'properties',
    ),
  'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01': resource(
    {
      name: named('/default$'),
      properties: object(
        {
          policy: object(
            {
              rules: {
                type: 'array',
                items: object(
                  {
                    enabled: flag,
                    name: { type: 'string' },
                    type: oneOf('Lifecycle'),
                    definition: object(
                      {
                        filters: object(
                          {
                            blobTypes: { type: 'array', items: { type: 'string' } },
                            prefixMatch: { type: 'array', items: { type: 'string' } },
                          },
                          'blobTypes',
                        ),
                        actions: object({
                          baseBlob: object({
                            delete: object({ daysAfterCreationGreaterThan: between(0, 36_500) }),
                          }),
                        }),
                      },
                      'actions',
                    ),
                  },
                  'name',
                  'type',
                  'definition',
                ),
              },
            },
            'rules',
          ),
        },
        'policy',
      ),
    },
    'properties',
  ),
  'Microsoft.Authorization/locks@2020-05-01': resource(
    {
      properties: object(
        {
          level: oneOf('NotSpecified', 'CanNotDelete', 'ReadOnly'),
          notes: { type: 'string', maxLength: 512 },
        },
        'level',
      ),
    },
    'properties',
  ),
  'Microsoft.Authorization/roleAssignments@2022-04-01': resource(
    {
      name: named('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
      properties: object(
        {
          roleDefinitionId: text,
          principalId: text,
          principalType: oneOf('User', 'Group', 'ServicePrincipal', 'ForeignGroup', 'Device'),
        },
        'roleDefinitionId',
        'principalId',
      ),
    },
    'properties',
  ),
  'Microsoft.KeyVault/vaults@2023-07-01': resource(
    {
      name: named('^[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$'),
      location: text,
      properties: object(
        {
          tenantId: named('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
          sku: object({ family: oneOf('A'), name: oneOf('standard', 'premium') }, 'family', 'name'),
          enableRbacAuthorization: flag,
          enableSoftDelete: flag,
          softDeleteRetentionInDays: between(7, 90),
          enablePurgeProtection: { type: 'boolean', enum: [true] },
        },
        'sku',
        'tenantId',
      ),
    },
    'location',
    'properties',
  ),
  'Microsoft.App/managedEnvironments@2024-03-01': resource(
    {
      location: text,
      properties: object({
        appLogsConfiguration: object({
          destination: oneOf('azure-monitor', 'log-analytics', 'none'),
        }),
        zoneRedundant: flag,
      }),
    },
    'location',
    'properties',
  ),
  'Microsoft.App/containerApps@2024-03-01': resource(
    {
      name: named('^[a-z][a-z0-9-]{0,30}[a-z0-9]$'),
      location: text,
      identity: object(
        {
          type: oneOf('None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned,UserAssigned'),
          userAssignedIdentities: { type: 'object', additionalProperties: anything },
        },
        'type',
      ),
      properties: object(
        {
          managedEnvironmentId: text,
          configuration: object({
            activeRevisionsMode: oneOf('Single', 'Multiple'),
            maxInactiveRevisions: whole,
            ingress: object({
              external: flag,
              targetPort: between(1, 65_535),
              allowInsecure: flag,
              transport: oneOf('auto', 'http', 'http2', 'tcp'),
              traffic: listOf(object({ latestRevision: flag, weight: between(0, 100) })),
            }),
            registries: listOf(object({ server: text, identity: text })),
            secrets: listOf(
              object({ name: named('^[a-z0-9-]+$'), keyVaultUrl: text, identity: text }),
            ),
          }),
          template: object({
            terminationGracePeriodSeconds: whole,
            containers: listOf(
              object({
                name: text,
                image: text,
                resources: object({ cpu: figure, memory: named('^\\d+(\\.\\d+)?Gi$') }),
                env: listOf(object({ name: text, value: text, secretRef: text }, 'name')),
                probes: listOf(probe),
              }),
            ),
            scale: object({ minReplicas: whole, maxReplicas: whole }),
          }),
        },
        'managedEnvironmentId',
      ),
    },
    'location',
    'properties',
  ),
  'Microsoft.BotService/botServices@2022-09-15': resource(
    {
      name: {
        type: 'string',
        pattern: '^[a-zA-Z0-9][a-zA-Z0-9_.-]*$',
        minLength: 2,
        maxLength: 64,
      },
      location: text,
      kind: oneOf('sdk', 'designer', 'bot', 'function', 'azurebot'),
      sku: object({ name: oneOf('F0', 'S1') }, 'name'),
      properties: object(
        {
          displayName: text,
          iconUrl: text,
          endpoint: named('^https://'),
          msaAppType: oneOf('UserAssignedMSI', 'SingleTenant', 'MultiTenant'),
          msaAppId: text,
          msaAppTenantId: text,
          msaAppMSIResourceId: text,
          publicNetworkAccess: oneOf('Enabled', 'Disabled'),
          disableLocalAuth: flag,
          isStreamingSupported: flag,
        },
        'displayName',
        'endpoint',
        'msaAppId',
      ),
    },
    'location',
    'kind',
    'sku',
    'properties',
  ),
  'Microsoft.BotService/botServices/channels@2022-09-15': resource(
    {
      location: text,
      properties: object(
        {
          channelName: oneOf('MsTeamsChannel'),
          properties: object(
            { isEnabled: flag, enableCalling: flag, acceptedTerms: flag },
            'isEnabled',
          ),
        },
        'channelName',
      ),
    },
    'properties',
  ),
  'Microsoft.Insights/diagnosticSettings@2021-05-01-preview': resource(
    {
      properties: object({
        workspaceId: text,
        logs: listOf(object({ category: text, enabled: flag }, 'enabled')),
      }),
    },
    'properties',
  ),
  'Microsoft.Insights/actionGroups@2023-01-01': resource(
    {
      location: text,
      properties: object(
        {
          groupShortName: { type: 'string', maxLength: 12 },
          enabled: flag,
          emailReceivers: listOf(
            object(
              { name: text, emailAddress: text, useCommonAlertSchema: flag },
              'name',
              'emailAddress',
            ),
          ),
        },
        'groupShortName',
        'enabled',
      ),
    },
    'location',
    'properties',
  ),
  'Microsoft.Insights/scheduledQueryRules@2022-06-15': resource(
    {
      location: text,
      properties: object({
        displayName: text,
        description: text,
        enabled: flag,
        severity: between(0, 4),
        scopes: listOf(text),
        skipQueryValidation: flag,
        autoMitigate: flag,
        evaluationFrequency: named('^PT\\d+[MH]$'),
        windowSize: named('^PT\\d+[MH]$'),
        criteria: object({
          allOf: listOf(
            object({
              query: text,
              timeAggregation: oneOf('Count', 'Average', 'Minimum', 'Maximum', 'Total'),
              operator: oneOf(
                ...['Equals', 'GreaterThan', 'GreaterThanOrEqual', 'LessThan', 'LessThanOrEqual'],
              ),
              threshold: figure,
              failingPeriods: object({
                numberOfEvaluationPeriods: whole,
                minFailingPeriodsToAlert: whole,
              }),
            }),
          ),
        }),
        actions: object({ actionGroups: listOf(text) }),
      }),
    },
    'location',
    'properties',
  ),
  'Microsoft.Insights/metricAlerts@2018-03-01': resource(
    {
      location: oneOf('global'),
      properties: object(
        {
          description: text,
          severity: between(0, 4),
          enabled: flag,
          scopes: listOf(text),
          evaluationFrequency: text,
          windowSize: text,
          autoMitigate: flag,
          criteria: object(
            {
              'odata.type': oneOf(
                'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria',
                'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria',
              ),
              allOf: listOf(
                object(
                  {
                    name: text,
                    criterionType: oneOf('StaticThresholdCriterion'),
                    metricName: text,
                    metricNamespace: text,
                    operator: oneOf(
                      ...[
                        'Equals',
                        'GreaterThan',
                        'GreaterThanOrEqual',
                        'LessThan',
                        'LessThanOrEqual',
                      ],
                    ),
                    threshold: figure,
                    timeAggregation: oneOf('Average', 'Count', 'Minimum', 'Maximum', 'Total'),
                  },
                  ...['name', 'criterionType', 'metricName', 'operator', 'threshold'],
                  'timeAggregation',
                ),
              ),
            },
            'odata.type',
          ),
          actions: listOf(object({ actionGroupId: text })),
        },
        ...['severity', 'enabled', 'scopes', 'evaluationFrequency', 'windowSize', 'criteria'],
      ),
    },
    'location',
    'properties',
  ),
  'Microsoft.EventGrid/systemTopics@2023-12-15-preview': resource(
    { location: text, properties: object({ source: text, topicType: text }) },
    'location',
    'properties',
  ),
  'Microsoft.EventGrid/systemTopics/eventSubscriptions@2023-12-15-preview': resource(
    {
      properties: object({
        eventDeliverySchema: oneOf('EventGridSchema', 'CustomInputSchema', 'CloudEventSchemaV1_0'),
        filter: object({ includedEventTypes: listOf(text) }),
        destination: object(
          {
            endpointType: oneOf('MonitorAlert'),
            properties: object({
              severity: oneOf('Sev0', 'Sev1', 'Sev2', 'Sev3', 'Sev4'),
              description: text,
              actionGroups: listOf(text),
            }),
          },
          'endpointType',
        ),
      }),
    },
    'properties',
  ),
};

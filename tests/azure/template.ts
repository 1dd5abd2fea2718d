import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Functions, Value } from './expression.ts';
import { evaluate } from './expression.ts';

/** A resource as it would reach Azure: every expression replaced by its value. */
export interface Resource {
  readonly type: string;
  readonly apiVersion: string;
  readonly name: string;
  /** Its id; of an extension resource, below the resource that it extends. */
  readonly id: string;
  readonly scope: string | undefined;
  readonly dependsOn: readonly string[];
  /** All that is sent, without what Resource Manager keeps to itself. */
  readonly sent: Readonly<Record<string, Value>>;
}

export interface Deployment {
  readonly resources: readonly Resource[];
  readonly outputs: Readonly<Record<string, Value>>;
}

type Json = Readonly<Record<string, Value>>;

export interface Template {
  readonly parameters: Readonly<
    Record<string, { type: string; defaultValue?: Value; allowedValues?: readonly Value[] }>
  >;
  readonly variables: Json;
  readonly resources: readonly Json[];
  readonly outputs: Readonly<Record<string, { type: string; value: Value }>>;
}

const folder = new URL('../../manifest/azure/', import.meta.url);
export const readTemplate = (): Template =>
  JSON.parse(readFileSync(new URL('azuredeploy.json', folder), 'utf8')) as Template;
export const readParameterFile = (): Readonly<Record<string, { value: Value }>> =>
  (
    JSON.parse(readFileSync(new URL('azuredeploy.parameters.json', folder), 'utf8')) as {
      parameters: Record<string, { value: Value }>;
    }
  ).parameters;

const group = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/duty';
export const tenantId = '22222222-2222-4222-8222-222222222222';
export const clientId = '33333333-3333-4333-8333-333333333333';
export const principalId = '44444444-4444-4444-8444-444444444444';

/** What Azure would say of a resource that exists by then. */
function stateOf(id: string): Value {
  if (id.includes('userAssignedIdentities')) return { clientId, principalId };
  if (id.includes('managedEnvironments'))
    return { defaultDomain: 'happy-hill.westeurope.azurecontainerapps.io' };
  throw new Error(`The template refers to ${id}, of which nothing is known here.`);
}

/** Evaluates the whole template with these parameters, as a deployment would. */
export function deploy(template: Template, given: Readonly<Record<string, Value>>): Deployment {
  const value = valueIn(template, given);
  const resources = template.resources.flatMap((resource) => {
    const { copy } = resource as { copy?: { count: Value } };
    const times = copy === undefined ? 1 : Number(value(copy.count));
    return Array.from({ length: times }, (_, index) => value(resource, index) as Json);
  });
  return {
    resources: resources.filter(({ condition }) => condition !== false).map(resourceOf),
    outputs: Object.fromEntries(
      Object.entries(template.outputs).map(([name, output]) => [name, value(output.value)]),
    ),
  };
}

function resourceOf(json: Json): Resource {
  const { condition: _, copy: _copy, dependsOn = [], scope, ...sent } = json;
  const [type, name] = [String(sent['type']), String(sent['name'])];
  const at = typeof scope === 'string' ? scope : undefined;
  return {
    type,
    name,
    apiVersion: String(sent['apiVersion']),
    id: idOf(at ?? group, type, name.split('/')),
    scope: at,
    dependsOn: dependsOn as readonly string[],
    sent,
  };
}

function idOf(scope: string, type: string, names: readonly string[]): string {
  const [provider = '', ...kinds] = type.split('/');
  if (kinds.length !== names.length || names.includes(''))
    throw new Error(`${type} cannot have the name ${names.join('/')}`);
  return `${scope}/providers/${provider}${kinds.map((kind, at) => `/${kind}/${names[at] ?? ''}`).join('')}`;
}

function valueIn(template: Template, given: Readonly<Record<string, Value>>) {
  const text = (value: Value | undefined): string => value as string;
  const list = (value: Value | undefined): readonly Value[] => value as readonly Value[];
  const hash = (values: readonly Value[]): string =>
    createHash('sha256').update(values.join(' ')).digest('hex');
  let index = 0;

  const functions: Functions = {
    parameters: (name) => {
      const declared = template.parameters[text(name)];
      const value = given[text(name)] ?? declared?.defaultValue;
      if (!declared || value === undefined) throw new Error(`No parameter ${text(name)}`);
      return resolve(value);
    },
    variables: (name) => {
      const declared = template.variables[text(name)];
      if (declared === undefined) throw new Error(`No variable ${text(name)}`);
      return resolve(declared);
    },
    resourceGroup: () => ({ id: group, location: 'westeurope', name: 'duty' }),
    subscription: () => ({ tenantId }),
    environment: () => ({ suffixes: { keyvaultDns: '.vault.azure.net' } }),
    uniqueString: (...values) => hash(values).slice(0, 13),
    guid: (...values) =>
      hash(values).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
    resourceId: (type, ...names) => idOf(group, text(type), names.map(text)),
    extensionResourceId: (id, type, ...names) => idOf(text(id), text(type), names.map(text)),
    subscriptionResourceId: (type, ...names) => idOf('', text(type), names.map(text)),
    reference: (id) => stateOf(text(id)),
    concat: (...values) =>
      Array.isArray(values[0]) ? (values as Value[][]).flat() : values.map(String).join(''),
    createArray: (...values) => values,
    createObject: (...values) =>
      Object.fromEntries(
        values.flatMap((value, at) =>
          at % 2 === 0 ? [[text(value), values[at + 1] ?? null] as const] : [],
        ),
      ),
    if: (condition, then, otherwise) => (condition === true ? then : otherwise) ?? null,
    empty: (value) => value === '' || (Array.isArray(value) && value.length === 0),
    not: (value) => value !== true,
    length: (value) => list(value).length,
    string: (value) => String(value),
    json: (value) => JSON.parse(text(value)) as Value,
    toLower: (value) => text(value).toLowerCase(),
    replace: (value, from, to) => text(value).replaceAll(text(from), text(to)),
    take: (value, count) => text(value).slice(0, Number(count)),
    map: (values, act) => list(values).map(act as (value: Value) => Value),
    copyIndex: () => index,
  };

  const resolve = (value: Value): Value => {
    if (typeof value === 'string')
      return /^\[[^[]/.test(value) && value.endsWith(']')
        ? evaluate(value.slice(1, -1), functions)
        : value;
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [String(resolve(key)), resolve(inner)]),
      );
    return value;
  };

  return (value: Value, copyIndex = 0): Value => {
    index = copyIndex;
    return resolve(value);
  };
}

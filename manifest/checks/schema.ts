import { AppManifestUtils } from '@microsoft/app-manifest';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Validate = typeof AppManifestUtils.validateAgainstSchema;
type Schema = NonNullable<Parameters<Validate>[1]>;

/** The two schemas of a package: of `manifest.json` and of each language file. */
export type SchemaName = 'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json';

const validator = dirname(
  createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'),
);

/** The address of a schema, as a file names it in `$schema`. */
export function schemaAddress(version: string, name: SchemaName): string {
  return `https://developer.microsoft.com/json-schemas/teams/v${version}/${name}`;
}

/** Whether this is a published schema version that the installed validator brings along. */
export function isKnownVersion(version: string): boolean {
  const name: SchemaName = 'MicrosoftTeams.schema.json';
  const file = join(validator, 'build', 'json-schemas', 'teams', `v${version}`, name);
  return /^\d+\.\d+$/.test(version) && existsSync(file);
}

/** What Microsoft's schema holds against a document. Needs no network: ask `isKnownVersion` first. */
export async function schemaFaults(
  document: unknown,
  version: string,
  name: SchemaName,
): Promise<string[]> {
  const schema = await AppManifestUtils.fetchSchema(schemaAddress(version, name));
  // The validator accepts anything; only its type asks for what it is about to find out.
  const faults = await AppManifestUtils.validateAgainstSchema(
    document as Parameters<Validate>[0],
    repaired(schema),
  );
  return faults.map(readable);
}

// The details repeat the message, except for what is not allowed there and what would be.
function readable(fault: string): string {
  return fault
    .trim()
    .replace(/\. Details: \{"(?:additionalProperty|allowedValues?)":(.*)\}$/, ': $1')
    .replace(/\. Details: .*$/, '');
}

// Microsoft writes a bare "]" after "\b" in two patterns of the localization schema, which the
// validator's Unicode expressions refuse ("Lone quantifier brackets").
function repaired(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('\\\\b]', '\\\\b\\\\]')) as Schema;
}

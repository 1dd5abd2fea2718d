import { packageFaults } from './checks/package.ts';
import type { Files } from './files.ts';
import { fillManifest, pack, unpack } from './files.ts';
import type { Environment } from './settings.ts';
import { readSettings } from './settings.ts';

/** A package with what there is to say about it; it is fit to be written when it has no faults. */
export interface Package {
  readonly name: string;
  readonly zip: Uint8Array;
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
}

/** Makes the package from its source files, and checks the very zip that would be written. */
export async function makePackage(
  sources: Files,
  environment: Environment,
  version: string,
): Promise<Package> {
  const { settings, warnings, faults } = readSettings(environment, version);
  const zip = pack(fillManifest(sources, settings));
  return {
    name: `shared-duty-${version}.zip`,
    zip,
    warnings,
    faults: [...faults, ...(await packageFaults(unpack(zip)))],
  };
}

import { packageFaults } from './checks/package.ts';
import type { Files } from './files.ts';
import { fillManifest, pack, unpack } from './files.ts';
import type { Registration } from './registration.ts';
import { readPackaged, registrationFaults } from './registration.ts';
import type { Environment } from './settings.ts';
import { readSettings } from './settings.ts';

/** A package with what there is to say about it; it is fit to be written when it has no faults. */
export interface Package {
  readonly name: string;
  readonly zip: Uint8Array;
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
}

export interface PackageParts {
  readonly sources: Files;
  readonly environment: Environment;
  /** The version of the project; `APP_VERSION` goes before it. */
  readonly version: string;
  /** The registration of the bot, where it is known: it gives the id, and the package must agree with it. */
  readonly registration?: Registration | undefined;
}

/** Makes the package from its source files, and checks the very zip that would be written. */
export async function makePackage(parts: PackageParts): Promise<Package> {
  const { sources, environment, version, registration } = parts;
  const known = registration?.appId === undefined ? {} : { MicrosoftAppId: registration.appId };
  const { settings, warnings, faults } = readSettings({ ...known, ...given(environment) }, version);
  const files = fillManifest(sources, settings);
  const zip = pack(files);
  const broken = await packageFaults(unpack(zip));
  const apart =
    registration && broken.length === 0
      ? registrationFaults(readPackaged(files), registration)
      : [];
  return {
    name: `shared-duty-${settings['APP_VERSION'] ?? version}.zip`,
    zip,
    warnings,
    faults: [...faults, ...broken, ...apart.map((fault) => `Registration: ${fault}.`)],
  };
}

/** An empty variable is one that is not set. */
const given = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));

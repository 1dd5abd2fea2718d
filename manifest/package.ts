import { strFromU8 } from 'fflate';
import type { Facts } from './checks/facts.ts';
import { factsOf, textAt } from './checks/facts.ts';
import { packageFaults } from './checks/package.ts';
import type { Files } from './files.ts';
import { fillManifest, pack, unpack } from './files.ts';
import type { Packaged, Registration } from './registration.ts';
import { registrationFaults } from './registration.ts';
import type { Environment } from './settings.ts';
import { readSettings } from './settings.ts';
import { languages } from './words.ts';

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

/** Reads from the files of a package which bot it is for and what it is called. */
export function readPackaged(files: Files): Packaged {
  const factsIn = (name: string): Facts => factsOf(jsonIn(files[name]));
  const manifest = factsIn('manifest.json');
  const names = [
    textAt(manifest, 'name.short'),
    ...languages.map((language) => textAt(factsIn(`${language}.json`), 'name.short')),
  ];
  return { botId: textAt(manifest, 'bots[0].botId'), names: [...new Set(names)] };
}

function jsonIn(file: Uint8Array | undefined): unknown {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(strFromU8(file)) as unknown;
  } catch {
    return undefined;
  }
}

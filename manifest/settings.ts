/** What the environment may say about the package. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of each placeholder `${{NAME}}` in the manifest. */
export type Settings = Readonly<Record<string, string>>;

interface Reading {
  readonly settings: Settings;
  readonly warnings: readonly string[];
  readonly faults: readonly string[];
}

interface Setting {
  readonly name: string;
  /** What stands in when the setting is absent. */
  readonly fallback: string;
  /** Said when the setting is absent and the package therefore is not ready to be uploaded. */
  readonly warning?: string;
  readonly allows: (value: string) => boolean;
  /** Completes "NAME is … but". */
  readonly rule: string;
}

/** Stands in for the id of the bot until there is one, so that the package can be built anywhere. */
export const nilAppId = '00000000-0000-0000-0000-000000000000';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads the settings of the package from the environment, with the version of the project.
 * A wrong value is reported and replaced by its fallback, so that one run shows every fault.
 */
export function readSettings(environment: Environment, version: string): Reading {
  const settings: Record<string, string> = { VERSION: version };
  const warnings: string[] = [];
  const faults: string[] = [];
  for (const { name, fallback, warning, allows, rule } of knownSettings(environment)) {
    const given = environment[name]?.trim() ?? '';
    if (given === '' && warning !== undefined) warnings.push(warning);
    if (given !== '' && !allows(given)) faults.push(`${name} is "${given}" but ${rule}.`);
    settings[name] = given !== '' && allows(given) ? given : fallback;
  }
  return { settings, warnings, faults };
}

function knownSettings(environment: Environment): readonly Setting[] {
  const website = environment['DEVELOPER_WEBSITE_URL']?.trim() ?? '';
  const home = isWebAddress(website)
    ? website.replace(/\/$/, '')
    : 'https://example.com/shared-duty';
  const address = { allows: isWebAddress, rule: 'must be an address that starts with https://' };
  return [
    {
      name: 'MicrosoftAppId',
      fallback: nilAppId,
      warning: `MicrosoftAppId is not set, so the package carries the id ${nilAppId}: set it to the "Application (client) ID" of the bot before you upload the package.`,
      allows: (value) => guid.test(value) && value !== nilAppId,
      rule: 'must be the "Application (client) ID" of the bot, a GUID',
    },
    {
      name: 'DEVELOPER_NAME',
      fallback: 'Shared Duty',
      allows: (value) => value.length <= 32,
      rule: 'must not be longer than 32 characters',
    },
    {
      name: 'DEVELOPER_WEBSITE_URL',
      fallback: home,
      warning: `DEVELOPER_WEBSITE_URL is not set, so the package points to ${home}: set it to the page where your colleagues find help before you upload the package.`,
      ...address,
    },
    { name: 'DEVELOPER_PRIVACY_URL', fallback: `${home}/privacy`, ...address },
    { name: 'DEVELOPER_TERMS_URL', fallback: `${home}/terms`, ...address },
  ];
}

function isWebAddress(value: string): boolean {
  return value.startsWith('https://') && URL.canParse(value);
}

import { webAddress } from '../bot/web-address.ts';

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
  /** What stands in when the setting is absent, in a package that nobody can upload. */
  readonly fallback: string;
  /** Said of a package for an upload that lacks it; a setting without this may be absent. */
  readonly demanded?: string;
  readonly allows: (value: string) => boolean;
  /** Completes "NAME is … but". */
  readonly rule: string;
}

/** Stands in for the id of the bot until there is one, so that the package can be built anywhere. */
export const nilAppId = '00000000-0000-0000-0000-000000000000';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const semanticVersion = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/;

/**
 * Reads the settings of the package from the environment, with the version of the project. Without an id of the
 * bot it is a package to look at, and warnings say what it lacks; with one it is for an upload, and the
 * same is a fault. A wrong value is reported and replaced, so that one run shows every fault.
 */
export function readSettings(environment: Environment, version: string): Reading {
  const settings: Record<string, string> = {};
  const warnings: string[] = [];
  const faults: string[] = [];
  const forUpload = given(environment, 'MicrosoftAppId') !== '';
  for (const { name, fallback, demanded, allows, rule } of knownSettings(version)) {
    const value = given(environment, name);
    const right = value !== '' && allows(value);
    if (value === '' && demanded !== undefined)
      (forUpload ? faults : warnings).push(`${name} is missing: ${demanded}.`);
    if (value !== '' && !right) faults.push(`${name} is "${value}" but ${rule}.`);
    settings[name] = right ? value : fallback;
  }
  return { settings, warnings, faults };
}

const given = (environment: Environment, name: string): string => environment[name]?.trim() ?? '';

function knownSettings(version: string): readonly Setting[] {
  const page = (name: string, path: string, shows: string): Setting => ({
    name,
    fallback: `https://example.com/${path}`,
    demanded: `set it to the page ${shows}`,
    allows: isPublicPage,
    rule: 'must be the public address of a page of your own that starts with https://',
  });
  return [
    {
      name: 'MicrosoftAppId',
      fallback: nilAppId,
      demanded: `it is the "Application (client) ID" of the bot. The package carries ${nilAppId} and cannot be uploaded`,
      allows: (value) => guid.test(value) && value !== nilAppId,
      rule: 'must be the "Application (client) ID" of the bot, a GUID',
    },
    {
      // Teams takes a changed package only with a higher version, also where the program is the same.
      name: 'APP_VERSION',
      fallback: version,
      allows: (value) => semanticVersion.test(value),
      rule: 'must be a version such as 1.2.3',
    },
    {
      name: 'INSTALLER_APP_ID',
      fallback: '',
      allows: (value) => guid.test(value) && value !== nilAppId,
      rule: 'must be the "Application (client) ID" of the registration that installs the app, a GUID',
    },
    {
      name: 'DEVELOPER_NAME',
      fallback: 'Shared Duty',
      allows: (value) => value.length <= 32,
      rule: 'must not be longer than 32 characters',
    },
    page(
      'DEVELOPER_WEBSITE_URL',
      'support',
      'where your colleagues find help and whom they can ask',
    ),
    page('DEVELOPER_PRIVACY_URL', 'privacy', 'that says what is kept of a person and why'),
    page('DEVELOPER_TERMS_URL', 'terms', 'that says under which terms your colleagues use it'),
  ];
}

// RFC 2606 and RFC 6761: names that belong to nobody. The store refuses pages that not everybody can open.
const nobodys = /(^|\.)(example\.(com|net|org)|example|test|invalid|localhost|local|internal)$/i;

function isPublicPage(value: string): boolean {
  const page = value.startsWith('https://') ? webAddress(value) : undefined;
  if (!page) return false;
  const { hostname, username, port } = page;
  const address = /^[\d.]+$|^\[/.test(hostname);
  return (
    hostname.includes('.') && !address && !nobodys.test(hostname) && username === '' && port === ''
  );
}

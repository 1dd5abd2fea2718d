import { strFromU8 } from 'fflate';
import type { Facts } from './checks/facts.ts';
import { factsOf, textAt } from './checks/facts.ts';
import type { Files } from './files.ts';
import { languages } from './words.ts';

/** What the Azure Bot resource says about the bot, as far as a file tells it. */
export interface Registration {
  readonly appId?: string;
  readonly appType?: string;
  readonly tenantId?: string;
  readonly displayName?: string;
  readonly endpoint?: string;
}

/** Where each member stands in what `az bot show` prints, and in the outputs of the template. */
const places: Readonly<Record<keyof Registration, readonly string[]>> = {
  appId: ['properties.msaAppId', 'MicrosoftAppId.value'],
  appType: ['properties.msaAppType', 'MicrosoftAppType.value'],
  tenantId: ['properties.msaAppTenantId', 'MicrosoftAppTenantId.value'],
  displayName: ['properties.displayName', 'botDisplayName.value'],
  endpoint: ['properties.endpoint', 'messagingEndpoint.value'],
};

/** Reads a registration from the text of such a file; undefined where it is neither. */
export function readRegistration(text: string): Registration | undefined {
  const facts = factsOf(parse(text));
  const found = Object.entries(places).flatMap(([member, paths]) => {
    const value = paths.map((path) => textAt(facts, path)).find((told) => told !== '');
    return value === undefined ? [] : [[member, value] as const];
  });
  const registration: Registration = Object.fromEntries(found);
  return registration.appId === undefined ? undefined : registration;
}

/** What a package says about its bot: its id, and its name in each language. */
export interface Packaged {
  readonly botId: string;
  readonly names: readonly string[];
}

/** Where the package says something else than the registration of its bot. */
export function registrationFaults(
  { botId, names }: Packaged,
  { appId = '', displayName, endpoint, appType }: Registration,
): readonly string[] {
  return [
    ...(same(botId, appId)
      ? []
      : [`the package is for the bot ${botId}, but the registration is of ${appId}`]),
    // Store rule: the bot is called in its registration what the app is called.
    ...(displayName === undefined || names.includes(displayName)
      ? []
      : [
          `the app is called "${names.join('" or "')}", but the registration calls the bot "${displayName}"`,
        ]),
    ...(endpoint === undefined || /^https:\/\/[^/]+\/api\/messages$/.test(endpoint)
      ? []
      : [
          `the messaging endpoint of the registration is "${endpoint}", not https://…/api/messages`,
        ]),
    ...(appType === undefined || appType === 'UserAssignedMSI' || appType === 'SingleTenant'
      ? []
      : [`the registration is ${appType}, which the bot does not take`]),
  ];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Reads from the files of a package which bot it is for and what it is called. */
export function readPackaged(files: Files): Packaged {
  const factsIn = (name: string): Facts =>
    factsOf(parse(strFromU8(files[name] ?? new Uint8Array())));
  const manifest = factsIn('manifest.json');
  const names = [
    textAt(manifest, 'name.short'),
    ...languages.map((language) => textAt(factsIn(`${language}.json`), 'name.short')),
  ];
  return { botId: textAt(manifest, 'bots[0].botId'), names: [...new Set(names)] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

import type { Environment } from './environment.ts';
import type { ApiKey } from './keys.ts';
import { isPublicWebAddress, webAddress } from '../web-address.ts';

/** Where a vendor is told what became of its duties, and the secrets with which that is signed. */
export interface VendorWebhook {
  readonly vendor: string;
  readonly url: string;
  /** More than one while one takes the place of the other. */
  readonly secrets: readonly string[];
}

const pairsOf = (written: string): readonly string[] =>
  written
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/**
 * Reads the webhooks, `name=url`, and their secrets, `name:whsec_…`; puts what is wrong with the problems.
 * An address comes from here only: what a vendor sends names none.
 */
export function readWebhooks(
  given: Environment,
  { keys, anonymous }: { keys: readonly ApiKey[]; anonymous: boolean },
  problems: string[],
): readonly VendorWebhook[] {
  const addresses = readAddresses(given['VENDOR_WEBHOOKS'] ?? '', anonymous, problems);
  const secrets = readSecrets(given['VENDOR_WEBHOOK_SECRETS'] ?? '', problems);
  const unknown = addresses.filter(({ vendor }) => !keys.some(({ name }) => name === vendor));
  if (unknown.length > 0)
    problems.push('VENDOR_WEBHOOKS must name vendors that have a key in VENDOR_API_KEYS.');
  const stray = secrets.some(({ vendor }) => !addresses.some((one) => one.vendor === vendor));
  if (stray)
    problems.push(
      'VENDOR_WEBHOOK_SECRETS must name vendors that have an address in VENDOR_WEBHOOKS.',
    );
  const hooks = addresses.map(({ vendor, url }) => ({
    vendor,
    url,
    secrets: secrets.filter((one) => one.vendor === vendor).map(({ secret }) => secret),
  }));
  if (hooks.some((hook) => hook.secrets.length === 0))
    problems.push('VENDOR_WEBHOOK_SECRETS must have a secret for each vendor in VENDOR_WEBHOOKS.');
  return hooks;
}

function readAddresses(written: string, anonymous: boolean, problems: string[]) {
  const found = pairsOf(written).map((entry) => {
    const at = entry.indexOf('=');
    return { vendor: entry.slice(0, Math.max(0, at)).trim(), url: entry.slice(at + 1).trim() };
  });
  // An address may hold a secret of its own: it is not repeated here.
  if (found.some(({ vendor, url }) => vendor === '' || !isAddress(url, anonymous)))
    problems.push(
      'VENDOR_WEBHOOKS must be name=url pairs with commas between them; a url is https, has a public name and no user name.',
    );
  if (new Set(found.map(({ vendor }) => vendor)).size !== found.length)
    problems.push('VENDOR_WEBHOOKS must have one address for each name.');
  return found;
}

function isAddress(written: string, anonymous: boolean): boolean {
  if (isPublicWebAddress(written)) return true;
  const address = webAddress(written);
  if (!anonymous || !address) return false;
  const { protocol, hostname, username, password } = address;
  const here = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname);
  return username === '' && password === '' && here && /^https?:$/.test(protocol);
}

// Standard Webhooks, "Signature scheme": 24 to 64 random bytes, as base64 behind `whsec_`.
const secretShape = /^whsec_(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function readSecrets(written: string, problems: string[]) {
  return pairsOf(written).map((entry, place) => {
    const at = entry.indexOf(':');
    const vendor = entry.slice(0, Math.max(0, at)).trim();
    const secret = entry.slice(at + 1).trim();
    const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64').length;
    const right = vendor !== '' && secretShape.test(secret) && bytes >= 24 && bytes <= 64;
    if (!right)
      problems.push(
        `VENDOR_WEBHOOK_SECRETS: entry ${String(place + 1)} must be name:whsec_… with 24 to 64 bytes as base64.`,
      );
    return { vendor, secret };
  });
}

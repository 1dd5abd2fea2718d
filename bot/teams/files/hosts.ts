import { webAddress } from '../../web-address.ts';

/** Which storage this installation reaches. */
export interface FileRules {
  /** Development only: a server on this machine counts too, and a file that stands in its own address. */
  readonly anonymous: boolean;
  /** The SharePoint hosts of the organisation; where none is named, any of Teams' storage counts. */
  readonly hosts: ReadonlySet<string>;
  /** Whole origins beside Teams' own, such as `http://127.0.0.1:9000`; tests only. */
  readonly origins: readonly string[];
}

/**
 * Files that people exchange with a bot stand in their OneDrive for work ("Send and receive files using
 * bot", Microsoft Teams documentation): one label, `contoso-my`, below this name. The clouds with other
 * names (GCC High, DoD, 21Vianet) have no files for bots.
 */
const storage = /^https:\/\/[a-z0-9][a-z0-9-]{0,62}\.sharepoint\.com\//i;
const isStorage = (raw: string, hosts: FileRules['hosts']): boolean =>
  storage.test(raw) && (hosts.size === 0 || hosts.has(raw.toLowerCase().split('/')[2] ?? ''));
const thisMachine = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?\//i;
// The Playground cannot keep a file: one that is told by hand in an activity is written out there.
const writtenOut = /^data:[a-z0-9.+/-]*(?:;base64)?,/i;

// "Receive inline images" (Microsoft Teams documentation): a view of an attachment that the Connector keeps.
const keptPicture = /\/v3\/attachments\/[^/?#]{1,400}\/views\/[^/?#]{1,100}$/;

/**
 * Reads the address of a picture within a message; undefined where it does not stand at the very origin from which
 * the message came, since the bot's own token goes there.
 */
export function pictureAddress(
  raw: string,
  serviceUrl: string,
  { anonymous }: FileRules,
): URL | undefined {
  if (!isPlain(raw)) return undefined;
  if (anonymous && (thisMachine.test(raw) || writtenOut.test(raw))) return webAddress(raw);
  const address = webAddress(raw);
  const service = webAddress(serviceUrl);
  const isThere = address !== undefined && address.origin === service?.origin;
  const plain = address?.href === `${address?.origin ?? ''}${address?.pathname ?? ''}`;
  return isThere && plain && keptPicture.test(address.pathname) ? address : undefined;
}

// The access token in an address is some 1,500 characters long.
const longest = 8192;

const isPlain = (raw: string): boolean =>
  raw.length <= longest && /^[\x21-\x7E]+$/.test(raw) && !raw.includes('\\');

/**
 * Reads the address of a file; undefined for every address that is not one of Teams' storage. The text is
 * held against the pattern before it is parsed, so that no user, port, dot at the end, escape or letter
 * that only looks like another can make it name a different host.
 */
export function fileAddress(raw: string, rules: FileRules): URL | undefined {
  if (!isPlain(raw)) return undefined;
  const { anonymous, hosts, origins } = rules;
  const known =
    isStorage(raw, hosts) ||
    (anonymous && (thisMachine.test(raw) || writtenOut.test(raw))) ||
    origins.some((origin) => raw.startsWith(`${origin}/`));
  return known ? webAddress(raw) : undefined;
}

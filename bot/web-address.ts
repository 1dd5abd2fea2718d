import { BlockList, isIP } from 'node:net';

// IANA, "IPv4 and IPv6 Special-Purpose Address Registries": what is not globally reachable, what wraps
// another address, and multicast. 169.254.169.254 and fd00:ec2::254 hand out credentials of machines.
const special = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ] as const),
  ...([
    ['192.31.196.0', 24],
    ['192.52.193.0', 24],
    ['192.88.99.0', 24],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['192.175.48.0', 24],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
  // Azure's own: the wire server, and the metadata of the platform.
  ['168.63.129.16', 32],
] as const)
  special.addSubnet(net, bits, 'ipv4');
// Of IPv6 only 2000::/3 is given out at all; within it, what is special.
for (const [net, bits] of [
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
    ['2620:4f:8000::', 48],
  ] as const),
] as const)
  special.addSubnet(net, bits, 'ipv6');
const givenOut = new BlockList();
givenOut.addSubnet('2000::', 3, 'ipv6');

/** Whether an address of the internet protocol is one that everybody can reach. */
export function isPublicAddress(address: string): boolean {
  // With a zone it is one of a link.
  switch (address.includes('%') ? 0 : isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return givenOut.check(address, 'ipv6') && !special.check(address, 'ipv6');
    default:
      return false;
  }
}

// RFC 6761, RFC 6762, RFC 8375, RFC 9476, what ICANN withheld, what networks use of their own accord, and names of
// anybody's that stand for the address that is written in them.
const ownNames =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|priv|corp|home|lan|dmz|mail|domain|workgroup|ad|svc|cluster|consul|docker|arpa|onion|alt|invalid|test|(?:nip|sslip|xip)\.io|(?:localtest|lvh|vcap|lacolhost)\.(?:me|com))$/;
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const publicName = new RegExp(`^${label}(?:\\.${label})+$`);

/**
 * Reads a web address; undefined for what is none. Not by `URL.canParse`: Node 20 and 22 say false of
 * every address with a letter like é once the caller has become hot, because V8's fast call hands
 * them Latin-1 where UTF-8 is read.
 */
export function webAddress(written: string, base?: URL): URL | undefined {
  try {
    return new URL(written, base);
  } catch {
    return undefined;
  }
}

/** Whether a web address can belong to a vendor: https, a public name, no user name and no bare address. */
export function isPublicWebAddress(written: string): boolean {
  // A URL is read without the spaces and line ends that somebody else may stumble over.
  const address = /^https:\/\/[^\s\p{C}\\]{1,2000}$/iu.test(written)
    ? webAddress(written)
    : undefined;
  if (!address) return false;
  const { hostname, username, password } = address;
  const name = hostname.replace(/\.$/, '').toLowerCase();
  return (
    username === '' &&
    password === '' &&
    // A URL writes every spelling of an IPv4 address, `0x7f.1` too, as four numbers.
    isIP(name.replace(/^\[|\]$/g, '')) === 0 &&
    publicName.test(name) &&
    !ownNames.test(name)
  );
}

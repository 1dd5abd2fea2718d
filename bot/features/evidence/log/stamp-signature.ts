import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Element } from './der.ts';
import { as, elementsIn, inside, not, numberIn, oidIn, only, sole, tags } from './der.ts';

/** The object identifiers of a time stamp (RFC 5652, 3161, 5035, 5754, 5758, 5480), as DER writes them. */
const ids = {
  signedData: '2a864886f70d010702',
  timeStamp: '2a864886f70d0109100104',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  certificateV1: '2a864886f70d010910020c',
  certificateV2: '2a864886f70d010910022f',
  rsa: '2a864886f70d010101',
  ec: '2a8648ce3d0201',
  extendedKeyUsage: '551d25',
  timeStamping: '2b06010505070308',
  commonName: '550403',
};
const hashes: Readonly<Record<string, string>> = {
  '608648016503040201': 'sha256',
  '608648016503040202': 'sha384',
  '608648016503040203': 'sha512',
};
const signatures: Readonly<Record<string, readonly ['rsa' | 'ec', string]>> = {
  '2a864886f70d01010b': ['rsa', 'sha256'],
  '2a864886f70d01010c': ['rsa', 'sha384'],
  '2a864886f70d01010d': ['rsa', 'sha512'],
  '2a8648ce3d040302': ['ec', 'sha256'],
  '2a8648ce3d040303': ['ec', 'sha384'],
  '2a8648ce3d040304': ['ec', 'sha512'],
};
const curves: Readonly<Record<string, readonly [string, number]>> = {
  '2a8648ce3d030107': ['P-256', 32],
  '2b81040022': ['P-384', 48],
};

/** What a token says, where it is one that its own certificate signed. */
export interface SignedStamp {
  readonly at: string;
  /** The SHA-256 of the text that was stamped. */
  readonly imprint: Buffer;
  /** Who signed it, as the certificate says, and the SHA-256 of that certificate. */
  readonly authority: string;
  readonly certificate: string;
}

/** A token that cannot be read throws; one that its certificate did not sign is told as a text. */
export function signedStamp(token: Buffer): SignedStamp | string {
  const { content, certificates, signer } = signedIn(token);
  const [, called, digest, attributes, algorithm, signature, ...unsigned] = signer;
  if (unsigned.some(({ tag }) => tag !== tags.one)) return not();
  const signed = attributesIn(attributes);
  const hash = hashOf(hashes[oidIn(digest)]);
  if (oidIn(signed(ids.contentType)) !== ids.timeStamp) return 'the token is no time stamp';
  const held = as(signed(ids.messageDigest), tags.octets).body;
  if (!held.equals(hash(content))) return 'its signature does not fit';
  const certificate = certificates.find(isNamedIn(signed));
  const told = certificate && certificateIn(certificate);
  // A signer may be called by the key as well, which the certificate need not say (RFC 5652, section 5.3).
  const isCalled = called?.tag !== tags.sequence || told?.issued.equals(called.body);
  if (!told || isCalled !== true) return 'its certificate is another one than it names';
  const { key, uses, authority } = told;
  if (!uses.includes(ids.timeStamping))
    return 'its certificate is not that of a time stamp authority';
  // What is signed is the set itself, not the part of the token that it is (RFC 5652, section 5.4).
  const said = Buffer.from(as(attributes, tags.zero).whole);
  said[0] = tags.set;
  const by = { key, hash: hashes[oidIn(digest)], algorithm: oidIn(algorithm) };
  if (!fits(said, as(signature, tags.octets).body, by)) return 'its signature does not fit';
  return { ...infoIn(content), authority, certificate: sha256(certificate.whole).toString('hex') };
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
const hashOf =
  (name: string | undefined) =>
  (bytes: Buffer): Buffer =>
    createHash(name ?? '')
      .update(bytes)
      .digest();

/** The content, the certificates and the one signer of signed data (RFC 5652, section 5.1). */
function signedIn(token: Buffer) {
  const [whole, ...after] = elementsIn(token);
  const [type, explicit, ...more] = inside(whole, tags.sequence);
  const [, , wrapped, ...rest] = inside(only(explicit, tags.zero), tags.sequence);
  const [kind, content, ...others] = inside(wrapped, tags.sequence);
  if (after.length + more.length + others.length > 0 || oidIn(type) !== ids.signedData)
    return not();
  if (oidIn(kind) !== ids.timeStamp) return not();
  const signer = inside(only(rest.at(-1), tags.set), tags.sequence);
  const certificates = inside(rest[0], tags.zero);
  return { content: as(only(content, tags.zero), tags.octets).body, certificates, signer };
}

/** The one value of an attribute that was signed. */
function attributesIn(attributes: Element | undefined) {
  const found = inside(attributes, tags.zero).map((one) => inside(one, tags.sequence));
  return (id: string): Element | undefined => {
    const named = found.filter(([name]) => oidIn(name) === id);
    if (named.length > 1) return not();
    return named[0] && only(named[0][1], tags.set);
  };
}

/** Whether what was signed names this very certificate (RFC 5816, and RFC 2634 with SHA-1 before it). */
function isNamedIn(signed: (id: string) => Element | undefined) {
  const newer = signed(ids.certificateV2);
  const [list] = inside(newer ?? signed(ids.certificateV1), tags.sequence);
  const [first] = inside(list, tags.sequence);
  const [one, two] = inside(first, tags.sequence);
  const isNamed = newer !== undefined && one?.tag === tags.sequence;
  const hash = newer === undefined ? 'sha1' : isNamed ? hashes[oidIn(one)] : 'sha256';
  const { body } = as(isNamed ? two : one, tags.octets);
  return ({ whole }: Element): boolean => hashOf(hash)(whole).equals(body);
}

/** The key, the extended uses, the name, and who issued it as what, in a certificate (RFC 5280, section 4.1). */
function certificateIn(certificate: Element) {
  const [signed] = inside(certificate, tags.sequence);
  const fields = inside(signed, tags.sequence).filter(({ tag }, at) => at > 0 || tag !== tags.zero);
  const [serial, , issuer, , subject, key] = fields;
  const extensions = inside(only(fields.at(-1), tags.three), tags.sequence);
  const uses = extensions
    .map((one) => inside(one, tags.sequence))
    .filter(([name]) => oidIn(name) === ids.extendedKeyUsage)
    .flatMap((one) => elementsIn(as(one.at(-1), tags.octets).body))
    .flatMap((list) => inside(list, tags.sequence).map(oidIn));
  const names = inside(subject, tags.sequence)
    .flatMap((set) => inside(set, tags.set))
    .map((one) => inside(one, tags.sequence))
    .filter(([name]) => oidIn(name) === ids.commonName);
  const authority = names.at(-1)?.[1]?.body.toString('utf8') ?? '';
  const issued = Buffer.concat([as(issuer, tags.sequence).whole, as(serial, tags.integer).whole]);
  return { key: as(key, tags.sequence), uses, authority, issued };
}

/** Whether a key made a signature: RSA (PKCS #1 v1.5) or ECDSA on P-256 or P-384, no other. */
function fits(
  said: Buffer,
  signature: Buffer,
  { key, algorithm, hash: digest }: { readonly key: Element } & Algorithm,
): boolean {
  const [kind, hash] =
    algorithm === ids.rsa ? (['rsa', digest] as const) : (signatures[algorithm] ?? []);
  const [named, bits] = inside(key, tags.sequence);
  const [id, curve] = inside(named, tags.sequence);
  const { body } = as(bits, tags.bits);
  if (kind === undefined || hash === undefined || oidIn(id) !== ids[kind] || body[0] !== 0)
    return false;
  const read = kind === 'rsa' ? rsaKey(body.subarray(1)) : pointOn(oidIn(curve), body.subarray(1));
  if (!read) return false;
  if (kind === 'ec' && pairIn(signature).includes(0n)) return false;
  return verify(hash, said, createPublicKey({ key: read, format: 'jwk' }), signature);
}

interface Algorithm {
  readonly algorithm: string;
  readonly hash: string | undefined;
}

/** Two numbers in a sequence, and nothing else. */
function pairIn(written: Buffer): readonly [bigint, bigint] {
  const [one, two, ...more] = inside(sole(elementsIn(written)), tags.sequence);
  return more.length === 0 ? [numberIn(one), numberIn(two)] : not();
}

const inBase64 = (number: bigint): string => {
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
};

// Shorter keys stamp nothing that is worth it, and longer ones would hold up whoever reads them.
function rsaKey(written: Buffer) {
  const [modulus, exponent] = pairIn(written);
  const { length } = modulus.toString(2);
  const isFit = length >= 2048 && length <= 8192 && exponent > 2n && exponent < 1n << 32n;
  if (!isFit || exponent % 2n === 0n || modulus % 2n === 0n) return undefined;
  return { kty: 'RSA', n: inBase64(modulus), e: inBase64(exponent) };
}

/** A point that is written whole (SEC 1, section 2.3.3); that it lies on its curve is seen when it is read. */
function pointOn(id: string, point: Buffer) {
  const [crv, bytes] = curves[id] ?? ['', 0];
  if (point[0] !== 4 || point.length !== 1 + 2 * bytes || bytes === 0) return undefined;
  const [x, y] = [point.subarray(1, 1 + bytes), point.subarray(1 + bytes)];
  return { kty: 'EC', crv, x: x.toString('base64url'), y: y.toString('base64url') };
}

/** What was stamped, and when (RFC 3161, section 2.4.2). */
function infoIn(content: Buffer): { readonly at: string; readonly imprint: Buffer } {
  const [, , imprint, , time] = inside(sole(elementsIn(content)), tags.sequence);
  const [algorithm, digest] = inside(imprint, tags.sequence);
  if (hashes[oidIn(algorithm)] !== 'sha256') return not();
  const written = as(time, tags.generalizedTime).body.toString('latin1');
  const form = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/;
  const at = written.replace(form, '$1-$2-$3T$4:$5:$6.000Z');
  // A day that there is not would be another one.
  if (new Date(at).toISOString() !== at) return not();
  return { at, imprint: as(digest, tags.octets).body };
}

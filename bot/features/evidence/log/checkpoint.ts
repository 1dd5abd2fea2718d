import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/**
 * A checkpoint says how long a log is and what its root is, in the text form of C2SP `tlog-checkpoint`:
 * the log's name, the size, the root as base64, and here a line with the time. Signed, it is a note of
 * C2SP `signed-note` with an Ed25519 key (signature type 1).
 */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** An RFC 3339 instant in UTC. */
  readonly at: string;
}

export type CheckpointReading =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly problem: string };

/** The name under which a log is known: the tenant, and the installation within it. */
const originOf = (tenant: string, prefix: string): string => `shared-duty/${tenant}/${prefix}`;

const textOf = ({ origin, size, root, at }: Checkpoint): string =>
  `${origin}\n${String(size)}\n${root.toString('base64')}\n${at}\n`;

/** The text of a checkpoint; with a key, as a signed note. */
export function writeCheckpoint(checkpoint: Checkpoint, key?: SigningKey): string {
  const text = textOf(checkpoint);
  return key ? `${text}\n${key.sign(checkpoint.origin, text)}\n` : text;
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const base64 = /^[A-Za-z0-9+/]{43}=$/;

/** Reads a checkpoint, signed or not; its signatures are not looked at. */
export function readCheckpoint(written: string): CheckpointReading {
  const [origin = '', size = '', root = '', at = ''] = written.replaceAll('\r\n', '\n').split('\n');
  if (!origin.startsWith('shared-duty/'))
    return { ok: false, problem: 'it names no log of evidence' };
  if (!/^(0|[1-9]\d{0,14})$/.test(size))
    return { ok: false, problem: 'its second line is no size' };
  if (!base64.test(root)) return { ok: false, problem: 'its third line is no root' };
  if (!instant.test(at)) return { ok: false, problem: 'its fourth line is no time' };
  const read = { origin, size: Number(size), root: Buffer.from(root, 'base64'), at };
  return { ok: true, checkpoint: read };
}

/** A key that signs checkpoints. */
export interface SigningKey {
  /** The line that a note ends with: name, key and signature. */
  readonly sign: (name: string, text: string) => string;
}

// DER of a PKCS #8 Ed25519 key before its 32 bytes of seed (RFC 8410, section 7).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const seedBytes = 32;
const ed25519Signature = Buffer.from([1]);

/** Reads a key from 32 bytes of seed as base64; undefined where it is none. */
function readSigningKey(seed: string): SigningKey | undefined {
  const bytes = Buffer.from(seed, 'base64');
  if (bytes.length !== seedBytes) return undefined;
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8, bytes]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(key)
    .export({ format: 'der', type: 'spki' })
    .subarray(-seedBytes);
  return {
    sign: (name, text) => {
      const hint = keyHint(name, publicKey);
      const signature = sign(null, Buffer.from(text), key);
      return `— ${name} ${Buffer.concat([hint, signature]).toString('base64')}`;
    },
  };
}

/** The first four bytes by which a note tells keys apart. */
function keyHint(name: string, publicKey: Buffer): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(ed25519Signature)
    .update(publicKey)
    .digest()
    .subarray(0, 4);
}

// DER of a SubjectPublicKeyInfo with an Ed25519 key before its 32 bytes (RFC 8410, section 4).
const spki = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether a note carries a signature of this public key, 32 bytes as base64. */
export function isSignedBy(note: string, publicKey: string): boolean {
  const [text = '', signatures = ''] = note.replaceAll('\r\n', '\n').split('\n\n');
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== seedBytes) return false;
  const key = createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' });
  return signatures.split('\n').some((line) => {
    const [, name = '', signed = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = Buffer.from(signed, 'base64');
    const ours = name !== '' && bytes.subarray(0, 4).equals(keyHint(name, raw));
    return ours && verify(null, Buffer.from(`${text}\n`), key, bytes.subarray(4));
  });
}

/** How the log of an installation is named, and the key that signs its checkpoints where there is one. */
export interface LogName {
  readonly origin: string;
  /** Vendors that are told each checkpoint. */
  readonly witnesses?: readonly string[];
  /** Whether a time stamp authority is asked for each. */
  readonly stamped?: boolean;
  /** Whether each is kept as a blob. */
  readonly kept?: boolean;
  readonly key?: SigningKey;
}

/** The name and key of a tenant's log, as the settings have them. */
export function logNameOf(
  tenant: string,
  {
    tablePrefix,
    evidenceKey,
    webhooks = [],
    tsaUrl,
    checkpointContainer,
  }: {
    readonly tablePrefix: string;
    readonly evidenceKey?: string;
    readonly tsaUrl?: string;
    readonly checkpointContainer?: string;
    readonly webhooks?: readonly { readonly vendor: string }[];
  },
): LogName {
  const key = evidenceKey === undefined ? undefined : readSigningKey(evidenceKey);
  const witnesses = webhooks.map(({ vendor }) => vendor);
  const told = {
    witnesses,
    stamped: tsaUrl !== undefined,
    kept: checkpointContainer !== undefined,
  };
  return { origin: originOf(tenant, tablePrefix), ...told, ...(key ? { key } : {}) };
}

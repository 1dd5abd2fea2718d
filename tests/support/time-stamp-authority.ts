import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** The key of an authority and with what it signs; the certificate is named by the hash that is said. */
const keysOfAuthorities = {
  rsa: { key: ['rsa:2048'], digest: 'sha256', names: 'sha256' },
  p256: { key: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], digest: 'sha512', names: 'sha1' },
  p384: { key: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], digest: 'sha384', names: 'sha384' },
} as const;

const settings = (digest: string, names: string) => `[req]
distinguished_name=name
x509_extensions=use
prompt=no
[name]
CN=A time stamp authority of the tests
[use]
extendedKeyUsage=critical,timeStamping
[tsa]
default_tsa=one
[one]
serial=./serial
signer_cert=./cert.pem
signer_key=./key.pem
signer_digest=${digest}
default_policy=1.2.3.4.1
digests=sha256
ess_cert_id_alg=${names}
`;

/** A time stamp authority with a key of its own, by OpenSSL: what it answers is signed as by a real one. */
export function startAuthority(kind: keyof typeof keysOfAuthorities = 'rsa') {
  const { key, digest, names } = keysOfAuthorities[kind];
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  const run = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  writeFileSync(join(folder, 'settings.cnf'), settings(digest, names));
  writeFileSync(join(folder, 'serial'), '01\n');
  run(
    ...[
      'req',
      '-x509',
      '-newkey',
      ...key,
      '-set_serial',
      '7',
      '-nodes',
      '-days',
      '30',
      '-config',
      'settings.cnf',
    ],
    ...['-keyout', 'key.pem', '-out', 'cert.pem'],
  );
  return {
    /** Its certificate as DER. */
    certificate: (): Uint8Array => new X509Certificate(readFileSync(join(folder, 'cert.pem'))).raw,
    answer: (request: Uint8Array): Uint8Array => {
      writeFileSync(join(folder, 'request'), request);
      run('ts', '-reply', '-queryfile', 'request', '-out', 'answer', '-config', 'settings.cnf');
      return readFileSync(join(folder, 'answer'));
    },
    stop: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

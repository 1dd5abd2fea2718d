import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

const settings = `[req]
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
signer_digest=sha256
default_policy=1.2.3.4.1
digests=sha256
ess_cert_id_alg=sha256
`;

/** A time stamp authority with a key of its own, by OpenSSL: what it answers is signed as by a real one. */
export function startAuthority() {
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  const run = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
  writeFileSync(join(folder, 'settings.cnf'), settings);
  writeFileSync(join(folder, 'serial'), '01\n');
  run(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-config', 'settings.cnf'],
    ...['-keyout', 'key.pem', '-out', 'cert.pem'],
  );
  return {
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

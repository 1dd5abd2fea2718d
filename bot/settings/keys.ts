/** A sender or reader that may use the HTTP API: the name stands on the cards, the secret opens the door. */
export interface ApiKey {
  readonly name: string;
  readonly secret: string;
}

const fewestSigns = 8;

/**
 * Reads keys as `name:secret,name:secret`; puts what is wrong with the problems. A name may have two secrets
 * while one takes the place of the other. Neither is repeated here: what is said about settings ends up in logs.
 */
export function readKeys(
  setting: 'VENDOR_API_KEYS' | 'AUDITOR_API_KEYS',
  written: string,
  problems: string[],
): readonly ApiKey[] {
  const keys = written.split(',').flatMap((entry, place): readonly ApiKey[] => {
    if (entry.trim() === '') return [];
    const at = entry.indexOf(':');
    const name = entry.slice(0, Math.max(0, at)).trim();
    const secret = entry.slice(at + 1).trim();
    const which = `${setting}: secret ${String(place + 1)}`;
    if (at < 1 || name === '') {
      problems.push(`${setting} must be name:secret pairs with commas between them.`);
    } else if (!/^[a-z0-9-]{1,50}$/.test(name)) {
      problems.push(
        `${setting}: name ${String(place + 1)} must have 1 to 50 small letters, digits and dashes.`,
      );
    } else if (!/^[\x21-\x7E]{32,512}$/.test(secret)) {
      problems.push(`${which} must have 32 to 512 letters, digits and signs, no spaces.`);
    } else if (!isVaried(secret)) {
      problems.push(`${which} repeats itself: make one with openssl rand -hex 32.`);
    }
    return [{ name, secret }];
  });
  if (new Set(keys.map(({ secret }) => secret)).size !== keys.length) {
    problems.push(`${setting} must have a different secret for each name.`);
  }
  return keys;
}

/** Whoever opens duties may not be taken for whoever reads everything. */
export function checkApart(
  vendors: readonly ApiKey[],
  auditors: readonly ApiKey[],
  problems: string[],
): void {
  const secrets = new Set(vendors.map(({ secret }) => secret));
  if (auditors.some(({ secret }) => secrets.has(secret)))
    problems.push('AUDITOR_API_KEYS must not have a secret of VENDOR_API_KEYS.');
}

/** Neither a handful of signs nor a shorter text written out again and again. */
function isVaried(secret: string): boolean {
  if (new Set(secret).size < fewestSigns) return false;
  const periods = Array.from({ length: Math.floor(secret.length / 2) }, (_, at) => at + 1);
  return !periods.some((period) => secret.startsWith(secret.slice(period)));
}

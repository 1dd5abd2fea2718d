import type { InputProblem } from '../../kinds/kind.ts';
import { looksLikeSecret } from '../../kinds/secrets.ts';

/** What names something, or is a row of a list or an address: no text of anybody. */
const names = new Set([
  'kind',
  'system',
  'reference',
  'document',
  'version',
  'seed',
  'url',
  'accounts',
  'aadObjectId',
]);

/** What is told where a text seems to hold a secret; it says nothing of what stood there. */
export const secretRefused =
  'seems to contain a password, key or token: pass that on by a password vault and send the text without';

/**
 * The texts of a body that seem to hold a password, key or token, each with its path: people read them for years.
 * The body has passed its budget, so it is neither deep nor endless.
 */
export function secretFaults(body: unknown, path = ''): readonly InputProblem[] {
  if (typeof body === 'string')
    return looksLikeSecret(body) ? [{ path, message: secretRefused }] : [];
  if (Array.isArray(body))
    return body.flatMap((one, at) => secretFaults(one, `${path}[${String(at)}]`));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    names.has(name) ? [] : secretFaults(value, path === '' ? name : `${path}.${name}`),
  );
}

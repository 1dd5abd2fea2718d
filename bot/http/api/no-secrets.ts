import type { InputProblem } from '../../kinds/kind.ts';
import { looksLikeSecret, namesSecret } from '../../kinds/secrets.ts';

/** Texts that name something: names are as random as their givers like, and are held to less. */
const names = new Set([
  ...['system', 'reference', 'document', 'version', 'seed', 'name', 'environment', 'restoredTo'],
  ...['account', 'role', 'manager', 'exportedAt', 'lastSignIn', 'sha256'],
  // An address may hold a token that opens what it leads to, and everybody who is asked would have it.
  'url',
]);
/** No text of anybody: one of a few words, or an id. */
const noTexts = new Set(['kind', 'status', 'rule', 'aadObjectId']);

/** What is told where a text seems to hold a secret; it says nothing of what stood there. */
const secretRefused =
  'seems to contain a password, key or token: pass that on by a password vault and send the text without';

/**
 * The texts of a body that seem to hold a password, key or token, each with its path: people read them for years.
 * Whatever is added to a body is looked at, unless it is named here. The body has passed its budget, so it is
 * neither deep nor endless.
 */
export function secretFaults(
  body: unknown,
  { path, name }: { readonly path: string; readonly name: string } = { path: '', name: '' },
): readonly InputProblem[] {
  if (typeof body === 'string') {
    const holds = names.has(name) ? namesSecret(body) : looksLikeSecret(body);
    return holds ? [{ path, message: secretRefused }] : [];
  }
  if (Array.isArray(body))
    return body.flatMap((one, at) => secretFaults(one, { path: `${path}[${String(at)}]`, name }));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([member, value]) =>
    noTexts.has(member)
      ? []
      : secretFaults(value, { path: path === '' ? member : `${path}.${member}`, name: member }),
  );
}

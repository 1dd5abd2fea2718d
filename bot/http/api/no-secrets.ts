import { setImmediate } from 'node:timers/promises';
import type { InputProblem } from '../../kinds/kind.ts';
import { looksLikeSecret, namesSecret } from '../../../cards/secrets.ts';

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

interface Text {
  readonly path: string;
  readonly text: string;
  /** Names are held to less. */
  readonly isName: boolean;
}

/** Characters after which somebody else's request comes first; a short text costs as much as one of so many. */
const longestTurn = 20_000;
const leastCost = 20;

/**
 * The texts of a body that seem to hold a password, key or token, each with its path: people read them for years.
 * Whatever is added to a body is looked at, unless it is named here. The body has passed its budget, so it is
 * neither deep nor endless; looking through a large one takes a second, in which others have their turn.
 */
export async function secretFaults(body: unknown): Promise<readonly InputProblem[]> {
  const known = { name: new Map<string, boolean>(), text: new Map<string, boolean>() };
  const faults: InputProblem[] = [];
  let read = 0;
  for (const { path, text, isName } of textsIn(body, { path: '', name: '' })) {
    const of = isName ? known.name : known.text;
    const holds = of.get(text) ?? (isName ? namesSecret(text) : looksLikeSecret(text));
    of.set(text, holds);
    if (holds) faults.push({ path, message: secretRefused });
    read += leastCost + text.length;
    if (read < longestTurn) continue;
    await setImmediate();
    read = 0;
  }
  return faults;
}

function textsIn(
  body: unknown,
  { path, name }: { readonly path: string; readonly name: string },
): readonly Text[] {
  if (typeof body === 'string') return [{ path, text: body, isName: names.has(name) }];
  if (Array.isArray(body))
    return body.flatMap((one, at) => textsIn(one, { path: `${path}[${String(at)}]`, name }));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([member, value]) =>
    noTexts.has(member)
      ? []
      : textsIn(value, { path: path === '' ? member : `${path}.${member}`, name: member }),
  );
}

import type { StoredChain } from '../../ports/store.ts';
import { parsePersonId } from '../../duty/ids.ts';
import { valueAt } from '../../duty/record/sealing.ts';
import { soughtFor } from '../../features/evidence/erase.ts';
import type { Sought } from '../../features/evidence/holdings.ts';
import { sizeOf } from '../../features/evidence/size.ts';
import { fieldsNaming, names } from '../../features/evidence/holdings.ts';
import type { OpenInstallation } from './installation.ts';
import { readOptions } from './options.ts';
import { complain, progress, say } from './terminal.ts';

/**
 * `person ID`: everything that is held about somebody, one JSON object a line (right of access, GDPR
 * article 15). 0 when it was read, 2 when it was asked wrongly.
 */
export async function person(args: readonly string[], open: OpenInstallation): Promise<number> {
  const given = readOptions(args, { command: 'person', texts: [], words: 1 });
  const id = parsePersonId(given.words[0]);
  const opened = await open();
  const problems = [
    ...given.problems,
    ...(id ? [] : ['Name one person by the Entra object id: npm run evidence -- person ID']),
    ...(opened.ok ? [] : opened.problems),
  ];
  if (!id || problems.length > 0 || !opened.ok) {
    complain(problems);
    return 2;
  }
  const { settings, store, now } = opened.installation;
  const tenant = settings.homeTenant;
  const sought = await soughtFor({ store }, tenant, id);
  const known = await store.people.get(tenant, id);
  if (known) say(JSON.stringify({ held: 'person', ...known.value }));
  const shown = progress('Duties looked through', () => now().toMillis());
  const of = shown.isShown ? (await sizeOf(store.evidence, tenant)).chains : undefined;
  let [seen, found] = [0, known ? 1 : 0];
  for await (const chain of store.evidence.chains(tenant)) {
    seen += 1;
    shown.step(seen, of);
    const held = heldIn(chain, sought);
    found += held.length;
    for (const one of held) say(JSON.stringify(one));
  }
  for await (const { id: dutyId, seq, text } of store.evidence.cards(tenant)) {
    const card: unknown = JSON.parse(text);
    if (!names(card, sought)) continue;
    found += 1;
    say(JSON.stringify({ held: 'card', dutyId, seq, card }));
  }
  shown.end();
  // Beside the lines, so that what reads them reads nothing else.
  if (found === 0) complain([`Nothing is held about ${id}.`]);
  return 0;
}

function heldIn({ id, state, records }: StoredChain, sought: Sought): readonly object[] {
  const fields = records.flatMap(({ record }) => {
    if (!record) return [];
    const { seq, type, at, system, reference, by, data } = record;
    const root = { ...(by ? { by: { ...by } } : {}), data };
    const named = fieldsNaming(record, sought, true).map((pointer) => [
      pointer,
      valueAt(root, pointer),
    ]);
    if (named.length === 0) return [];
    const about = { dutyId: id, seq, type, at, system, reference };
    return [{ held: 'record', ...about, fields: Object.fromEntries(named) as object }];
  });
  const stands = names(state, sought) ? [{ held: 'state', dutyId: id, kind: state?.kind }] : [];
  return [...stands, ...fields];
}

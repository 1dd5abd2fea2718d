import { randomUUID } from 'node:crypto';
import { looksLikeSecret } from '../../../cards/secrets.ts';
import { toInstant } from '../../duty/time/instant.ts';
import { parsePersonId } from '../../duty/ids.ts';
import type { EvidenceStore } from '../../ports/store.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { FieldRef, Mention } from '../../features/evidence/mentions.ts';
import {
  fieldsToErase,
  mentionsOf,
  parseFieldRef,
  textsOf,
} from '../../features/evidence/mentions.ts';
import { erasePerson, soughtFor } from '../../features/evidence/erase.ts';
import { sizeOf } from '../../features/evidence/size.ts';
import type { OpenInstallation } from './installation.ts';
import { readOptions } from './options.ts';
import { complain, counted, progress, say, shown as shownName } from './terminal.ts';

const unreached = [
  'Not reached: exports and dossiers that were made before, back-ups of the storage account, what the vendor received, messages that Teams keeps, and what files show that somebody else kept.',
  'Checkpoints that were held before still hold.',
];

/**
 * `erase --person ID --basis TEXT`: 0 when it was done, 2 when it was asked wrongly. What names the person in part
 * only is listed, as a namesake may be meant; with `--field` it goes.
 */
export async function erase(args: readonly string[], open: OpenInstallation): Promise<number> {
  const given = readOptions(args, {
    command: 'erase',
    texts: ['person', 'basis'],
    lists: ['field', 'called'],
    flags: ['texts', 'dry-run'],
  });
  const person = parsePersonId(given.text('person'));
  const basis = given.text('basis') ?? '';
  const opened = await open();
  const problems = [
    ...given.problems,
    ...(person ? [] : ['--person needs the Entra object id of one person.']),
    ...(basis === '' ? ['--basis needs the ground, such as "17(1)(b)": it is recorded.'] : []),
    ...(looksLikeSecret(basis) ? ['--basis seems to hold a password or key; leave it out.'] : []),
    ...(opened.ok ? [] : opened.problems),
  ];
  if (!person || problems.length > 0 || !opened.ok) {
    complain(problems);
    return 2;
  }
  const { settings, store, attachments, now } = opened.installation;
  const tenant = settings.homeTenant;
  const named = await readFields(store.evidence, tenant, given.list('field'));
  if (!named.ok) {
    complain(named.problems);
    return 2;
  }
  const erasure = { person, basis, texts: given.flag('texts'), named: new Set(named.texts) };
  const sought = { ...(await soughtFor({ store }, tenant, person)), texts: erasure.named };
  const mentions: Mention[] = [];
  // Before it is done: afterwards nobody knows the name any more.
  for await (const one of mentionsOf(store.evidence, tenant, {
    ...{ sought, erasure },
    called: given.list('called'),
  }))
    mentions.push(one);
  if (given.flag('dry-run')) {
    const { fields, duties } = await fieldsToErase(store.evidence, tenant, { sought, erasure });
    say(
      `Would erase ${counted(fields, 'field')} of the evidence of ${counted(duties, 'duty', 'duties')}. Nothing was changed.`,
    );
    sayMentions(mentions);
    return 0;
  }
  const shown = progress('Duties looked through', () => now().toMillis());
  const services = { store, attachments, now: () => toInstant(now()), newId: randomUUID };
  const of = shown.isShown ? (await sizeOf(store.evidence, tenant)).chains : undefined;
  const done = await erasePerson(services, {
    tenant,
    erasure,
    step: (seen) => {
      shown.step(seen, of);
    },
  });
  shown.end();
  if (done.duties === 0 && !done.known && done.waiting === 0) {
    say(`Nothing was held about ${person}.`);
    return 0;
  }
  say(
    `Erased ${person}: ${counted(done.fields, 'field')} of the evidence of ${counted(done.duties, 'duty', 'duties')}, ${counted(done.waiting, 'thing')} that waited.`,
  );
  for (const line of unreached) say(line);
  sayMentions(mentions);
  return 0;
}

/** The texts that stand in the fields that were named; a field that has none is a mistake. */
async function readFields(
  store: EvidenceStore,
  tenant: TenantKey,
  written: readonly string[],
): Promise<
  | { readonly ok: true; readonly texts: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] }
> {
  const fields = written.map((one) => parseFieldRef(one));
  const wrong = written.filter((_, at) => fields[at] === undefined);
  const told = await textsOf(
    store,
    tenant,
    fields.flatMap((one) => one ?? []),
  );
  const empty = told.filter(([, text]) => text === undefined).map(([field]) => placeOf(field));
  const problems = [...wrong.map(shownName), ...empty].map(
    (one) =>
      `--field ${one} is no text of a record: the dry run lists those with a part of the name.`,
  );
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, texts: told.flatMap(([, text]) => text ?? []) };
}

const placeOf = ({ duty, seq, pointer }: FieldRef): string => `${duty}/${String(seq)}${pointer}`;

function sayMentions(mentions: readonly Mention[]): void {
  if (mentions.length === 0) {
    say('No other text has a part of the name in it. Nicknames are found with --called.');
    return;
  }
  say(
    `${counted(mentions.length, 'text has', 'texts have')} a part of the name in it and stay as they are. Whoever is meant is for you to decide; name those that are to go:`,
  );
  for (const one of mentions)
    say(`  --field ${shownName(placeOf(one))}   ${shownName(one.around)}`);
}

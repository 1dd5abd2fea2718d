import { randomUUID } from 'node:crypto';
import { looksLikeSecret } from '../../../cards/secrets.ts';
import { toInstant } from '../../duty/time/instant.ts';
import { parsePersonId } from '../../duty/ids.ts';
import { erasePerson } from '../../features/evidence/erase.ts';
import { sizeOf } from '../../features/evidence/size.ts';
import type { OpenInstallation } from './installation.ts';
import { readOptions } from './options.ts';
import { complain, counted, progress, say } from './terminal.ts';

const unreached = [
  'Not reached: exports and dossiers that were made before, back-ups of the storage account, what the vendor received, messages that Teams keeps, and what files show that somebody else kept.',
  'Checkpoints that were held before still hold.',
  'Texts in which only a first or a last name stands are not found, nor are nicknames: look for those yourself.',
];

/** `erase --person ID --basis TEXT [--texts]`: 0 when it was done, 2 when it was asked wrongly. */
export async function erase(args: readonly string[], open: OpenInstallation): Promise<number> {
  const given = readOptions(args, {
    command: 'erase',
    texts: ['person', 'basis'],
    flags: ['texts'],
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
  const shown = progress('Duties looked through', () => now().toMillis());
  const services = { store, attachments, now: () => toInstant(now()), newId: randomUUID };
  const of = shown.isShown ? (await sizeOf(store.evidence, settings.homeTenant)).chains : undefined;
  const erasure = { person, basis, texts: given.flag('texts') };
  const done = await erasePerson(services, {
    tenant: settings.homeTenant,
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
  return 0;
}

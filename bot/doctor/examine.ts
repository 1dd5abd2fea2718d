import type { Packaged, Registration } from '../../manifest/registration.ts';
import type { Store } from '../ports/store.ts';
import type { Settings } from '../settings.ts';
import type { StorageProbe } from '../store/azure/probe.ts';
import type { TeamsProbe } from '../teams/probe.ts';
import type { EndpointReading, Expected, Finding } from './checks.ts';
import { dayOf } from '../duty/time/workdays.ts';
import type { Instant } from '../duty/ids.ts';
import {
  checkBackups,
  checkCheckpoints,
  checkChannel,
  checkEndpoint,
  checkPackage,
  checkPeople,
  checkRegistration,
  checkStorage,
  checkToken,
  findingOf,
} from './checks.ts';
import { retentionInWords } from '../tenant/retention-texts.ts';
import { readPeople } from './people.ts';
import type { DoctorTexts } from './texts.ts';

/** What the doctor looks at; each part is the real one, or stands in for it. */
export interface ExaminationParts {
  readonly settings: Settings;
  readonly storage: StorageProbe;
  readonly store: Pick<Store, 'people' | 'documents' | 'prepare'>;
  readonly teams: TeamsProbe;
  readonly endpoint: () => Promise<EndpointReading>;
  readonly packaged: Packaged | undefined;
  readonly registration: Registration | undefined;
  readonly texts: DoctorTexts;
  readonly now: () => Instant;
}

/** Looks at everything, one after the other, and says one line about each; never throws for what the far side does. */
export async function* examine(parts: ExaminationParts): AsyncGenerator<Finding> {
  const { settings, texts, packaged, registration } = parts;
  const { anonymous, appId, appTenantId } = settings;
  const today = dayOf(parts.now(), settings.zone);
  const expected: Expected = { anonymous, today, appId, appTenantId };
  yield findingOf(texts.settings.what, 'ok', texts.settings.ok);
  const kept = retentionInWords(settings.retention, settings.language);
  yield findingOf(texts.kept.what, 'ok', texts.kept.ok(kept, settings.attachmentContainer));

  const token = anonymous ? undefined : await parts.teams.token();
  yield checkToken(token, expected, texts);
  const tables = await parts.storage.tables();
  yield checkStorage('tables', tables, texts);
  yield checkStorage('queue', await parts.storage.queue(), texts);
  const attachments = await parts.storage.attachments();
  if (attachments) yield checkStorage('attachments', attachments, texts);
  yield checkBackups(await parts.storage.backups(), expected, texts);
  const checkpoints = await parts.storage.checkpoints();
  if (checkpoints) yield checkCheckpoints(checkpoints, expected, texts);
  const endpoint = await parts.endpoint();
  yield checkEndpoint(endpoint, expected, texts);
  yield checkPackage(packaged, expected, texts);
  if (registration && !anonymous)
    yield checkRegistration(registration, { packaged, expected, endpoint }, texts);

  // Without a token and tables nothing can be said about people that would not mislead.
  if (tables.type === 'failed' || token?.type === 'failed') return;
  await parts.store.prepare();
  const people = await readPeople(parts.store, settings.homeTenant, parts.teams.reach);
  yield checkPeople(people, expected, texts);
  yield checkChannel(people, expected, texts);
}

/** A finding as one line, with what to do about it. */
export function lineOf({ verdict, what, says, mend }: Finding, texts: DoctorTexts): string {
  const told = mend === undefined ? says : `${says}. ${texts.mend}: ${mend}.`;
  return `${texts.verdicts[verdict].padEnd(6)} ${what}: ${told}`;
}

import { daysAfter } from '../duty/time/workdays.ts';
import type { Registration, Packaged } from '../../manifest/registration.ts';
import { registrationFaults } from '../../manifest/registration.ts';
import type { BackupReading, CheckpointsReading } from '../store/azure/backup-probe.ts';
import type { FailedReading, StorageReading } from '../store/azure/probe.ts';
import type { TokenReading } from '../teams/probe.ts';
import { connectorAudience } from '../teams/probe.ts';
import type { DoctorTexts } from './texts.ts';
import { withoutEnd } from '../../cards/ends.ts';

/** One line of the doctor: what was looked at, how it is, and how to mend it. `open`: it could not be told yet. */
export interface Finding {
  readonly verdict: 'ok' | 'wrong' | 'open';
  readonly what: string;
  readonly says: string;
  readonly mend?: string;
}

/** What was seen of the address to which Teams posts. */
export interface EndpointReading {
  readonly url: string;
  /** Whether a setting or the host names the address; otherwise it is the bot on this machine. */
  readonly named: boolean;
  /** The status of `/healthz`, or why there is none. */
  readonly health: number | 'not-reached' | 'certificate';
  /** The status of a message that nobody signed. */
  readonly unsigned: number | undefined;
}

/** Who can be reached, counted. */
export interface PeopleReading {
  readonly installed: number;
  /** Of those whose chats were looked into: how each look ended. */
  readonly looked: Readonly<Record<string, number>>;
  /** On the roster, but without the bot in their chats. */
  readonly missing: readonly string[];
  readonly channel: 'none' | 'gone' | 'there' | 'not-allowed' | 'not-installed' | 'later';
}

export interface Expected {
  readonly anonymous: boolean;
  /** The day, as the organisation counts it. */
  readonly today: string;
  readonly appId: string;
  readonly appTenantId: string;
}

/** Whether the token of the bot is one for the Bot Connector, for this bot and of this tenant. */
export function checkToken(
  reading: TokenReading | undefined,
  expected: Expected,
  { token: said }: DoctorTexts,
): Finding {
  const finding = (verdict: Finding['verdict'], told: readonly string[]): Finding =>
    findingOf(said.what, verdict, ...told);
  if (reading === undefined) return finding('ok', [said.anonymous]);
  if (reading.type === 'failed') {
    const [says, mend] = said.failed[reading.reason];
    return finding('wrong', [withTold(says, reading.told), mend]);
  }
  const { audience, appId, tenantId } = reading;
  if (audience !== connectorAudience) return finding('wrong', said.audience(audience));
  if (!same(appId, expected.appId)) return finding('wrong', said.otherApp(appId, expected.appId));
  if (!same(tenantId, expected.appTenantId))
    return finding('wrong', said.otherTenant(tenantId, expected.appTenantId));
  return finding('ok', [said.ok]);
}

/** Whether what was written to a part of the store came back. */
export function checkStorage(
  part: 'tables' | 'queue' | 'attachments',
  reading: StorageReading,
  { storage: said }: DoctorTexts,
): Finding {
  if (reading.type === 'works') return findingOf(said[part].what, 'ok', said[part].ok);
  const [says, mend] = said.failed[reading.reason](said[part].role);
  return findingOf(said[part].what, 'wrong', withTold(says, reading.told), mend);
}

/** A night without one is bad luck; after two somebody has to look. */
const mostDays = 2;

/** Whether a backup is kept each night where nobody changes or deletes it. */
export function checkBackups(
  reading: BackupReading | FailedReading,
  { anonymous, today }: Expected,
  { storage, backups: said }: DoctorTexts,
): Finding {
  const finding = (verdict: Finding['verdict'], told: readonly string[]): Finding =>
    findingOf(said.what, verdict, ...told);
  if (reading.type === 'none')
    return anonymous ? finding('ok', [said.anonymous]) : finding('open', said.none);
  if (reading.type === 'failed') {
    const [says, mend] = storage.failed[reading.reason](said.role);
    return finding('wrong', [withTold(says, reading.told), mend]);
  }
  const { last, since, changeable } = reading;
  const isOld = (day: string): boolean => daysAfter(day, mostDays) < today;
  if (last === undefined)
    return since === undefined || isOld(since.slice(0, 10))
      ? finding('wrong', said.never)
      : finding('open', said.first);
  if (isOld(last)) return finding('wrong', said.old(last));
  if (changeable && !anonymous) return finding('wrong', said.changeable);
  return finding('ok', [said.ok(last)]);
}

/** Whether checkpoints are kept where nobody changes or deletes them. */
export function checkCheckpoints(
  reading: CheckpointsReading | FailedReading,
  { anonymous }: Expected,
  { storage, checkpoints: said }: DoctorTexts,
): Finding {
  const finding = (verdict: Finding['verdict'], told: readonly string[]): Finding =>
    findingOf(said.what, verdict, ...told);
  if (reading.type === 'failed') {
    const [says, mend] = storage.failed[reading.reason](said.role);
    return finding('wrong', [withTold(says, reading.told), mend]);
  }
  if (reading.changeable && !anonymous) return finding('wrong', said.changeable);
  return reading.any ? finding('ok', [said.ok]) : finding('open', said.first);
}

/** Whether Teams finds the bot where it posts, and only Teams gets in. */
export function checkEndpoint(
  { url, named, health, unsigned }: EndpointReading,
  { anonymous }: Expected,
  { endpoint: said }: DoctorTexts,
): Finding {
  const finding = (verdict: Finding['verdict'], told: readonly string[]): Finding =>
    findingOf(said.what, verdict, ...told);
  if (health === 'certificate') return finding('wrong', said.certificate(url));
  if (health === 'not-reached')
    return named ? finding('wrong', said.notReached(url)) : finding('open', said.notStarted(url));
  if (health !== 200) return finding('wrong', said.other(url, health));
  if (unsigned === undefined || unsigned === 404 || unsigned >= 500)
    return finding('wrong', said.noMessages(url, unsigned ?? 0));
  if (anonymous) return finding('ok', [said.anonymous(url)]);
  if (unsigned < 400) return finding('wrong', said.unguarded(url));
  return named ? finding('ok', [said.ok(url)]) : finding('open', said.onlyHere(url));
}

/** Whether the app package is for this bot. */
export function checkPackage(
  packaged: Packaged | undefined,
  { anonymous, appId }: Expected,
  { app: said }: DoctorTexts,
): Finding {
  if (anonymous) return findingOf(said.what, 'ok', said.anonymous);
  if (!packaged) return findingOf(said.what, 'open', ...said.none);
  return same(packaged.botId, appId)
    ? findingOf(said.what, 'ok', said.ok)
    : findingOf(said.what, 'wrong', ...said.otherBot(packaged.botId, appId));
}

/** Whether the registration, where it is known, is of this bot and says what the package says. */
export function checkRegistration(
  registration: Registration,
  seen: {
    readonly packaged: Packaged | undefined;
    readonly expected: Expected;
    readonly endpoint: EndpointReading;
  },
  { registration: said }: DoctorTexts,
): Finding {
  const { packaged, expected, endpoint } = seen;
  const faults = [
    ...(same(registration.appId ?? '', expected.appId)
      ? []
      : [said.otherApp(registration.appId ?? '', expected.appId)]),
    ...(registration.tenantId === undefined || same(registration.tenantId, expected.appTenantId)
      ? []
      : [said.otherTenant(registration.tenantId, expected.appTenantId)]),
    // On a machine that no setting gives an address the bot stands nowhere.
    ...(registration.endpoint === undefined ||
    !endpoint.named ||
    registration.endpoint === endpoint.url
      ? []
      : [said.otherEndpoint(registration.endpoint, endpoint.url)]),
    ...(packaged ? registrationFaults(packaged, registration) : []),
  ];
  return faults.length === 0
    ? findingOf(said.what, 'ok', said.ok)
    : findingOf(said.what, 'wrong', faults.join('; '), said.mend);
}

/** Whether duties can arrive: people with the bot in their chats, whom Teams lets it write to. */
export function checkPeople(
  { installed, looked, missing }: PeopleReading,
  { anonymous }: Expected,
  { people: said }: DoctorTexts,
): Finding {
  const count = (outcome: string): number => looked[outcome] ?? 0;
  if (installed === 0)
    return findingOf(said.what, anonymous ? 'open' : 'wrong', ...said.nobody(anonymous));
  if (count('not-authorized') > 0) return findingOf(said.what, 'wrong', ...said.notAuthorized);
  if (count('not-allowed') > 0)
    return findingOf(said.what, 'wrong', ...said.notAllowed(count('not-allowed')));
  const lost = count('not-installed') + count('blocked') + count('gone');
  if (lost > 0 && count('reached') === 0) return findingOf(said.what, 'wrong', ...said.lost(lost));
  if (missing.length > 0 && !anonymous)
    return findingOf(said.what, 'wrong', ...said.missing(missing));
  return lost > 0
    ? findingOf(said.what, 'open', ...said.lost(lost))
    : findingOf(said.what, 'ok', said.ok(installed));
}

/** Whether the IT team hears of it. */
export function checkChannel(
  { channel }: PeopleReading,
  { anonymous }: Expected,
  { channel: said }: DoctorTexts,
): Finding {
  if (channel === 'there') return findingOf(said.what, 'ok', said.ok);
  const [says, mend] = said.states[channel];
  // The Playground tells of its channel only once its page was opened.
  const wrong = channel !== 'later' && !anonymous;
  return findingOf(said.what, wrong ? 'wrong' : 'open', says, mend);
}

/** A finding; behind its verdict what it says and how to mend it, as the texts have them. */
export function findingOf(
  what: string,
  verdict: Finding['verdict'],
  ...[says = '', mend]: readonly string[]
): Finding {
  return { what, verdict, says, ...(mend === undefined ? {} : { mend }) };
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const withTold = (says: string, told: string): string =>
  told === '' ? says : `${says} (${withoutEnd(told, /[.\s]/)})`;

import { parsePersonId, parseTenantKey } from '../../../bot/duty/ids.ts';
import type { Person, PersonId } from '../../../bot/duty/ids.ts';
import { readOpening } from '../../../bot/casework/read-opening.ts';
import type { KindName } from '../../../bot/kinds/index.ts';
import { parseKind } from '../../../bot/kinds/index.ts';
import type { Json } from '../../../bot/kinds/kind.ts';
import type { Duty, OpenedBy } from '../../../bot/duty/duty.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import type { Opening } from '../../../bot/duty/open.ts';
import { dutyIdFor, openDuty, requestHash } from '../../../bot/duty/open.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import type { ReaderNow } from '../../../bot/views/reader.ts';
import { DateTime } from 'luxon';
import { sealing } from './sealing.ts';

/** A Monday morning in Amsterdam, 09:30 on the clock there. */
export const fixedNow = toInstant(DateTime.fromISO('2026-11-23T08:30:00Z'));

export const tenant = defined(parseTenantKey('11111111-aaaa-4bbb-8ccc-000000000001'));
export const anna = aPerson('22222222-aaaa-4bbb-8ccc-000000000001', 'Anna de Vries');
export const bram = aPerson('22222222-aaaa-4bbb-8ccc-000000000002', 'Bram Jansen');
export const carla = aPerson('22222222-aaaa-4bbb-8ccc-000000000003', 'Carla Smit');
/** Whom the sample answers name. */
export const mia = aPerson('22222222-aaaa-4bbb-8ccc-000000000004', 'Mia Visser');

export const dutch: ReaderNow = { language: 'nl', zone: 'Europe/Amsterdam', now: fixedNow };
export const english: ReaderNow = { ...dutch, language: 'en' };

/** What of an opening a test wants otherwise; `undefined` leaves a member out. */
export type Overrides = Readonly<Record<string, unknown>>;

/** The least of `details` that each kind takes. */
export const detailsOf: Readonly<Record<KindName, Readonly<Record<string, Json>>>> = {
  'verify-change': {
    summary: 'Nieuwe btw-codes voor facturen',
    checks: ['inloggen', 'factuurrun'],
  },
  'confirm-restore': {
    scope: 'Projectadministratie 2026',
    restorePoint: '2026-11-14T18:00:00+01:00',
    samples: ['Project 20261187', 'Factuur 4711'],
  },
  'review-access': {
    accounts: [
      { account: 'jbakker', name: 'Jan Bakker', role: 'Inkoper' },
      { account: 'mvisser', name: 'Mia Visser', role: 'Beheerder' },
      { account: 'osmit', name: 'Otto Smit' },
    ],
    controlTotal: 3,
  },
  'verify-incident': {
    solution: 'De loonstroken van juni zijn opnieuw aangemaakt',
    security: true,
    personalData: true,
  },
  'read-agreement': {
    document: 'Verwerkersovereenkomst',
    version: '2026-2',
    url: 'https://voorbeeld.nl/verwerkersovereenkomst',
  },
  'inform-staff': { topic: 'De zeven vuistregels van informatiebeveiliging' },
  'transfer-securely': { data: 'Export van de salarissen van oktober' },
  'check-capacity': { period: 'Q4 2026', locations: ['Breda', 'Zwolle', 'Thuiswerkers'] },
  'show-done': {
    about: 're-entry',
    task: 'Voer opnieuw in wat na het herstel ontbreekt.',
    items: ['factuur 20261', 'factuur 20262'],
  },
  'nil-return': { kind: 'verify-change', quarter: '2026-Q3' },
};

/** The body with which a vendor opens a duty of a kind, as the HTTP API takes it. */
export function openingFor(kind: KindName, overrides: Overrides = {}): Overrides {
  const body = {
    kind,
    system: 'Unit4 Financials',
    reference: 'CHG-4711',
    title: 'Release 2026.4: nieuwe btw-codes',
    assignees: [{ aadObjectId: anna.aadObjectId, name: anna.name }],
    dueOn: '2026-12-03',
    details: detailsOf[kind],
    ...overrides,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** An opening that has passed every check of the API; what the API refuses throws. */
export function anOpening(kind: KindName, overrides: Overrides = {}): Opening {
  // What the bot alone opens passes the same checks under the name of another kind.
  if (parseKind(kind) === undefined) {
    const { details = detailsOf[kind], kind: _, ...others } = overrides;
    return { ...anOpening('verify-change', others), kind, details: details as Json };
  }
  const read = readOpening(openingFor(kind, overrides));
  if (!read.ok) throw new Error(`The API refuses this opening: ${JSON.stringify(read.problems)}`);
  return read.opening;
}

const sampleVendor: OpenedBy = { type: 'vendor', name: 'Unit4 Bedrijfssoftware' };

/** A duty as it is right after it was opened, with its first record of evidence. */
export function opened(
  opening: Opening,
  {
    key = 'key-1',
    openedBy = sampleVendor,
    requesters = [],
  }: { key?: string; openedBy?: OpenedBy; requesters?: readonly PersonId[] } = {},
): { readonly duty: Duty; readonly records: readonly EvidenceRecord[] } {
  const id = dutyIdFor(tenant, 'vendor:sample', key);
  const decision = openDuty(
    id,
    { tenant, opening, opened: { openedBy, requestHash: requestHash(opening), requesters } },
    fixedNow,
  );
  return seal(decision.duty, decision.evidence, sealing(fixedNow));
}

/** An open duty of a kind, asked of Anna unless the overrides say otherwise. */
export function aDuty(kind: KindName, overrides: Overrides = {}): Duty {
  return opened(anOpening(kind, overrides)).duty;
}

/** The assignees of an opening, as the API takes them. */
export function asked(...people: readonly Person[]): Overrides {
  return { assignees: people.map(({ aadObjectId, name }) => ({ aadObjectId, name })) };
}

export function aPerson(id: string, name: string): Person {
  return { aadObjectId: personId(id), name };
}

export function personId(id: string): PersonId {
  return defined(parsePersonId(id));
}

/** The value, which the test knows to be there. */
export function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The test expected a value here.');
  return value;
}

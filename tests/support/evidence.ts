import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Fault, Verdict } from '../../bot/evidence/verify.ts';
import { verifyEvidence } from '../../bot/evidence/verify.ts';
import type { Duty, TenantKey } from '../../bot/lifecycle/duty.ts';
import { parseDutyId, parsePersonId, parseTenantKey } from '../../bot/lifecycle/duty.ts';
import { toInstant } from '../../bot/lifecycle/instant.ts';
import type { Opening } from '../../bot/lifecycle/open.ts';
import { openDuty } from '../../bot/lifecycle/open.ts';
import type { EvidenceRecord, RecordDraft } from '../../bot/lifecycle/record.ts';
import { hashOf, seal } from '../../bot/lifecycle/record.ts';
import { viewOf } from '../../bot/lifecycle/view.ts';
import type { Store } from '../../bot/store/ports.ts';
import { sealing } from './sealing.ts';

function known<T>(value: T | undefined): T {
  assert.ok(value !== undefined);
  return value;
}

export const tenant: TenantKey = known(parseTenantKey('tenant-1'));
export const otherTenant: TenantKey = known(parseTenantKey('tenant-2'));
const jan = { aadObjectId: known(parsePersonId('jan')), name: 'Jan Bakker – ICT' };

/** The instant so many days after 1 November 2026, at noon. */
export const onDay = (day: number) =>
  toInstant(DateTime.fromISO('2026-11-01T12:00:00Z').plus({ days: day }));

/** A duty without a history; its digit makes its id. */
export function dutyWith(digit: string, change: Partial<Duty> = {}): Duty {
  const opening: Opening = {
    kind: 'verify-change',
    system: 'Unit4 Financials',
    reference: `CHG-${digit}`,
    title: 'Release 2026.4',
    dueOn: '2026-12-03',
    assignees: [],
    details: { summary: 'Nieuwe btw-codes' },
    rows: [],
  };
  const id = known(parseDutyId(`d${digit.repeat(24)}`));
  const { duty } = openDuty(
    id,
    tenant,
    opening,
    { openedBy: { type: 'vendor', name: 'Unit4' }, requestHash: '' },
    onDay(0),
  );
  return { ...duty, ...change };
}

/** What happened to every duty here: opened by the vendor, delivered, answered by Jan. */
export const story: readonly RecordDraft[] = [
  {
    type: 'opened',
    data: { title: 'Release 2026.4 “btw”', rows: [1, 0.5, 1e21, 1e-7], none: null },
  },
  { type: 'delivered', data: { to: ['jan'], note: 'regel\u2028\u0001\ud83d\ude02' } },
  {
    type: 'answered',
    by: jan,
    outcome: 'problem',
    data: { works: false, remark: 'btw klopt niet' },
  },
];

/** The records of a duty, one a day. */
export function chainOf(
  duty: Duty,
  drafts: readonly RecordDraft[] = story,
): readonly EvidenceRecord[] {
  let now = duty;
  return drafts.flatMap((draft, day) => {
    const sealed = seal(now, [draft], sealing(onDay(day)));
    now = sealed.duty;
    return sealed.records;
  });
}

/** What the contract asks of a manifest, and no more. */
export function plainManifest(records: readonly EvidenceRecord[]): object {
  const heads = Object.fromEntries(records.map(({ dutyId, hash }) => [dutyId, hash]));
  return hashed({ type: 'manifest', records: records.length, heads });
}

/** The manifest as our own export writes it. */
export function ownManifest(records: readonly EvidenceRecord[], starts: object = {}): object {
  const order = createHash('sha256')
    .update(records.map(({ hash }) => hash).join(''))
    .digest('hex');
  const { hash: _, ...plain } = { hash: '', ...plainManifest(records) };
  return hashed({ ...plain, extent: {}, starts, order });
}

/** An object with the hash that belongs to it, whatever it carried. */
export function hashed(content: object): object {
  const { hash: _, ...unhashed } = { hash: '', ...content };
  return { ...unhashed, hash: hashOf(unhashed) };
}

/** One line of JSON for each object. */
export const linesFor = (...objects: readonly object[]): string =>
  objects.map((object) => `${JSON.stringify(object)}\n`).join('');

export const verdictOn = (file: string | Buffer): Promise<Verdict> => {
  async function* chunks(): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from(file));
  }
  return verifyEvidence(chunks);
};

/** What is wrong with a file that must not be whole. */
export async function faultIn(file: string | Buffer): Promise<Fault> {
  const verdict = await verdictOn(file);
  assert.ok(verdict.type === 'tampered', `The file is ${verdict.type}.`);
  return verdict.fault;
}

/** Puts a duty with its records into a store, and on the lists by which exports find it. */
export async function keep(
  store: Store,
  duty: Duty,
  records: readonly EvidenceRecord[],
): Promise<void> {
  const change = { duty, etag: undefined, records, effects: [], attempt: 'first' };
  assert.equal(await store.duties.commit(change), 'committed');
  for (const month of new Set(records.map(({ at }) => at.slice(0, 7)))) {
    await store.listings.put(duty.tenant, { list: 'evidence', month }, viewOf(duty));
  }
}

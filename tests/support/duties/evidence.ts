import { parseDutyId, parsePersonId, parseTenantKey } from '../../../bot/duty/ids.ts';
import type { TenantKey } from '../../../bot/duty/ids.ts';
import type { Exported, Exporting } from '../../../bot/features/evidence/export.ts';
import { exportEvidence } from '../../../bot/features/evidence/export.ts';
import { makeCheckpoint } from '../../../bot/features/evidence/log/append.ts';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Held } from '../../../bot/evidence/verify/against.ts';
import type { Fault, Verdict } from '../../../bot/evidence/verify/verify.ts';
import { verifyEvidence } from '../../../bot/evidence/verify/verify.ts';
import { canonical } from '../../../bot/duty/record/canonical.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import type { Opening } from '../../../bot/duty/open.ts';
import { openDuty } from '../../../bot/duty/open.ts';
import type { EvidenceRecord, RecordDraft } from '../../../bot/duty/record/record.ts';
import { beforeFirst, hashOf, seal } from '../../../bot/duty/record/record.ts';
import type { KeptCard } from '../../../bot/duty/record/shown.ts';
import { viewOf } from '../../../bot/duty/view.ts';
import type { Store } from '../../../bot/ports/store.ts';
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
    { tenant, opening, opened: { openedBy: { type: 'vendor', name: 'Unit4' }, requestHash: '' } },
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

/** The records of a duty, one a day, and the cards that were shown. */
export function livedThrough(duty: Duty, drafts: readonly RecordDraft[]) {
  let now = duty;
  const days = drafts.map((draft, day) => {
    const sealed = seal(now, [draft], sealing(onDay(day)));
    now = sealed.duty;
    return sealed;
  });
  return {
    records: days.flatMap(({ records }) => records),
    cards: days.flatMap(({ cards }) => cards),
  };
}

/** The records of a duty, one a day. */
export const chainOf = (
  duty: Duty,
  drafts: readonly RecordDraft[] = story,
): readonly EvidenceRecord[] => livedThrough(duty, drafts).records;

/** The same as a program wrote it that knows the contract and no more: without seals. */
export function bareChainOf(
  duty: Duty,
  drafts: readonly RecordDraft[] = story,
): readonly EvidenceRecord[] {
  let prev = beforeFirst;
  return chainOf(duty, drafts).map((record) => {
    const { open: _, seal: __, who: ___, hash: ____, ...content } = record;
    const unhashed = { ...content, prev };
    prev = hashOf(unhashed);
    return { ...unhashed, hash: prev };
  });
}

/** What the contract asks of a manifest, and no more. */
export function plainManifest(records: readonly EvidenceRecord[]): object {
  const heads = Object.fromEntries(records.map(({ dutyId, hash }) => [dutyId, hash]));
  return hashed({ type: 'manifest', records: records.length, heads });
}

/** The manifest as our own export writes it. */
export function ownManifest(records: readonly EvidenceRecord[], more: object = {}): object {
  const order = createHash('sha256')
    .update(records.map(({ hash }) => hash).join(''))
    .digest('hex');
  const { hash: _, ...plain } = { hash: '', ...plainManifest(records) };
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const of = (kind: string) => records.filter((record) => record.kind === kind);
  return hashed({
    ...plain,
    format: 'shared-duty-evidence/2',
    tenant,
    environment: 'production',
    asOf: onDay(60),
    software: 'shared-duty 0.0.0',
    extent: {},
    order,
    people: new Set(records.flatMap(({ by }) => (by?.aadObjectId ? [by.aadObjectId] : []))).size,
    byKind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        {
          chains: new Set(of(kind).map(({ dutyId }) => dutyId)).size,
          records: of(kind).length,
        },
      ]),
    ),
    ...more,
  });
}

/** An object with the hash that belongs to it, whatever it carried. */
export function hashed<T extends object>(content: T): T & { readonly hash: string } {
  const { hash: _, ...unhashed } = { hash: '', ...content };
  return { ...content, hash: hashOf(unhashed) };
}

/** One line of JSON for each object, in canonical form. */
export const linesFor = (...objects: readonly object[]): string =>
  objects.map((object) => `${canonical(object)}\n`).join('');

export const verdictOn = (file: string | Buffer, held: readonly Held[] = []): Promise<Verdict> => {
  async function* chunks(): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from(file));
  }
  return verifyEvidence(chunks, held);
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
  cards: readonly KeptCard[] = [],
): Promise<void> {
  const end = records.at(-1);
  const state = end
    ? { ...duty, seq: end.seq, head: end.hash, ...(end.seal ? { seal: end.seal.hash } : {}) }
    : duty;
  const change = { duty: state, etag: undefined, records, cards, effects: [], attempt: 'first' };
  assert.equal(await store.duties.commit(change), 'committed');
  for (const month of new Set(records.map(({ at }) => at.slice(0, 7)))) {
    await store.indexes.put(duty.tenant, { list: 'evidence', month }, viewOf(duty));
  }
}

/** Makes a checkpoint of a store on a day; undefined where nothing is new. */
export const checkpoint = (store: Store, day = 30) =>
  makeCheckpoint({ store, now: () => onDay(day) }, tenant, {
    origin: `shared-duty/${tenant}/Duty`,
  });

/** Everything in a store as the export writes it, and what was wrong with the store. */
export async function exportOf(
  store: Store,
  more: Partial<Exporting> = {},
): Promise<{ readonly file: string } & Exported> {
  const lines: string[] = [];
  const all = exportEvidence(store.evidence, {
    tenant,
    extent: {},
    environment: 'production',
    asOf: onDay(60),
    software: 'shared-duty 0.0.0',
    ...more,
  });
  for (;;) {
    const line = await all.next();
    if (line.done === true) return { file: lines.join(''), ...line.value };
    lines.push(line.value);
  }
}

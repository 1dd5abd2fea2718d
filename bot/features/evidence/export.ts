import { parseDutyId } from '../../duty/ids.ts';
import type { DutyId, Instant, TenantKey } from '../../duty/ids.ts';
import { createHash } from 'node:crypto';
import type { EvidenceRecord } from '../../duty/record.ts';
import { hashOf } from '../../duty/record.ts';
import { withoutNames } from '../../duty/without-names.ts';
import type { Store } from '../../ports/store.ts';

/** Which evidence is wanted: from an instant (included) to an instant (excluded), of one kind or all. */
export interface DateRange {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly kind?: string;
}

const dutiesPerRead = 100;

/**
 * The evidence as lines of JSON, a duty after the other, each in the order of its chain. The last
 * line is the manifest; a file without it is truncated. Memory holds one duty at a time and a head per duty.
 */
export function exportEvidence(
  store: Store,
  tenant: TenantKey,
  extent: DateRange,
): AsyncGenerator<string> {
  return exportFor(store, { tenant }, extent);
}

/** Whose evidence is read, and by whom: all of a tenant unless a vendor is named. */
export interface EvidenceReader {
  readonly tenant: TenantKey;
  /** Only what this vendor opened. */
  readonly vendor?: string;
  /** Roles instead of names: such lines no longer fit their hash, and say so, as the manifest does. */
  readonly withoutNames?: boolean;
}

/** As `exportEvidence`, for one reader. */
export async function* exportFor(
  store: Store,
  reader: EvidenceReader,
  extent: DateRange,
): AsyncGenerator<string> {
  const { tenant, withoutNames: nameless = false } = reader;
  const heads: Record<string, string> = {};
  const starts: Record<string, number> = {};
  const order = createHash('sha256');
  let records = 0;
  for await (const id of dutiesIn(store, tenant, extent)) {
    const mayRead = await readable(store, reader, id);
    if (!mayRead) continue;
    for await (const record of piece(store.duties.records({ tenant, id }), extent)) {
      if (heads[id] === undefined && record.seq > 1) starts[id] = record.seq;
      heads[id] = record.hash;
      order.update(record.hash);
      records += 1;
      yield `${JSON.stringify(mayRead.show(record))}\n`;
    }
  }
  // `order` shows that no line changed places with that of another duty; `starts` that a chain
  // begins later because the extent does.
  const whole = { type: 'manifest', records, heads, extent, starts, order: order.digest('hex') };
  const manifest = nameless ? { ...whole, namesWithheld: true } : whole;
  yield `${JSON.stringify({ ...manifest, hash: hashOf(manifest) })}\n`;
}

/** How a reader is shown the records of a duty; undefined where the reader may not know of it. */
async function readable(
  store: Store,
  { tenant, vendor, withoutNames: nameless = false }: EvidenceReader,
  id: DutyId,
): Promise<{ readonly show: (record: EvidenceRecord) => object } | undefined> {
  if (vendor === undefined && !nameless) return { show: (record) => record };
  const duty = (await store.duties.load({ tenant, id }))?.value;
  if (!duty) return undefined;
  const { openedBy } = duty;
  if (vendor !== undefined && !(openedBy.type === 'vendor' && openedBy.name === vendor))
    return undefined;
  return {
    show: (record) => (nameless ? { ...withoutNames(record, duty), namesWithheld: true } : record),
  };
}

/**
 * The part of a chain from its first record within the extent to its last. What lies between belongs
 * to it even where the clocks of two instances differ: a gap would look like a missing record.
 */
async function* piece(
  chain: AsyncIterable<EvidenceRecord>,
  extent: DateRange,
): AsyncGenerator<EvidenceRecord> {
  let begun = false;
  let held: EvidenceRecord[] = [];
  for await (const record of chain) {
    const inside = within(record, extent);
    begun ||= inside;
    if (!begun) continue;
    held.push(record);
    if (!inside) continue;
    yield* held;
    held = [];
  }
}

function within({ at }: EvidenceRecord, { from, to }: DateRange): boolean {
  return (from === undefined || at >= from) && (to === undefined || at < to);
}

async function* dutiesIn(
  store: Store,
  tenant: TenantKey,
  extent: DateRange,
): AsyncGenerator<DutyId> {
  const seen = new Set<string>();
  const first = extent.from?.slice(0, 7) ?? '';
  const last = extent.to?.slice(0, 7) ?? '~';
  for (const month of await store.indexes.months(tenant)) {
    if (month < first || month > last) continue;
    let cursor: string | undefined;
    do {
      const list = { list: 'evidence', month } as const;
      const page = await store.indexes.page(tenant, list, dutiesPerRead, cursor);
      for (const { id, kind } of page.items) {
        const dutyId = parseDutyId(id);
        const wanted = extent.kind === undefined || kind === extent.kind;
        // A duty with evidence in several months stands on several lists.
        if (!dutyId || !wanted || seen.has(id)) continue;
        seen.add(id);
        yield dutyId;
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
}

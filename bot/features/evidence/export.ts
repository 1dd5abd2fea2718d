import { createHash } from 'node:crypto';
import { canonical } from '../../duty/record/canonical.ts';
import type { Instant, TenantKey } from '../../duty/ids.ts';
import type { EvidenceRecord } from '../../duty/record/record.ts';
import { hashOf } from '../../duty/record/record.ts';
import { withoutNames } from '../../duty/record/without-names.ts';
import type { EvidenceStore, StoredChain } from '../../ports/store.ts';
import { format } from './format.ts';
import type { Checked } from './log/read-log.ts';
import { readLog } from './log/read-log.ts';
import type { DateRange } from './selection.ts';
import { chainsOfKind, isTouched } from './selection.ts';
import type { StoreFault } from './store-faults.ts';
import { storeFaults } from './store-faults.ts';

export type { DateRange } from './selection.ts';

/** Whose evidence is read, and by whom: all of a tenant unless a vendor is named. */
export interface EvidenceReader {
  readonly tenant: TenantKey;
  /** Only what this vendor opened. */
  readonly vendor?: string;
  /** Roles instead of names: such lines no longer fit their hash, and say so, as the manifest does. */
  readonly withoutNames?: boolean;
}

/** Where and when an export is made, as its manifest says. */
export interface Exporting extends EvidenceReader {
  readonly extent: DateRange;
  /** In development anybody may be anybody: such evidence proves nothing about people. */
  readonly environment: 'production' | 'development';
  readonly asOf: Instant;
  /** Name and version of the program. */
  readonly software: string;
  /** Told how many records were read so far, those that do not belong to the extent included. */
  readonly seen?: (records: number) => void;
}

/** What was exported, and whatever was wrong with the store. */
export interface Exported {
  readonly records: number;
  readonly problems: readonly StoreFault[];
}

// Of a store that is spoilt throughout, this many faults say enough; how many there are is told as well.
const faultsTold = 1000;

/**
 * The evidence as lines of JSON in canonical form (RFC 8785): chain after chain, each from its first record
 * to its last, found by reading the store itself and not its lists. The last line is the manifest; a file
 * without it is truncated. Memory holds a chain, and a head for each.
 */
export async function* exportEvidence(
  store: EvidenceStore,
  exporting: Exporting,
): AsyncGenerator<string, Exported> {
  const { tenant, extent } = exporting;
  const tally = createTally();
  const log = await readLog(store, tenant);
  const ofKind = await chainsOfKind(store, tenant, extent.kind);
  const problems: StoreFault[] = [];
  let seen = 0;
  for await (const read of store.chains(tenant)) {
    seen += read.records.length;
    exporting.seen?.(seen);
    if (!isFor(exporting, read) || log.isRemoved(read.id)) continue;
    const { chain, faults } = await settled(store, tenant, read);
    // A fault counts whatever was asked for: nobody can say what the missing row was about.
    problems.push(...faults, ...log.faultsOf(chain));
    if (!ofKind(chain.id, chain.state) || !isTouched(chain, extent)) continue;
    for (const record of asTheyRead(chain)) {
      tally.add(record, chain);
      yield `${lineOf(shownTo(exporting, record, chain))}\n`;
    }
  }
  if (exporting.vendor === undefined) problems.push(...log.lost());
  const manifest = manifestOf(exporting, { tally, problems, log });
  yield `${canonical({ ...manifest, hash: hashOf(manifest) })}\n`;
  return { records: tally.records(), problems };
}

/**
 * A chain with what is wrong with it. Its rows were read one after the other, and people answer meanwhile:
 * what looks wrong is read again by itself before it is called wrong.
 */
async function settled(
  store: EvidenceStore,
  tenant: TenantKey,
  read: StoredChain,
): Promise<{ readonly chain: StoredChain; readonly faults: readonly StoreFault[] }> {
  const faults = storeFaults(read);
  if (faults.length === 0) return { chain: read, faults };
  const chain = await store.chain({ tenant, id: read.id });
  return { chain, faults: storeFaults(chain) };
}

/** A vendor reads what it opened itself. */
function isFor({ vendor }: EvidenceReader, { state }: StoredChain): boolean {
  if (vendor === undefined) return true;
  const openedBy = state?.duty?.openedBy;
  return openedBy?.type === 'vendor' && openedBy.name === vendor;
}

function shownTo(
  { withoutNames: nameless }: EvidenceReader,
  record: EvidenceRecord,
  { state }: StoredChain,
): object {
  if (!nameless || !state?.duty) return record;
  return { ...withoutNames(record, state.duty), namesWithheld: true };
}

/** A record that has no canonical form is a fault of the store; it is shown as it is. */
function lineOf(record: object): string {
  try {
    return canonical(record);
  } catch {
    return JSON.stringify(record);
  }
}

/**
 * The records of a chain as they read now. Where somebody was erased, that record and those after it have
 * other hashes than when they were written; `was` keeps what a card may have shown.
 */
function* asTheyRead({ records }: StoredChain): Generator<EvidenceRecord> {
  let head: string | undefined;
  for (const { record } of records) {
    if (!record) continue;
    const erased = Object.values(record.open ?? {}).some((opened) => typeof opened !== 'string');
    if (head === undefined && !erased) {
      yield record;
      continue;
    }
    const { hash: was, ...content } = record;
    const unhashed = { ...content, ...(head === undefined ? {} : { prev: head }), was };
    head = hashOf(unhashed);
    yield { ...unhashed, hash: head };
  }
}

interface Tally {
  readonly add: (record: EvidenceRecord, chain: StoredChain) => void;
  readonly records: () => number;
  readonly manifest: () => object;
}

function createTally(): Tally {
  const heads: Record<string, string> = {};
  const byKind: Record<string, { chains: number; records: number }> = {};
  const people = new Set<string>();
  const order = createHash('sha256');
  let records = 0;
  return {
    add: (record, { id }) => {
      const { kind, by, hash } = record;
      const counted = (byKind[kind] ??= { chains: 0, records: 0 });
      if (heads[id] === undefined) counted.chains += 1;
      counted.records += 1;
      records += 1;
      heads[id] = hash;
      if (by?.aadObjectId) people.add(by.aadObjectId);
      order.update(hash);
    },
    records: () => records,
    manifest: () => ({ records, heads, byKind, people: people.size, order: order.digest('hex') }),
  };
}

function manifestOf(
  {
    tenant,
    extent,
    environment,
    asOf,
    software,
    vendor,
    withoutNames: withheld = false,
  }: Exporting,
  {
    tally,
    problems,
    log,
  }: { readonly tally: Tally; readonly problems: readonly StoreFault[]; readonly log: Checked },
): object {
  const of = vendor === undefined ? {} : { vendor };
  const about = { tenant, extent, environment, asOf, software, ...of };
  const told = problems.slice(0, faultsTold);
  const wrong = problems.length === 0 ? {} : { problems: told, problemCount: problems.length };
  const nameless = withheld ? { namesWithheld: true } : {};
  return {
    ...{ type: 'manifest', format, ...about },
    ...tally.manifest(),
    // The log names the duties of everybody.
    ...(vendor === undefined ? log.manifest() : {}),
    ...wrong,
    ...nameless,
  };
}

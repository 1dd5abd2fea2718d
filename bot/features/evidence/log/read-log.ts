import { canonical } from '../../../duty/record/canonical.ts';
import type { TenantKey } from '../../../duty/ids.ts';
import type { Checkpointed, EvidenceStore, Statement, StoredChain } from '../../../ports/store.ts';
import type { StoreFault } from '../store-faults.ts';
import type { Frontier } from './merkle.ts';
import { appended, emptyFrontier, leafHash } from './merkle.ts';

/** The log of evidence, held against the chains that it speaks of. */
export interface Checked {
  /** What the log says of a chain and the chain does not. */
  readonly faultsOf: (chain: StoredChain) => readonly StoreFault[];
  /** Whether the log says that a chain was taken away after its term: nothing of it is evidence any more. */
  readonly isRemoved: (duty: string) => boolean;
  /** After all chains: what the log speaks of and the store does not have. */
  readonly lost: () => readonly StoreFault[];
  /** What the manifest says of it; nothing where there is no log yet. */
  readonly manifest: () => object;
}

/** The leaf of a statement. */
export const leafOf = (statement: Statement): Buffer =>
  leafHash(Buffer.from(canonical(statement), 'utf8'));

/** Reads the whole log. Its frontier must be the one that was kept when it was last appended to. */
export async function readLog(store: EvidenceStore, tenant: TenantKey): Promise<Checked> {
  const [head, statements, checkpoints] = await Promise.all([
    store.head(tenant),
    all<Statement>(store.statements(tenant)),
    all<Checkpointed>(store.checkpoints(tenant)),
  ]);
  const frontier = statements.map(leafOf).reduce(appended, emptyFrontier);
  const broken = isKept(frontier, head?.value ?? { size: 0, roots: [] }) ? [] : [brokenLog];
  const spoken = new Map<string, Statement[]>();
  const removed = new Set<string>(
    statements.flatMap((one) => (one.removed === undefined ? [] : [one.duty])),
  );
  for (const statement of statements) {
    if (removed.has(statement.duty)) continue;
    const others = spoken.get(statement.duty);
    if (others) others.push(statement);
    else spoken.set(statement.duty, [statement]);
  }
  return {
    isRemoved: (duty) => removed.has(duty),
    faultsOf: ({ id, records }) => {
      const said = spoken.get(id) ?? [];
      spoken.delete(id);
      const seals = new Map(records.map(({ seq, record }) => [seq, record?.seal?.hash]));
      return said
        .filter(({ seq, hash }) => seals.get(seq) !== hash)
        .map(({ duty, seq }) => ({ dutyId: duty, seq, problem: 'the log knows another record' }));
    },
    lost: () => [
      ...broken,
      ...[...spoken.keys()].map((dutyId) => ({
        dutyId,
        problem: 'the log knows it, the store has nothing of it',
      })),
    ],
    manifest: () =>
      statements.length === 0
        ? {}
        : { log: { statements, checkpoints: checkpoints.map(({ text }) => text) } },
  };
}

const brokenLog: StoreFault = {
  dutyId: '',
  problem: 'the log of evidence is not what its head says',
};

const isKept = ({ size, roots }: Frontier, kept: { size: number; roots: readonly string[] }) =>
  size === kept.size && roots.every((root, at) => root.toString('hex') === kept.roots[at]);

async function all<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const read: T[] = [];
  for await (const one of stream) read.push(one);
  return read;
}

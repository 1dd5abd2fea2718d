import type { Instant, TenantKey } from '../../../duty/ids.ts';
import type {
  Checkpointed,
  EvidenceStore,
  LogHead,
  Statement,
  Unlogged,
} from '../../../ports/store.ts';
import type { Stored } from '../../../ports/stored.ts';
import type { Services } from '../../../ports/services.ts';
import type { LogName } from './checkpoint.ts';
import { writeCheckpoint } from './checkpoint.ts';
import type { Frontier } from './merkle.ts';
import { appended, rootOf } from './merkle.ts';
import { leafOf } from './read-log.ts';

// The head of the log and a checkpoint go in the same transaction of 100 rows.
const perAppend = 95;
const perShard = 500;
const maxRounds = 1000;
// Not noted, it is shown once more when it is asked for again.
const maxNotes = 5;

const frontierOf = ({ size, roots }: LogHead): Frontier => ({
  size,
  roots: roots.map((root) => Buffer.from(root, 'hex')),
});
const emptyHead: LogHead = { size: 0, roots: [] };

/** Appends to the log what it does not say yet and makes a checkpoint of it; undefined where nothing is new. */
export async function makeCheckpoint(
  { store, now }: Pick<Services, 'store' | 'now'>,
  tenant: TenantKey,
  name: LogName,
): Promise<Checkpointed | undefined> {
  const head = await appendWaiting(store.evidence, tenant);
  return head && checkpointAt(store.evidence, tenant, { head, name, at: now() });
}

/**
 * Appends to the log what it does not say yet. Gives its head where that has no checkpoint; undefined where
 * nothing is new, or another instance is at it. What was appended and not yet taken from the rows that wait
 * is appended again, which says nothing new.
 */
export async function appendWaiting(
  store: EvidenceStore,
  tenant: TenantKey,
): Promise<Stored<LogHead> | undefined> {
  for (let round = 0; round < maxRounds; round += 1) {
    const waiting = await store.unlogged(tenant, perShard);
    if (waiting.length === 0) break;
    if (!(await appendStatements(store, tenant, latestOf(waiting)))) return undefined;
    await store.logged(tenant, waiting);
  }
  const head = await store.head(tenant);
  return head?.value.checkpoint?.size === head?.value.size ? undefined : head;
}

/** Makes a checkpoint of the log as it stands in that head; undefined where it stands otherwise by now. */
export async function checkpointAt(
  store: EvidenceStore,
  tenant: TenantKey,
  made: {
    readonly head: Stored<LogHead>;
    readonly name: LogName;
    readonly at: Instant;
  },
): Promise<Checkpointed | undefined> {
  const { head, name, at } = made;
  const { origin, key } = name;
  const { size } = head.value;
  const root = rootOf(frontierOf(head.value));
  const checkpoint = { at, size, text: writeCheckpoint({ origin, size, root, at }, key) };
  const is = { ...head.value, checkpoint };
  const result = await store.append(tenant, [], { is, was: head.value, etag: head.etag });
  return result === 'appended' ? checkpoint : undefined;
}

/** Notes which checkpoint stands in which channel; another instance that appends meanwhile comes first. */
export async function noteShown(
  store: EvidenceStore,
  tenant: TenantKey,
  shown: NonNullable<LogHead['shown']>,
): Promise<void> {
  for (let attempt = 0; attempt < maxNotes; attempt += 1) {
    const head = await store.head(tenant);
    if (!head) return;
    const is = { ...head.value, shown };
    const noted = await store.append(tenant, [], { is, was: head.value, etag: head.etag });
    if (noted === 'appended') return;
  }
}

/** Of each chain the last of what waits: it covers everything before it. */
function latestOf(waiting: readonly Unlogged[]): readonly Statement[] {
  const latest = new Map<string, Statement>();
  for (const { statement } of waiting) {
    const known = latest.get(statement.duty);
    if (!known || known.seq < statement.seq) latest.set(statement.duty, statement);
  }
  return [...latest.values()];
}

/** Appends statements of its own accord; false where another instance was first. */
export async function appendStatements(
  store: EvidenceStore,
  tenant: TenantKey,
  statements: readonly Statement[],
): Promise<boolean> {
  for (let at = 0; at < statements.length; at += perAppend) {
    const some = statements.slice(at, at + perAppend);
    const head = await store.head(tenant);
    const was = head?.value ?? emptyHead;
    const { size, roots } = some.map(leafOf).reduce(appended, frontierOf(was));
    const is = { ...was, size, roots: roots.map((root) => root.toString('hex')) };
    const result = await store.append(tenant, some, { is, was, etag: head?.etag });
    if (result === 'conflict') return false;
  }
  return true;
}

import type { DutyId, TenantKey } from '../../duty/ids.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { DutyView } from '../../duty/view.ts';
import type { Moved } from '../../ports/store.ts';
import type { EntityTable, Write } from '../azure/entity-table.ts';
import { sumWrites } from './coverage.ts';
import { indexPartition, monthPrefix } from './index-keys.ts';
import type { Move } from './list-rows.ts';
import { headOf, rowsOf } from './list-rows.ts';

const maxAttempts = 30;
// Azure takes 100 rows and 4 MiB a transaction; the rest is for keys and for what is counted.
const mostRows = 90;
const mostCharacters = 3_000_000;
/** Of a duty with one or two people some nine rows move. */
const mostTogether = 8;

interface Waiting {
  readonly moved: Moved;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Moves duties on a tenant's lists. All of them change the same few sums, so they go one after the other here, and what
 * comes in the meantime goes in one transaction: at sixteen answers at once each third move met another one and began
 * again. Resolves when the duty stands where it belongs.
 */
export function movesOn(table: EntityTable): (tenant: TenantKey, moved: Moved) => Promise<void> {
  const lanes = new Map<TenantKey, Waiting[]>();
  const drain = async (tenant: TenantKey, lane: Waiting[]): Promise<void> => {
    while (lane.length > 0) await moveNext(table, tenant, takeFrom(lane));
    lanes.delete(tenant);
  };
  return (tenant, moved) =>
    new Promise((done, failed) => {
      const lane = lanes.get(tenant);
      const waiting = { moved, done, failed };
      if (lane) {
        lane.push(waiting);
        return;
      }
      const fresh = [waiting];
      lanes.set(tenant, fresh);
      void drain(tenant, fresh);
    });
}

/** The next few, no duty twice: one state of it comes after the other. */
function takeFrom(lane: Waiting[]): readonly Waiting[] {
  const taken = new Map<string, Waiting>();
  for (const waiting of lane) {
    const { id } = waiting.moved.view;
    if (!taken.has(id)) taken.set(id, waiting);
    if (taken.size === mostTogether) break;
  }
  const next = [...taken.values()];
  lane.splice(
    0,
    lane.length,
    ...lane.filter((waiting) => taken.get(waiting.moved.view.id) !== waiting),
  );
  return next;
}

/** Moves some duties, in one transaction where that can be; never rejects: each of them hears how it ended. */
async function moveNext(
  table: EntityTable,
  tenant: TenantKey,
  waiting: readonly Waiting[],
): Promise<void> {
  const moved = waiting.map((one) => one.moved);
  // What fails together is tried one by one: whoever it failed for hears of it, and nobody else.
  const together =
    waiting.length > 1 && (await moveTogether(table, tenant, moved).catch(() => false));
  for (const { moved: one, done, failed } of waiting) {
    if (together) done();
    else await move(table, tenant, one).then(done, failed);
  }
}

/** False where they do not fit one transaction, or one of them, or a sum, was moved in between: nothing is written then. */
async function moveTogether(
  table: EntityTable,
  tenant: TenantKey,
  moved: readonly Moved[],
): Promise<boolean> {
  if (moved.some(({ was, now }) => was && was.revision >= now.revision)) return false;
  const moves = moved.map(({ was: before, ...one }) => ({ ...one, before, id: idOf(one.view) }));
  const parts = moves.map(rowsOf);
  const sums = await sumWrites(table, tenant, moves.map(counting));
  const writes = onceEach([...parts.flatMap(({ needed, rows }) => [...needed, ...rows]), ...sums]);
  const characters = moves.reduce(
    (sum, one, at) => sum + charactersOf(one.view) * (parts[at]?.rows.length ?? 0),
    0,
  );
  if (!writes || writes.length > mostRows || characters > mostCharacters) return false;
  return (await table.transact(indexPartition(tenant), writes)) === 'done';
}

/** Each row once; undefined where two duties say something else of one. The row of a month is the same for all. */
function onceEach(writes: readonly Write[]): readonly Write[] | undefined {
  const months = new Map<string, Write>();
  const others: Write[] = [];
  for (const write of writes) {
    if (write.rowKey.startsWith(monthPrefix)) months.set(write.rowKey, write);
    else others.push(write);
  }
  const isClear = new Set(others.map(({ rowKey }) => rowKey)).size === others.length;
  return isClear ? [...others, ...months.values()] : undefined;
}

/**
 * Moves a duty to where it belongs, in one transaction with the counters. The row of the state that was listed
 * last is deleted by its name: only one change can follow another, and whoever comes late, twice or out of order
 * finds another row there and looks again. What is told of the state before saves that look.
 */
async function move(table: EntityTable, tenant: TenantKey, moved: Moved): Promise<void> {
  const { now, view } = moved;
  const id = idOf(view);
  let before = moved.was;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (before && before.revision >= now.revision) {
      // Told of a state that is not before this one: what is stored decides.
      if (attempt > 0) return;
    } else {
      const writes = await writesFor(table, tenant, { id, view, before, now });
      if (await commit(table, indexPartition(tenant), writes)) return;
    }
    before = await headOf(table, tenant, id);
  }
  throw new Error(
    `The lists changed ${String(maxAttempts)} times while ${id} was being moved on them.`,
  );
}

function idOf(view: DutyView): DutyId {
  const id = parseDutyId(view.id);
  if (!id) throw new Error(`${view.id} is no duty.`);
  return id;
}

interface Writes {
  /** What has to happen together. */
  readonly together: readonly Write[];
  /** Rows for which one transaction has no room: harmless before the others. */
  readonly ahead: readonly Write[];
}

const counting = ({ id, before, now }: Move) => ({
  id,
  before: before?.counted,
  now: now.counted,
});
/** What a row of it takes, two bytes a character. */
const charactersOf = (view: DutyView): number => 2 * JSON.stringify(view).length;

async function writesFor(table: EntityTable, tenant: TenantKey, one: Move): Promise<Writes> {
  const sums = await sumWrites(table, tenant, [counting(one)]);
  const { needed, rows } = rowsOf(one);
  const fitting = Math.min(mostRows, Math.floor(mostCharacters / charactersOf(one.view)));
  const kept = Math.max(0, fitting - needed.length - sums.length);
  return { together: [...needed, ...sums, ...rows.slice(0, kept)], ahead: rows.slice(kept) };
}

/** False when the duty, or what is counted beside it, was moved in between. */
async function commit(
  table: EntityTable,
  partition: string,
  { together, ahead }: Writes,
): Promise<boolean> {
  for (const write of ahead) await table.transact(partition, [write]);
  return (await table.transact(partition, together)) === 'done';
}

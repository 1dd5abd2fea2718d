import type { Duty, DutyRef, Instant } from '../lifecycle/duty.ts';
import type { Decision, DutyEvent, Verdict } from '../lifecycle/decide.ts';
import { decide } from '../lifecycle/decide.ts';
import { seal } from '../lifecycle/record.ts';
import { tellingVendor } from '../lifecycle/telling-vendor.ts';
import type { OutboxEntry, Stored } from '../store/ports.ts';
import type { World } from './world.ts';

// Under contention each round has one winner; this many rounds end any real contest.
const maxRounds = 100;

export interface Changed {
  readonly verdict: Verdict;
  readonly duty: Duty;
  readonly entries: readonly OutboxEntry[];
}

/**
 * Lets an event happen to a duty: read, decide, commit in one transaction, and again when somebody
 * else was first. Undefined when the duty does not exist. `done` leaves the outbox with the change.
 */
export async function changeDuty(
  world: World,
  ref: DutyRef,
  event: DutyEvent,
  done?: OutboxEntry,
): Promise<Changed | undefined> {
  return changeDutyWith(world, ref, () => event, done);
}

/** As `changeDuty`, for an event that depends on the duty as it was read. */
export async function changeDutyWith(
  world: World,
  ref: DutyRef,
  eventFor: (duty: Duty) => DutyEvent | undefined | Promise<DutyEvent | undefined>,
  done?: OutboxEntry,
): Promise<Changed | undefined> {
  for (let round = 0; round < maxRounds; round += 1) {
    const read = await world.store.duties.load(ref);
    if (!read) return undefined;
    const event = await eventFor(read.value);
    if (!event) return { verdict: 'done', duty: read.value, entries: [] };
    const now = world.now();
    const decision = decide(read.value, event, now);
    const changed = await commitDecision(world, decision, { read, now, done });
    if (changed) {
      world.delivery.soon(changed.entries);
      return changed;
    }
  }
  throw new Error(
    `The duty ${ref.id} changed ${String(maxRounds)} times while it was being changed.`,
  );
}

/** A vendor that is told over HTTP hears of every change that it could see. */
function withVendor(
  world: World,
  decision: Decision,
  before: Duty | undefined,
  now: Instant,
): Decision {
  const { openedBy } = decision.duty;
  const told = openedBy.type === 'vendor' && world.vendors.isTold(openedBy.name);
  return told ? tellingVendor(before, decision, now) : decision;
}

/** Commits a decision; undefined when somebody else was first. Nothing is written where nothing changed. */
export async function commitDecision(
  world: World,
  decision: Decision,
  { read, now, done }: { read?: Stored<Duty>; now: Instant; done?: OutboxEntry | undefined },
): Promise<Changed | undefined> {
  const { verdict } = decision;
  if (decision.duty === read?.value) return { verdict, duty: decision.duty, entries: [] };
  const { effects } = withVendor(world, decision, read?.value, now);
  const { duty, records } = seal(decision.duty, decision.evidence, {
    at: now,
    newKey: world.newId,
  });
  const entries = effects.map((effect): OutboxEntry => ({
    tenant: duty.tenant,
    dutyId: duty.id,
    effect,
    dueAt: 'notBefore' in effect && effect.notBefore > now ? effect.notBefore : now,
    attempts: 0,
  }));
  const result = await world.store.duties.commit({
    duty,
    etag: read?.etag,
    records,
    effects: entries,
    attempt: world.newId(),
    ...(done ? { done } : {}),
  });
  return result === 'committed' ? { verdict, duty, entries } : undefined;
}

import type { Stored } from '../ports/stored.ts';
import type { DutyRef, Instant } from '../duty/ids.ts';
import type { Duty } from '../duty/duty.ts';
import type { Decision, DutyEvent, Verdict } from '../duty/decide.ts';
import { decide } from '../duty/decide.ts';
import { seal } from '../duty/record/record.ts';
import { withoutNames } from '../duty/record/without-names.ts';
import { tellingVendor } from '../duty/findings/vendor-updates.ts';
import type { Held, Lease, OutboxEntry } from '../ports/outbox.ts';
import type { Services } from '../ports/services.ts';
import { turnOf } from '../ports/services.ts';
import type { Indexed } from '../duty/indexed.ts';
import { indexedOf } from '../duty/indexed.ts';

// Under contention each attempt has one winner; this many attempts end any real contest.
const maxAttempts = 100;

export interface Changed {
  readonly verdict: Verdict;
  readonly duty: Duty;
  readonly entries: readonly OutboxEntry[];
  /** The lease came with the change. */
  readonly held?: Held;
}

/**
 * Lets an event happen to a duty: read, decide, commit in one transaction, and again when somebody
 * else was first. Undefined when the duty does not exist.
 */
export async function changeDuty(
  services: Services,
  ref: DutyRef,
  event: DutyEvent,
): Promise<Changed | undefined> {
  return changeDutyWith(services, { ref, eventFor: () => event });
}

/** Tells a duty what an effect of it did: the effect leaves the outbox in the same transaction. */
export async function noteEffect(
  services: Services,
  ref: DutyRef,
  { event, entry }: { readonly event: DutyEvent; readonly entry: OutboxEntry },
): Promise<Changed | undefined> {
  return changeDutyWith(services, { ref, eventFor: () => event, done: entry });
}

/** As `changeDuty`, for an event that depends on the duty as it was read. */
export async function changeDutyWith(
  services: Services,
  {
    ref,
    eventFor,
    done,
  }: {
    readonly ref: DutyRef;
    readonly eventFor: EventFor;
    readonly done?: OutboxEntry | undefined;
  },
): Promise<Changed | undefined> {
  return decideUntilCommitted(services, ref, { eventFor, done });
}

type EventFor = (duty: Duty) => DutyEvent | undefined | Promise<DutyEvent | undefined>;

/** As `changeDutyWith`, for a duty that was read a moment ago: it is read again only where somebody was first. */
export async function changeReadDuty(
  services: Services,
  first: Stored<Duty>,
  eventFor: EventFor,
): Promise<Changed | undefined> {
  return decideUntilCommitted(services, first.value, { eventFor, first });
}

async function decideUntilCommitted(
  services: Services,
  ref: DutyRef,
  {
    eventFor,
    done,
    first,
  }: {
    readonly eventFor: EventFor;
    readonly done?: OutboxEntry | undefined;
    readonly first?: Stored<Duty>;
  },
): Promise<Changed | undefined> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const read = (attempt === 0 ? first : undefined) ?? (await services.store.duties.load(ref));
    if (!read) return undefined;
    const event = await eventFor(read.value);
    if (!event) return { verdict: 'done', duty: read.value, entries: [] };
    const now = services.now();
    const decision = decide(read.value, event, now);
    // Where somebody was first, somebody else is at it.
    const lease = attempt === 0 ? leaseOf(services, ref) : undefined;
    const changed = await commitDecision(services, decision, { read, now, done, lease });
    if (changed) {
      services.delivery.soon(changed.entries, changed.held);
      return changed;
    }
  }
  throw new Error(
    `The duty ${ref.id} changed ${String(maxAttempts)} times while it was being changed.`,
  );
}

/** A vendor that is told over HTTP hears of every change that it could see. */
function withVendor(
  services: Services,
  { decision, before }: { readonly decision: Decision; readonly before: Duty | undefined },
  now: Instant,
): Decision {
  const { openedBy } = decision.duty;
  const told = openedBy.type === 'vendor' && services.vendors.isTold(openedBy.name);
  if (!told) return decision;
  const telling = tellingVendor(before, decision, now);
  if (services.vendorSeesNames) return telling;
  const { duty } = telling;
  const nameless = telling.effects.map((effect) =>
    effect.do === 'webhook' ? { ...effect, message: withoutNames(effect.message, duty) } : effect,
  );
  return { ...telling, effects: nameless };
}

/** Where a duty stood on the lists before; undefined where it is new to them. */
const wasIndexed = (services: Services, before: Duty | undefined): Indexed | undefined =>
  before?.listed === undefined ? undefined : indexedOf(before, services.zone);

interface Committing {
  /** The state that was read; absent where the duty is new. */
  readonly read?: Stored<Duty>;
  readonly now: Instant;
  /** The effect that this carried out. */
  readonly done?: OutboxEntry | undefined;
  /** The right to run what this asks for, where it is to come with it. */
  readonly lease?: Lease | undefined;
}

/** The right to run what a change of a duty asks for, where this instance would begin at once. */
export const leaseOf = (services: Services, { tenant, id }: DutyRef): Lease | undefined =>
  services.delivery.leaseFor({ tenant, dutyId: id });

/** Commits a decision; undefined when somebody else was first. Nothing is written where nothing changed. */
export async function commitDecision(
  services: Services,
  decision: Decision,
  { read, now, done, lease }: Committing,
): Promise<Changed | undefined> {
  const { verdict } = decision;
  if (decision.duty === read?.value) return { verdict, duty: decision.duty, entries: [] };
  const { effects } = withVendor(services, { decision, before: read?.value }, now);
  const isListed = effects.some((effect) => effect.do === 'list');
  const listed = isListed ? { listed: decision.duty.revision } : {};
  const { duty, records, cards } = seal({ ...decision.duty, ...listed }, decision.evidence, {
    at: now,
    newKey: services.newId,
  });
  const entries = effects.map((effect): OutboxEntry => ({
    tenant: duty.tenant,
    dutyId: duty.id,
    effect: effect.do === 'list' ? { ...effect, was: wasIndexed(services, read?.value) } : effect,
    dueAt: 'notBefore' in effect && effect.notBefore > now ? effect.notBefore : now,
    attempts: 0,
    ...turnOf(services),
  }));
  const result = await services.store.duties.commit({
    duty,
    etag: read?.etag,
    records,
    cards,
    effects: entries,
    lease: entries.some(({ dueAt }) => dueAt <= now) ? lease : undefined,
    attempt: services.newId(),
    ...(done ? { done } : {}),
  });
  if (result === 'conflict') return undefined;
  const held = result === 'held' && lease ? { held: { lease, duty } } : {};
  return { verdict, duty, entries, ...held };
}

import type { Messenger } from '../ports/messenger.ts';
import type { Instant } from '../duty/ids.ts';
import type { Duty } from '../duty/duty.ts';
import { secondsAfter, secondsBetween } from '../duty/time/instant.ts';
import type { Log } from '../observability/log.ts';
import type { OutboxEntry, Owner } from '../ports/store.ts';
import type { Services } from '../ports/services.ts';
import type { EffectResult } from '../ports/effect-result.ts';
import { carryOut } from '../features/carry-out.ts';
import type { ChannelBudget } from '../features/channel/budget.ts';
import { errorClass, isLastFailure, isOutage, waitSeconds } from './failures.ts';
import type { HeldLease } from './leases.ts';
import { createLeases, leaseSeconds } from './leases.ts';
import type { Timers } from '../ports/clock.ts';

export interface BatchParts {
  readonly services: Services;
  /** Names this process among all that share the store. */
  readonly holder: string;
  readonly messenger: Messenger;
  /** What channels are shown change by change. */
  readonly budget: ChannelBudget;
  readonly log: Log;
  readonly timers: Timers;
  readonly random: () => number;
  readonly carried?: ((effect: string, outcome: string, secondsLate: number) => void) | undefined;
  /** Asked before each effect: what is not begun then is left to others. */
  readonly mayGoOn: (entry: OutboxEntry) => Promise<boolean>;
}

export type BatchEnd =
  | {
      readonly type: 'ended';
      /** What is not in the outbox any more, at least not under this name. */
      readonly gone: readonly OutboxEntry[];
      readonly later: readonly OutboxEntry[];
      /** A row was given up. */
      readonly deadLetters: boolean;
    }
  | { readonly type: 'held'; readonly until: Instant };

/**
 * Carries out effects of one owner in their order, under the owner's lease: no other instance does so at
 * the same time. The duty is read once for as long as nothing of ours changes it.
 */
export async function carryBatch(
  parts: BatchParts,
  owner: Owner,
  entries: readonly OutboxEntry[],
): Promise<BatchEnd> {
  const { services, holder } = parts;
  const { outbox } = services.store;
  const until = secondsAfter(services.now(), leaseSeconds);
  const claim = await outbox.claim({ ...owner, holder, until }, entries, services.now());
  if (claim.type === 'held') return claim;
  const held = createLeases({ now: services.now, ...parts }).hold(claim.lease, outbox);
  const left = new Set(claim.entries);
  const gone = entries.filter((entry) => !claim.entries.some((one) => isSame(one, entry)));
  const withBatch: OutboxEntry[] = [];
  const later: OutboxEntry[] = [];
  let deadLetters = false;
  let duty: Duty | undefined;
  try {
    for (const entry of claim.entries) {
      if (!held.isValid() || !(await parts.mayGoOn(entry))) break;
      left.delete(entry);
      if (isRepeated(entry, left)) {
        withBatch.push(entry);
        continue;
      }
      duty ??= await dutyOf(services, entry);
      const end = await carryOne(parts, entry, duty);
      parts.carried?.(entry.effect.do, end.type, secondsBetween(entry.dueAt, services.now()));
      if (end.type === 'with-batch') withBatch.push(entry);
      else gone.push(entry);
      if (end.type === 'later') later.push(end.entry);
      deadLetters ||= end.type === 'poisoned';
      // Whatever sends a message may change the duty, and takes its time.
      if (!leavesAsItIs.has(entry.effect.do)) duty = undefined;
    }
  } finally {
    held.letGo();
    await finish(parts, held, withBatch);
  }
  return { type: 'ended', gone: [...gone, ...withBatch], later, deadLetters };
}

const leavesAsItIs = new Set<OutboxEntry['effect']['do']>(['list', 'edit-cards']);
const isSame = (one: OutboxEntry, other: OutboxEntry): boolean =>
  one.effect.key === other.effect.key && one.dueAt === other.dueAt;

/** The same copies are brought up to date once more further on: once is enough. */
function isRepeated({ effect }: OutboxEntry, ahead: ReadonlySet<OutboxEntry>): boolean {
  if (effect.do !== 'edit-cards' && effect.do !== 'show-channel') return false;
  return [...ahead].some(
    ({ effect: other }) =>
      other.do === effect.do &&
      ('person' in other ? other.person : '') === ('person' in effect ? effect.person : ''),
  );
}

async function dutyOf(
  services: Services,
  { tenant, dutyId }: OutboxEntry,
): Promise<Duty | undefined> {
  return dutyId && (await services.store.duties.load({ tenant, id: dutyId }))?.value;
}

type OneEnd =
  | { readonly type: 'with-batch' | 'gone' | 'poisoned' }
  | { readonly type: 'later'; readonly entry: OutboxEntry };

async function carryOne(
  parts: BatchParts,
  entry: OutboxEntry,
  duty: Duty | undefined,
): Promise<OneEnd> {
  const { services, messenger, log } = parts;
  const { effect, dutyId, attempts } = entry;
  let carried: EffectResult;
  try {
    carried = await carryOut(services, messenger, entry, duty, parts.budget);
  } catch (error) {
    const outage = isOutage(error);
    log.error({ err: error, effect: effect.do, dutyId, attempts, outage }, 'effect failed');
    if (!outage && isLastFailure(entry)) return park(parts, entry, error);
    return putOff(parts, entry, { reason: outage ? 'outage' : 'failed', failed: !outage });
  }
  if (carried.type === 'try-later') return putOff(parts, entry, { ...carried, failed: false });
  if (carried.note !== undefined)
    log.warn({ effect: effect.do, dutyId, note: carried.note }, 'effect ended otherwise');
  if (carried.row === 'at-once') await services.store.outbox.remove(entry);
  return { type: carried.row === 'with-batch' ? 'with-batch' : 'gone' };
}

async function putOff(
  { services, log, random }: BatchParts,
  entry: OutboxEntry,
  why: { reason: string; failed: boolean; afterSeconds?: number | undefined },
): Promise<OneEnd> {
  const { reason, failed } = why;
  const seconds = waitSeconds(entry.attempts, why.afterSeconds, random());
  const dueAt = secondsAfter(services.now(), seconds);
  const later = await services.store.outbox.postpone(entry, { dueAt, reason, failed });
  log.warn({ effect: entry.effect.do, dutyId: entry.dutyId, reason, seconds }, 'effect put off');
  return later ? { type: 'later', entry: later } : { type: 'gone' };
}

async function park(
  { services, log }: BatchParts,
  entry: OutboxEntry,
  error: unknown,
): Promise<OneEnd> {
  const { effect, dutyId } = entry;
  const deadLetters = {
    entry,
    reason: 'failed',
    errorClass: errorClass(error),
    at: services.now(),
  };
  await services.store.deadLetters.park(deadLetters);
  log.error({ effect: effect.do, dutyId, errorClass: deadLetters.errorClass }, 'effect given up');
  // What says that something was given up does not say so of itself.
  return { type: effect.do === 'show-dead-letters' ? 'gone' : 'poisoned' };
}

async function finish(
  { services }: BatchParts,
  held: HeldLease,
  carriedOut: readonly OutboxEntry[],
): Promise<void> {
  const { outbox } = services.store;
  if (held.isValid()) return outbox.finish(held.lease(), carriedOut);
  // The lease may be another's by now.
  for (const entry of carriedOut) await outbox.remove(entry);
}

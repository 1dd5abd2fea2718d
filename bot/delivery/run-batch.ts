import type { Duty } from '../duty/duty.ts';
import type { Instant } from '../duty/ids.ts';
import { secondsAfter, secondsBetween } from '../duty/time/instant.ts';
import type { Log } from '../observability/log.ts';
import type { ChannelBudget } from '../ports/channel-budget.ts';
import type { EffectResult, Effects } from '../ports/effects.ts';
import type { Claim, Held, OutboxEntry, Owner } from '../ports/outbox.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Services } from '../ports/services.ts';
import { runnable } from './handlers.ts';
import type { HeldLease } from './lease.ts';
import type { Silences } from './pace/noticing-silence.ts';
import { noticingSilence } from './pace/noticing-silence.ts';
import { createLeases, leaseSeconds } from './lease.ts';
import { errorClass, isLastFailure, isOutage, unknownSeconds, waitSeconds } from './retry.ts';
import type { Timers } from '../ports/clock.ts';

export interface BatchParts {
  readonly services: Services;
  readonly effects: Effects;
  /** Names this process among all that share the store. */
  readonly holder: string;
  readonly messenger: Messenger;
  /** What channels are shown change by change. */
  readonly budget: ChannelBudget;
  readonly log: Log;
  readonly timers: Timers;
  readonly silences: Silences;
  readonly random: () => number;
  readonly ended?: ((effect: string, outcome: string, secondsLate: number) => void) | undefined;
  /** Asked before each effect: what is not begun then is left to others. */
  readonly mayGoOn: (entry: OutboxEntry) => Promise<boolean>;
  /** Told of each effect that is done or put off, while the others are still to come. */
  readonly settled: (entry: OutboxEntry) => void;
  /** The lease came with the change that asked for these, and has been ours since. */
  readonly held?: Held | undefined;
}

export type BatchEnd =
  | {
      readonly type: 'ended';
      /** What is still in the outbox, as it stands there now. */
      readonly left: readonly OutboxEntry[];
      /** An effect was given up. */
      readonly gaveUp: boolean;
    }
  | { readonly type: 'held'; readonly until: Instant };

/**
 * Runs effects of one owner in their order, under the owner's lease: no other instance does so at the same time.
 * The duty is read once for as long as nothing of ours changes it.
 */
export async function runBatch(
  parts: BatchParts,
  owner: Owner,
  entries: readonly OutboxEntry[],
): Promise<BatchEnd> {
  const { services } = parts;
  const { outbox } = services.store;
  const claim = await claimed(parts, owner, entries);
  if (claim.type === 'held') return claim;
  const held = createLeases({ now: services.now, ...parts }).hold(claim.lease, outbox);
  const ahead = [...claim.entries];
  const withBatch: OutboxEntry[] = [];
  const later: OutboxEntry[] = [];
  let gaveUp = false;
  // Whoever changes it in the meantime asks for the same effects once more, after these.
  let duty = parts.held?.duty;
  try {
    for (let entry = ahead[0]; entry; entry = ahead[0]) {
      if (!held.isValid() || !(await parts.mayGoOn(entry))) break;
      ahead.shift();
      const handler = runnable(parts.effects, entry.effect);
      let end: OneEnd = { type: 'with-batch', outcome: 'merged' };
      if (!handler?.merges || !ahead.some(isSameAs(entry))) {
        duty ??= await dutyOf(services, entry);
        end = await runOne(parts, entry, duty);
        if (end.type !== 'go-on') parts.settled(entry);
        // Whatever sends a message may change the duty, and takes its time.
        if (!handler?.leavesDuty) duty = undefined;
      }
      if (end.type === 'with-batch') withBatch.push(entry);
      if (end.type === 'go-on') ahead.unshift(end.entry);
      if (end.type === 'later') later.push(end.entry);
      gaveUp ||= end.type === 'given-up';
      tell(parts, entry, end);
    }
  } finally {
    held.letGo();
    await finish(parts, held, withBatch);
  }
  return { type: 'ended', left: [...ahead, ...later], gaveUp };
}

async function claimed(
  { services, holder, held }: BatchParts,
  owner: Owner,
  entries: readonly OutboxEntry[],
): Promise<Claim> {
  if (held) return { type: 'claimed', lease: held.lease, entries };
  const until = secondsAfter(services.now(), leaseSeconds);
  return services.store.outbox.claim({ ...owner, holder, until }, entries, services.now());
}

/** The same copies are brought up to date once more further on: once is enough. */
const isSameAs =
  ({ effect }: OutboxEntry) =>
  ({ effect: other }: OutboxEntry): boolean =>
    other.do === effect.do &&
    ('person' in other ? other.person : '') === ('person' in effect ? effect.person : '');

async function dutyOf(
  services: Services,
  { tenant, dutyId }: OutboxEntry,
): Promise<Duty | undefined> {
  return dutyId && (await services.store.duties.load({ tenant, id: dutyId }))?.value;
}

type OneEnd =
  | { readonly type: 'with-batch' | 'gone'; readonly outcome: string }
  /** What says that something was given up does not say so of itself. */
  | { readonly type: 'given-up' | 'given-up-silently' }
  | { readonly type: 'later' | 'go-on'; readonly entry: OutboxEntry };

/** One line for each effect that ended: whoever asks for a card finds it by the duty or by the turn. */
function tell({ log, ended, services }: BatchParts, entry: OutboxEntry, end: OneEnd): void {
  const { effect, dutyId, attempts, turn } = entry;
  const late = secondsBetween(entry.dueAt, services.now());
  const outcome = 'outcome' in end ? end.outcome : end.type;
  ended?.(effect.do, outcome, late);
  if (end.type === 'later' || end.type === 'go-on') return;
  log.info({ dutyId, effect: effect.do, outcome, late, attempts, turn }, 'effect ended');
}

async function runOne(
  parts: BatchParts,
  entry: OutboxEntry,
  duty: Duty | undefined,
): Promise<OneEnd> {
  const { services, log } = parts;
  const { effect, dutyId, attempts } = entry;
  let result: EffectResult;
  try {
    result = await run(parts, entry, duty);
  } catch (error) {
    const outage = isOutage(error);
    log.error({ err: error, effect: effect.do, dutyId, attempts, outage }, 'effect failed');
    if (!outage && isLastFailure(entry)) return giveUp(parts, entry, error);
    return putOff(parts, entry, { reason: outage ? 'outage' : 'failed', failed: !outage });
  }
  switch (result.type) {
    case 'try-later':
      return putOff(parts, entry, { ...result, failed: false });
    case 'go-on': {
      const left = await services.store.outbox.goOn(entry, result.left, services.now());
      return left ? { type: 'go-on', entry: left } : { type: 'gone', outcome: 'done elsewhere' };
    }
    case 'done':
      if (result.row === 'at-once') await services.store.outbox.remove(entry);
      return {
        type: result.row === 'with-batch' ? 'with-batch' : 'gone',
        outcome: result.note ?? 'done',
      };
  }
}

/** An effect that this version does not know may be asked for by a newer one beside it: it is kept, and given up in the end. */
async function run(
  parts: BatchParts,
  entry: OutboxEntry,
  duty: Duty | undefined,
): Promise<EffectResult> {
  const { services: all, effects, budget } = parts;
  const { effect } = entry;
  const handler = runnable(effects, effect);
  if (!handler) throw new Error(`This version of the bot does not know the effect ${effect.do}.`);
  // What this brings about belongs to the same turn.
  const services = entry.turn === undefined ? all : { ...all, turn: entry.turn };
  const messenger = noticingSilence(parts, parts.messenger, entry);
  return handler.run({ services, messenger, budget, entry }, duty);
}

async function putOff(
  { services, log, random }: BatchParts,
  entry: OutboxEntry,
  why: { reason: string; failed: boolean; afterSeconds?: number | undefined },
): Promise<OneEnd> {
  const { reason, failed } = why;
  const unknown = reason === 'outcome-unknown';
  const seconds = Math.max(
    waitSeconds(entry.attempts, why.afterSeconds, random()),
    unknown ? unknownSeconds(entry.unknown ?? 0) : 0,
  );
  const dueAt = secondsAfter(services.now(), seconds);
  const later = await services.store.outbox.postpone(entry, { dueAt, reason, failed, unknown });
  const { effect, dutyId, turn } = entry;
  log.warn({ effect: effect.do, dutyId, reason, seconds, turn }, 'effect put off');
  return later ? { type: 'later', entry: later } : { type: 'gone', outcome: 'done elsewhere' };
}

async function giveUp(
  { services, log }: BatchParts,
  entry: OutboxEntry,
  error: unknown,
): Promise<OneEnd> {
  const letter = { entry, reason: 'failed', errorClass: errorClass(error), at: services.now() };
  await services.store.deadLetters.park(letter);
  const { effect, dutyId, turn } = entry;
  log.error({ effect: effect.do, dutyId, errorClass: letter.errorClass, turn }, 'effect given up');
  return { type: entry.effect.do === 'show-dead-letters' ? 'given-up-silently' : 'given-up' };
}

async function finish(
  { services }: BatchParts,
  held: HeldLease,
  done: readonly OutboxEntry[],
): Promise<void> {
  const { outbox } = services.store;
  if (held.isValid()) return outbox.finish(held.lease(), done);
  // The lease may be another's by now.
  for (const entry of done) await outbox.remove(entry);
}

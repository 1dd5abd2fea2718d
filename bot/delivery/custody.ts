import type { Instant } from '../duty/ids.ts';
import { secondsAfter, secondsBetween } from '../duty/time/instant.ts';
import type { Log } from '../observability/log.ts';
import { mostInMessage } from '../store/batch-refs.ts';
import { ownerIn, ownerOf } from '../store/keys.ts';
import type { BatchRef, Queue, QueueMessage, Ticket } from '../ports/store.ts';
import type { Services } from '../ports/services.ts';
import type { Activity } from './activity.ts';
import type { Timers } from '../ports/clock.ts';

// What is carried out sooner needs no message at all.
const graceSeconds = 0.1;
/** How long a message stays hidden beyond the moment at which its work is due. */
export const hiddenSeconds = 30;
const renewBelowSeconds = 15;
const renewEverySeconds = 5;
// Queue service REST: a message stays hidden for 7 days at most; an hour less leaves time to renew it.
const longestHiddenSeconds = 7 * 24 * 3600 - 3600;
// Work that is due within this time shares a message.
const togetherSeconds = 60;

export const nameOf = (ref: BatchRef): string => `${ref.tenant} ${ownerOf(ref)} ${ref.dueAt}`;
const refOf = (ref: BatchRef): BatchRef => ({ ...ownerIn(ref), dueAt: ref.dueAt });

interface Kept {
  ticket: Ticket;
  readonly refs: Map<string, BatchRef>;
  hiddenUntil: string;
}

/**
 * The messages of the batches that this instance has taken upon itself. Nobody else sees them while it
 * lives; when it dies they appear, and another instance goes on.
 */
export interface Custody {
  /** A batch that is not carried out yet: it gets a message unless it ends at once. */
  readonly keep: (ref: BatchRef) => void;
  /** A message that was received: its batches are ours now. */
  readonly take: (message: QueueMessage, refs: readonly BatchRef[]) => void;
  /** The batch is carried out, or waits under another name. */
  readonly finished: (ref: BatchRef) => void;
  /** Leaves a batch to whoever has time for it when it is due. */
  readonly handOver: (refs: readonly BatchRef[]) => Promise<void>;
  /** Lets go of everything that is not finished, so that others see it at once. */
  readonly release: () => Promise<void>;
}

/** What it takes to keep messages in the queue as long as this instance lives. */
export interface QueueParts {
  readonly queue: Queue;
  readonly now: Services['now'];
  readonly timers: Timers;
  readonly activity: Activity;
  readonly log: Log;
}

export function createCustody({ queue, now, timers, activity, log }: QueueParts): Custody {
  const open = new Map<string, BatchRef>();
  const unsaid = new Map<string, BatchRef>();
  const kept = new Set<Kept>();
  const waiting = new Map<'flush' | 'renew', { readonly cancel: () => void }>();

  /** The far side may fail: the sweep finds what has no message. */
  const attempt = (what: string, act: () => Promise<void>): void => {
    void activity.during(() =>
      act().catch((error: unknown) => {
        log.warn({ err: error, what }, 'queue does not answer');
      }),
    );
  };
  const after = (what: 'flush' | 'renew', seconds: number, act: () => Promise<void>): void => {
    if (waiting.has(what)) return;
    const timer = timers.after(seconds, () => {
      waiting.delete(what);
      attempt(what, act);
    });
    waiting.set(what, timer);
  };

  /** Until a while after the last of them is due: what waits for its moment costs nothing meanwhile. */
  const hiddenFor = (refs: readonly BatchRef[]): Instant => {
    const last = [now(), ...refs.map(({ dueAt }) => dueAt)].reduce((one, other) =>
      one > other ? one : other,
    );
    const [due, longest] = [
      secondsAfter(last, hiddenSeconds),
      secondsAfter(now(), longestHiddenSeconds),
    ];
    return due < longest ? due : longest;
  };

  const flush = async (): Promise<void> => {
    const refs = [...unsaid.values()];
    unsaid.clear();
    for (const together of inMessages(refs)) {
      const until = hiddenFor(together);
      const ticket = await queue.put(together, secondsBetween(now(), until), now(), 'kept');
      add(ticket, together, until);
    }
  };
  const add = (ticket: Ticket, refs: readonly BatchRef[], hiddenUntil: string): void => {
    const still = refs.filter((ref) => open.has(nameOf(ref)));
    const keeping = { ticket, refs: new Map(still.map((ref) => [nameOf(ref), ref])), hiddenUntil };
    if (still.length === 0) attempt('remove', () => queue.remove(ticket));
    else {
      kept.add(keeping);
      after('renew', renewEverySeconds, renew);
    }
  };
  const renew = async (): Promise<void> => {
    const soon = secondsAfter(now(), renewBelowSeconds);
    for (const keeping of [...kept]) {
      if (keeping.hiddenUntil > soon) continue;
      const refs = [...keeping.refs.values()];
      const until = hiddenFor(refs);
      const seconds = secondsBetween(now(), until);
      const ticket = await queue.renew(keeping.ticket, refs, seconds, now(), 'kept');
      // Another instance has received it: the lease of each duty decides who goes on.
      if (ticket) Object.assign(keeping, { ticket, hiddenUntil: until });
      else kept.delete(keeping);
    }
    if (kept.size > 0) after('renew', renewEverySeconds, renew);
  };

  return {
    keep: (ref) => {
      open.set(nameOf(ref), refOf(ref));
      unsaid.set(nameOf(ref), refOf(ref));
      after('flush', graceSeconds, flush);
    },
    take: (message, refs) => {
      for (const ref of refs) open.set(nameOf(ref), ref);
      add(message, refs, secondsAfter(now(), hiddenSeconds));
    },
    finished: (ref) => {
      const name = nameOf(ref);
      open.delete(name);
      unsaid.delete(name);
      for (const keeping of [...kept]) {
        if (!keeping.refs.delete(name) || keeping.refs.size > 0) continue;
        kept.delete(keeping);
        attempt('remove', () => queue.remove(keeping.ticket));
      }
    },
    handOver: async (refs) => {
      for (const together of inMessages(refs.map(refOf))) {
        const first = together[0]?.dueAt ?? now();
        await queue.put(together, Math.max(0, secondsBetween(now(), first)), now(), 'free');
      }
    },
    release: async () => {
      for (const timer of waiting.values()) timer.cancel();
      waiting.clear();
      const said = [...kept];
      kept.clear();
      const named = new Set(said.flatMap(({ refs }) => [...refs.keys()]));
      const silent = [...open].filter(([name]) => !named.has(name)).map(([, ref]) => ref);
      await Promise.all([
        ...said.map(({ ticket, refs }) =>
          queue.renew(ticket, [...refs.values()], 0, now(), 'free'),
        ),
        ...inMessages(silent).map((together) => queue.put(together, 0, now(), 'free')),
      ]);
    },
  };
}

/** Batches that are due about the same time, as many together as one message names. */
function inMessages(refs: readonly BatchRef[]): readonly (readonly BatchRef[])[] {
  const messages: BatchRef[][] = [];
  const sorted = refs.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  for (const ref of sorted) {
    const last = messages.at(-1);
    const first = last?.[0];
    const fits =
      last &&
      first &&
      last.length < mostInMessage &&
      secondsBetween(first.dueAt, ref.dueAt) <= togetherSeconds;
    if (fits) last.push(ref);
    else messages.push([ref]);
  }
  return messages;
}

import type { Instant, TenantKey } from '../duty/ids.ts';
import { secondsAfter, secondsBetween } from '../duty/time/instant.ts';
import type { Log } from '../observability/log.ts';
import { shardCount } from '../store/azure/keys.ts';
import type { Place, QueueMessage } from '../ports/outbox.ts';
import type { Services } from '../ports/services.ts';
import type { Activity } from './activity.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Timers } from '../ports/clock.ts';

// How often the queue is looked at: rarely at rest, often where there was work just now.
const idleSeconds = 20;
const soonSeconds = 1;
const calming = 1.25;
const mostMessages = 8;
const mostMessagesWhenBusy = 32;
// What is taken but not done with by then shows again.
const hiddenSeconds = 30;
/** Rows that are due so soon are taken too: each partition is looked at once more before the others are due. */
const aheadSeconds = 15 * 60;
// One partition in turn is looked at so often that all of them are well within that time.
const lookEverySeconds = 40;
const roundSeconds = 640;
const perLook = 100;
const looksAtOnce = 4;

export interface PollerParts {
  readonly services: Pick<Services, 'store' | 'now'>;
  readonly log: Log;
  readonly timers: Timers;
  readonly activity: Activity;
  readonly dispatcher: Dispatcher;
  readonly tenants: readonly TenantKey[];
}

/** Finds work that nobody is at: rows that an instance left behind, and what others have no time for. */
export interface Poller {
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  /** Takes what the queue shows right now; false when that is nothing. */
  readonly takeLeft: () => Promise<boolean>;
}

export function createPoller(parts: PollerParts): Poller {
  const { services, log, timers, activity, dispatcher, tenants } = parts;
  const { queue, outbox } = services.store;
  const places = tenants.flatMap((tenant): readonly Place[] =>
    Array.from({ length: shardCount }, (_, shard) => ({ tenant, shard })),
  );
  const lookEvery = Math.min(lookEverySeconds, roundSeconds / Math.max(1, places.length));
  /** Partitions of which nobody knows what they hold. */
  let unseen: Place[] = [];
  let timer: { readonly cancel: () => void } | undefined;
  let stopped = false;
  let turn = 0;
  let lookedAt: Instant = services.now();
  let receivedAt: Instant = services.now();
  let wait = soonSeconds;

  /** Looks at one partition; true when it may hold more than there is room for. */
  async function look(place: Place): Promise<boolean> {
    const until = secondsAfter(services.now(), aheadSeconds);
    let after;
    for (;;) {
      const entries = await outbox.due(place, until, { limit: perLook, after });
      dispatcher.found(entries);
      if (entries.length < perLook) return false;
      if (stopped || dispatcher.room() === 'none') return true;
      after = entries.at(-1);
    }
  }

  /** One partition in turn, however busy this instance is: its own work says nothing of what others left. */
  async function lookInTurn(): Promise<void> {
    const place = places[turn];
    if (!place || secondsBetween(lookedAt, services.now()) < lookEvery) return;
    lookedAt = services.now();
    turn = (turn + 1) % places.length;
    if (await look(place)) unseen.push(place);
  }

  async function lookAtUnseen(): Promise<void> {
    while (unseen.length > 0 && !stopped && dispatcher.room() !== 'none') {
      const looked = unseen.splice(0, looksAtOnce);
      const more = await Promise.all(looked.map(look));
      unseen.push(...looked.filter((_, at) => more[at] === true));
    }
  }

  /** Takes what the queue shows, as long as there is more and time for it; returns how much that was. */
  async function receive(): Promise<number> {
    let taken = 0;
    for (;;) {
      const isFree = dispatcher.room() === 'for-others';
      // What there is no time for is hidden for a while: that may be little of it.
      if (!isFree && secondsBetween(receivedAt, services.now()) < idleSeconds) return taken;
      receivedAt = services.now();
      const limit = isFree ? mostMessages : mostMessagesWhenBusy;
      const hiding = { seconds: hiddenSeconds, now: services.now() };
      const messages = await queue.receive(limit, hiding);
      for (const message of messages) if (await take(message, isFree)) taken += 1;
      if (messages.length < limit || stopped) return taken;
    }
  }

  /** False for what there is no time for: it shows again. */
  async function take(message: QueueMessage, isFree: boolean): Promise<boolean> {
    const { note, id, received } = message;
    if (note?.type === 'overflow') {
      if (!isFree) return false;
      const ours = note.refs.filter(({ tenant }) => tenants.includes(tenant));
      const found = await Promise.all(ours.map((ref) => outbox.batch(ref)));
      dispatcher.found(found.flat());
    } else if (note) {
      // An instance is gone: nobody knows what it had taken upon itself.
      unseen = [...places];
    } else log.error({ messageId: id, received }, 'message not understood');
    // The rows are the truth, and what is known here is found by others when this instance is gone.
    await queue.remove(message);
    return true;
  }

  async function tick(): Promise<void> {
    await lookInTurn();
    const taken = await receive();
    await lookAtUnseen();
    const isBusy = taken > 0 || unseen.length > 0 || dispatcher.isAtWork();
    wait = isBusy ? soonSeconds : Math.min(idleSeconds, wait * calming);
  }

  function keepLooking(seconds: number): void {
    if (stopped) return;
    timer = timers.after(seconds, () => {
      void activity.during(() =>
        tick()
          .catch((error: unknown) => {
            wait = idleSeconds;
            log.error({ err: error }, 'waiting work not read');
          })
          .finally(() => {
            keepLooking(wait);
          }),
      );
    });
  }

  return {
    start: async () => {
      unseen = [...places];
      await lookAtUnseen();
      keepLooking(soonSeconds);
    },
    stop: () => {
      stopped = true;
      timer?.cancel();
    },
    takeLeft: async () => {
      if (stopped) return false;
      const taken = await receive();
      const isUnseen = unseen.length > 0;
      await lookAtUnseen();
      return taken > 0 || isUnseen;
    },
  };
}

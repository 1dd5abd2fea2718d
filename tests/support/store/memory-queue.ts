import type { Instant } from '../../../bot/duty/ids.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { readNote, writeNote } from '../../../bot/store/notes.ts';
import type { Queue, Ticket } from '../../../bot/ports/outbox.ts';

interface Waiting {
  readonly text: string;
  readonly visibleAt: Instant;
  readonly receipt: string;
  readonly received: number;
}

/** A queue in memory with the rules of the real one: for tests and measurements. */
export function memoryQueue(): Queue {
  const messages = new Map<string, Waiting>();
  let last = 0;
  const next = (): string => {
    last += 1;
    return String(last);
  };
  const ours = ({ id, receipt }: Ticket): Waiting | undefined => {
    const found = messages.get(id);
    return found?.receipt === receipt ? found : undefined;
  };
  return {
    prepare: () => Promise.resolve(),
    put: async (note, { seconds, now }) => {
      const [id, receipt] = [next(), next()];
      const visibleAt = secondsAfter(now, seconds);
      messages.set(id, { text: writeNote(note), visibleAt, receipt, received: 0 });
      return { id, receipt };
    },
    receive: async (limit, { seconds, now }) => {
      const visible: [string, Waiting][] = [];
      for (const [id, message] of messages) {
        if (visible.length === limit) break;
        if (message.visibleAt <= now) visible.push([id, message]);
      }
      return visible.map(([id, message]) => {
        const held = {
          ...message,
          visibleAt: secondsAfter(now, seconds),
          receipt: next(),
          received: message.received + 1,
        };
        messages.set(id, held);
        const { text, receipt, received } = held;
        return { id, receipt, note: readNote(text), received };
      });
    },
    renew: async (ticket, note, { seconds, now }) => {
      const found = ours(ticket);
      if (!found) return undefined;
      const receipt = next();
      const visibleAt = secondsAfter(now, seconds);
      messages.set(ticket.id, { ...found, text: writeNote(note), visibleAt, receipt });
      return { id: ticket.id, receipt };
    },
    remove: async (ticket) => {
      if (ours(ticket)) messages.delete(ticket.id);
    },
    count: async () => messages.size,
  };
}

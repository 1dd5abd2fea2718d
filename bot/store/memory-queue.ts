import type { Instant } from '../duty/ids.ts';
import { secondsAfter } from '../duty/time/instant.ts';
import { readRefs, writeRefs } from './batch-refs.ts';
import type { Queue, Ticket } from '../ports/store.ts';

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
    put: async (refs, delaySeconds, now, custodian) => {
      const [id, receipt] = [next(), next()];
      const visibleAt = secondsAfter(now, delaySeconds);
      messages.set(id, { text: writeRefs(refs, custodian), visibleAt, receipt, received: 0 });
      return { id, receipt };
    },
    receive: async (limit, leaseSeconds, now) => {
      const visible = [...messages].filter(([, { visibleAt }]) => visibleAt <= now);
      return visible.slice(0, limit).map(([id, message]) => {
        const held = {
          ...message,
          visibleAt: secondsAfter(now, leaseSeconds),
          receipt: next(),
          received: message.received + 1,
        };
        messages.set(id, held);
        const { text, receipt, received } = held;
        return { id, receipt, ...readRefs(text), received };
      });
    },
    renew: async (ticket, refs, seconds, now, custodian) => {
      const found = ours(ticket);
      if (!found) return undefined;
      const receipt = next();
      const visibleAt = secondsAfter(now, seconds);
      messages.set(ticket.id, { ...found, text: writeRefs(refs, custodian), visibleAt, receipt });
      return { id: ticket.id, receipt };
    },
    remove: async (ticket) => {
      if (ours(ticket)) messages.delete(ticket.id);
    },
    count: async () => messages.size,
  };
}

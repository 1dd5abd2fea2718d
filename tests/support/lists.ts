import type { ListReader, ReaderTimers } from '../../bot/files/list-reader.ts';
import { createListReader } from '../../bot/files/list-reader.ts';
import { atTheEnd } from './at-the-end.ts';

/** The machine's own timers: a thread does not wait for a clock that stands still. */
export const realTimers: ReaderTimers = {
  after: (seconds, run) => {
    const timer = setTimeout(run, seconds * 1000);
    timer.unref();
    return { cancel: () => clearTimeout(timer) };
  },
};

const shared = createListReader({ timers: realTimers });
atTheEnd('end the shared thread', () => shared.close());

/** One thread for the lists of all journeys: starting one takes longer than most of them. */
export const sharedLists: ListReader = { read: shared.read, close: () => Promise.resolve() };

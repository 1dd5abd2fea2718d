import type { Timers } from '../../../bot/delivery/worker.ts';
import type { Columns, EntityTable } from '../../../bot/store/azure/entity-table.ts';
import { storeOver } from '../../../bot/store/index.ts';
import { memoryQueue } from './memory-queue.ts';
import { memoryTable } from './memory-table.ts';
import type { Queue, Store } from '../../../bot/ports/store.ts';
import type { ConnectorSdk } from '../../../bot/teams/connector.ts';
import type { Connector, Fault } from '../teams/connector.ts';

/** A process ends at its n-th call of the far side: before that took place, or before its answer came. */
export type Crash = { readonly at: number; readonly when: 'before' | 'after' };
/** What a far side answers instead of doing what it is asked; after a time-out it did it all the same. */
export const refusals = [
  ...['429', '500', '502', '503', '504', '404', '403'],
  ...['reset', 'token', 'time-out'],
] as const;
/** The n-th call of the far side is refused, once. */
export type Refusal = { readonly at: number; readonly refused: string };
export type Life = ReturnType<typeof beginLife>;
export type FarStore = ReturnType<typeof farStore>;
export type StoredRow = {
  readonly table: string;
  readonly partition: string;
  readonly rowKey: string;
  readonly columns: Columns;
};

/** Whether a call changes anything there: a process that dies around any other leaves the same behind. */
export const changesSomething = (call: string): boolean =>
  !/^\w+ (get|range|prepare|count)\b|^teams GET/.test(call);

/** What waiting for a process ends with when that is gone. */
export const died = new Error('The process died.');
const forEver = new Promise<never>(() => undefined);

/** The life of one process: its calls are counted, and after its end nothing of it happens any more. */
export function beginLife() {
  const calls: string[] = [];
  const ending = new AbortController();
  let crash: Crash | Refusal | undefined;
  let isCounting = false;
  let requests = 0;
  // A race with one promise that lasts as long as the process would keep everything that was ever waited for.
  const waiting = new Set<(error: Error) => void>();
  ending.signal.addEventListener('abort', () => waiting.forEach((end) => end(died)));

  const isAlive = (): boolean => !ending.signal.aborted;
  /** Counts a call and says whether the process ends with it. */
  const arriving = (
    name: string,
  ): 'before' | 'after' | 'through' | { readonly refused: string } => {
    if (!isAlive() || !isCounting) return 'through';
    calls.push(name);
    if (crash?.at !== calls.length) return 'through';
    if ('refused' in crash) return crash;
    ending.abort();
    return crash.when;
  };
  return {
    isAlive,
    signal: ending.signal,
    calls: calls as readonly string[],
    arriving,
    /** The call at this place changed nothing there. */
    readOnly: (at: number) => {
      const name = calls[at];
      if (name !== undefined) calls[at] = name.replace(/^(\w+) /, '$1 get nothing by ');
    },
    /** Counts from now on; without a crash it lives on. */
    count: (next?: Crash | Refusal) => {
      calls.splice(0);
      crash = next;
      isCounting = true;
    },
    countNoMore: () => {
      isCounting = false;
    },
    /** How many requests it has sent to Teams. */
    requests: () => requests,
    call: async <T>(name: string, act: () => Promise<T>): Promise<T> => {
      if (!isAlive()) return forEver;
      const end = arriving(name);
      if (end === 'before') return forEver;
      if (typeof end === 'object') {
        if (end.refused === 'time-out') await act();
        throw storeError(end.refused);
      }
      const answer = await act();
      return isAlive() ? answer : forEver;
    },
    /** What waits for this process, or `died`. */
    orDead: async <T>(work: Promise<T>): Promise<T> => {
      if (!isAlive()) return Promise.race([work, Promise.reject(died)]);
      let end: (error: Error) => void = () => undefined;
      const death = new Promise<never>((_, reject) => {
        end = reject;
      });
      waiting.add(end);
      return Promise.race([work, death]).finally(() => waiting.delete(end));
    },
    timers: ({ after }: Timers): Timers => ({
      after: (seconds, run) =>
        isAlive()
          ? after(seconds, () => {
              if (isAlive()) run();
            })
          : { cancel: () => undefined },
    }),
    /** Signs the bot's requests to Teams; one that is gone sends none. */
    sdk:
      (sdk: ConnectorSdk): ConnectorSdk =>
      ({ appId }) =>
        sdk({
          appId,
          token: () => {
            if (!isAlive()) return forEver;
            requests += 1;
            return Promise.resolve('from-the-bot');
          },
        }),
  };
}

/** What the SDKs throw for it, once they have tried again in vain. */
function storeError(refused: string): Error {
  if (refused === 'reset')
    return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  if (refused === 'time-out') return Object.assign(new Error('too slow'), { name: 'AbortError' });
  if (refused === 'token')
    return Object.assign(new Error('No token'), { name: 'AuthenticationError', statusCode: 400 });
  const code = refused === '404' ? 'TableNotFound' : 'Refused';
  return Object.assign(new Error(code), { name: 'RestError', statusCode: Number(refused), code });
}

/** Lets the process that lives end at its calls of Teams too; all of them go to one address. */
export function crashAtTeams(connector: Connector, living: () => Life): void {
  let end: ReturnType<Life['arriving']> = 'through';
  const hangs = { wait: () => forEver, times: Infinity };
  connector.failNext({
    ...hangs,
    matching: ({ method }) => {
      end = living().arriving(`teams ${method}`);
      return end === 'before';
    },
  });
  connector.failNext({ ...hangs, after: 'deliver', matching: () => end === 'after' });
  const isRefused = (one: string) => (): boolean => typeof end === 'object' && end.refused === one;
  for (const one of refusals)
    connector.failNext({ ...refusedByTeams(one), times: Infinity, matching: isRefused(one) });
}

function refusedByTeams(refused: string): Fault {
  if (refused === 'reset') return { reset: true };
  if (refused === 'time-out') return { reset: true, after: 'deliver' };
  return { status: refused === 'token' ? 401 : Number(refused) };
}

type Far = { readonly table: (name: string) => EntityTable; readonly queue: Queue };
type Written = (far: Far) => Promise<unknown>;

/** Tables and a queue in memory that outlive every process, and can be brought back to an earlier moment. */
export function farStore() {
  let history: Written[] = [];
  let rows = new Map<string, StoredRow>();
  const partitions = new Set<string>();
  let far = fresh();

  const write = <T>(act: (to: Far) => Promise<T>): Promise<T> => {
    history.push(act);
    return act(far);
  };
  const transact =
    (table: string): EntityTable['transact'] =>
    (partition, writes) =>
      write(async (to) => {
        const result = await to.table(table).transact(partition, writes);
        if (result === 'conflict') return result;
        for (const one of writes) {
          const key = `${table} ${partition} ${one.rowKey}`;
          if (one.do === 'delete') rows.delete(key);
          else rows.set(key, { table, partition, rowKey: one.rowKey, columns: one.columns });
        }
        return result;
      });

  /** The store as one process sees it. */
  const seenBy = (life: Life): Store => {
    const { call } = life;
    const open = (name: string): EntityTable => ({
      prepare: () => call(`${name} prepare`, () => Promise.resolve()),
      get: (partition, rowKey) => {
        partitions.add(partition);
        return call(`${name} get ${rowKey}`, () => far.table(name).get(partition, rowKey));
      },
      range: (range) => {
        partitions.add(range.partition);
        return call(`${name} range ${range.from}`, () => far.table(name).range(range));
      },
      transact: (partition, writes) => {
        partitions.add(partition);
        const named = writes.map((one) => `${one.do} ${one.rowKey}`).join(', ');
        return call(`${name} ${named}`, () => transact(name)(partition, writes));
      },
    });
    const queue: Queue = {
      prepare: () => call('queue prepare', () => Promise.resolve()),
      put: (...said) => call('queue put', () => write((to) => to.queue.put(...said))),
      receive: async (...said) => {
        const at = life.calls.length;
        const got = await call('queue receive', () => write((to) => to.queue.receive(...said)));
        if (got.length === 0) life.readOnly(at);
        return got;
      },
      // A sign of life that is renewed tells nobody anything new: the process may as well die at the call before it.
      renew: (...said) =>
        call('queue get by without news', () => write((to) => to.queue.renew(...said))),
      remove: (...said) => call('queue remove', () => write((to) => to.queue.remove(...said))),
      count: () => call('queue count', () => far.queue.count()),
    };
    return storeOver(open, '', queue);
  };

  return {
    seenBy,
    rows: (): readonly StoredRow[] => [...rows.values()],
    /** Every partition that was read or written. */
    partitions: partitions as ReadonlySet<string>,
    /** Remembers what is stored now; what it returns brings that back. */
    remember: () => {
      const until = [...history];
      return async () => {
        history = [];
        rows = new Map();
        partitions.clear();
        far = fresh();
        for (const one of until) await write(one);
      };
    },
  };
}

function fresh(): Far {
  const tables = new Map<string, EntityTable>();
  const table = (name: string): EntityTable => {
    const known = tables.get(name) ?? memoryTable();
    tables.set(name, known);
    return known;
  };
  return { table, queue: memoryQueue() };
}

import { defaultRetention } from '../../../bot/tenant/retention.ts';
import { logNameOf } from '../../../bot/features/evidence/log/checkpoint.ts';
import { parsePersonId, parseTenantKey } from '../../../bot/duty/ids.ts';
import type { PersonId, TenantKey } from '../../../bot/duty/ids.ts';
import { clockTicks, everyTick } from '../../../bot/delivery/clock-rounds.ts';
import { repeating } from '../../../bot/delivery/interval.ts';
import { createInTurn } from '../../../bot/delivery/in-turn.ts';
import { effects } from '../../../bot/features/effects.ts';
import { createWorker } from '../../../bot/delivery/worker.ts';
import type { EntityTable } from '../../../bot/store/azure/entity-table.ts';
import { storeOver } from '../../../bot/store/index.ts';
import { memoryQueue } from '../../support/store/memory-queue.ts';
import { memoryTable } from '../../support/store/memory-table.ts';
import type { Queue } from '../../../bot/ports/store.ts';
import { connectorCalls } from '../../../bot/teams/calls.ts';
import { createMessenger } from '../../../bot/teams/messages/messenger.ts';
import { openDuty } from '../../../bot/casework/open-duty.ts';
import { readOpening } from '../../../bot/casework/read-opening.ts';
import type { Services } from '../../../bot/ports/services.ts';
import { simConnector, type SimFaults } from './sim-connector.ts';
import { virtualTime } from './virtual-time.ts';

const noName = () => Promise.resolve(undefined);
const notTold = () => Promise.resolve({ type: 'not-told' } as const);

const noFiles: Services['files'] = {
  download: () => Promise.resolve({ type: 'gone' }),
  offer: () => Promise.resolve({ type: 'unreachable', reason: 'not-installed' }),
  upload: () => Promise.resolve({ type: 'gone' }),
  show: () => Promise.resolve({ type: 'gone' }),
  retract: () => Promise.resolve(),
};
const nobodyTold: Services['vendors'] = {
  isTold: () => false,
  tell: () => Promise.resolve({ type: 'refused' }),
};
const silent = (): void => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

/** What else an installation is like. */
export interface SimWishes {
  readonly faults?: SimFaults;
  /** When it begins. */
  readonly start?: string;
  /** Also does what goes by the clock, in rounds as the bot makes them. */
  readonly rounds?: boolean;
  /** The vendors that are told over HTTP; none unless said. */
  readonly vendors?: Services['vendors'];
  /** Learns how each effect ended, and how many seconds after it was due. */
  readonly carried?: (effect: string, outcome: string, secondsLate: number) => void;
}

const noFaults: SimFaults = { share: 0, random: () => 0.5 };
export type Sim = Awaited<ReturnType<typeof startSim>>;

export function tenantNamed(name: string): TenantKey {
  const tenant = parseTenantKey(name);
  if (!tenant) throw new Error(`${name} is no tenant.`);
  return tenant;
}

export function personAt(at: number): PersonId {
  const person = parsePersonId(`00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
  if (!person) throw new Error('The bench has no usable people.');
  return person;
}

/** The bot's own delivery over a store in memory, before a simulated Teams, all in virtual time. */
export async function startSim(tenants: readonly TenantKey[], wishes: SimWishes = {}) {
  const { faults = noFaults, start = '2026-11-23T08:30:00Z', carried } = wishes;
  const time = virtualTime(start);
  const connector = simConnector(time, faults);
  const tables = new Map<string, EntityTable>();
  const queue = memoryQueue();
  let ids = 0;
  const open = (name: string): EntityTable => {
    const table = tables.get(name) ?? memoryTable();
    tables.set(name, table);
    return table;
  };

  const startInstance = async () => {
    const state = { alive: true };
    const alive = (): boolean => state.alive;
    const store = storeOver((name) => mortal(open(name), alive), 'Sim', mortalQueue(queue, alive));
    const timers: typeof time.timers = {
      after: (seconds, run) =>
        time.timers.after(seconds, () => {
          if (state.alive) run();
        }),
    };
    const newId = (): string => {
      ids += 1;
      return `id-${String(ids)}`;
    };
    const calls = connectorCalls({
      connect: connector.connect(alive),
      now: time.now,
      isAllowed: () => true,
      refused: () => undefined,
    });
    const messenger = createMessenger(calls, { bot: { id: '28:sim' }, dialogs: true });
    const worker = createWorker({
      messenger,
      effects,
      log,
      timers,
      random: faults.random,
      ...(carried && { ended: carried }),
    });
    const services: Services = {
      store,
      delivery: worker.delivery,
      cardByRow: async () => undefined,
      itTeam: { has: () => Promise.resolve(false) },
      writing: () => 0,
      administrators: new Set(),
      directory: { nameIn: notTold, memberIn: notTold, channelName: noName },
      files: noFiles,
      dossiers: {
        make: () => Promise.reject(new Error('No dossier is made here')),
        close: () => Promise.resolve(),
      },
      retention: defaultRetention,
      vendorSeesNames: true,
      vendors: wishes.vendors ?? nobodyTold,
      lists: { read: () => Promise.reject(new Error('No list is read here')) },
      inTurn: createInTurn(),
      moved: new Set(),
      now: time.now,
      newId,
      language: 'nl',
      zone: 'Europe/Amsterdam',
    };
    await worker.start(services, tenants);
    const round = clockTicks(log, (tenant) => logNameOf(tenant, { tablePrefix: 'Sim' }));
    if (wishes.rounds)
      repeating({ timers, log }, everyTick, () => round(services, tenants)).start();
    return {
      services,
      /** As when the machine loses its power: nothing that was under way goes on. */
      crash: () => {
        state.alive = false;
      },
    };
  };
  let instance = await startInstance();
  return {
    time,
    connector,
    /** Starts another instance beside it, on the same store and before the same Teams. */
    startBeside: async (): Promise<void> => {
      await startInstance();
    },
    /** Ends the instance, and no other begins. */
    kill: (): void => instance.crash(),
    services: (): Services => instance.services,
    /** Ends the instance in the middle of what it does; another begins ten seconds later, or so many. */
    crash: async (seconds = 10) => {
      instance.crash();
      await time.run(seconds);
      instance = await startInstance();
    },
  };
}

/** A table that does not answer a process that is no more. */
function mortal(table: EntityTable, alive: () => boolean): EntityTable {
  const guarded = whileAlive(alive);
  return {
    prepare: table.prepare,
    get: (...of) => guarded(() => table.get(...of)),
    range: (...of) => guarded(() => table.range(...of)),
    transact: (...of) => guarded(() => table.transact(...of)),
  };
}

function mortalQueue(queue: Queue, alive: () => boolean): Queue {
  const guarded = whileAlive(alive);
  return {
    ...queue,
    put: (...of) => guarded(() => queue.put(...of)),
    receive: (...of) => guarded(() => queue.receive(...of)),
    renew: (...of) => guarded(() => queue.renew(...of)),
    remove: (...of) => guarded(() => queue.remove(...of)),
  };
}

const whileAlive =
  (alive: () => boolean) =>
  <T>(act: () => Promise<T>): Promise<T> =>
    alive() ? act() : new Promise<T>(() => undefined);

/** Makes people known, each with a chat; their numbers begin at one. */
export async function knowSimPeople(sim: Sim, tenant: TenantKey, count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    const known = {
      aadObjectId: personAt(at),
      name: `Persoon ${String(at)}`,
      userId: `29:${tenant}-${String(at)}`,
      conversationId: `a:${tenant}-${String(at)}`,
      // The simulated Teams tells tenants apart by their address.
      serviceUrl: `https://${tenant}/`,
      tenantId: tenant,
      installed: true,
      locale: 'nl-NL',
    };
    await sim.services().store.people.save(tenant, known, undefined);
  }
}

/** Opens a duty for one person, as a vendor does; its number is part of what the person reads. */
export async function openFor(sim: Sim, tenant: TenantKey, at: number): Promise<void> {
  const reading = readOpening({
    kind: 'verify-change',
    system: `Systeem ${String(at % 100)}`,
    reference: `CHG-${String(at)}`,
    title: `Release ${String(at)}: nieuwe btw-codes`,
    assignees: [{ aadObjectId: personAt(at) }],
    dueOn: '2026-12-03',
    details: { summary: 'Nieuwe btw-codes in de factuurrun.', checks: ['inloggen', 'factuurrun'] },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const openedBy = { type: 'vendor', name: 'bench' } as const;
  const key = `sim-${String(at)}`;
  await openDuty(sim.services(), {
    tenant,
    opening: reading.opening,
    asking: { openedBy, sender: 'bench', key },
  });
}

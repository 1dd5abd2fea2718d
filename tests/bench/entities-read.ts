import { parseDutyId } from '../../bot/duty/ids.ts';
import { defined } from '../support/duties/duties.ts';
import type { PersonId } from '../../bot/duty/ids.ts';
import { parsePersonId } from '../../bot/duty/ids.ts';
import { type Status } from '../../bot/duty/duty.ts';
import type { IndexKey } from '../../bot/duty/indexed.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';
import type { DutyView } from '../../bot/duty/view.ts';
import { storeWith } from '../support/store/memory-store.ts';
import { memoryTable } from '../support/store/memory-table.ts';
import type { Store } from '../../bot/ports/store.ts';
import { DateTime } from 'luxon';
import { cardOf, actions } from '../support/cards/card-reader.ts';
import { benchBot, homeTenant, knowPeople, noTimers } from './processes/bot.ts';
import { counter } from './counting.ts';
import { people, vendorSecret } from './processes/identity.ts';
import { postAll } from './processes/load.ts';
import type { Report, Scale } from './report.ts';
import { startFarSide, type FarSide } from './processes/traffic.ts';

const openDuties = 250;
const [person] = people;
const asked = askedPerson();

function askedPerson(): PersonId {
  const id = parsePersonId(person?.aadObjectId);
  if (!id) throw new Error('Nobody is asked.');
  return id;
}

interface IndexEntry {
  readonly name: string;
  /** What the reader got. */
  readonly shown: number;
  /** What the store read for it. */
  readonly read: number;
}

// How many wait for a person stands above the list: a hundred and one are read to count them. The roster, the
// absence, and which messages were heard already are four rows more.
const counted = 105;

const isSame = (one: IndexEntry, other: IndexEntry | undefined): boolean =>
  one.read === other?.read && one.shown === other.shown;

/** G3: what a listing reads does not grow with what lies behind it. */
export async function measureEntitiesRead(report: Report, { quick }: Scale): Promise<void> {
  const sizes = quick ? [1_000, 3_000] : [1_000, 100_000];
  const farSide = await startFarSide();
  const measured: (readonly IndexEntry[])[] = [];
  for (const size of sizes) measured.push(await indexesAt(size, farSide));
  await farSide.close();
  const [few = [], many = []] = measured;
  for (const [at, one] of few.entries()) {
    const { name, shown, read } = one;
    const later = many[at];
    const beside = name === 'my-duties' ? counted : 0;
    report({
      bench: `G3-entities-read-${name}`,
      read: [read, later?.read ?? null],
      historyRows: sizes,
      pageSize: shown,
      unit: 'entities',
      goal: `<= page size + 2${beside === 0 ? '' : ` + ${String(beside)} to count and to know the reader`}, the same at both sizes`,
      met: shown > 0 && read <= shown + beside + 2 && isSame(one, later),
    });
  }
}

async function indexesAt(size: number, farSide: FarSide): Promise<readonly IndexEntry[]> {
  const { auth, serviceUrl, token } = farSide;
  const counting = counter();
  const store = storeWith(() => counting.watch(memoryTable()), 'Bench');
  const app = benchBot({ store, auth, serviceUrl, timers: noTimers, logLevel: 'silent' });
  const url = `http://127.0.0.1:${String(await app.start())}`;
  await knowPeople(app, serviceUrl);
  await fillStore(store, size);

  const measured: IndexEntry[] = [];
  const measure = async <T>(name: string, ask: () => Promise<T>, shown: (got: T) => number) => {
    counting.reset();
    const got = await ask();
    measured.push({ name, shown: shown(got), read: counting.read().entities });
    return got;
  };
  const api = async (query: string): Promise<ApiPage> => {
    const headers = { authorization: `Bearer ${vendorSecret}` };
    const response = await fetch(`${url}/api/v1/duties${query}`, { headers });
    if (response.status !== 200) throw new Error(`The API answered ${String(response.status)}.`);
    return (await response.json()) as ApiPage;
  };
  const length = ({ duties }: ApiPage): number => duties.length;

  await measure('my-duties', () => askMyDuties(farSide, { url, token }), dutiesOn);
  await measure('api-open', () => api('?status=open'), length);
  const page = await measure('api-history', () => api('?status=fulfilled'), length);
  const cursor = page.nextCursor ?? '';
  await measure('api-history-next', () => api(`?status=fulfilled&cursor=${cursor}`), length);
  await measure('api-all', () => api(''), length);
  await app.stop();
  return measured;
}

interface ApiPage {
  readonly duties: readonly unknown[];
  readonly nextCursor?: string;
}

/** Asks in the chat; the answer is the newest message there. */
async function askMyDuties({ teams, connector }: FarSide, target: { url: string; token: string }) {
  if (!person) throw new Error('Nobody asks.');
  await postAll(target, [teams.message(person, 'mijn plichten')], 1);
  return connector.calls.at(-1)?.body ?? {};
}

/** How many duties a list in the chat offers to open. */
function dutiesOn(message: object): number {
  return actions(cardOf(message)).filter(({ verb }) => verb === 'bring').length;
}

/** Puts duties on the lists where they would stand: many that are over and some that wait for one person. */
async function fillStore({ indexes }: Store, history: number): Promise<void> {
  const tenant = homeTenant();
  for (let at = 0; at < history + openDuties; at += 1) {
    const waits = at >= history;
    const view = viewAt(at, waits ? 'open' : 'fulfilled');
    const lists: readonly IndexKey[] = [
      { list: 'all' },
      { list: 'status', status: view.status },
      { list: 'evidence', month: '2026-11' },
      ...(waits ? [{ list: 'person', person: asked } as const] : []),
    ];
    for (const list of lists) await indexes.put(tenant, list, view);
  }
}

const day0 = DateTime.fromISO('2020-01-01', { zone: 'utc' });

function viewAt(at: number, status: Status): DutyView {
  const dueOn = day0.plus({ days: at % 2500 });
  return {
    id: defined(parseDutyId(`d${at.toString(16).padStart(24, '0')}`)),
    kind: 'verify-change',
    system: 'Unit4 Financials',
    reference: `CHG-${String(at)}`,
    title: 'Release 2026.4: nieuwe btw-codes',
    status,
    rule: 'any',
    dueOn: dueOn.toFormat('yyyy-MM-dd'),
    assignees: [{ aadObjectId: asked, delivery: 'delivered' }],
    answers: [],
    findings: [],
    createdAt: toInstant(dueOn),
    vendor: 'bench',
  };
}

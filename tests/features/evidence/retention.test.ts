import assert from 'node:assert/strict';
import { changeDuty } from '../../../bot/casework/change-duty.ts';
import { parseDutyId, parsePersonId } from '../../../bot/duty/ids.ts';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { retireEvidence } from '../../../bot/features/evidence/retention/evidence.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { readKeeping } from '../../../bot/settings/keeping.ts';
import { defaultRetention } from '../../../bot/tenant/retention.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { anna, bram, defined, tenant as tenantInTeams } from '../../support/duties/duties.ts';
import {
  chainOf,
  checkpoint,
  dutyWith,
  exportOf,
  keep,
  onDay,
  tenant,
  verdictOn,
} from '../../support/duties/evidence.ts';
import * as stage from '../../support/stage.ts';
import { memoryBlobs } from '../../support/store/memory-blobs.ts';
import { memoryStore } from '../../support/store/memory-store.ts';
import { annaInTeams, bramInTeams, carlaInTeams } from '../../support/teams/cast.ts';

const days = (count: number) => count * 24 * 3600;
const eightYears = secondsAfter(onDay(0), days(8 * 365 + 3));

describe('evidence whose term is over', () => {
  let store: Store;
  let blobs: ReturnType<typeof memoryBlobs>;
  const services = () => ({
    ...{ store, attachments: blobs, retention: defaultRetention, now: () => eightYears },
  });
  const file = { id: 'p-1', name: 'foto.png', mime: 'image/png', bytes: 1, sha256: 'a'.repeat(64) };

  beforeEach(async () => {
    store = memoryStore();
    blobs = memoryBlobs();
    const months = ['2026-11'];
    const old = dutyWith('a', {
      ...{ status: 'fulfilled', months },
      attachments: [{ ...file, by: anna, at: onDay(1) }],
    });
    await keep(store, old, chainOf(old));
    // What waits is kept, however old it is; and so is what has its last record later.
    for (const duty of [
      dutyWith('b', { status: 'problem', months }),
      dutyWith('c', { status: 'fulfilled', months: ['2026-11', '2028-01'] }),
    ])
      await keep(store, duty, chainOf(duty));
    await blobs.put(tenant, file.id, Buffer.from('x'));
    await checkpoint(store);
  });

  const exported = async () => {
    const { file: lines, problems } = await exportOf(store);
    assert.deepEqual(problems, []);
    const verdict = await verdictOn(lines);
    assert.ok(verdict.type === 'whole', JSON.stringify(verdict));
    return { duties: verdict.duties, removed: verdict.witnessed?.removed };
  };

  it('goes with its files and lists; the log says so, and the rest is whole', async () => {
    const before = await exported();

    const gone = await retireEvidence(services(), tenant);
    const again = await retireEvidence(services(), tenant);

    assert.deepEqual([gone, again], [1, 0]);
    assert.deepEqual(before, { duties: 3, removed: 0 });
    assert.deepEqual(await exported(), { duties: 2, removed: 1 });
    assert.equal(blobs.kept.size, 0);
    assert.equal(await store.duties.load(dutyWith('a')), undefined);
  });

  it('is no longer shown once the log says so, also when the program died before it was gone', async () => {
    const { dropChain } = store.evidence;
    Object.assign(store.evidence, { dropChain: () => Promise.reject(new Error('died')) });
    await assert.rejects(retireEvidence(services(), tenant));
    Object.assign(store.evidence, { dropChain });

    const between = await exported();
    await retireEvidence(services(), tenant);

    assert.deepEqual(between, { duties: 2, removed: 1 });
    assert.deepEqual(await exported(), { duties: 2, removed: 1 });
    let said = 0;
    for await (const { removed } of store.evidence.statements(tenant)) said += removed ? 1 : 0;
    assert.equal(said, 1);
  });
});

describe('what is kept of people for a while', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
  });
  afterEach(() => app.stop());

  /** Lets days pass, with the rounds of the last morning. */
  const pass = async (count: number) => {
    app.clock.set(secondsAfter(app.clock.now(), days(count)));
    await app.pass(60);
  };

  it('is where they are reached, until ninety days after they left', async () => {
    const person = defined(parsePersonId(anna.aadObjectId));
    const known = () => app.store.people.get(tenantInTeams, person);
    await stage.uninstall(app, annaInTeams);

    await pass(1);
    await pass(88);
    const there = await known();
    await pass(3);

    assert.ok(there);
    assert.equal(await known(), undefined);
  });

  it('is who was asked in a round, until a year after it began; what was answered stays', async () => {
    const opened = await stage.openDuty(app, 'inform-staff');
    const ref = { tenant: tenantInTeams, id: defined(parseDutyId(opened.id)) };
    const round = {
      survey: 'message',
      text: 'Lees dit',
      people: [bram],
      day: '2026-11-23',
    } as const;
    const events: readonly DutyEvent[] = [
      { type: 'survey-started', by: anna, ...round },
      { type: 'survey-answered', by: bram, answer: 'read' },
      {
        ...{ type: 'answered', by: anna, outcome: 'fulfilled' },
        ...{ values: { outcome: 'informed' }, formVersion: 1, via: 'card' },
      },
    ];
    for (const event of events) {
      await changeDuty(app.services(), ref, event);
      await app.idle();
    }
    const named = async () => {
      const { state, records } = await app.store.evidence.chain(ref);
      const told = JSON.stringify([state?.duty?.survey, records]);
      return told.includes(bram.name) || told.includes(bram.aadObjectId);
    };

    await pass(364);
    const before = await named();
    await pass(3);

    assert.ok(before);
    assert.equal(await named(), false);
    const { duty } = defined((await app.store.evidence.chain(ref)).state);
    assert.deepEqual(
      duty?.survey?.people.map(({ answer }) => answer),
      ['read'],
    );
    const { file, problems } = await exportOf(app.store, {
      tenant: tenantInTeams,
      asOf: app.clock.now(),
    });
    assert.deepEqual(problems, []);
    assert.equal((await verdictOn(file)).type, 'whole');
  });
});

describe('the setting of how long what is kept', () => {
  const read = (given: string) => {
    const problems: string[] = [];
    const { retention } = readKeeping({ RETENTION: given }, problems);
    return { retention, problems };
  };

  it('changes what it names and leaves the rest', () => {
    const { retention, problems } = read('evidence=10y, people=30d');

    assert.deepEqual(problems, []);
    assert.deepEqual(retention, {
      ...defaultRetention,
      evidence: { count: 10, unit: 'years' },
      people: { count: 30, unit: 'days' },
    });
  });

  for (const wrong of [
    'evidence=1d',
    'evidence',
    'people=-1d',
    'drafts=90d',
    'letters=1y',
    'rounds=1w',
  ])
    it(`is refused with ${wrong}`, () => {
      assert.equal(read(wrong).problems.length, 1);
    });
});

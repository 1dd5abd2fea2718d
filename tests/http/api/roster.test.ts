import type { Person } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import type { RosterEntry } from '../../../bot/tenant/roster/roster.ts';
import { changeRoster } from '../../../bot/casework/roster.ts';
import type { KnownPerson } from '../../../bot/ports/store.ts';
import { anna, bram, carla, openingFor, tenant } from '../../support/duties/duties.ts';
import type { Door } from '../../support/http/http.ts';
import { faultsOf, jsonOf, openDoor } from '../../support/http/http.ts';

const entry: RosterEntry = {
  system: 'Unit4 Financials',
  kind: 'verify-change',
  responsible: anna,
  substitute: bram,
};
const nobody = openingFor('verify-change', { assignees: undefined });

describe('opening a duty over HTTP without assignees', () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.stop());
  const lay = (...entries: readonly RosterEntry[]) =>
    changeRoster(door.services, {
      tenant,
      change: { type: 'import', entries, mode: 'replace' },
      by: carla,
    });
  const asked = async (key: string, body: object = nobody) =>
    (jsonOf(await door.open(key, body))['assignees'] as readonly { name: string }[]).map(
      ({ name }) => name,
    );

  it('asks whoever the roster names, and otherwise says that nobody is registered', async () => {
    const before = faultsOf(await door.open('early', nobody), 400);
    await lay(entry);

    const people = await asked('named');
    const other = await door.open('other', { ...nobody, system: 'Unit4 HRM' });

    assert.deepEqual(people, [anna.name]);
    assert.deepEqual(
      [before, faultsOf(other, 400)].map((faults) => faults.map(({ path }) => path)),
      [['assignees'], ['assignees']],
    );
  });

  it('asks the substitute while the responsible is away, by the calendar of the organisation', async () => {
    // 23:30 UTC on the 23rd is the 24th in Amsterdam.
    await lay({ ...entry, away: { from: '2026-11-24', to: '2026-11-24' } });

    const today = await asked('today');
    door.advance(15 * 3600);
    const tomorrow = await asked('tomorrow');

    assert.deepEqual([today, tomorrow], [[anna.name], [bram.name]]);
  });

  it('passes over whoever removed the bot, but asks somebody rather than nobody', async () => {
    const known = ({ aadObjectId, name }: Person): KnownPerson => ({
      ...{ aadObjectId, name, userId: `29:${name}`, conversationId: `a:${name}` },
      ...{ serviceUrl: 'https://smba.trafficmanager.net/emea/', tenantId: tenant },
      installed: false,
    });
    await lay(entry);
    await door.services.store.people.save(tenant, known(anna), undefined);

    const left = await asked('left');
    await door.services.store.people.save(tenant, known(bram), undefined);
    const both = await asked('both left');

    assert.deepEqual([left, both], [[bram.name], [anna.name]]);
  });

  it('gives the same duty for the same request, also after the roster has changed', async () => {
    await lay(entry);
    const first = await door.open('same', nobody);
    await lay({ ...entry, responsible: carla });

    const again = await door.open('same', nobody);
    const different = await door.open('same', { ...nobody, title: 'Iets anders' });

    assert.deepEqual([first.status, again.status, different.status], [201, 200, 409]);
    assert.equal(jsonOf(again)['id'], jsonOf(first)['id']);
  });

  it('names the substitute as well where two people have to look', async () => {
    await lay(entry);

    const two = await asked('two', { ...nobody, rule: 'four-eyes' });

    assert.deepEqual(two, [anna.name, bram.name]);
  });

  it('leaves assignees that are named as they are', async () => {
    await lay(entry);
    const named = openingFor('verify-change', {
      assignees: [{ aadObjectId: carla.aadObjectId, name: carla.name }],
    });

    assert.deepEqual(await asked('named', named), [carla.name]);
  });

  for (const [what, body] of [
    ['a list', [nobody]],
    ['a system that is no text', { ...nobody, system: 7 }],
    ['an unknown kind', { ...nobody, kind: 'other' }],
    ['assignees that are no list', { ...nobody, assignees: 'Anna' }],
  ] as const) {
    it(`still refuses ${what}`, async () => {
      await lay({ ...entry, system: '*', kind: '*' });

      assert.equal((await door.open('wrong', body)).status, 400);
    });
  }
});

import { parseDutyId } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { changeDuty } from '../../../bot/casework/change-duty.ts';
import { anna, defined, openingFor, tenant } from '../../support/duties/duties.ts';
import type { Answer, Door } from '../../support/http/http.ts';
import { faultsOf, idOf, jsonOf, openDoor } from '../../support/http/http.ts';

interface PageOfDuties {
  readonly duties: readonly {
    readonly id: string;
    readonly dueOn: string;
    readonly status: string;
  }[];
  readonly nextCursor?: string;
}
const pageOf = (answer: Answer): PageOfDuties => {
  assert.equal(answer.status, 200, answer.text);
  return JSON.parse(answer.text) as PageOfDuties;
};
const nowhere = 'd000000000000000000000000';

describe('reading duties over HTTP', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
  });
  after(() => door.stop());
  afterEach(() => {
    assert.deepEqual(door.errors, []);
  });

  it('gives 404 for a duty that does not exist and for what cannot be the id of one', async () => {
    for (const id of [nowhere, 'x', '..', '%00', 'd%2F', encodeURIComponent("' or 1 eq 1")]) {
      faultsOf(await door.api(`/api/v1/duties/${id}`), 404);
    }
  });

  it('shows of an answer what counts, and the finding that follows it', async () => {
    const id = await idOf(door.open('answered', openingFor('verify-change')));
    const values = { outcome: 'broken', note: 'Btw klopt niet' };
    await changeDuty(
      door.services,
      { tenant, id: defined(parseDutyId(id)) },
      {
        type: 'answered',
        by: anna,
        outcome: 'problem',
        values,
        formVersion: 1,
        via: 'card',
      },
    );

    const duty = jsonOf(await door.api(`/api/v1/duties/${id}`));

    assert.equal(duty['status'], 'problem');
    const at = '2026-11-23T08:30:00.000Z';
    assert.deepEqual(duty['answers'], [{ by: anna, at, outcome: 'problem', values }]);
    const [finding, ...more] = duty['findings'] as readonly Readonly<Record<string, unknown>>[];
    assert.deepEqual([finding?.['openedAt'], finding?.['status'], more.length], [at, 'open', 0]);
  });

  it('pages through 250 duties, complete and without doubles, by due date', async () => {
    const opened = await Promise.all(
      Array.from({ length: 250 }, (_, at) =>
        idOf(
          door.open(
            `page ${String(at)}`,
            openingFor('verify-change', {
              dueOn: `2027-01-${String((at % 28) + 1).padStart(2, '0')}`,
            }),
          ),
        ),
      ),
    );

    const pages: PageOfDuties[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = pageOf(await door.api(`/api/v1/duties?status=open${query}`));
      pages.push(page);
      cursor = page.nextCursor;
    }

    const listed = pages.flatMap(({ duties }) => duties);
    const ids = listed.map(({ id }) => id);
    assert.deepEqual(
      pages.map(({ duties }) => duties.length),
      [100, 100, 50],
    );
    assert.deepEqual([...ids].sort(), [...opened].sort());
    assert.deepEqual(
      listed.map(({ dueOn }) => dueOn),
      listed.map(({ dueOn }) => dueOn).sort(),
    );
  });

  it('lists only the duties in the state that was asked for', async () => {
    const withProblem = pageOf(await door.api('/api/v1/duties?status=problem'));
    const fulfilled = pageOf(await door.api('/api/v1/duties?status=fulfilled'));

    assert.deepEqual(
      withProblem.duties.map(({ status }) => status),
      ['problem'],
    );
    assert.deepEqual(fulfilled.duties, []);
  });

  for (const [query, path] of [
    ['status=late', 'status'],
    ['status=', 'status'],
    ['cursor=', 'cursor'],
    ['cursor=abc', 'cursor'],
    ['cursor=%00', 'cursor'],
    [`cursor=${Buffer.from('2026-12-03').toString('base64url')}`, 'cursor'],
    [`cursor=${Buffer.from(`2026-12-03|${nowhere}' or 1`).toString('base64url')}`, 'cursor'],
  ] as const) {
    it(`refuses the page ${query} and names ${path}`, async () => {
      const faults = faultsOf(await door.api(`/api/v1/duties?${query}`), 400);

      assert.deepEqual(
        faults.map((fault) => fault.path),
        [path],
      );
    });
  }

  it('names a wrong state and a wrong cursor together', async () => {
    const faults = faultsOf(await door.api('/api/v1/duties?status=late&cursor=abc'), 400);

    assert.deepEqual(
      faults.map(({ path }) => path),
      ['status', 'cursor'],
    );
  });
});

describe('withdrawing a duty over HTTP', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
  });
  after(() => door.stop());
  const withdraw = (
    id: string,
    body: unknown = { reason: 'Release uitgesteld' },
  ): Promise<Answer> => door.api(`/api/v1/duties/${id}/withdraw`, body);

  it('gives the withdrawn duty with its reason, takes it from the open ones, and is done once', async () => {
    const id = await idOf(door.open('withdrawn', openingFor('verify-change')));

    const first = jsonOf(await withdraw(id));
    const again = await withdraw(id, { reason: 'Nog eens' });

    assert.equal(first['status'], 'withdrawn');
    assert.deepEqual(first['withdrawn'], {
      at: '2026-11-23T08:30:00.000Z',
      reason: 'Release uitgesteld',
    });
    assert.deepEqual(jsonOf(again), first);
  });

  it('refuses to withdraw what is fulfilled', async () => {
    const id = await idOf(door.open('fulfilled', openingFor('verify-change')));
    await changeDuty(
      door.services,
      { tenant, id: defined(parseDutyId(id)) },
      {
        type: 'answered',
        by: anna,
        outcome: 'fulfilled',
        values: { outcome: 'works' },
        formVersion: 1,
        via: 'card',
      },
    );

    faultsOf(await withdraw(id), 409);

    assert.equal(jsonOf(await door.api(`/api/v1/duties/${id}`))['status'], 'fulfilled');
  });

  it('gives 404 for a duty that does not exist', async () => {
    faultsOf(await withdraw(nowhere), 404);
    faultsOf(await withdraw('x'), 404);
  });

  it('wants a reason and nothing else, and names every fault at once', async () => {
    const id = await idOf(door.open('no reason', openingFor('verify-change')));

    for (const [body, paths] of [
      [{}, ['reason']],
      [{ reason: '' }, ['reason']],
      [{ reason: 'x'.repeat(1001) }, ['reason']],
      [{ reason: 7, why: 'x' }, ['reason', 'why']],
      [[], ['']],
    ] as const) {
      const faults = faultsOf(await withdraw(id, body), 400);
      assert.deepEqual([...new Set(faults.map(({ path }) => path))], paths);
    }
    assert.equal(jsonOf(await door.api(`/api/v1/duties/${id}`))['status'], 'open');
  });
});

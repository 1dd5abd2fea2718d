import assert from 'node:assert/strict';
import { anna, openingFor } from '../../support/duties/duties.ts';
import type { Door } from '../../support/http/http.ts';
import { bearer, faultsOf, idOf, jsonOf, openDoor, otherKey } from '../../support/http/http.ts';

describe('opening a duty over HTTP', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
  });
  after(() => door.stop());
  afterEach(() => {
    assert.deepEqual(door.errors, []);
  });
  const duties = async (): Promise<number> => {
    const { duties: listed } = jsonOf(await door.api('/api/v1/duties'));
    return (listed as readonly unknown[]).length;
  };

  it('answers 201 with the duty, where it stands and everything the contract names', async () => {
    const answer = await door.open('first', openingFor('verify-change'));

    const { id, ...duty } = jsonOf(answer);
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.location, `/api/v1/duties/${String(id)}`);
    const promised = {
      kind: 'verify-change',
      system: 'Unit4 Financials',
      reference: 'CHG-4711',
      title: 'Release 2026.4: nieuwe btw-codes',
      status: 'open',
      dueOn: '2026-12-03',
      assignees: [
        { aadObjectId: anna.aadObjectId, name: anna.name, delivery: 'pending', waiting: true },
      ],
      answers: [],
      findings: [],
      createdAt: '2026-11-23T08:30:00.000Z',
    };
    for (const [name, value] of Object.entries(promised)) assert.deepEqual(duty[name], value, name);
  });

  for (const kind of ['verify-change', 'confirm-restore', 'review-access'] as const) {
    it(`opens a duty of the kind ${kind}, which can be read back at once`, async () => {
      const opened = jsonOf(await door.open(`kind ${kind}`, openingFor(kind)));

      const read = jsonOf(await door.api(`/api/v1/duties/${String(opened['id'])}`));

      assert.equal(read['kind'], kind);
      assert.equal(read['id'], opened['id']);
    });
  }

  it('gives the same duty with 200 for the same key and the same request', async () => {
    const first = await door.open('again', openingFor('verify-change'));
    const before = await duties();
    const reordered = Object.fromEntries(Object.entries(openingFor('verify-change')).reverse());

    const again = await door.open('again', reordered);

    assert.deepEqual([first.status, again.status], [201, 200]);
    assert.equal(jsonOf(again)['id'], jsonOf(first)['id']);
    assert.equal(await duties(), before);
  });

  it('takes no password in any text, and repeats none; ids, rows and addresses are no texts', async () => {
    const secret = 'wachtwoord: Zomer2026!';
    const body = openingFor('verify-change', {
      title: `Release, ${secret}`,
      description: secret,
      details: { summary: 'Btw', checks: ['inloggen', 'pw=geheim'] },
    });

    const answer = await door.open('secret', body);

    const faults = faultsOf(answer, 400);
    const paths = ['title', 'description', 'details.checks[1]'];
    assert.deepEqual(faults.map(({ path }) => path).toSorted(), paths.toSorted());
    assert.ok(!/Zomer2026|geheim/.test(answer.text));
    const id = await idOf(
      door.open(
        'no secret',
        openingFor('verify-change', { reference: 'aB3dE5gH7jK9mN1pQ3sT5vW7' }),
      ),
    );
    const path = `/api/v1/duties/${id}`;
    faultsOf(await door.api(`${path}/withdraw`, { reason: secret }), 400);
    faultsOf(await door.api(`${path}/reaction`, { status: 'solved', text: secret }), 400);
  });

  it('refuses the same key for a request that asks something else', async () => {
    await door.open('taken', openingFor('verify-change'));

    for (const other of [
      { title: 'Iets anders' },
      { dueOn: '2026-12-04' },
      { description: 'Meer' },
    ]) {
      const faults = faultsOf(await door.open('taken', openingFor('verify-change', other)), 409);
      assert.deepEqual(
        faults.map(({ path }) => path),
        ['Idempotency-Key'],
      );
    }
  });

  it('keeps the keys of senders apart', async () => {
    const first = await door.open('shared', openingFor('verify-change'));

    const other = await door.api('/api/v1/duties', openingFor('verify-change'), {
      ...bearer(otherKey),
      'idempotency-key': 'shared',
    });

    assert.deepEqual([first.status, other.status], [201, 201]);
    assert.notEqual(jsonOf(first)['id'], jsonOf(other)['id']);
  });

  it('opens one duty for twenty equal requests at the same moment', async () => {
    const before = await duties();

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => door.open('parallel', openingFor('verify-change'))),
    );

    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [...Array.from({ length: 19 }, () => 200), 201]);
    assert.equal(new Set(answers.map((answer) => jsonOf(answer)['id'])).size, 1);
    assert.equal(await duties(), before + 1);
  });

  it('lets one of two different requests with the same key through when they come together', async () => {
    const answers = await Promise.all(
      ['Een', 'Twee'].map((title) => door.open('contest', openingFor('verify-change', { title }))),
    );

    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
  });

  it('names every bad field at once, the missing key among them', async () => {
    const faults = faultsOf(
      await door.api('/api/v1/duties', {
        kind: 'verify-change',
        system: '',
        reference: 7,
        title: 'x'.repeat(201),
        dueOn: '2026-02-30',
        assignees: [{ aadObjectId: 'anna@example.com' }, {}],
        details: {
          environment: 'a\u0000b',
          deployedAt: '\u200b\u3164\u2800',
          checks: ['een', 'een'],
          other: 1,
        },
        extra: true,
      }),
      400,
    );

    const paths = new Set(faults.map(({ path }) => path));
    for (const path of [
      ...['Idempotency-Key', 'system', 'reference', 'title', 'dueOn', 'extra'],
      ...['assignees[0].aadObjectId', 'assignees[1].aadObjectId'],
      ...['details.summary', 'details.environment', 'details.deployedAt'],
      ...['details.checks', 'details.other'],
    ]) {
      assert.ok(paths.has(path), `${path} is not among ${[...paths].join(', ')}`);
    }
    assert.ok(faults.every(({ message }) => message.length > 0));
  });

  it('opens nothing of a request with a fault', async () => {
    const before = await duties();

    faultsOf(await door.open('faulty', openingFor('verify-change', { dueOn: 'morgen' })), 400);

    assert.equal(await duties(), before);
    assert.equal((await door.open('faulty', openingFor('verify-change'))).status, 201);
  });

  for (const [which, overrides, path] of [
    ['a kind that does not exist', { kind: 'make-coffee' }, 'kind'],
    ['no kind', { kind: undefined }, 'kind'],
    ['nobody to ask', { assignees: [] }, 'assignees'],
    ['no assignees', { assignees: undefined }, 'assignees'],
    [
      'somebody who is asked twice',
      {
        assignees: [anna, { aadObjectId: anna.aadObjectId.toUpperCase() }].map(
          ({ aadObjectId }) => ({ aadObjectId }),
        ),
      },
      'assignees[1].aadObjectId',
    ],
    [
      'more people than a card can be sent to',
      { assignees: Array.from({ length: 51 }, (_, at) => ({ aadObjectId: `p-${String(at)}` })) },
      'assignees',
    ],
    ['details that are no object', { details: [] }, 'details'],
    ['no details', { details: undefined }, 'details'],
    ['a day that does not exist', { dueOn: '2027-02-29' }, 'dueOn'],
    ['an instant instead of a day', { dueOn: '2026-12-03T10:00:00Z' }, 'dueOn'],
    ['a title of spaces', { title: ' \n ' }, 'title'],
    ['half a character', { title: 'half \ud83d' }, 'title'],
    ['half a character in the details', { details: { summary: '\udc4d half' } }, 'details.summary'],
  ] as const) {
    it(`refuses ${which} and names the field`, async () => {
      const faults = faultsOf(
        await door.open('refused', openingFor('verify-change', overrides)),
        400,
      );

      assert.ok(
        faults.some((fault) => fault.path === path),
        JSON.stringify(faults),
      );
    });
  }

  for (const body of [[], null, 'text', 7, true, [[]]]) {
    it(`refuses ${JSON.stringify(body)} as a request`, async () => {
      assert.ok(faultsOf(await door.open('no object', body), 400).length > 0);
    });
  }

  it('refuses the accounts of a review one by one where they are wrong', async () => {
    const accounts = [{ account: 'a', name: 'A' }, { account: 'A', name: 'B' }, { name: 'C' }];

    const faults = faultsOf(
      await door.open(
        'accounts',
        openingFor('review-access', { details: { accounts, controlTotal: 9 } }),
      ),
      400,
    );

    const paths = faults.map(({ path }) => path);
    assert.ok(paths.includes('details.accounts[2].account'), paths.join());
  });

  for (const [which, key] of [
    ['an empty key', ''],
    ['a key of more than 255 characters', 'k'.repeat(256)],
    ['a key of other than printable characters', 'sleutel-\u00e9'],
  ] as const) {
    it(`refuses ${which}`, async () => {
      const faults = faultsOf(await door.open(key, openingFor('verify-change')), 400);

      assert.deepEqual(
        faults.map(({ path }) => path),
        ['Idempotency-Key'],
      );
    });
  }
});

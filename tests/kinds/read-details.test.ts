import assert from 'node:assert/strict';
import { dutyKinds, kindOf } from '../../bot/kinds/index.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import { readOpening } from '../../bot/casework/read-opening.ts';
import { anna, bram, detailsOf, openingFor } from '../support/duties/duties.ts';

/** What the contract requires in `details` of each kind. */
const required: Readonly<Record<KindName, readonly string[]>> = {
  'verify-change': ['summary'],
  'confirm-restore': ['scope', 'restorePoint'],
  'review-access': ['accounts'],
  'verify-incident': ['solution'],
  'read-agreement': ['document', 'version', 'url'],
  'inform-staff': ['topic'],
  'transfer-securely': ['data'],
  'check-capacity': ['period'],
  'show-done': ['about', 'task'],
  'nil-return': ['kind', 'quarter'],
};

describe('a request to open a duty', () => {
  for (const { kind } of dutyKinds) {
    it(`of the kind ${kind} needs ${required[kind].join(' and ')}, and says so`, () => {
      const paths = pathsOf(openingFor(kind, { details: {} }));

      assert.deepEqual(
        paths,
        required[kind].map((name) => `details.${name}`),
      );
    });

    it(`of the kind ${kind} takes no field that it does not know`, () => {
      const details = { ...detailsOf[kind], summry: 'x' };

      assert.deepEqual(pathsOf(openingFor(kind, { details, extra: 1 })), [
        'extra',
        'details.summry',
      ]);
    });

    it(`of the kind ${kind} reads back the details that it has read`, () => {
      const read = kindOf(kind).readDetails(detailsOf[kind]);

      assert.ok(read.ok);
      assert.ok(kindOf(kind).introduction(read, { language: 'nl', zone: 'UTC' }).text);
    });
  }

  it('names everything that is wrong at once', () => {
    const body = {
      kind: 'verify-change',
      system: ' ',
      title: 'x'.repeat(201),
      assignees: [{ aadObjectId: 'anna@example.com' }, { aadObjectId: anna.aadObjectId, age: 7 }],
      dueOn: '2026-02-30',
      details: { summary: 7, checks: ['a', '', 'a'] },
    };

    const paths = pathsOf(body);

    assert.deepEqual(
      [...new Set(paths)].sort(),
      [
        'assignees[0].aadObjectId',
        'assignees[1].age',
        'details.checks',
        'details.checks[1]',
        'details.summary',
        'dueOn',
        'reference',
        'system',
        'title',
      ].sort(),
    );
  });

  it('keeps nothing that turns the direction of a text, whatever the field', () => {
    const turned = 'Re\u202elea\u2066se\u202c\u2069';
    const details = { summary: turned, environment: turned, checks: [turned, 'b'] };
    const read = readOpening({
      ...openingFor('verify-change', { details }),
      ...{ system: turned, reference: turned, title: turned, description: turned },
    });

    assert.ok(read.ok);
    const { system, reference, title, description } = read.opening;
    assert.deepEqual(
      [system, reference, title, description],
      ['Release', 'Release', 'Release', 'Release'],
    );
    assert.deepEqual(read.opening.details, {
      summary: 'Release',
      environment: 'Release',
      checks: ['Release', 'b'],
    });
    assert.deepEqual(
      pathsOf({ ...openingFor('verify-change'), title: '\u202e', system: 'a\u0007' }),
      ['system', 'title'],
    );
  });

  it('names the same person once, in whatever case', () => {
    const assignees = [anna, bram, { aadObjectId: anna.aadObjectId.toUpperCase() }].map(
      ({ aadObjectId }) => ({ aadObjectId }),
    );

    assert.deepEqual(pathsOf(openingFor('verify-change', { assignees })), [
      'assignees[2].aadObjectId',
    ]);
  });

  it('is asked of somebody', () => {
    for (const assignees of [undefined, []]) {
      assert.deepEqual(pathsOf(openingFor('verify-change', { assignees })), ['assignees']);
    }
  });

  it('is an object with a kind that exists', () => {
    for (const body of [undefined, null, 7, 'x', [], {}, { kind: 'verify-chance' }]) {
      const read = readOpening(body);

      assert.ok(!read.ok);
      assert.ok(read.problems.length > 0);
      for (const { message } of read.problems) assert.match(message, /\p{L}/u);
    }
  });

  for (const dueOn of ['2026-2-3', '03-12-2026', '2026-12-03T10:00:00Z', 'morgen', '', 20261203]) {
    it(`has a calendar day, not ${JSON.stringify(dueOn)}, as its due date`, () => {
      assert.deepEqual(pathsOf(openingFor('verify-change', { dueOn })), ['dueOn']);
    });
  }
});

describe('the accounts of a review', () => {
  it('are kept as rows beside the duty, which keeps their number', () => {
    const accounts = accountsOf(7);

    const read = kindOf('review-access').readDetails({ accounts, controlTotal: 7 });

    assert.deepEqual(read, {
      ok: true,
      details: { accountCount: 7, controlTotal: 7 },
      rows: accounts,
    });
  });

  it('may be 5,000, not one more', () => {
    const read = kindOf('review-access').readDetails({ accounts: accountsOf(5000) });

    assert.ok(read.ok);
    assert.equal(read.rows.length, 5000);
    assert.deepEqual(pathsOfReview({ accounts: accountsOf(5001) }), ['details.accounts']);
    assert.deepEqual(pathsOfReview({ accounts: [] }), ['details.accounts']);
  });

  it('stand on the list once, in whatever case', () => {
    const accounts = [...accountsOf(3), { account: 'ACCOUNT-1', name: 'Nog eens' }];

    assert.deepEqual(pathsOfReview({ accounts }), ['details.accounts[3].account']);
  });

  it('are all there by the control total', () => {
    for (const controlTotal of [0, 2, 4]) {
      assert.deepEqual(pathsOfReview({ accounts: accountsOf(3), controlTotal }), [
        'details.controlTotal',
      ]);
    }
    for (const controlTotal of [-1, 2.5, '3']) {
      assert.deepEqual(pathsOfReview({ accounts: accountsOf(3), controlTotal }), [
        'details.controlTotal',
      ]);
    }
  });

  it('name every fault at once, each with its place', () => {
    const accounts = [
      ...accountsOf(3),
      { account: 'account-9' },
      { account: '', name: 'Leeg', enabled: 'ja', rol: 'Inkoper' },
      { account: 'account-0', name: 'Dubbel' },
    ];

    const paths = pathsOfReview({ accounts, controlTotal: 3, exportedAt: 7 });

    assert.deepEqual(
      [...paths].sort(),
      [
        'details.accounts[3].name',
        'details.accounts[4].account',
        'details.accounts[4].enabled',
        'details.accounts[4].rol',
        'details.accounts[5].account',
        'details.controlTotal',
        'details.exportedAt',
      ].sort(),
    );
  });
});

function accountsOf(count: number): { account: string; name: string }[] {
  return Array.from({ length: count }, (_, at) => ({
    account: `account-${String(at)}`,
    name: `Persoon ${String(at)}`,
  }));
}

function pathsOf(body: unknown): readonly string[] {
  const read = readOpening(body);
  return read.ok ? [] : read.problems.map(({ path }) => path);
}

function pathsOfReview(details: unknown): readonly string[] {
  const read = kindOf('review-access').readDetails(details);
  return read.ok ? [] : read.problems.map(({ path }) => path);
}

import { parseDutyId, parsePersonId, parseTenantKey } from '../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { dutyIdFor, requestHash } from '../../bot/duty/open.ts';
import { anOpening, bram, defined, opened, tenant } from '../support/duties/duties.ts';

const otherTenant = defined(parseTenantKey('99999999-aaaa-4bbb-8ccc-000000000009'));

describe('the id of a duty', () => {
  it('is the same for the same key of the same sender', () => {
    const ids = [dutyIdFor(tenant, 'vendor:a', 'key'), dutyIdFor(tenant, 'vendor:a', 'key')];

    assert.equal(ids[0], ids[1]);
    assert.equal(parseDutyId(ids[0]), ids[0]);
  });

  it('is another for another key, another sender and another tenant', () => {
    const ids = [
      dutyIdFor(tenant, 'vendor:a', 'key'),
      dutyIdFor(tenant, 'vendor:a', 'Key'),
      dutyIdFor(tenant, 'vendor:a', 'key '),
      dutyIdFor(tenant, 'vendor:b', 'key'),
      dutyIdFor(otherTenant, 'vendor:a', 'key'),
    ];

    assert.equal(new Set(ids).size, ids.length);
  });

  it('does not mix up where the sender ends and the key begins', () => {
    assert.notEqual(dutyIdFor(tenant, 'a","b', 'c'), dutyIdFor(tenant, 'a', 'b","c'));
    assert.notEqual(dutyIdFor(tenant, 'ab', 'c'), dutyIdFor(tenant, 'a', 'bc'));
    assert.notEqual(dutyIdFor(tenant, 'a,b', 'c'), dutyIdFor(tenant, 'a', 'b,c'));
  });

  it('is not read from anything else', () => {
    for (const raw of [
      '',
      'd1',
      `D${'a'.repeat(24)}`,
      `d${'g'.repeat(24)}`,
      `d${'a'.repeat(25)}`,
      7,
    ]) {
      assert.equal(parseDutyId(raw), undefined);
    }
  });
});

describe('the id of a person', () => {
  it('is the same in upper and lower case', () => {
    assert.equal(
      parsePersonId('ABCDEF00-0000-4000-8000-00000000000A'),
      'abcdef00-0000-4000-8000-00000000000a',
    );
  });

  it('is no e-mail address and no key that would lead elsewhere', () => {
    for (const raw of [
      '',
      'anna@example.com',
      'a|b',
      'a/b',
      'a b',
      '../x',
      'a'.repeat(101),
      null,
    ]) {
      assert.equal(parsePersonId(raw), undefined);
    }
  });
});

describe('two requests to open a duty', () => {
  it('ask the same in whatever order their members stand', () => {
    const one = requestHash({ a: 1, b: { c: [1, 2], d: 'é' } });
    const other = requestHash({ b: { d: 'é', c: [1, 2] }, a: 1 });

    assert.equal(one, other);
  });

  it('ask something else when any member, order of a list or type differs', () => {
    const hashes = [{ a: [1, 2] }, { a: [2, 1] }, { a: ['1', 2] }, { a: [1, 2], b: null }, {}].map(
      requestHash,
    );

    assert.equal(new Set(hashes).size, hashes.length);
  });
});

describe('the first record', () => {
  it('keeps what was asked of whom, with the rows and their hash', () => {
    const opening = anOpening('review-access', { description: 'Kwartaalcontrole' });

    const { records } = opened(opening);

    const [first, ...others] = records;
    assert.deepEqual(others, []);
    assert.deepEqual([first?.seq, first?.type, first?.by], [1, 'opened', undefined]);
    const { title, dueOn, description, rows, details } = opening;
    assert.deepEqual(first?.data, {
      title,
      description,
      dueOn,
      assignees: opening.assignees.map((one) => ({ ...one })),
      details,
      rows,
      rowsHash: requestHash(rows),
      vendor: 'Unit4 Bedrijfssoftware',
    });
  });

  it('names the person who opened the duty by hand, and no vendor', () => {
    const openedBy = { type: 'person', person: bram } as const;

    const { records } = opened(anOpening('verify-change'), { openedBy });

    assert.deepEqual(records[0]?.by, bram);
    assert.ok(!JSON.stringify(records[0]?.data).includes('vendor'));
  });

  it('is sealed together with a duty that says the same', () => {
    const { duty, records } = opened(anOpening('verify-change'));

    assert.deepEqual([duty.seq, duty.head], [1, records[0]?.hash]);
    assert.deepEqual(duty.months, ['2026-11']);
  });
});

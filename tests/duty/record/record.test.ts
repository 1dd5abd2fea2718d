import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { beforeFirst, hashOf, seal } from '../../../bot/duty/record/record.ts';
import { answered } from '../../support/duties/answers.ts';
import { aDuty, anna, fixedNow } from '../../support/duties/duties.ts';
import { sealing } from '../../support/duties/sealing.ts';

describe('the hash of a record', () => {
  it('is the SHA-256 of its canonical JSON, written by hand', () => {
    const record = {
      v: 1,
      type: 'answered',
      seq: 2,
      data: { note: 'één €  \u2028"\\\n', count: 1250, ok: true, none: null, list: [2, 1] },
      by: { name: 'Anna', aadObjectId: 'a-1' },
      hash: 'does not count',
    };
    const byHand =
      '{"by":{"aadObjectId":"a-1","name":"Anna"},' +
      '"data":{"count":1250,"list":[2,1],"none":null,"note":"één €  \u2028\\"\\\\\\n","ok":true},' +
      '"seq":2,"type":"answered","v":1}';

    assert.equal(hashOf(record), createHash('sha256').update(byHand, 'utf8').digest('hex'));
  });

  it('is the one that other programs compute', () => {
    // printf '{"a":1,"b":"é"}' | sha256sum
    const known = '09ad9fd2fb648cb2f62141215828ea00a62c299db05d20aa9ade2f527a301cc6';

    assert.equal(hashOf({ b: 'é', a: 1 }), known);
  });

  it('does not depend on the order of members, but does on every value', () => {
    const hashes = [
      { a: 1, b: { c: 2, d: 3 } },
      { b: { d: 3, c: 2 }, a: 1 },
      { a: 1, b: { c: 2, d: 4 } },
      { a: 1, b: { c: 2 } },
    ].map(hashOf);

    assert.equal(hashes[0], hashes[1]);
    assert.equal(new Set(hashes).size, 3);
  });
});

describe('sealing', () => {
  it('numbers the drafts on from the duty and chains them', () => {
    const duty = aDuty('verify-change');
    const draft = { type: 'replied', data: { text: 'ok' } } as const;

    const { duty: sealed, records } = seal(
      duty,
      [draft, { ...draft, by: anna }],
      sealing(fixedNow),
    );

    const [one, two] = records;
    assert.deepEqual([one?.seq, two?.seq, sealed.seq], [2, 3, 3]);
    assert.deepEqual([one?.prev, two?.prev, sealed.head], [duty.head, one?.hash, two?.hash]);
    assert.deepEqual(
      [one?.v, one?.dutyId, one?.kind, one?.system, one?.reference, one?.at],
      [1, duty.id, duty.kind, duty.system, duty.reference, fixedNow],
    );
    for (const record of records) assert.equal(record.hash, hashOf(record));
  });

  it('begins a chain with zeros', () => {
    const duty = aDuty('verify-change');
    const unsealed = { ...duty, seq: 0, head: beforeFirst };

    const { records } = seal(unsealed, [{ type: 'opened', data: {} }], sealing(fixedNow));

    assert.equal(records[0]?.seq, 1);
    assert.match(records[0]?.prev ?? '', /^0{64}$/);
  });

  it('leaves a duty without news as it was', () => {
    const duty = answered(aDuty('verify-change'), 'fulfilled');

    const { duty: same, records } = seal(duty, [], sealing(fixedNow));

    assert.deepEqual(same, duty);
    assert.deepEqual(records, []);
  });

  it('gives an answer the hash of its record as proof, which a later record does not change', () => {
    const first = answered(aDuty('verify-change'), 'fulfilled');
    const second = answered(first, 'problem');

    const [before, corrected] = second.answers;

    assert.equal(before?.proof, first.answers[0]?.proof);
    assert.match(corrected?.proof ?? '', /^[0-9a-f]{64}$/);
    assert.notEqual(corrected?.proof, before?.proof);
  });
});

import assert from 'node:assert/strict';
import {
  errorClass,
  isLastFailure,
  isOutage,
  unknownSeconds,
  waitSeconds,
} from '../../bot/delivery/retry.ts';
import { aDuty } from '../support/duties/duties.ts';
import { anEntry } from '../support/duties/changes.ts';

describe('an effect that is put off', () => {
  it('waits twice as long each time, and an hour at most', () => {
    const waits = [0, 1, 2, 10, 11, 12, 13, 50].map((times) => waitSeconds(times, undefined, 0));

    assert.deepEqual(waits, [1, 2, 4, 1024, 2048, 3600, 3600, 3600]);
  });

  it('waits as long as the far side asked, an hour at most', () => {
    assert.deepEqual(
      [0, 30, 3600, 7200].map((asked) => waitSeconds(9, asked, 0)),
      [0, 30, 3600, 3600],
    );
  });

  it('is spread over a fifth, so that not all comes back together', () => {
    assert.deepEqual([waitSeconds(1, 50, 1), waitSeconds(20, undefined, 1)], [60, 4320]);
  });

  it('is sent once more within a minute where nobody knows whether it arrived, then hardly again', () => {
    assert.deepEqual([0, 1, 2, 9].map(unknownSeconds), [45, 900, 3600, 3600]);
  });

  it('is given up at the fifth failure of its own', () => {
    const entry = anEntry(aDuty('verify-change'), 'one');

    assert.equal(isLastFailure(entry), false);
    assert.deepEqual(
      [3, 4, 5].map((failures) => isLastFailure({ ...entry, failures })),
      [false, true, true],
    );
  });
});

describe('an error', () => {
  for (const error of [
    { statusCode: 500 },
    { statusCode: 599 },
    { statusCode: 408 },
    { statusCode: 429 },
    { statusCode: '503' },
    ...['ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT'].map((code) => ({ code })),
    ...['REQUEST_SEND_ERROR', 'UND_ERR_SOCKET'].map((code) => ({ code })),
    { name: 'AbortError' },
    { statusCode: 0, code: 'ECONNREFUSED' },
    { statusCode: 'none', code: 'ECONNREFUSED' },
  ])
    it(`is no fault of the effect where it is ${JSON.stringify(error)}`, () => {
      assert.equal(isOutage(Object.assign(new Error('x'), error)), true);
    });

  for (const error of [
    { statusCode: 400 },
    { statusCode: 404 },
    { statusCode: 409 },
    { statusCode: 428 },
    { statusCode: 499, code: 'ECONNRESET' },
    { code: 'ERR_BAD' },
    { code: 'NOT_ECONNRESET' },
    { name: 'TypeError' },
    { statusCode: 0 },
    {},
  ])
    it(`is one where it is ${JSON.stringify(error)}`, () => {
      assert.equal(isOutage(Object.assign(new Error('x'), error)), false);
    });

  it('is one where it is no error at all', () => {
    assert.deepEqual([undefined, null, 'ECONNRESET', 503].map(isOutage), [
      false,
      false,
      false,
      false,
    ]);
  });

  it('is told by its class, never by what it says', () => {
    assert.deepEqual(
      [
        new TypeError('Anna'),
        Object.assign(new Error('Anna'), { statusCode: 400 }),
        Object.assign(new Error('Anna'), { statusCode: 'Anna' }),
        'Anna',
        undefined,
      ].map(errorClass),
      ['TypeError', 'Error 400', 'Error', 'string', 'undefined'],
    );
  });
});

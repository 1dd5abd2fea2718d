import assert from 'node:assert/strict';
import { Settings } from 'luxon';
import { choice, count, day, line, moment } from '../../cards/fields.ts';
import type { Field } from '../../cards/fields.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import { readFields, typedFor } from '../../cards/read-fields.ts';

const zone = 'Europe/Amsterdam';

describe('what a person types', () => {
  for (const [typed, number] of [
    ['0', 0],
    ['7', 7],
    ['007', 7],
    ['1250', 1250],
    ['1.250', 1250],
    ['1,250', 1250],
    ['1 250', 1250],
    ['1\u00A0250', 1250],
    ['1.250.000', 1_250_000],
    [' 12 ', 12],
    [1250, 1250],
  ] as const) {
    it(`reads ${JSON.stringify(typed)} as the number ${String(number)}`, () => {
      assert.equal(read(count(), typed), number);
    });
  }

  for (const typed of [
    ...['1,5', '1.5', '12.50', '1.2500', '1250.', '.250', '-1', '+1', '1e3', '0x10', '١٢', '½'],
    ...['een', '1 250 0', '1000000001', '9'.repeat(30), 1.5, -1, NaN, Infinity],
  ]) {
    it(`does not take ${JSON.stringify(typed)} for a count`, () => {
      assert.equal(read(count(), typed), 'not-a-number');
    });
  }

  it('takes no number above what the field allows', () => {
    assert.equal(read(count(10), '10'), 10);
    assert.equal(read(count(10), '11'), 'not-a-number');
  });

  for (const typed of ['2026-02-28', '2028-02-29', '1999-12-31']) {
    it(`reads ${typed} as a day`, () => {
      assert.equal(read(day(), typed), typed);
    });
  }

  for (const typed of [
    ...['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1'],
    ...['31-12-2026', '20261231', '2026-12-31T10:00', '2026-W01-1', 'morgen', '-2026-01-01'],
  ]) {
    it(`does not take ${typed} for a day`, () => {
      assert.equal(read(day(), typed), 'not-a-day');
    });
  }

  it('reads a day and a time on the reader’s clock as an instant with its offset', () => {
    assert.equal(readAt('2026-12-03', '09:30'), '2026-12-03T09:30+01:00');
    assert.equal(readAt('2026-07-03', '09:30'), '2026-07-03T09:30+02:00');
    assert.equal(readAt('2026-12-03', '09:30', 'America/New_York'), '2026-12-03T09:30-05:00');
  });

  for (const today of ['2026-07-01', '2026-12-01']) {
    describe(`on ${today}`, () => {
      const { now } = Settings;

      beforeEach(() => {
        Settings.now = () => Date.parse(today);
      });

      afterEach(() => {
        Settings.now = now;
      });

      it('moves a time that the clock skips in spring to the hour that follows', () => {
        assert.equal(readAt('2026-03-29', '01:59'), '2026-03-29T01:59+01:00');
        assert.equal(readAt('2026-03-29', '02:30'), '2026-03-29T03:30+02:00');
        assert.equal(readAt('2026-03-29', '03:00'), '2026-03-29T03:00+02:00');
      });

      it('takes the first of the two where the clock shows a time twice in autumn', () => {
        assert.equal(readAt('2026-10-25', '02:30'), '2026-10-25T02:30+02:00');
        assert.equal(readAt('2026-10-25', '03:00'), '2026-10-25T03:00+01:00');
      });
    });
  }

  it('gives an instant back on the clock of whoever corrects it', () => {
    const values = { at: '2026-12-03T23:30+01:00' };

    const typed = typedFor({ at: moment() }, { values, lines: {}, zone: 'Asia/Tokyo' });

    assert.deepEqual(typed, { 'at-day': '2026-12-04', 'at-time': '07:30' });
  });

  it('wants both the day and the time of a moment, or neither', () => {
    assert.equal(readAt('', ''), undefined);
    for (const [onDay, time] of [
      ['2026-12-03', ''],
      ['', '09:30'],
      ['2026-02-30', '09:30'],
      ['2026-12-03', '24:30'],
      ['2026-12-03', '9:30'],
      ['2026-12-03', '09:30 ongeveer'],
      ['vandaag', '09:30'],
    ] as const) {
      assert.equal(readAt(onDay, time), 'not-a-moment', `${onDay} ${time}`);
    }
  });

  it('trims a text, counts its length after that and takes nothing for an answer', () => {
    assert.equal(read(line(5), '  ab  '), 'ab');
    assert.equal(read(line(5), ' abcde '), 'abcde');
    assert.equal(read(line(5), 'abcdef'), 'too-long');
    for (const empty of ['', '  ', '\n\t', undefined, null])
      assert.equal(read(line(5), empty), undefined);
  });

  it('takes of a choice only the values that it offers, as they are written', () => {
    const offer = choice('ok', 'wrong');

    assert.equal(read(offer, 'ok'), 'ok');
    for (const other of ['OK', 'o', 'ok,wrong', 'toString', '__proto__', ['ok'], true, null]) {
      assert.equal(read(offer, other), 'not-a-choice', JSON.stringify(other));
    }
  });
});

function read(field: Field, typed: unknown): unknown {
  return valueOf(field, { it: typed });
}

function readAt(onDay: string, time: string, inZone = zone): unknown {
  return valueOf({ ...moment(), required: false }, { 'it-day': onDay, 'it-time': time }, inZone);
}

/** The value that was read, or the name of the fault. */
function valueOf(field: Field, submitted: Submitted, inZone = zone): unknown {
  const optional = { ...field, required: false };
  const reading = readFields({ it: optional }, submitted, { lines: {}, zone: inZone });
  return reading.ok ? reading.values['it'] : reading.faults[0]?.fault;
}

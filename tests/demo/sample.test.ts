import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { sampleDuties } from '../../bot/demo/sample.ts';
import { readOpening } from '../../bot/casework/read-opening.ts';

describe('the duties of the demo', () => {
  const monday = DateTime.fromISO('2026-11-30T15:00:00Z');
  const days = Array.from({ length: 7 }, (_, at) => monday.plus({ days: at }));

  for (const now of days)
    it(`begun on a ${now.toFormat('cccc')} are asked after what they are about had happened, and on working days`, () => {
      const today = now.toFormat('yyyy-MM-dd');

      const duties = sampleDuties(now.toISO() ?? '').map((duty) => {
        const read = readOpening(duty);
        assert.ok(read.ok, JSON.stringify(read));
        return read.opening;
      });

      for (const { reference, dueOn, details } of duties) {
        const { restorePoint, requestedAt, deployedAt } = Object(details) as Record<string, string>;
        const moments = [restorePoint, requestedAt, deployedAt].filter((one) => one !== undefined);
        const told = `${reference}: ${moments.join(', ')}, due ${dueOn}`;
        assert.deepEqual(moments.toSorted(), moments, told);
        for (const moment of moments) assert.ok(moment.slice(0, 10) < dueOn, told);
        assert.ok(DateTime.fromISO(dueOn).weekday <= 5, told);
      }
      const late = duties.filter(({ dueOn }) => dueOn < today).map(({ reference }) => reference);
      assert.deepEqual(late, ['RST-0912', 'CHG-4702']);
    });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { afterRefusal, heardOf } from '../../bot/casework/people/silence.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import type { Silence } from '../../bot/ports/store/silence.ts';
import { fixedNow } from '../support/duties/duties.ts';

const at = (hours: number) => secondsAfter(fixedNow, hours * 3600);

/** A conversation that refuses at each of these hours; whether it is gone after the last. */
const refusedAt = (hours: readonly number[], worked: number | undefined): boolean => {
  let silence: Silence = {};
  let gone = false;
  for (const hour of hours) {
    const workedAt = worked === undefined ? undefined : at(worked);
    ({ silence, gone } = afterRefusal(silence, { now: at(hour), workedAt }));
  }
  return gone;
};
const hourly = (to: number) => Array.from({ length: to + 1 }, (_, hour) => hour);

describe('a conversation for which the service refuses everything', () => {
  for (const [what, hours, worked, gone] of [
    ['is gone after a day, where others took messages', hourly(24), 20, true],
    ['is not before', hourly(23), 20, false],
    ['is not while nobody of the tenant is reached', hourly(48), undefined, false],
    ['is not where others were reached before, and not lately', hourly(48), 30, false],
    ['is not where nothing was tried for longer', [0, 30], 30, false],
    ['begins anew after a pause', [...hourly(10), 20, ...hourly(23).map((h) => h + 30)], 50, false],
  ] as const)
    it(what, () => {
      assert.equal(refusedAt(hours, worked), gone);
    });

  it('is written down when it begins and about hourly, not at each try', () => {
    const news: number[] = [];
    let silence: Silence = {};
    for (const hour of [0, 0.01, 0.1, 0.4, 0.6, 1.6]) {
      const now = afterRefusal(silence, { now: at(hour), workedAt: undefined });
      if (now.isNews) {
        news.push(hour);
        ({ silence } = now);
      }
    }

    assert.deepEqual(news, [0, 0.6, 1.6]);
  });

  it('is not silent any more once something came from it', () => {
    const { silence } = afterRefusal({}, { now: at(0), workedAt: undefined });

    assert.deepEqual(heardOf({ name: 'Beveiliging', ...silence }), { name: 'Beveiliging' });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import { rowOf } from '../../../bot/duty/view.ts';
import { overviewCard } from '../../../bot/features/overview/card.ts';
import { asPlain } from '../../support/cards/duty-cards.ts';
import { texts } from '../../support/cards/card-reader.ts';
import { aDuty, anna, dutch, fixedNow } from '../../support/duties/duties.ts';

const broken: DutyEvent = {
  type: 'answered',
  by: anna,
  outcome: 'problem',
  values: { outcome: 'broken', note: 'x' },
  formVersion: 1,
  via: 'card',
};
const titled = (title: string, dueOn: string) => aDuty('verify-change', { title, dueOn });

describe('the overview', () => {
  it('counts a finding past its day as late, and begins with whoever is late longest', () => {
    // The reply of the finding was due on 25 November, two working days after the answer.
    const finding = decide(titled('Bevinding', '2026-12-20'), broken, fixedNow).duty;
    const open = [titled('Lang te laat', '2026-11-24'), titled('Kort te laat', '2026-11-30')];
    const later = titled('Nog tijd', '2026-12-24');
    const reader = { ...dutch, now: '2026-12-02T09:00:00.000Z' };

    const card = overviewCard(
      {
        open: [...open, later].map(rowOf),
        problems: [rowOf(finding)],
        moreOpen: false,
        moreProblems: false,
        opens: 'show',
        map: { quarters: [], rows: [], moreOverdue: false },
      },
      reader,
    );

    const read = texts(asPlain(card)).join('\n');
    const places = ['Lang te laat', 'Bevinding', 'Kort te laat', 'Nog tijd'].map((title) =>
      read.indexOf(title),
    );
    assert.ok(
      places.every((place) => place >= 0),
      read,
    );
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
    assert.match(read, /3\n?.*Te laat|Te laat\n?3/);
  });
});

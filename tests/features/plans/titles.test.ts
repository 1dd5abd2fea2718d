import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { planWordCard, plansCard } from '../../../bot/features/plans/card.ts';
import { emptyPlans } from '../../../bot/tenant/plans/change.ts';
import { texts } from '../../support/cards/card-reader.ts';
import { asPlain } from '../../support/cards/duty-cards.ts';
import { bram, dutch, tenant } from '../../support/duties/duties.ts';

const plan = {
  ...{ id: 'plan-1', system: 'Unit4 HRM', title: 'Toegang beoordelen, {kwartaal}', details: {} },
  ...{ startsOn: '2026-12-31', lead: 3, owner: bram, assignees: [], paused: false },
  ...{ kind: 'review-access' as const, recurrence: 'FREQ=MONTHLY;INTERVAL=3' },
};

describe('the title of a plan', () => {
  it('names the quarter of the next time, as the list of plans is still read in the one after', () => {
    const read = (now: string) =>
      texts(
        asPlain(plansCard({ ...emptyPlans(tenant), plans: [plan] }, {}, { ...dutch, now })),
      ).join('\n');

    assert.match(read('2026-11-23T08:30:00.000Z'), /Toegang beoordelen, Q4 2026/);
    assert.match(read('2027-01-11T08:30:00.000Z'), /Toegang beoordelen, Q1 2027/);
    assert.doesNotMatch(read('2026-11-23T08:30:00.000Z'), /dit kwartaal/);
  });

  it('names the quarter that a word in the channel is about', () => {
    const card = planWordCard(plan, { why: 'list', dueOn: '2026-12-31' }, dutch);

    assert.match(texts(asPlain(card)).join('\n'), /‘Toegang beoordelen, Q4 2026’/);
  });
});

import type { Duty } from '../../../bot/duty/duty.ts';
import { tickInput } from '../../../cards/input-ids.ts';
import { titleOf } from '../../../bot/kinds/nil-return/remainder.ts';
import { dutyIdFor } from '../../../bot/duty/open.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { anna, anOpening, dutch, opened } from './duties.ts';

const details = {
  kind: 'verify-change',
  quarter: '2026-Q3',
  systems: ['Unit4 Financials', 'Unit4 HR', 'Portaal'],
} as const;

const opening = anOpening('nil-return', {
  ...{ reference: 'Q3 2026, wijziging van een systeem', system: '3 systemen' },
  title: titleOf(details, details.systems, 'nl'),
  details,
});
/** A quarter without a change, asked about three systems on one card. */
export const ofThreeSystems: Duty = opened(opening, { openedBy: { type: 'bot' } }).duty;

/** What was left is asked by a duty of its own, of whoever answered: the roster names her for it too. */
export const restAsked: DutyEvent = {
  type: 'asked-on',
  asked: [
    {
      duty: dutyIdFor(ofThreeSystems.tenant, 'rest', '1'),
      of: anna,
      systems: ['Portaal'],
      dueOn: '2026-11-30',
    },
  ],
};

/** Ticked for the first two: what is left is asked of whoever answers for the third. */
export function noneInTwo(duty: Duty): DutyEvent {
  const inputs = { outcome: 'none', [tickInput('systems', 'none')]: '0,1' };
  const settled = kindOf('nil-return').settle(duty, inputs, dutch);
  if (!settled.ok) throw new Error(`The sample is refused: ${JSON.stringify(settled.messages)}`);
  const { outcome, values } = settled;
  return { type: 'answered', by: anna, outcome, values, formVersion: 1, via: 'card' };
}

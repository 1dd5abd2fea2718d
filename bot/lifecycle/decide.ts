import type { Duty, Instant } from './duty.ts';
import { keyed } from './effects.ts';
import type { Decision, DutyEvent } from './events.ts';
import { answered } from './answering.ts';
import {
  cardPosted,
  cardWanted,
  channelPosted,
  channelWanted,
  undeliverable,
} from './delivering.ts';
import { findingPlanned, replySent, riskAccepted, vendorReacted } from './following.ts';
import { handedOver, postponed } from './handing-on.ts';
import { withdrawn } from './withdrawing.ts';

export type { Decision, DutyEvent, Verdict } from './events.ts';

/** Decides what an event means for a duty. Pure: the same duty, event and moment give the same decision. */
export function decide(duty: Duty, event: DutyEvent, now: Instant): Decision {
  return listedByMonth(decideOn(duty, event, now), now);
}

/** Evidence in a month that has none of this duty yet puts the duty on that month's list. */
function listedByMonth(decision: Decision, now: Instant): Decision {
  const { duty, evidence, effects } = decision;
  const month = now.slice(0, 7);
  if (evidence.length === 0 || duty.months.includes(month)) return decision;
  const next = { ...duty, months: [...duty.months, month] };
  const listed = effects.some((effect) => effect.do === 'list');
  const more = listed ? [] : keyed(next, [{ do: 'list', was: [] }]);
  return { ...decision, duty: next, effects: [...effects, ...more] };
}

function decideOn(duty: Duty, event: DutyEvent, now: Instant): Decision {
  switch (event.type) {
    case 'answered':
      return answered(duty, event, now);
    case 'handed-over':
      return handedOver(duty, event);
    case 'postponed':
      return postponed(duty, event);
    case 'finding-planned':
      return findingPlanned(duty, event);
    case 'reply-sent':
      return replySent(duty, event, now);
    case 'vendor-reacted':
      return vendorReacted(duty, event, now);
    case 'risk-accepted':
      return riskAccepted(duty, event, now);
    case 'withdrawn':
      return withdrawn(duty, event, now);
    case 'card-posted':
      return cardPosted(duty, event, now);
    case 'card-undeliverable':
      return undeliverable(duty, event, now);
    case 'card-wanted':
      return cardWanted(duty, event);
    case 'channel-posted':
      return channelPosted(duty, event);
    case 'channel-wanted':
      return channelWanted(duty, event);
  }
}

import type { Instant } from './ids.ts';
import type { Duty } from './duty.ts';
import { keyed } from './effects.ts';
import type { Decision, DutyEvent } from './events.ts';
import { answered } from './answering/answering.ts';
import { askedOn } from './answering/left-open.ts';
import { attached } from './answering/attaching.ts';
import {
  cardPosted,
  cardWanted,
  channelPosted,
  channelWanted,
  findingSaid,
  listed,
  undeliverable,
} from './delivering.ts';
import {
  findingPlanned,
  replySent,
  riskAccepted,
  solutionReported,
  vendorAnswered,
  vendorReacted,
} from './findings/following.ts';
import { handedOver, postponed, secondAsked } from './answering/handing-on.ts';
import {
  surveyAnswered,
  surveyDelivered,
  surveyFollows,
  surveyPaged,
  surveyReminded,
  surveyStarted,
  surveyUndeliverable,
} from './survey/surveying.ts';
import { exportAsked, exportCompared, followRemovals } from './findings/proving.ts';
import { roundForgotten } from './survey/forgetting.ts';
import { sharedOut } from './findings/sharing-out.ts';
import { outdated } from './outdating.ts';
import { reminded } from './reminders/reminding.ts';
import { vendorTold } from './findings/vendor-updates.ts';
import { withdrawn } from './withdrawing.ts';
import { confirmed, riskAsked } from './findings/confirming.ts';
import { riskDropped, riskProlonged } from './findings/bearing.ts';
import { channelFollows } from './findings/telling-channel.ts';

export type { Decision, DutyEvent, Verdict } from './events.ts';

/** Decides what an event means for a duty. Pure: the same duty, event and moment give the same decision. */
export function decide(duty: Duty, event: DutyEvent, now: Instant): Decision {
  const decision = followRemovals(duty, { event, decision: decideOn(duty, event, now) }, now);
  return listedByMonth(withThread(duty, withSurvey(duty, decision)), now);
}

/** What becomes of the cards of a survey when the duty changes. */
function withSurvey(before: Duty, decision: Decision): Decision {
  const more = keyed(decision.duty, surveyFollows(before, decision.duty));
  return more.length === 0 ? decision : { ...decision, effects: [...decision.effects, ...more] };
}

/** What is said of a finding in the duty's thread follows every change of it. */
function withThread(before: Duty, decision: Decision): Decision {
  const more = keyed(decision.duty, channelFollows(before, decision.duty));
  return more.length === 0 ? decision : { ...decision, effects: [...decision.effects, ...more] };
}

/** Evidence in a month that has none of this duty yet puts the duty on that month's list. */
function listedByMonth(decision: Decision, now: Instant): Decision {
  const { duty, evidence, effects } = decision;
  const month = now.slice(0, 7);
  if (evidence.length === 0 || duty.months.includes(month)) return decision;
  const next = { ...duty, months: [...duty.months, month] };
  const listed = effects.some((effect) => effect.do === 'list');
  const more = listed ? [] : keyed(next, [{ do: 'list' }]);
  return { ...decision, duty: next, effects: [...effects, ...more] };
}

function decideOn(duty: Duty, event: DutyEvent, now: Instant): Decision {
  switch (event.type) {
    case 'answered':
      return answered(duty, event, now);
    case 'handed-over':
      return handedOver(duty, event);
    case 'second-asked':
      return secondAsked(duty, event);
    case 'shared-out':
      return sharedOut(duty, event);
    case 'export-compared':
      return exportCompared(duty, event, now);
    case 'export-asked':
      return exportAsked(duty, event);
    case 'postponed':
      return postponed(duty, event, now);
    case 'finding-planned':
      return findingPlanned(duty, event, now);
    case 'vendor-told':
      return vendorTold(duty, event, now);
    case 'reply-sent':
      return replySent(duty, event, now);
    case 'vendor-reacted':
      return vendorReacted(duty, event, now);
    case 'vendor-answered':
      return vendorAnswered(duty, event, now);
    case 'solution-reported':
      return solutionReported(duty, event, now);
    case 'risk-asked':
      return riskAsked(duty, event, now);
    case 'confirmed':
      return confirmed(duty, event, now);
    case 'risk-accepted':
      return riskAccepted(duty, event, now);
    case 'risk-prolonged':
      return riskProlonged(duty, event);
    case 'risk-dropped':
      return riskDropped(duty, event, now);
    case 'reminded':
      return reminded(duty, event);
    case 'asked-on':
      return askedOn(duty, event);
    case 'attached':
      return attached(duty, event, now);
    case 'withdrawn':
      return withdrawn(duty, event, now);
    case 'outdated':
      return outdated(duty, event, now);
    case 'card-posted':
      return cardPosted(duty, event, now);
    case 'card-undeliverable':
      return undeliverable(duty, event, now);
    case 'listed':
      return listed(duty, event, now);
    case 'card-wanted':
      return cardWanted(duty, event);
    case 'channel-posted':
      return channelPosted(duty, event);
    case 'finding-said':
      return findingSaid(duty, event);
    case 'channel-wanted':
      return channelWanted(duty, event);
    case 'survey-started':
      return surveyStarted(duty, event, now);
    case 'survey-paged':
      return surveyPaged(duty, event);
    case 'survey-delivered':
      return surveyDelivered(duty, event);
    case 'survey-undeliverable':
      return surveyUndeliverable(duty, event);
    case 'survey-answered':
      return surveyAnswered(duty, event, now);
    case 'round-forgotten':
      return roundForgotten(duty, event);
    case 'survey-reminded':
      return surveyReminded(duty, event);
  }
}

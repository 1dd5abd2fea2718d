import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { pausePlan, planFormFor, removePlan, sendPlan, showPlans, tryPlan } from './plans.ts';

/** What comes back by itself. */
export const clicks: Clicks<
  'plans' | 'planForm' | 'planSend' | 'planTry' | 'planPause' | 'planRemove'
> = {
  plans: onClick('plans', 'it-team', (clicked) => showPlans(clicked, clicked.data)),
  planForm: onClick('planForm', 'it-team', planFormFor),
  planSend: onClick('planSend', 'it-team', sendPlan),
  planTry: onClick('planTry', 'it-team', tryPlan),
  planPause: onClick('planPause', 'it-team', pausePlan),
  planRemove: onClick('planRemove', 'it-team', removePlan),
};

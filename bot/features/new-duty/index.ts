import type { Clicks } from '../../casework/clicks.ts';
import { onClick } from '../../casework/clicks.ts';
import { newDuty, newDutyFormFor, openByHand } from './new-duty.ts';

/** A duty that somebody opens by hand. */
export const clicks: Clicks<'newDuty' | 'newDutyForm' | 'newDutyOpen'> = {
  newDuty: onClick('newDuty', 'it-team', newDuty),
  newDutyForm: onClick('newDutyForm', 'it-team', newDutyFormFor),
  newDutyOpen: onClick('newDutyOpen', 'it-team', openByHand),
};

import type { Card } from '../../../cards/card.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Clicks, DutyClicked } from '../../casework/clicks.ts';
import { onDutyClick } from '../../casework/clicks.ts';
import { standing } from '../../casework/people/actor.ts';
import { mayBear } from '../../casework/people/risk-bearers.ts';
import { isLoss, toConfirm } from '../../duty/findings/to-confirm.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import type { Response } from '../../ports/incoming.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { newsTexts } from './texts.ts';

/**
 * Whoever was picked for a finding says yes or no; nobody else's click counts. A risk is borne by whoever may bear one
 * at that moment: who lost the role since, or found the problem as well, can still say no.
 */
async function answerConfirmation(
  clicked: DutyClicked<'confirm'>,
): Promise<Card | Response | undefined> {
  const { services, duty, person, actor, data, reader } = clicked;
  const { what, finding, answer } = data;
  const yes = answer === 'yes';
  const refused = { messages: [], toast: newsTexts[reader.language].mayNotBear };
  if (yes && !(await mayStillBear(clicked))) return refused;
  const changed = await changeDuty(services, duty, {
    ...{ type: 'confirmed', by: person, what, finding, yes },
    today: dayOf(reader.now, reader.zone),
  });
  if (!changed) return undefined;
  if (changed.verdict === 'not-independent') return refused;
  if (changed.verdict === 'too-late')
    return { messages: [], toast: newsTexts[reader.language].dayHasPassed };
  return changed.verdict === 'done' && !yes
    ? noticeCard(reader.language, 'personal', newsTexts[reader.language].refused)
    : standing(services, { duty: changed.duty, actor }, reader);
}

/** What is lost for good is accepted by whom the answer names, whatever roles the roster gives. */
async function mayStillBear({
  services,
  duty,
  person,
  data,
}: DutyClicked<'confirm'>): Promise<boolean> {
  const isRisk = toConfirm(duty).some(
    (one) => one.what === 'risk' && one.of.aadObjectId === person.aadObjectId && !isLoss(one),
  );
  return !(data.what === 'risk' && isRisk) || mayBear(services, duty, person);
}

/** The yes and the no of somebody who was picked. */
export const clicks: Clicks<'confirm'> = {
  confirm: onDutyClick('confirm', 'party', answerConfirmation),
};

import type { Card } from '../../../cards/card.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Clicks, DutyClicked } from '../../casework/clicks.ts';
import { onDutyClick } from '../../casework/clicks.ts';
import { standing } from '../../casework/people/actor.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { newsTexts } from './texts.ts';

/** Whoever was picked for a finding says yes or no; nobody else's click counts. */
async function answerConfirmation({
  services,
  duty,
  person,
  actor,
  data,
  reader,
}: DutyClicked<'confirm'>): Promise<Card | undefined> {
  const { what, finding, answer } = data;
  const yes = answer === 'yes';
  const changed = await changeDuty(services, duty, {
    ...{ type: 'confirmed', by: person, what, finding, yes },
  });
  if (!changed) return undefined;
  return changed.verdict === 'done' && !yes
    ? noticeCard(reader.language, 'personal', newsTexts[reader.language].refused)
    : standing(services, { duty: changed.duty, actor }, reader);
}

/** The yes and the no of somebody who was picked. */
export const clicks: Clicks<'confirm'> = {
  confirm: onDutyClick('confirm', 'party', answerConfirmation),
};

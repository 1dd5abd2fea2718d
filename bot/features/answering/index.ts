import type { Clicks } from '../../casework/clicks.ts';
import { onDutyClick } from '../../casework/clicks.ts';
import { answerDuty } from './answer-duty.ts';
import { showAgain } from './show-duty.ts';
import { goBack, showMore } from './steps.ts';

/** What whoever is asked can do with the card of a duty. */
export const clicks: Clicks<'answer' | 'answerBack' | 'answerMore' | 'correct'> = {
  answer: onDutyClick(
    'answer',
    'asked',
    async ({ services, read, person, actor, reader, data, submitted }) => {
      const given = {
        submitted,
        step: data.step,
        formVersion: data.formVersion ?? 0,
        via: data.via ?? 'card',
      } as const;
      const answering = await answerDuty(
        { services, read, person, picker: actor.picker, reader },
        given,
      );
      return answering.type === 'not-yours' ? undefined : answering.card;
    },
  ),
  answerBack: onDutyClick('answerBack', 'asked', goBack),
  answerMore: onDutyClick('answerMore', 'asked', showMore),
  correct: onDutyClick('correct', 'asked', ({ services, duty, person, reader }) =>
    showAgain(services, duty, { person, reader }),
  ),
};

import type { PersonId } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { Duty } from '../../duty/duty.ts';
import { answerBy, assigneeOf } from '../../duty/duty.ts';
import { awaits, isAsked, isToVerify } from '../../duty/answering/quorum.ts';
import type { ReaderNow } from '../reader.ts';
import { cut, fitted } from '../fitting.ts';
import type { FormState } from '../form-state.ts';
import { question } from './question-card.ts';
import { settled, unable } from './settled-card.ts';

/** The card of a duty as one person sees it now: the question, or how it was settled. */
export function dutyCard(
  duty: Duty,
  { viewer, form = {} }: { readonly viewer: PersonId; readonly form?: FormState | undefined },
  reader: ReaderNow,
): Card {
  const mine = answerBy(duty, viewer);
  const asked = assigneeOf(duty, viewer) !== undefined;
  const waiting = awaits(duty, viewer);
  const again = form.again === true && mine !== undefined && duty.status !== 'withdrawn';
  return fitted((length) => {
    const shown = cut(duty, length);
    // Who could not judge the solution is not asked the same again, but may answer after all.
    const verifying = isToVerify(duty, viewer) && mine?.outcome !== 'unable';
    if (asked && (waiting || again || verifying))
      return question(shown, { viewer, form, length }, reader);
    if (mine && isAsked(duty, viewer))
      return unable(shown, { mine, formState: form, length }, reader);
    return settled(shown, { viewer, formState: form, length }, reader);
  });
}

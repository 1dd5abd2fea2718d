import type { Card } from '../../../cards/card.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { cardFor } from '../../casework/card-for.ts';
import type { DutyClicked } from '../../casework/clicks.ts';
import { laidDownFor } from '../../casework/people/laid-down.ts';
import { contextFor } from '../../duty/duty.ts';
import { kindOf } from '../../kinds/index.ts';
import { dutyCard } from '../../views/duty/duty-card.ts';
import type { FormState } from '../../views/form-state.ts';

/** Goes one step back with everything that was typed: to the step before, or to the question. */
export async function goBack(clicked: DutyClicked<'answerBack'>): Promise<Card> {
  const { services, duty, person, data, submitted, reader } = clicked;
  const { outcome = '', step } = data;
  const kind = kindOf(duty.kind);
  if (kind.byRow) return cardFor(services, { duty, person, again: true }, reader);
  const { picker } = clicked.actor;
  const filling = { person: person.aadObjectId, picker, outcome, typed: submitted };
  const laidDown = await laidDownFor(services, duty, filling);
  const context = contextFor(duty, person.aadObjectId, laidDown);
  const steps = kind.steps(context, { outcome, typed: submitted, messages: [] }, reader) ?? [];
  const left = Object.fromEntries((steps[step - 1]?.inputs ?? []).map((id) => [id, '']));
  const typed: Submitted = { ...left, ...submitted };
  const { outcome: _, ...others } = typed;
  const form: FormState =
    step > 1 && steps[step - 2]
      ? { typed, step: { outcome, at: step - 1 } }
      : { typed: others, left: outcome };
  return shown(clicked, { ...form, laidDown });
}

/** The other ways on than an answer; what was typed so far comes along. */
export function showMore(clicked: DutyClicked<'answerMore'>): Promise<Card> {
  return Promise.resolve(shown(clicked, { typed: clicked.submitted, step: 'more' }));
}

const shown = (
  { duty, person, data, reader }: DutyClicked<'answerBack'> | DutyClicked<'answerMore'>,
  form: FormState,
): Card =>
  dutyCard(
    duty,
    {
      viewer: person.aadObjectId,
      form: { ...form, again: true, ...(data.via ? { via: data.via } : {}) },
    },
    reader,
  );

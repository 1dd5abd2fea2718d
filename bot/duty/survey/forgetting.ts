import type { Duty } from '../duty.ts';
import type { Person } from '../ids.ts';
import { parsePersonId } from '../ids.ts';
import type { Decision, Of } from '../events.ts';
import { changed, unchanged } from '../events.ts';
import type { RecordDraft } from '../record/record.ts';

const nobody = '—';

/**
 * The term of a round of people is over: the duty keeps how many were asked and what they answered, and nobody's
 * name. What the evidence no longer opens is recorded, as after an erasure.
 */
export function roundForgotten(duty: Duty, { fields }: Of<'round-forgotten'>): Decision {
  const { survey } = duty;
  if (!survey || survey.forgotten === true) return unchanged(duty, 'repeated');
  const people = survey.people.flatMap(({ delivery, answer }, at) => {
    const aadObjectId = parsePersonId(`forgotten-${String(at + 1)}`);
    const nameless: Person | undefined = aadObjectId && { aadObjectId, name: nobody };
    return nameless ? [{ ...nameless, delivery, ...(answer ? { answer } : {}) }] : [];
  });
  const after: Duty = { ...duty, survey: { ...survey, people, forgotten: true } };
  const draft: RecordDraft = { type: 'erased', data: { basis: 'retention', fields } };
  return changed(after, [draft], []);
}

import { createHash } from 'node:crypto';
import type { Json } from '../../kinds/kind.ts';
import type { Answer, Duty } from '../duty.ts';
import type { Decision, Of } from '../events.ts';
import { changed, unchanged } from '../events.ts';
import type { RecordDraft } from '../record/record.ts';

const maxLateAnswers = 50;

/** Canonical enough: both sides were read by the same table of fields, in its order. */
export function sameAnswer(answer: Answer, event: Of<'answered'>): boolean {
  const sameValues = JSON.stringify(answer.values) === JSON.stringify(event.values);
  return sameValues && answer.attached === attachedHash(event);
}

/** Two reviews with the same totals are not the same review. */
export function attachedHash({ attached }: Of<'answered'>): string | undefined {
  return attached === undefined ? undefined : hashed(attached);
}

const hashed = (value: Json): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** An answer that cannot count is not lost: it stands in the evidence as not effective. */
export function keptLate(
  duty: Duty,
  event: Of<'answered'>,
  because: 'too-late' | 'withdrawn',
): Decision {
  const given = [event.by.aadObjectId, event.values, attachedHash(event) ?? null];
  const mark = hashed(given).slice(0, 16);
  if (duty.lateAnswers.includes(mark)) return unchanged(duty, because);
  const draft: RecordDraft = {
    type: 'answered',
    by: event.by,
    outcome: event.outcome,
    data: { ...answerData(event), effective: false, because },
    shows: event.shows,
  };
  const after = { ...duty, lateAnswers: [...duty.lateAnswers, mark].slice(-maxLateAnswers) };
  return { ...changed(after, [draft], []), verdict: because };
}

export function answerData(event: Of<'answered'>): Readonly<Record<string, Json>> {
  return {
    values: event.values,
    formVersion: event.formVersion,
    via: event.via,
    ...(event.reason === undefined ? {} : { reason: event.reason }),
    ...(event.attached === undefined ? {} : { attached: event.attached }),
  };
}

import { kindOf } from '../../kinds/index.ts';
import { countingAnswers, troubled } from '../answering/quorum.ts';
import type { Duty } from '../duty.ts';
import { openFinding } from '../duty.ts';
import type { Decision, Of } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import type { Instant } from '../ids.ts';

/** Whether an answer was corrected after the vendor was sent it: what it has is not what was answered any more. */
export function isChangedSince(duty: Duty, sent: { readonly at: string } | undefined): boolean {
  if (sent === undefined) return false;
  const told = openFinding(duty) ? troubled(duty) : countingAnswers(duty);
  return told.some(({ at }) => at > sent.at);
}

/** Whether the vendor asks to hear of a good answer too, and has not heard of it, as it is now, from a person yet. */
export const maySendFeedback = (duty: Duty): boolean =>
  duty.status === 'fulfilled' &&
  (duty.feedback === undefined || isChangedSince(duty, duty.feedback)) &&
  kindOf(duty.kind).wantsFeedback &&
  !duty.findings.some(({ acceptance }) => acceptance !== undefined);

/** A person has sent the vendor word of a good answer; the text is kept as it was sent. */
export function feedbackSent(
  duty: Duty,
  { by, text, via = 'person' }: Of<'reply-sent'>,
  now: Instant,
): Decision {
  if (duty.status === 'withdrawn') return unchanged(duty, 'withdrawn');
  if (duty.feedback && !isChangedSince(duty, duty.feedback)) return unchanged(duty, 'repeated');
  if (!maySendFeedback(duty) || via !== 'person') return unchanged(duty, 'no-finding');
  const after: Duty = { ...duty, feedback: { at: now, by } };
  return changed(
    after,
    [{ type: 'replied', by, data: { to: 'vendor', text, via } }],
    everywhere(after),
  );
}

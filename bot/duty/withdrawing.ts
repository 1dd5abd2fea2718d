import type { Instant } from './ids.ts';
import type { Duty } from './duty.ts';
import { openFinding } from './duty.ts';
import type { Decision, Of } from './events.ts';
import { changed, everywhere, unchanged } from './events.ts';
import type { RecordDraft } from './record/record.ts';
import { troubled } from './answering/quorum.ts';

/** The vendor takes a duty back; what is fulfilled stays, and a finding is closed by the customer first. */
export function withdrawn(duty: Duty, event: Of<'withdrawn'>, now: Instant): Decision {
  if (duty.status === 'withdrawn') return unchanged(duty, 'repeated');
  if (duty.status === 'fulfilled') return unchanged(duty, 'too-late');
  if (openFinding(duty)) return unchanged(duty, 'finding-open');
  const after: Duty = {
    ...duty,
    status: 'withdrawn',
    withdrawn: { at: now, reason: event.reason },
    verifying: false,
  };
  const draft: RecordDraft = {
    type: 'withdrawn',
    data: { reason: event.reason, vendor: event.vendor },
  };
  // An edited card alone raises no notification: whoever found a problem is told.
  const told = troubled(duty).map(({ by }) => ({
    do: 'tell' as const,
    person: by.aadObjectId,
    news: 'withdrawn' as const,
  }));
  return changed(after, [draft], [...everywhere(after), ...told]);
}

import type { Instant, PersonId } from './ids.ts';
import type { Duty } from './duty.ts';
import { openFinding } from './duty.ts';
import type { Decision, Of } from './events.ts';
import { changed, everywhere, unchanged } from './events.ts';
import type { RecordDraft } from './record/record.ts';
import { troubled } from './answering/quorum.ts';

/**
 * A duty is taken back: by the vendor, by the IT team, or by whoever began it. What is fulfilled stays, and a finding is closed
 * first, so that nobody withdraws a "no".
 */
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
  const { by, reason, vendor } = event;
  const draft: RecordDraft = {
    type: 'withdrawn',
    ...(by ? { by } : {}),
    data: { reason, ...(vendor === undefined ? {} : { vendor }) },
  };
  // An edited card alone raises no notification: whoever found a problem is told.
  const told = troubled(duty).map(({ by }) => ({
    do: 'tell' as const,
    person: by.aadObjectId,
    news: 'withdrawn' as const,
  }));
  return changed(after, [draft], [...everywhere(after), ...told]);
}

/** Whether this person began it, in chat or with a form. */
export const isBegunBy = ({ openedBy }: Duty, person: PersonId): boolean =>
  openedBy.type === 'person' && openedBy.person.aadObjectId === person;

import type { Instant } from './ids.ts';
import type { Duty } from './duty.ts';
import type { Decision, Of } from './events.ts';
import { changed, everywhere, unchanged } from './events.ts';
import type { RecordDraft } from './record/record.ts';

/**
 * A new version of the document was registered. Whoever has not answered yet need not any more: the new
 * version asks again. What was answered stays, marked as said of an earlier version. A finding stays open:
 * a new version is no proof that it is solved.
 */
export function outdated(
  duty: Duty,
  { version, duty: newer, reason }: Of<'outdated'>,
  now: Instant,
): Decision {
  if (duty.status === 'withdrawn') return unchanged(duty, 'withdrawn');
  if (duty.outdated) return unchanged(duty, 'repeated');
  const marked: Duty = { ...duty, outdated: { at: now, version, duty: newer } };
  const data = { because: 'outdated', version, duty: newer };
  if (duty.status !== 'open') {
    const draft: RecordDraft = { type: 'closed', data };
    return changed(marked, [draft], everywhere(marked));
  }
  const after: Duty = {
    ...marked,
    status: 'withdrawn',
    withdrawn: { at: now, reason },
    verifying: false,
  };
  const draft: RecordDraft = { type: 'withdrawn', data: { ...data, reason } };
  return changed(after, [draft], everywhere(after));
}

import type { Attached } from './attachment.ts';
import type { Duty } from '../duty.ts';
import type { Instant } from '../ids.ts';
import type { Decision, Of } from '../events.ts';
import { changed, everywhere, unchanged } from '../events.ts';
import type { RecordDraft } from '../record/record.ts';

/** How many files a duty keeps: its row stays far below what the store takes. */
export const mostAttachments = 20;

/**
 * Files that somebody chose to keep as evidence of a duty. The same ones once more change nothing, so a click
 * that came twice, or was tried again after a crash, is harmless.
 */
export function attached(duty: Duty, { by, files }: Of<'attached'>, now: Instant): Decision {
  const { attachments = [] } = duty;
  const known = new Set(attachments.map(({ id }) => id));
  const fresh = files.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return unchanged(duty, 'repeated');
  if (duty.status === 'withdrawn') return unchanged(duty, 'withdrawn');
  if (known.size + fresh.length > mostAttachments) return unchanged(duty, 'too-often');
  const kept = fresh.map((file) => ({ ...file, by, at: now }));
  const after: Duty = { ...duty, attachments: [...attachments, ...kept] };
  const draft: RecordDraft = { type: 'attached', by, data: { attachments: fresh.map(asJson) } };
  return changed(after, [draft], everywhere(after));
}

const asJson = ({ id, name, mime, bytes, sha256 }: Attached) => ({ id, name, mime, bytes, sha256 });

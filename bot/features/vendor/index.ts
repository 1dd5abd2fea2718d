import type { Clicks } from '../../casework/clicks.ts';
import { onDutyClick } from '../../casework/clicks.ts';
import { showReply, takeReply } from './reply.ts';

/** The factual reply to the vendor about a finding. */
export const clicks: Clicks<'reply' | 'replySent' | 'replySend'> = {
  reply: onDutyClick('reply', 'party', showReply),
  replySent: onDutyClick('replySent', 'party', (clicked) => takeReply(clicked, 'person')),
  replySend: onDutyClick('replySend', 'party', (clicked) => takeReply(clicked, 'webhook')),
};

import { createHash } from 'node:crypto';
import type { Incoming } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';

/**
 * Names what a message brings about. Teams delivers a message again when the answer was slow, perhaps to
 * another instance: the same message gives the same key there.
 */
export function messageKey(
  { newId }: Services,
  { at, messageId }: Pick<Extract<Incoming, { type: 'message' }>, 'at' | 'messageId'>,
): string {
  if (messageId === undefined) return newId();
  return createHash('sha256').update(`${at.conversationId}\n${messageId}`).digest('hex');
}

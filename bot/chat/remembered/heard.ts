import { createHash } from 'node:crypto';
import type { Incoming } from '../../ports/incoming.ts';
import type { Services } from '../../ports/services.ts';

type Written = Extract<Incoming, { type: 'message' }>;

// Teams delivers a message again within a minute; nobody writes more in that time.
const remembered = 30;
const maxAttempts = 10;

/** Where a message stands among those of its conversation: a thread counts with its channel. */
const whereOf = ({ channelId, conversationId }: Written['at']): string =>
  channelId ?? conversationId;

/** Names a message; the same one with other words is another. */
function nameOf({ at, messageId, edited, text }: Written): string | undefined {
  if (messageId === undefined) return undefined;
  const named = `${at.conversationId}\n${messageId}${edited ? `\n${text}` : ''}`;
  return createHash('sha256').update(named).digest('hex').slice(0, 16);
}

/** Whether a message was answered before, by this instance or another: Teams delivers one again that was answered late. */
export async function wasHeard({ store }: Services, written: Written): Promise<boolean> {
  const name = nameOf(written);
  if (name === undefined) return false;
  const read = await store.conversations.heard(written.at.tenant, whereOf(written.at));
  return read?.value.includes(name) ?? false;
}

/** Remembers that a message was answered. It is written after the answer, so that a crash before it leaves nobody without one. */
export async function noteHeard({ store }: Services, written: Written): Promise<void> {
  const name = nameOf(written);
  if (name === undefined) return;
  const { tenant } = written.at;
  const conversation = whereOf(written.at);
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const read = await store.conversations.heard(tenant, conversation);
    const before = read?.value ?? [];
    if (before.includes(name)) return;
    const messages = [...before, name].slice(-remembered);
    const saved = await store.conversations.saveHeard(
      tenant,
      { conversation, messages },
      read?.etag,
    );
    if (saved === 'saved') return;
  }
}

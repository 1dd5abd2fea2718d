import type { MessageRef, PersonId, Undeliverable } from '../duty/ids.ts';
import type { EffectResult, Job } from '../ports/effects.ts';
import type { ReaderNow } from '../kinds/kind.ts';
import type { ItChannel, KnownPerson } from '../ports/store.ts';
import { uninstallPerson } from './people/people.ts';
import type { Message } from '../ports/messenger.ts';
import { readerFor } from '../ports/services.ts';

type TryLater = Extract<EffectResult, { type: 'try-later' }>;
type Sender = Pick<Job<never>, 'services' | 'messenger' | 'entry'>;

/** How a message to a person ended; `message` is absent where Teams gave no id. */
export type ToPerson =
  | { readonly type: 'sent'; readonly message: MessageRef | undefined; readonly to: KnownPerson }
  | { readonly type: 'not-reached'; readonly reason: Undeliverable }
  | TryLater;

/** Sends a message to a person, in their own language; an uninstall that was missed is made up for. */
export async function sendToPerson(
  { services, messenger, entry: { tenant } }: Sender,
  person: PersonId,
  messageFor: (reader: ReaderNow, to: KnownPerson) => Message | Promise<Message>,
): Promise<ToPerson> {
  const known = (await services.store.people.get(tenant, person))?.value;
  if (!known?.installed) return { type: 'not-reached', reason: 'not-installed' };
  const message = await messageFor(readerFor(services, known), known);
  const result = await messenger.toPerson(known, message);
  if (result.type === 'try-later') return result;
  if (result.type === 'sent') return { ...result, to: known };
  const reason = result.type === 'gone' ? 'not-installed' : result.reason;
  // The next install is a new one.
  if (reason === 'not-installed') await uninstallPerson(services, tenant, person);
  return { type: 'not-reached', reason };
}

/** How a message in the channel ended; `gone` where the one to edit does not exist any more. */
export type InChannel =
  | { readonly type: 'edited' | 'gone' | 'refused' }
  | { readonly type: 'posted'; readonly message: MessageRef | undefined }
  | TryLater;

/** Edits the message that stands in the channel, or posts one where none does: one send, never both. */
export async function showOrPost(
  { messenger }: Pick<Sender, 'messenger'>,
  channel: ItChannel,
  { at, message }: { readonly at: MessageRef | undefined; readonly message: Message },
): Promise<InChannel> {
  if (at) {
    const edited = await messenger.edit(at, message);
    if (edited.type === 'try-later') return edited;
    if (edited.type === 'unreachable') return { type: 'refused' };
    return { type: edited.type === 'sent' ? 'edited' : 'gone' };
  }
  const posted = await messenger.toChannel(channel, message);
  if (posted.type === 'try-later') return posted;
  return posted.type === 'sent' ? { type: 'posted', message: posted.message } : { type: 'refused' };
}

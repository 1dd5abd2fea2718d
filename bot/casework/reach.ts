import type { PersonId, TenantKey } from '../duty/ids.ts';
import type { EffectResult } from '../ports/effects.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Services } from '../ports/services.ts';
import type { ItChannel, KnownPerson } from '../ports/store.ts';
import { chatTexts } from '../views/chat-texts.ts';
import { update } from './people/people.ts';

/** Somebody who can be written to now, or whom nothing reaches; then perhaps with a name all the same. */
export type Reach =
  | { readonly type: 'known'; readonly known: KnownPerson }
  | { readonly type: 'nobody'; readonly name: string | undefined }
  | Extract<EffectResult, { type: 'try-later' }>;

/**
 * Finds the chat of somebody who is asked. Of a person whose install was never told the chat is asked of
 * Teams by object id, which gives it where the app is installed ("Send proactive messages", Microsoft Teams
 * documentation); the way there is known from the IT channel.
 */
export async function reach(
  services: Services,
  messenger: Messenger,
  { tenant, person }: { readonly tenant: TenantKey; readonly person: PersonId },
): Promise<Reach> {
  const stored = (await services.store.people.get(tenant, person))?.value;
  if (stored?.installed) return { type: 'known', known: stored };
  if (stored) return { type: 'nobody', name: stored.name };
  const channel = await services.store.people.channel(tenant);
  if (!channel) return { type: 'nobody', name: undefined };
  const { serviceUrl, tenantId } = channel;
  const opened = await messenger.open({ aadObjectId: person, serviceUrl, tenantId });
  if (opened.type === 'try-later') return opened;
  if (opened.type !== 'sent' || !opened.message)
    return { type: 'nobody', name: await nameOf(services, channel, person) };
  const { conversationId } = opened.message;
  const at = { conversationId, serviceUrl: opened.message.serviceUrl };
  const member = await services.directory.memberIn(at, person);
  const found = member.type === 'member' ? member : undefined;
  const name = found?.name ?? (await nameOf(services, channel, person));
  const { after } = await update(services, {
    tenant,
    person,
    change: (known) => ({
      aadObjectId: person,
      userId: found?.userId ?? person,
      tenantId,
      installedAt: services.now(),
      name: name ?? chatTexts[services.language].colleague,
      ...at,
      ...known,
      installed: true,
    }),
  });
  return { type: 'known', known: after };
}

async function nameOf(
  services: Services,
  channel: ItChannel,
  person: PersonId,
): Promise<string | undefined> {
  const found = await services.directory.nameIn(channel, person);
  return found.type === 'member' ? found.name : undefined;
}

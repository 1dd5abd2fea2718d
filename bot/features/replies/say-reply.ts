import type { Card } from '../../../cards/card.ts';
import { shownCard } from '../../duty/record/shown.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import { keepShared } from '../../casework/it-team/shared-cards.ts';
import type { Kept } from '../../duty/of-tenant/chat-effects.ts';
import type { MessageRef, PersonId, TenantKey } from '../../duty/ids.ts';
import { secondsAfter } from '../../duty/time/instant.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../ports/effects.ts';
import { done, said } from '../../ports/effects.ts';
import type { Response } from '../../ports/incoming.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import type { Services } from '../../ports/services.ts';
import { turnOf } from '../../ports/services.ts';

/** A reply that Teams did not take now. */
export interface Unsaid {
  /** Names the reply: the same of the same activity is the same. */
  readonly key: string;
  readonly tenant: TenantKey;
  /** In whose own chat; absent where several people read. */
  readonly person: PersonId | undefined;
  readonly to: Pick<MessageRef, 'conversationId' | 'serviceUrl'>;
  readonly message: Response['messages'][number];
  readonly afterSeconds: number;
  /** It may have arrived all the same. */
  readonly unknown: boolean;
}

/** Keeps a reply in the outbox, so that it comes later whatever becomes of this process. */
export async function sayLater(services: Services, unsaid: Unsaid): Promise<void> {
  const { key, tenant, person, to, message, afterSeconds, unknown } = unsaid;
  const { card, summary, keeps } = message;
  const entry: OutboxEntry = {
    tenant,
    ...(person === undefined ? {} : { person }),
    effect: {
      do: 'say-reply',
      key: `say-reply:${key}`,
      to,
      card,
      summary,
      ...(keeps === undefined ? {} : { keeps }),
    },
    dueAt: secondsAfter(services.now(), afterSeconds),
    attempts: 1,
    ...(unknown ? { unknown: 1 } : {}),
    ...turnOf(services),
  };
  await services.store.outbox.add(entry);
  services.delivery.soon([entry]);
}

/** Notes where a message stands that is to be edited later. */
export async function noteSent(
  services: Services,
  {
    tenant,
    keeps,
    card,
  }: { readonly tenant: TenantKey; readonly keeps: Kept | undefined; readonly card: Card },
  message: MessageRef | undefined,
): Promise<void> {
  switch (keeps?.type) {
    case undefined:
      return;
    case 'copy': {
      const { duty: id, shown } = keeps;
      const { aadObjectId: person, name } = keeps.person;
      await changeDuty(
        services,
        { tenant, id },
        {
          ...{ type: 'card-posted', person, name, message, shown },
          shows: shownCard(card, 'question'),
        },
      );
      return;
    }
    case 'shared':
      if (message) await keepShared(services, { tenant, card: keeps.card }, message);
  }
}

async function sayReply(job: Job<TenantEffectOf<'say-reply'>>): Promise<EffectResult> {
  const { services, messenger, effect, entry } = job;
  const { to, card, summary, keeps } = effect;
  const result = await messenger.reply(to, { card, summary });
  if (result.type === 'try-later') return result;
  if (result.type !== 'sent') return { ...done, note: 'the reply reached nobody' };
  await noteSent(services, { tenant: entry.tenant, keeps, card }, result.message);
  return said;
}

export const effects: EffectsOf<'say-reply'> = { 'say-reply': { run: sayReply } };

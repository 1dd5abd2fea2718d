import type { Card } from '../../../cards/card.ts';
import type { SharedCard } from '../../duty/of-tenant/chat-effects.ts';
import type { MessageRef, TenantKey } from '../../duty/ids.ts';
import { standsIn } from '../../duty/ids.ts';
import type { DocumentName } from '../../tenant/document.ts';
import type { EffectResult, Job, TenantEffects, TenantEffectOf } from '../../ports/effects.ts';
import { done } from '../../ports/effects.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader } from '../../ports/services.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { lastSaved } from '../../views/reader.ts';
import { commitAhead, makeDue } from '../effect-ahead.ts';

// An older one is far up in the channel; whoever clicks on it gets the present state all the same.
const mostKept = 5;
const maxAttempts = 10;

/** Remembers where a card stands that everybody in the IT channel reads. */
export async function keepShared(
  services: Services,
  { tenant, card }: { readonly tenant: TenantKey; readonly card: SharedCard },
  message: MessageRef,
): Promise<void> {
  await changeShared(services, { tenant, card }, (before) => [
    ...before.filter(({ activityId }) => activityId !== message.activityId),
    message,
  ]);
}

async function changeShared(
  { store: { conversations } }: Services,
  { tenant, card }: { readonly tenant: TenantKey; readonly card: SharedCard },
  changed: (before: readonly MessageRef[]) => readonly MessageRef[],
): Promise<void> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const read = await conversations.shared(tenant, card);
    const messages = changed(read?.value ?? []).slice(-mostKept);
    const saved = await conversations.saveShared(tenant, { card, messages }, read?.etag);
    if (saved === 'saved') return;
  }
  throw new Error(`Where the cards of the ${card} stand changed ten times while it was changed.`);
}

const documents = {
  roster: 'roster',
  plans: 'plans',
  policy: 'house-rules',
  overview: undefined,
} as const satisfies Record<SharedCard, DocumentName | undefined>;

/** When somebody changed what the card shows, and who; read from the evidence, which several changes at once do not mix up. */
async function lastChange(
  { store }: Services,
  { tenant, card }: { readonly tenant: TenantKey; readonly card: SharedCard },
  reader: ReaderNow,
): Promise<string | undefined> {
  const name = documents[card];
  const document = name && (await store.documents.load(tenant, name))?.value;
  const record = document && (await store.duties.record(document, document.seq));
  return record && lastSaved({ at: record.at, name: record.by?.name ?? undefined }, reader);
}

type Refresh<C extends SharedCard> = TenantEffectOf<`refresh-${C}`>;

/**
 * Makes a change that every card of the IT channel which tells of it is to show. What shows it is committed
 * ahead: after a crash in between it finds the change or finds nothing new.
 */
export async function showingTo<D extends { readonly evidence: readonly unknown[] }>(
  services: Services,
  { tenant, card }: { readonly tenant: TenantKey; readonly card: SharedCard },
  change: () => Promise<D>,
): Promise<D> {
  const effect = { do: `refresh-${card}`, key: `refresh-${card}:${services.newId()}` } as const;
  const refresh = await commitAhead(services, { tenant }, effect);
  const decision = await change();
  if (decision.evidence.length === 0) await services.store.outbox.remove(refresh);
  else services.delivery.soon(await makeDue(services, refresh));
  return decision;
}

/** Shows on the cards of the IT channel what changed before; nothing where none stands. */
export async function refreshSoon(
  services: Services,
  tenant: TenantKey,
  card: SharedCard,
): Promise<void> {
  const stand = (await services.store.conversations.shared(tenant, card))?.value ?? [];
  if (stand.length === 0) return;
  const effect = { do: `refresh-${card}`, key: `refresh-${card}` } as const;
  const entry: OutboxEntry = { tenant, effect, dueAt: services.now(), attempts: 0 };
  await services.store.outbox.add(entry);
  services.delivery.soon([entry]);
}

/**
 * Runs what brings the cards of one kind up to date, each as it is at that moment. `told` says when it was changed last and by
 * whom: it takes the place of what whoever changed it was told in reply.
 */
export function refreshing<C extends SharedCard>(
  card: C,
  render: (
    services: Services,
    tenant: TenantKey,
    shown: { readonly reader: ReaderNow; readonly told: string | undefined },
  ) => Promise<Card>,
): TenantEffects[`refresh-${C}`] {
  const run = async (job: Job<Refresh<SharedCard>>): Promise<EffectResult> => {
    const { services, messenger, effect, entry } = job;
    const { tenant } = entry;
    const channel = await services.store.people.channel(tenant);
    if (!channel?.installed) return done;
    const stand = (await services.store.conversations.shared(tenant, card))?.value ?? [];
    const { edited = [] } = effect;
    // What stands in a former IT channel shows nothing of what is laid down now.
    const [next, ...more] = stand.filter(
      (one) => standsIn(one, channel.channelId) && !edited.includes(one.activityId),
    );
    if (!next) return done;
    const reader = channelReader(services);
    const told = await lastChange(services, { tenant, card }, reader);
    const shown = await render(services, tenant, { reader, told });
    const result = await messenger.edit(next, { card: shown, summary: shown.fallbackText });
    if (result.type === 'try-later') return result;
    if (result.type !== 'sent')
      await changeShared(services, { tenant, card }, (before) =>
        before.filter(({ activityId }) => activityId !== next.activityId),
      );
    return more.length === 0
      ? done
      : { type: 'go-on', left: { ...effect, edited: [...edited, next.activityId] } };
  };
  return { run, merges: true };
}

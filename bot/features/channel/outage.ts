import { momentInWords } from '../../../cards/dates.ts';
import type { TenantEffect } from '../../duty/effects.ts';
import type { Instant, TenantKey } from '../../duty/ids.ts';
import { secondsBetween } from '../../duty/time/instant.ts';
import { showOrPost } from '../../casework/send.ts';
import type { EffectResult, EffectsOf, Job } from '../../ports/effects.ts';
import { done, said } from '../../ports/effects.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader } from '../../ports/services.ts';
import type { OutboxEntry } from '../../ports/store.ts';
import { noticeCard } from '../../views/chat-cards.ts';

type Outage = Extract<TenantEffect, { do: 'say-outage' }>;

const nl = {
  outage: (from: string, to: string) =>
    `Van ${from} tot ${to} kon ik niets versturen, omdat Microsoft mij geen toegang gaf. Wat wachtte, wordt nu verstuurd. Er ging niets verloren.`,
  refused: 'Kijk het geheim en de rechten van de app-registratie na, zodat het niet terugkomt.',
};

const en: typeof nl = {
  outage: (from, to) =>
    `From ${from} to ${to} I could send nothing, because Microsoft gave me no access. What waited is being sent now. Nothing was lost.`,
  refused:
    'Check the secret and the rights of the app registration, so that it does not come back.',
};

const texts = { nl, en };

/** What is over sooner than this nobody needs to hear of. */
const worthTellingSeconds = 15 * 60;

/** Notes that the bot could send nothing for a while, to be said in the tenant's IT channel. */
export async function noteOutage(
  services: Services,
  tenant: TenantKey,
  { since, refused }: { readonly since: Instant; readonly refused: boolean },
): Promise<void> {
  const until = services.now();
  if (secondsBetween(since, until) < worthTellingSeconds) return;
  const effect: Outage = { do: 'say-outage', key: `outage:${since}`, since, until, refused };
  const entry: OutboxEntry = { tenant, effect, dueAt: until, attempts: 0 };
  await services.store.outbox.add(entry);
  services.delivery.soon([entry]);
}

/** Says so; nothing where no channel is there to hear it. */
async function sayOutage({
  services,
  messenger,
  effect,
  entry,
}: Job<Outage>): Promise<EffectResult> {
  const { since, until, refused } = effect;
  const channel = await services.store.people.channel(entry.tenant);
  if (!channel?.installed) return done;
  const { language, zone } = channelReader(services);
  const moment = (at: Instant): string => momentInWords(at, { zone }, language);
  const parts = texts[language];
  const told = [parts.outage(moment(since), moment(until)), ...(refused ? [parts.refused] : [])];
  const card = noticeCard(language, 'channel', told.join(' '));
  const message = { card, summary: card.fallbackText };
  const result = await showOrPost({ messenger }, channel, { at: undefined, message });
  return result.type === 'try-later' ? result : said;
}

export const effects: EffectsOf<'say-outage'> = { 'say-outage': { run: sayOutage } };

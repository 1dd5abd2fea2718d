import { card, text } from '../../../../cards/elements.ts';
import type { Messenger } from '../../../ports/messenger.ts';
import type { TenantKey } from '../../../duty/ids.ts';
import type { EffectResult } from '../../../ports/effect-result.ts';
import { done, said } from '../../../ports/effect-result.ts';
import type { Services } from '../../../ports/services.ts';
import { channelReader } from '../../../ports/services.ts';
import { checkpointTexts } from './texts.ts';

/** Shows a checkpoint in the IT channel: a witness that whoever has the storage account cannot change. */
export async function showCheckpoint(
  services: Services,
  messenger: Messenger,
  tenant: TenantKey,
  checkpoint: string,
): Promise<EffectResult> {
  const channel = await services.store.people.channel(tenant);
  if (!channel?.installed) return done;
  const { language } = channelReader(services);
  const { title, why } = checkpointTexts[language];
  const shown = card(language, title, [
    text(title, { weight: 'bolder' }),
    text(why, { isSubtle: true }),
    ...checkpoint
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => text(line, { spacing: 'none' })),
  ]);
  const sending = await messenger.toChannel(channel, { card: shown, summary: title });
  return sending.type === 'try-later' ? sending : said;
}

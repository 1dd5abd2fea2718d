import { card, text } from '../../../../cards/elements.ts';
import { showOrPost } from '../../../casework/send.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../../ports/effects.ts';
import { done, said } from '../../../ports/effects.ts';
import { channelReader } from '../../../ports/services.ts';
import { checkpointTexts } from './texts.ts';

/** Shows a checkpoint in the IT channel: a witness that whoever has the storage account cannot change. */
async function showCheckpoint({
  services,
  messenger,
  effect,
  entry,
}: Job<TenantEffectOf<'show-checkpoint'>>): Promise<EffectResult> {
  const channel = await services.store.people.channel(entry.tenant);
  if (!channel?.installed) return done;
  const { language } = channelReader(services);
  const { title, why } = checkpointTexts[language];
  const shown = card(language, title, [
    text(title, { weight: 'bolder' }),
    text(why, { isSubtle: true }),
    ...effect.text
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => text(line, { spacing: 'none' })),
  ]);
  const message = { card: shown, summary: title };
  const result = await showOrPost({ messenger }, channel, { at: undefined, message });
  return result.type === 'try-later' ? result : said;
}

export const effects: EffectsOf<'show-checkpoint'> = { 'show-checkpoint': { run: showCheckpoint } };

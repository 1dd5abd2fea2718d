import { isDeepStrictEqual } from 'node:util';
import { card, text } from '../../../../cards/elements.ts';
import { showOrPost } from '../../../casework/send.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../../ports/effects.ts';
import { done, said } from '../../../ports/effects.ts';
import { channelReader } from '../../../ports/services.ts';
import type { Message } from '../../../ports/messenger.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import { noteShown } from './append.ts';
import { checkpointTexts } from './texts.ts';

/**
 * Shows the newest checkpoint in the IT channel, once: a witness that whoever has the storage account cannot
 * change.
 */
async function showCheckpoint({
  services,
  messenger,
  entry: { tenant },
}: Job<TenantEffectOf<'show-checkpoint'>>): Promise<EffectResult> {
  const { evidence, people } = services.store;
  const [channel, head] = await Promise.all([people.channel(tenant), evidence.head(tenant)]);
  const checkpoint = head?.value.checkpoint;
  if (!channel?.installed || !checkpoint) return done;
  const shown = { size: checkpoint.size, channelId: channel.channelId };
  if (isDeepStrictEqual(head.value.shown, shown)) return done;
  const message = messageOf(checkpoint.text, channelReader(services));
  const result = await showOrPost({ messenger }, channel, { at: undefined, message });
  if (result.type === 'try-later') return result;
  if (result.type === 'posted') {
    const message = result.message?.activityId;
    const posted = message === undefined ? {} : { message };
    await evidence.keepWitness(tenant, { ...shown, at: services.now(), ...posted });
    await noteShown(evidence, tenant, shown);
  }
  return said;
}

function messageOf(written: string, { language }: ReaderNow): Message {
  const { title, why } = checkpointTexts[language];
  const shown = card(language, title, [
    text(title, { weight: 'bolder' }),
    text(why, { isSubtle: true }),
    ...written
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => text(line, { spacing: 'none' })),
  ]);
  return { card: shown, summary: title };
}

export const effects: EffectsOf<'show-checkpoint'> = { 'show-checkpoint': { run: showCheckpoint } };

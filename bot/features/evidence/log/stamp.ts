import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../../ports/effects.ts';
import { done, said } from '../../../ports/effects.ts';
import { checkpointOf } from './tell.ts';

const longestWaitSeconds = 3600;

/**
 * Has a checkpoint stamped by a time stamp authority: a witness that neither the customer nor the vendor can
 * change. One that does not answer, or answers something else, is asked again; the checkpoint stands without it.
 */
async function stampCheckpoint({
  services,
  effect: { size },
  entry: { tenant, attempts },
}: Job<TenantEffectOf<'stamp-checkpoint'>>): Promise<EffectResult> {
  const { store, timeStamps } = services;
  const checkpoint = timeStamps && (await checkpointOf(store.evidence, tenant, size));
  if (!checkpoint) return done;
  // Few have their checkpoints stamped, and what reads certificates is large.
  const { readStampAnswer, stampRequest } = await import('./time-stamp.ts');
  const afterSeconds = Math.min(longestWaitSeconds, 30 * 2 ** Math.min(attempts, 7));
  const asked = await timeStamps.ask(stampRequest(checkpoint.text));
  if (asked.type === 'try-later') return { ...asked, afterSeconds };
  const stamp = readStampAnswer(asked.answer, checkpoint.text);
  if (!stamp.ok) return { type: 'try-later', afterSeconds, reason: stamp.problem };
  const token = Buffer.from(stamp.token).toString('base64');
  await store.evidence.keepStamp(tenant, { size, at: stamp.at, token });
  return said;
}

export const effects: EffectsOf<'stamp-checkpoint'> = {
  'stamp-checkpoint': { run: stampCheckpoint },
};

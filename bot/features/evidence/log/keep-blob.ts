import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../../ports/effects.ts';
import { done, said } from '../../../ports/effects.ts';
import { readCheckpoint } from './checkpoint.ts';
import { checkpointOf } from './tell.ts';

const longestWaitSeconds = 3600;

/** What the checkpoint of a size is called: by its log, and so that names are in the order of sizes. */
const blobName = (origin: string, size: number): string =>
  `checkpoints/${origin.replace('shared-duty/', '')}/${String(size).padStart(12, '0')}.txt`;

/**
 * Keeps a checkpoint as a blob that is never written over. Where the container has a policy that nothing in it can be
 * changed, it is a witness that whoever has the tables cannot change; without one it is a copy.
 */
async function keepCheckpoint({
  services,
  effect: { size },
  entry: { tenant, attempts },
}: Job<TenantEffectOf<'keep-checkpoint'>>): Promise<EffectResult> {
  const { store, checkpoints } = services;
  const checkpoint = checkpoints && (await checkpointOf(store.evidence, tenant, size));
  const reading = checkpoint && readCheckpoint(checkpoint.text);
  if (!checkpoint || !reading?.ok) return done;
  const name = blobName(reading.checkpoint.origin, size);
  const kept = await checkpoints.keep(name, checkpoint.text);
  if (kept === 'try-later') {
    const afterSeconds = Math.min(longestWaitSeconds, 30 * 2 ** Math.min(attempts, 7));
    return { type: 'try-later', afterSeconds, reason: 'the container took no checkpoint' };
  }
  // It says what the log was then: that the log is another now is for whoever holds the two together.
  if (kept === 'another') return { ...said, note: 'the container holds another checkpoint' };
  const { container } = checkpoints;
  await store.evidence.keepWitness(tenant, { size, container, at: services.now(), message: name });
  return said;
}

export const effects: EffectsOf<'keep-checkpoint'> = { 'keep-checkpoint': { run: keepCheckpoint } };

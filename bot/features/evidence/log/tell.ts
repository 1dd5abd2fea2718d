import type { TenantKey } from '../../../duty/ids.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../../ports/effects.ts';
import { done, said } from '../../../ports/effects.ts';
import type { Checkpointed, EvidenceLog } from '../../../ports/store.ts';
import { consistencyProof } from './merkle.ts';
import { leafOf } from './read-log.ts';

// After an outage of days it arrives within half an hour.
const longestWaitSeconds = 1800;

/**
 * Tells a vendor the checkpoint of a size, with the proof that its log grew out of the one that it was told
 * before: a witness that the customer cannot change.
 */
async function tellCheckpoint({
  services,
  effect: { vendor, size, previousSize },
  entry,
}: Job<TenantEffectOf<'tell-checkpoint'>>): Promise<EffectResult> {
  const { evidence } = services.store;
  const checkpoint = await checkpointOf(evidence, entry.tenant, size);
  if (!checkpoint) return done;
  const leaves: Buffer[] = [];
  for await (const statement of evidence.statements(entry.tenant))
    if (leaves.length < size) leaves.push(leafOf(statement));
  const proof = consistencyProof(leaves, previousSize);
  const consistency = proof.map((hash) => hash.toString('base64'));
  const { at, text } = checkpoint;
  const message = { type: 'evidence.checkpoint', at, checkpoint: text, previousSize, consistency };
  const body = JSON.stringify(message);
  const id = `msg_checkpoint_${size}`;
  const telling = await services.vendors.tell(vendor, { id, body });
  if (telling.type === 'received')
    await evidence.keepWitness(entry.tenant, { size, vendor, at: services.now(), message: id });
  if (telling.type !== 'try-later')
    return telling.type === 'received' ? said : { ...said, note: 'the vendor refused a webhook' };
  const growing = Math.min(longestWaitSeconds, 2 ** Math.min(entry.attempts, 11));
  return { ...telling, afterSeconds: Math.max(growing, telling.afterSeconds ?? 0) };
}

/** The checkpoint of a size; undefined where none was made of it. */
export async function checkpointOf(
  log: Pick<EvidenceLog, 'checkpoints'>,
  tenant: TenantKey,
  size: number,
): Promise<Checkpointed | undefined> {
  for await (const checkpoint of log.checkpoints(tenant))
    if (checkpoint.size === size) return checkpoint;
  return undefined;
}

export const effects: EffectsOf<'tell-checkpoint'> = { 'tell-checkpoint': { run: tellCheckpoint } };

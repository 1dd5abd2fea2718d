import type { TenantEffect } from '../duty/effects.ts';
import { secondsAfter } from '../duty/time/instant.ts';
import type { OutboxEntry, Owner } from '../ports/store.ts';
import type { Services } from '../ports/services.ts';
import { turnOf } from '../ports/services.ts';

// Long enough to save the row that it needs, also on a clock that is a little fast.
const untilSavedSeconds = 5;

type Committing = Pick<Services, 'store' | 'now' | 'turn'>;

/**
 * Commits an effect that needs a row of another table, before that row is saved: after a crash in between
 * it does nothing, while the other way round it would be lost for good.
 */
export async function commitAhead(
  services: Committing,
  owner: Owner,
  effect: TenantEffect,
): Promise<OutboxEntry> {
  const dueAt = secondsAfter(services.now(), untilSavedSeconds);
  const entry: OutboxEntry = { ...owner, effect, dueAt, attempts: 0, ...turnOf(services) };
  await services.store.outbox.add(entry);
  return entry;
}

/** The row is saved: the effect is due at once. Nothing where somebody carried it out meanwhile. */
export async function makeDue(
  services: Committing,
  entry: OutboxEntry,
): Promise<readonly OutboxEntry[]> {
  const putOff = { dueAt: services.now(), reason: 'saved', failed: false };
  const due = await services.store.outbox.postpone(entry, putOff);
  return due ? [due] : [];
}

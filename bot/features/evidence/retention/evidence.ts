import { DateTime } from 'luxon';
import type { Duty } from '../../../duty/duty.ts';
import type { Instant, TenantKey } from '../../../duty/ids.ts';
import type { Services } from '../../../ports/services.ts';
import type { Statement } from '../../../ports/store.ts';
import { daysOf, goesBefore } from '../../../tenant/retention.ts';
import { appendStatements, appendWaiting } from '../log/append.ts';

// The rest goes the next day.
const mostAtOnce = 500;

type Retiring = Pick<Services, 'store' | 'attachments' | 'retention' | 'now'>;

/** Whether nothing of a duty happened since, and nothing of it waits. */
function isOver(duty: Duty, before: Instant): boolean {
  const closed = duty.status === 'fulfilled' || duty.status === 'withdrawn';
  if (!closed || duty.verifying || duty.findings.some(({ status }) => status === 'open'))
    return false;
  const month = duty.months.reduce((last, one) => (one > last ? one : last), '');
  const ends = DateTime.fromISO(`${month}-01T00:00:00Z`, { zone: 'utc' }).plus({ months: 1 });
  return ends.isValid && ends <= DateTime.fromISO(before, { zone: 'utc' });
}

/**
 * Takes the evidence of duties away whose term is over. The log says so first, so that whoever has a checkpoint
 * can tell that it was this and no deletion; then the files, the lists and the chain go. Once more after a crash
 * goes on. Tells how many duties that were.
 */
export async function retireEvidence(services: Retiring, tenant: TenantKey): Promise<number> {
  const { store, attachments, retention, now } = services;
  const at = now();
  const before = goesBefore(at, retention.evidence);
  const due: Duty[] = [];
  for await (const [, { duty }] of store.evidence.states(tenant)) {
    if (duty && isOver(duty, before)) due.push(duty);
    if (due.length === mostAtOnce) break;
  }
  if (due.length === 0) return 0;
  const kept = daysOf(retention.evidence);
  if (!(await sayRemoved(services, { tenant, due }, { removed: at, kept }))) return 0;
  for (const duty of due) {
    for (const { id } of duty.attachments ?? []) await attachments?.remove(tenant, id);
    await store.indexes.forget(duty);
    await store.evidence.dropChain(duty);
  }
  return due.length;
}

/** Says in the log which chains are taken away, each once; false where another instance is at the log. */
async function sayRemoved(
  { store: { evidence } }: Retiring,
  { tenant, due }: { readonly tenant: TenantKey; readonly due: readonly Duty[] },
  how: Required<Pick<Statement, 'removed' | 'kept'>>,
): Promise<boolean> {
  await appendWaiting(evidence, tenant);
  const said = new Set<string>();
  for await (const { duty, removed } of evidence.statements(tenant))
    if (removed !== undefined) said.add(duty);
  const statements = due
    .filter(({ id }) => !said.has(id))
    .map(({ id: duty, kind, createdAt: opened, seq, seal, head }): Statement => ({
      ...{ duty, kind, opened, seq, hash: seal ?? head },
      ...how,
    }));
  return appendStatements(evidence, tenant, statements);
}

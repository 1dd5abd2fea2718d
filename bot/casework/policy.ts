import type { Person, TenantKey } from '../duty/ids.ts';
import type { Policy } from '../kinds/kind.ts';
import type { PolicyChange, PolicyDecision } from '../tenant/policy.ts';
import { decidePolicy, emptyPolicy, rulesOf } from '../tenant/policy.ts';
import { documentView, sealDocument } from '../tenant/document.ts';
import type { Services } from '../ports/services.ts';

const maxAttempts = 10;

/** What the IT team has laid down; nothing beside the usual while it has not. */
export async function policyOf(services: Services, tenant: TenantKey): Promise<Policy> {
  const read = await services.store.documents.load(tenant, 'house-rules');
  return rulesOf(read?.value ?? emptyPolicy(tenant));
}

/**
 * Changes the policy, with its evidence in the same transaction. `stamp` is that of the part that
 * was shown; whether somebody may is the caller's to know.
 */
export async function changePolicy(
  services: Services,
  {
    tenant,
    change,
    stamp,
    by,
  }: {
    readonly tenant: TenantKey;
    readonly change: PolicyChange;
    readonly stamp: string;
    readonly by: Person;
  },
): Promise<{ readonly verdict: PolicyDecision['verdict']; readonly rules: Policy }> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const read = await services.store.documents.load(tenant, 'house-rules');
    const before = read?.value ?? emptyPolicy(tenant);
    const { verdict, register, evidence } = decidePolicy(before, { change, stamp, by });
    if (verdict !== 'done') return { verdict, rules: rulesOf(before) };
    const now = services.now();
    const sealed = sealDocument(register, evidence, { at: now, newKey: services.newId });
    // The list of evidence first: a row too many there is harmless, one too few would hide records.
    if (sealed.register.months !== before.months) {
      const month = { list: 'evidence', month: now.slice(0, 7) } as const;
      const view = documentView(sealed.register, 'house-rules', now);
      await services.store.indexes.put(tenant, month, view);
    }
    const done = await services.store.documents.commit({
      name: 'house-rules',
      register: sealed.register,
      etag: read?.etag,
      records: sealed.records,
      attempt: services.newId(),
    });
    if (done === 'committed') return { verdict, rules: rulesOf(sealed.register) };
  }
  throw new Error(
    `The house rules changed ${String(maxAttempts)} times while they were being changed.`,
  );
}

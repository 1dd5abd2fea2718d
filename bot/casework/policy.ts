import type { Person, TenantKey } from '../duty/ids.ts';
import type { Policy } from '../kinds/kind.ts';
import type { PolicyChange, PolicyDecision } from '../tenant/policy.ts';
import { decidePolicy, emptyPolicy, rulesOf } from '../tenant/policy.ts';
import type { Services } from '../ports/services.ts';
import { changeDocument } from './it-team/documents.ts';
import { showingTo } from './it-team/shared-cards.ts';

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
  const document = { tenant, name: 'house-rules', empty: emptyPolicy(tenant) } as const;
  const { verdict, register } = await showingTo(services, { tenant, card: 'policy' }, () =>
    changeDocument(services, document, (before) => decidePolicy(before, { change, stamp, by })),
  );
  return { verdict, rules: rulesOf(register) };
}

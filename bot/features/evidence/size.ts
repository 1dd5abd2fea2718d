import type { TenantKey } from '../../duty/ids.ts';
import type { EvidenceScan } from '../../ports/store.ts';

/** How many chains a tenant has, and how many records they have together. */
export async function sizeOf(
  store: Pick<EvidenceScan, 'states'>,
  tenant: TenantKey,
): Promise<{ readonly chains: number; readonly records: number }> {
  let [chains, records] = [0, 0];
  for await (const [, { seq }] of store.states(tenant)) {
    chains += 1;
    records += seq;
  }
  return { chains, records };
}

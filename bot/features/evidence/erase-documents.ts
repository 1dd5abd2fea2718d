import type { TenantKey } from '../../duty/ids.ts';
import type { DocumentName } from '../../tenant/document.ts';
import { sealDocument } from '../../tenant/document.ts';
import type { Erasure, ErasingServices, Sought } from './holdings.ts';
import { names, withoutPerson } from './holdings.ts';

const documents: readonly DocumentName[] = [
  'roster',
  'plans',
  'house-rules',
  'it-channel',
  'audits',
];
const maxRounds = 20;

/** Takes a person out of what the IT team has laid down, and records that it was done. */
export async function cleanDocuments(
  services: ErasingServices,
  tenant: TenantKey,
  about: { readonly sought: Sought; readonly erasure: Erasure },
): Promise<void> {
  for (const name of documents) await cleanDocument(services, { tenant, name, ...about });
}

async function cleanDocument(
  { store, now, newId }: ErasingServices,
  {
    tenant,
    name,
    sought,
    erasure,
  }: {
    readonly tenant: TenantKey;
    readonly name: DocumentName;
    readonly sought: Sought;
    readonly erasure: Erasure;
  },
): Promise<void> {
  for (let round = 0; round < maxRounds; round += 1) {
    const read = await store.documents.load(tenant, name);
    if (!read || !names(read.value, sought)) return;
    const about = { kind: name, system: '*', reference: name };
    const draft = { type: 'erased', data: { basis: erasure.basis }, ...about } as const;
    const cleaned = withoutPerson(read.value, sought);
    const { register, records } = sealDocument(cleaned, [draft], { at: now(), newKey: newId });
    const change = { name, register, etag: read.etag, records, attempt: newId() };
    if ((await store.documents.commit(change)) === 'committed') return;
  }
  throw new Error(`The ${name} changed ${maxRounds} times while somebody was being erased.`);
}

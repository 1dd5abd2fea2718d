import type { Person, TenantKey } from '../duty/ids.ts';
import type { Json } from '../kinds/kind.ts';
import type { Services } from '../ports/services.ts';
import { documentView, emptyDocument, sealDocument } from '../tenant/document.ts';

const maxAttempts = 10;

/** What somebody drew or took for an audit, and what it was about. */
export interface AuditStep {
  readonly type: 'drawn' | 'dossier';
  /** Absent where a key of the API or the command line asked. */
  readonly by?: Person;
  readonly reference: string;
  readonly data: Json;
}

/**
 * Records what was done for an audit: each sample, so that nobody tries seeds until one pleases, and each
 * dossier, so that it is known what left the house.
 */
export async function recordAudit(
  services: Pick<Services, 'store' | 'now' | 'newId'>,
  tenant: TenantKey,
  { type, by, reference, data }: AuditStep,
): Promise<void> {
  const { documents, indexes } = services.store;
  const about = { kind: 'audits', system: '*', reference } as const;
  const draft = { type, data, ...about, ...(by ? { by } : {}) };
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const read = await documents.load(tenant, 'audits');
    const before = read?.value ?? emptyDocument(tenant, 'audits');
    const now = services.now();
    const sealing = { at: now, newKey: services.newId };
    const { register, records } = sealDocument(before, [draft], sealing);
    // The list of evidence first: a row too many there is harmless, one too few would hide records.
    if (register.months !== before.months) {
      const month = { list: 'evidence', month: now.slice(0, 7) } as const;
      await indexes.put(tenant, month, documentView(register, 'audits', now));
    }
    const change = { register, etag: read?.etag, records, attempt: services.newId() };
    if ((await documents.commit({ name: 'audits', ...change })) === 'committed') return;
  }
  throw new Error(`The audits changed ${maxAttempts} times while one was being recorded.`);
}

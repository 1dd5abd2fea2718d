import type { Person, TenantKey } from '../duty/ids.ts';
import type { Json } from '../kinds/kind.ts';
import type { Services } from '../ports/services.ts';
import { emptyDocument } from '../tenant/document.ts';
import { changeDocument } from './it-team/documents.ts';

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
  const about = { kind: 'audits', system: '*', reference } as const;
  const draft = { type, data, ...about, ...(by ? { by } : {}) };
  const document = { tenant, name: 'audits', empty: emptyDocument(tenant, 'audits') } as const;
  await changeDocument(services, document, (before) => ({ register: before, evidence: [draft] }));
}

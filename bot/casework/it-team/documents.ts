import type { TenantKey } from '../../duty/ids.ts';
import type { About, RecordDraft } from '../../duty/record/record.ts';
import type { Services } from '../../ports/services.ts';
import type { DocumentOf } from '../../ports/store.ts';
import type { DocumentName } from '../../tenant/document.ts';
import { documentView, sealDocument } from '../../tenant/document.ts';

const maxAttempts = 10;

/** What becomes of a settings document, and what of it is evidence: nothing to record is nothing to write. */
export interface DocumentDecision<D> {
  readonly register: D;
  readonly evidence: readonly (RecordDraft & About)[];
  /** Written all the same, although there is nothing to record. */
  readonly noted?: true;
}

/**
 * Changes a settings document of a tenant, with its evidence in the same transaction; `decide` is asked
 * again for what stands there when somebody else was first. Gives back the decision, with the document as
 * it stands then. Whether somebody may is the caller's to know.
 */
export async function changeDocument<
  N extends DocumentName,
  D extends DocumentDecision<DocumentOf[N]>,
>(
  services: Pick<Services, 'store' | 'now' | 'newId'>,
  {
    tenant,
    name,
    empty,
  }: { readonly tenant: TenantKey; readonly name: N; readonly empty: DocumentOf[N] },
  decide: (before: DocumentOf[N]) => D,
): Promise<D> {
  const { documents, indexes } = services.store;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const read = await documents.load(tenant, name);
    const before = read?.value ?? empty;
    const decision = decide(before);
    if (decision.evidence.length === 0 && !decision.noted) return decision;
    const now = services.now();
    const sealing = { at: now, newKey: services.newId };
    const { register, records } = sealDocument(decision.register, decision.evidence, sealing);
    // The list of evidence first: a row too many there is harmless, one too few would hide records.
    if (register.months !== before.months) {
      const month = { list: 'evidence', month: now.slice(0, 7) } as const;
      await indexes.put(tenant, month, documentView(register, name, now));
    }
    const change = { register, etag: read?.etag, records, attempt: services.newId() };
    if ((await documents.commit({ name, ...change })) === 'committed')
      return { ...decision, register };
  }
  throw new Error(
    `The document ${name} changed ${String(maxAttempts)} times while it was being changed: try again.`,
  );
}

import type { DutyRef, Instant, TenantKey } from '../duty/ids.ts';
import { dutyIdFor } from '../duty/open.ts';
import type { About, EvidenceRecord, RecordDraft, Sealing } from '../duty/record/record.ts';
import { beforeFirst, chained } from '../duty/record/record.ts';
import type { DutyView } from '../duty/view.ts';

/** What the IT team lays down for the whole tenant and changes over the years. */
export type DocumentName = 'roster' | 'plans' | 'house-rules' | 'it-channel' | 'audits';

/** A list of the tenant with a chain of evidence of its own: each change of it is a record there. */
export interface SettingsDocument extends DutyRef {
  /** The months (`2026-11`) in which evidence of it was written. */
  readonly months: readonly string[];
  /** Number and hash of the last evidence record. */
  readonly seq: number;
  readonly head: string;
  /** The hash of its seal; absent while nothing was sealed. */
  readonly seal?: string;
  /** By object id the names under which people act in the evidence, which say nothing of them. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** A settings document in which nothing stands yet. */
export function emptyDocument(tenant: TenantKey, name: DocumentName): SettingsDocument {
  return {
    tenant,
    id: dutyIdFor(tenant, 'register', name),
    months: [],
    seq: 0,
    head: beforeFirst,
  };
}

/** Puts what changed into the document's chain; returns the document with its new end. */
export function sealDocument<R extends SettingsDocument>(
  register: R,
  drafts: readonly (RecordDraft & About)[],
  sealing: Sealing,
): { readonly register: R; readonly records: readonly EvidenceRecord[] } {
  const { end, records } = chained(register, drafts, sealing);
  const month = sealing.at.slice(0, 7);
  const known = records.length === 0 || register.months.includes(month);
  const months = known ? register.months : [...register.months, month];
  return { register: { ...register, ...end, months }, records };
}

/** A settings document as a row of the lists of evidence, which read its id and nothing else. */
export function documentView({ id }: SettingsDocument, name: DocumentName, at: Instant): DutyView {
  return {
    id,
    kind: name,
    system: '*',
    reference: name,
    title: name,
    status: 'fulfilled',
    dueOn: at.slice(0, 10),
    assignees: [],
    answers: [],
    findings: [],
    rule: 'any',
    createdAt: at,
  };
}

import type { Person, TenantKey } from '../duty/ids.ts';
import { createHash } from 'node:crypto';
import type { Policy, Json, SupportDesk } from '../kinds/kind.ts';
import type { DataClass, DataRoute } from '../kinds/transfer-securely/rules.ts';
import type { About, RecordDraft } from '../duty/record/record.ts';
import type { SettingsDocument } from './document.ts';
import { emptyDocument } from './document.ts';

/** How many domains can be laid down, so that they fit on a card and in a row. */
export const maxDomains = 50;

/** The policy with the chain of their changes. */
export interface PolicyDocument extends SettingsDocument {
  readonly rules: Partial<Policy>;
}

/** What the IT team can do with the policy. */
export type PolicyChange =
  | {
      readonly type: 'routes';
      readonly class: DataClass;
      readonly routes: readonly DataRoute[];
    }
  | { readonly type: 'domains'; readonly domains: readonly string[] }
  /** Without a desk there is none any more. */
  | { readonly type: 'desk'; readonly desk?: SupportDesk };

export interface PolicyDecision {
  readonly verdict:
    | 'done'
    /** It stands so already. */
    | 'same'
    /** Somebody else changed this part since it was shown. */
    | 'changed-since';
  readonly register: PolicyDocument;
  readonly evidence: readonly (RecordDraft & About)[];
}

/** The policy of a tenant that has laid down nothing yet. */
export const emptyPolicy = (tenant: TenantKey): PolicyDocument => ({
  ...emptyDocument(tenant, 'house-rules'),
  rules: {},
});

/** The rules as everybody reads them; what an earlier version of the program did not know is absent. */
export const rulesOf = ({ rules }: PolicyDocument): Policy => ({
  routes: {},
  domains: [],
  ...rules,
});

/** The part of the rules that a change is about, as it stands. */
function partOf(rules: Policy, change: PolicyChange): Json {
  switch (change.type) {
    case 'routes':
      return rules.routes[change.class] ?? null;
    case 'domains':
      return rules.domains;
    case 'desk':
      return rules.desk ? { ...rules.desk } : null;
  }
}

/** Changes with that part: tells whether somebody else changed it in the meantime. */
export function policyStamp(rules: Policy, change: PolicyChange): string {
  return createHash('sha256')
    .update(JSON.stringify(partOf(rules, change)))
    .digest('hex')
    .slice(0, 16);
}

function changedRules(rules: Policy, change: PolicyChange): Policy {
  switch (change.type) {
    case 'routes':
      return { ...rules, routes: { ...rules.routes, [change.class]: change.routes } };
    case 'domains':
      return { ...rules, domains: change.domains };
    case 'desk': {
      const { desk: _, ...others } = rules;
      return change.desk ? { ...others, desk: change.desk } : others;
    }
  }
}

/** Decides what a change means for the policy. Pure; whatever changes is evidence. */
export function decidePolicy(
  register: PolicyDocument,
  {
    change,
    stamp,
    by,
  }: { readonly change: PolicyChange; readonly stamp: string; readonly by: Person },
): PolicyDecision {
  const before = rulesOf(register);
  const after = changedRules(before, change);
  const same = JSON.stringify(partOf(before, change)) === JSON.stringify(partOf(after, change));
  if (same) return { verdict: 'same', register, evidence: [] };
  if (policyStamp(before, change) !== stamp)
    return { verdict: 'changed-since', register, evidence: [] };
  const about =
    change.type === 'routes' ? { rule: 'routes', class: change.class } : { rule: change.type };
  const data: Json = { ...about, before: partOf(before, change), after: partOf(after, change) };
  const draft = {
    type: 'reassigned',
    by,
    kind: 'transfer-securely',
    system: '*',
    reference: 'house-rules',
    data,
  } as const;
  return { verdict: 'done', register: { ...register, rules: after }, evidence: [draft] };
}

import type { DutyId, Instant, Person, PersonId, TenantKey } from './ids.ts';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Earlier, Json, Role, Rule } from '../kinds/kind.ts';
import type { KindName } from '../kinds/index.ts';
import { kindOf } from '../kinds/index.ts';
import type { Duty, OpenedBy } from './duty.ts';
import type { Decision } from './decide.ts';
import { keyed } from './effects.ts';
import { beforeFirst } from './record/record.ts';

/** A request to open a duty that has passed every check. */
export interface Opening {
  readonly kind: KindName;
  readonly system: string;
  readonly reference: string;
  readonly title: string;
  readonly description?: string;
  readonly dueOn: string;
  readonly assignees: readonly {
    readonly aadObjectId: PersonId;
    readonly name?: string;
    readonly part?: readonly string[];
    readonly role?: Role;
  }[];
  /** Whose answers settle it; what the kind says where it is absent. */
  readonly rule?: Rule;
  readonly details: Json;
  /** Rows that are stored beside the duty, such as the accounts of a review. */
  readonly rows: readonly Json[];
}

/** The same key of the same sender always names the same duty: opening twice is opening once. */
export function dutyIdFor(tenant: TenantKey, sender: string, key: string): DutyId {
  const hash = createHash('sha256')
    .update(JSON.stringify([tenant, sender, key]))
    .digest('hex');
  return `d${hash.slice(0, 24)}` as DutyId;
}

/** Tells whether two requests ask the same. */
export function requestHash(request: unknown): string {
  return createHash('sha256')
    .update(canonicalize(request) ?? '')
    .digest('hex');
}

/** What is known of a duty beside the request when it is opened. */
export interface Opened {
  readonly openedBy: OpenedBy;
  /** Tells a repeated request from another one with the same key. */
  readonly requestHash: string;
  readonly earlier?: readonly Earlier[];
  readonly follows?: Duty['follows'];
  /** The roster named those who are asked. */
  readonly byRoster?: boolean;
  /** Who its requesters turned out to be, where the kind has some; absent where nobody knows. */
  readonly requesters?: readonly PersonId[];
}

/** Opens a duty: its first state, its first record and the cards to send. */
export function openDuty(
  id: DutyId,
  {
    tenant,
    opening,
    opened: { openedBy, requestHash: asked, earlier = [], follows, byRoster = false, requesters },
  }: { readonly tenant: TenantKey; readonly opening: Opening; readonly opened: Opened },
  now: Instant,
): Decision {
  const { rows, assignees, ...named } = opening;
  const details = kindOf(opening.kind).complete?.(opening.details, id) ?? opening.details;
  const secondPerson =
    (requesters ?? []).length === 0 && kindOf(opening.kind).requesters(opening.details).length > 0;
  const duty: Duty = {
    id,
    tenant,
    ...named,
    details,
    status: 'open',
    assignees: assignees.map((one) => ({
      ...one,
      delivery: { state: 'pending' },
      messages: [],
      formVersion: 1,
      // Whoever has a role is asked because of that.
      ...(byRoster && one.role === undefined ? { byRoster } : {}),
    })),
    formerAssignees: [],
    postponed: [],
    verifying: false,
    answers: [],
    findings: [],
    lateAnswers: [],
    openedBy,
    rule: ruleFor(opening, secondPerson),
    ...(secondPerson ? { secondPerson } : {}),
    ...(requesters?.length ? { requesters } : {}),
    ...(earlier.length === 0 ? {} : { earlier }),
    ...(follows ? { follows } : {}),
    createdAt: now,
    requestHash: asked,
    months: [now.slice(0, 7)],
    revision: 1,
    seq: 0,
    head: beforeFirst,
  };
  const effects = keyed(duty, [
    { do: 'list' },
    ...assignees.map(({ aadObjectId }) => ({ do: 'post-card' as const, person: aadObjectId })),
    { do: 'show-channel' },
    ...(kindOf(opening.kind).document ? [{ do: 'outdate' as const }] : []),
  ]);
  const by: { by?: Person } = openedBy.type === 'person' ? { by: openedBy.person } : {};
  const { title, description, dueOn } = opening;
  const data: Json = {
    title,
    ...(description === undefined ? {} : { description }),
    dueOn,
    assignees: assignees.map((one): Json => ({ ...one })),
    details,
    ...(duty.rule === 'any' ? {} : { rule: duty.rule ?? 'any' }),
    ...(requesters?.length
      ? { requesters: requesters.map((one): Json => ({ aadObjectId: one })) }
      : {}),
    ...(secondPerson ? { secondPerson } : {}),
    ...(earlier.length === 0 ? {} : { earlier: earlier.map((one): Json => ({ ...one })) }),
    ...(follows ? { follows: { ...follows } } : {}),
    ...(rows.length === 0 ? {} : { rows, rowsHash: requestHash(rows) }),
    ...(openedBy.type === 'vendor' ? { vendor: openedBy.name } : {}),
  };
  return { verdict: 'done', duty, evidence: [{ type: 'opened', ...by, data }], effects };
}

/** Where parts are given to people, each part asks for an answer. One person alone is never four eyes. */
function ruleFor({ kind, rule, details, assignees }: Opening, secondPerson: boolean): Rule {
  const parted = assignees.some(({ part }) => part);
  // A requester whom nobody knows could be the one who answers: two different people did not both ask.
  if (secondPerson && (rule === 'any' || (!rule && !parted))) return 'four-eyes';
  if (rule) return rule;
  if (parted) return 'per-process';
  const usual = kindOf(kind).rule(details);
  return usual === 'four-eyes' && assignees.length < 2 ? 'any' : usual;
}

import { kindOf } from '../kinds/index.ts';
import type { KindName } from '../kinds/index.ts';
import { concerns, isSettled } from './answering/quorum.ts';
import type { Counted } from './counted.ts';
import { countedOf } from './counted.ts';
import type { Duty, Status } from './duty.ts';
import { openFinding } from './duty.ts';
import type { PersonId } from './ids.ts';
import { toConfirm } from './findings/to-confirm.ts';
import { turnsOf } from './reminders/turn.ts';
import { nextStep } from './reminders/schedule.ts';

/** A list on which a duty stands, so that it is found without reading all duties. */
export type IndexKey =
  | { readonly list: 'all' }
  | { readonly list: 'status'; readonly status: Status }
  | { readonly list: 'person'; readonly person: PersonId }
  /** The duties with evidence of a month, `2026-11`: where an export begins. */
  | { readonly list: 'evidence'; readonly month: string }
  /** The duties of which somebody has to be reminded on a day. */
  | { readonly list: 'remind'; readonly day: string }
  /** The duties of which somebody bears the risk, or bore it until a day that has passed. */
  | { readonly list: 'risks' }
  /** The answered duties of a kind about one system: what the next one looks back at. */
  | {
      readonly list: 'topic';
      readonly kind: KindName;
      readonly system: string;
      /** The document, where the kind asks about one version by version. */
      readonly document?: string;
    }
  /** What was asked about a document of a system, the newest first: its version is the registered one. */
  | { readonly list: 'document'; readonly system: string; readonly document: string };

/** Where a duty is found and as what it is counted, as of one of its revisions. */
export interface Indexed {
  readonly revision: number;
  readonly on: readonly IndexKey[];
  /** The lists go by due date: what was put off stands at another place of the same list. */
  readonly dueOn: string;
  readonly counted: Counted;
}

/** Where a duty belongs in its present state; the quarter goes by the calendar of a zone. */
export function indexedOf(duty: Duty, zone: string): Indexed {
  return {
    revision: duty.listed ?? duty.revision,
    on: indexKeysOf(duty),
    dueOn: duty.dueOn,
    counted: countedOf(duty, zone),
  };
}

/** The lists on which a duty stands in its present state. */
export function indexKeysOf(duty: Duty): readonly IndexKey[] {
  const waiting = duty.status === 'open' || duty.status === 'problem';
  const assignees = waiting ? duty.assignees.map(({ aadObjectId }) => aadObjectId) : [];
  const owner = openFinding(duty)?.owner?.aadObjectId;
  const people = new Set([
    ...assignees.filter((person) => concerns(duty, person)),
    ...(owner === undefined ? [] : [owner]),
    ...toConfirm(duty).map(({ of }) => of.aadObjectId),
  ]);
  const remind = nextStep(duty);
  return [
    { list: 'all' },
    { list: 'status', status: duty.status },
    ...[...people].map((person): IndexKey => ({ list: 'person', person })),
    ...duty.months.map((month): IndexKey => ({ list: 'evidence', month })),
    ...(isBorne(duty) ? [{ list: 'risks' as const }] : []),
    ...(remind ? [{ list: 'remind' as const, day: remind.day }] : []),
    ...(duty.status !== 'withdrawn' && isLookedBackAt(duty) ? [topicIndexKey(duty)] : []),
    // What the vendor took back was never registered; what a new version replaced was.
    ...(duty.status === 'withdrawn' && !duty.outdated ? [] : toList(documentIndexKey(duty))),
  ];
}

/** A risk that is borne, or one that ended and whose finding is open again. */
const isBorne = (duty: Duty): boolean =>
  turnsOf(duty).some(({ whose }) => whose === 'bears-risk') ||
  (duty.status !== 'withdrawn' && openFinding(duty)?.acceptance?.until !== undefined);

const toList = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);

type About = Pick<Duty, 'kind' | 'system' | 'details'>;

/** Where a duty looks back, and where it is looked back at. */
export function topicIndexKey({ kind, system, details }: About): IndexKey {
  const document = kindOf(kind).document?.(details).name;
  return { list: 'topic', kind, system, ...(document === undefined ? {} : { document }) };
}

/** Where the versions of a duty's document stand; undefined where its kind is about none. */
export function documentIndexKey({ kind, system, details }: About): IndexKey | undefined {
  const document = kindOf(kind).document?.(details).name;
  return document === undefined ? undefined : { list: 'document', system, document };
}

/** Whether a later duty about the same system looks back at this one. */
function isLookedBackAt(duty: Duty): boolean {
  const { looksBack, looksBackAtUnable } = kindOf(duty.kind);
  const said = looksBackAtUnable ? duty.answers.length > 0 : isSettled(duty);
  return looksBack > 0 && said;
}

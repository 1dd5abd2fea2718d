import type { DutyId, Instant, Person, PersonId } from './ids.ts';
import { kindOf } from '../kinds/index.ts';
import type { Json, Outcome, Rule } from '../kinds/kind.ts';
import { ruleOf, waitsFor } from './answering/quorum.ts';
import type { Duty, Finding, Status } from './duty.ts';
import type { Turn } from './reminders/turn.ts';
import { namedIn, turnOf } from './reminders/turn.ts';

/** A duty as the outside sees it: the HTTP API's answer and the rows of listings. */
export interface DutyView {
  readonly id: DutyId;
  readonly kind: string;
  readonly system: string;
  readonly reference: string;
  readonly title: string;
  readonly status: Status;
  readonly dueOn: string;
  readonly assignees: readonly {
    readonly aadObjectId: PersonId;
    readonly name?: string;
    /** What this person answers for; all of it where absent. */
    readonly processes?: readonly string[];
    /** `pending`, `delivered`, or why the card does not arrive. */
    readonly delivery: string;
    /** Whether an answer of this person is still to come; absent on rows of earlier versions. */
    readonly waiting?: boolean;
  }[];
  readonly rule: Rule;
  readonly answers: readonly {
    readonly by: Person;
    readonly at: Instant;
    readonly outcome: Outcome;
    readonly values: Json;
  }[];
  readonly findings: readonly Omit<Finding, 'answer'>[];
  readonly createdAt: Instant;
  readonly withdrawn?: { readonly at: Instant; readonly reason: string };
  /** Of the document that it is about, where it is about one. */
  readonly version?: string;
  /** When another version took its place, and the duty that asks about that one. */
  readonly outdated?: Duty['outdated'];
  /** On the rows of lists only: the vendor that opened it, `null` where none did; absent on older rows. */
  readonly vendor?: string | null;
  /** On the rows of lists only: whose turn it is first, and until when; absent where nothing is to be done. */
  readonly turn?: RowTurn;
  /** On the rows of lists only: a task that an answer to another duty brought about. */
  readonly derived?: true;
}

export interface RowTurn extends Pick<Turn, 'whose' | 'until'> {
  readonly people: readonly { readonly aadObjectId: PersonId; readonly name?: string }[];
}

/** The row of a list: the view, with what says who may see it. */
export function rowOf(duty: Duty): DutyView {
  const turn = turnOf(duty);
  return {
    ...viewOf(duty),
    vendor: duty.openedBy.type === 'vendor' ? duty.openedBy.name : null,
    ...(duty.follows ? { derived: true as const } : {}),
    ...(turn
      ? { turn: { whose: turn.whose, until: turn.until, people: namedIn(duty, turn).slice(0, 10) } }
      : {}),
  };
}

/**
 * Whether whoever opens something may build on a listed duty: a vendor on what it opened itself, since its evidence
 * says what it built on, and the customer on everything.
 */
export const mayBuildOn = (openedBy: Duty['openedBy'], { vendor }: DutyView): boolean =>
  openedBy.type !== 'vendor' || vendor === openedBy.name;

/** Whether a listed duty waits for an answer of this person. */
export const viewWaitsFor = ({ status, assignees }: DutyView, person: PersonId): boolean =>
  assignees.find(({ aadObjectId }) => aadObjectId === person)?.waiting ?? status === 'open';

/** A finding without what only the bot needs to know of it. */
function shownFinding({ answer: _, ...finding }: Finding): Omit<Finding, 'answer'> {
  if (!finding.acceptance) return finding;
  const { bearer: __, ...acceptance } = finding.acceptance;
  return { ...finding, acceptance };
}

/** The public view of a duty: of the answers only those that count. */
export function viewOf(duty: Duty): DutyView {
  const { id, kind, system, reference, title, status, dueOn, createdAt, withdrawn } = duty;
  const document = kindOf(kind).document?.(duty.details);
  return {
    id,
    kind,
    system,
    reference,
    title,
    status,
    dueOn,
    assignees: duty.assignees.map(({ aadObjectId, name, part, delivery }) => ({
      aadObjectId,
      ...(name === undefined ? {} : { name }),
      ...(part ? { processes: part } : {}),
      delivery: delivery.state === 'undeliverable' ? delivery.reason : delivery.state,
      waiting: waitsFor(duty, aadObjectId),
    })),
    rule: ruleOf(duty),
    answers: duty.answers
      .filter(({ replacedBy }) => replacedBy === undefined)
      .map(({ by, at, outcome, values }) => ({ by, at, outcome, values })),
    findings: duty.findings.map(shownFinding),
    createdAt,
    ...(withdrawn ? { withdrawn } : {}),
    ...(document ? { version: document.version } : {}),
    ...(duty.outdated ? { outdated: duty.outdated } : {}),
  };
}

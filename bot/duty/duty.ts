import type { AskedOn } from './answering/asked-on.ts';
import type { Attachment } from './answering/attachment.ts';
import type { HandedBy, Postponement } from './answering/handed-by.ts';
import type { Acceptance, Confirmation, FindingMessage } from './findings/confirmation.ts';
import type { Followed, Reminded } from './reminders/reminded.ts';
import type { Survey } from './survey/state.ts';
import type { DutyId, PersonId, Instant, DutyRef, Person, MessageRef, Delivery } from './ids.ts';
import type { Earlier, Json, DutyContext, Outcome, Role, Rule } from '../kinds/kind.ts';
import type { KindName } from '../kinds/index.ts';
import type { Values } from '../../cards/fields.ts';

export interface Assignee {
  readonly aadObjectId: PersonId;
  readonly name?: string;
  readonly delivery: Delivery;
  /** Every copy of the card that this person has, the newest last. */
  readonly messages: readonly MessageRef[];
  /** Counts the forms shown to this person; an answer to an earlier one is a repeated answer. */
  readonly formVersion: number;
  /** What this person answers of the duty, such as some of the processes; absent for the whole. */
  readonly part?: readonly string[];
  /** The role for which this person looks as well; handed over, it goes along. */
  readonly role?: Role;
  /** The roster named this person; otherwise whoever opened it did. */
  readonly byRoster?: true;
  /** Who gave it to this person, and why. */
  readonly handedBy?: HandedBy;
  /** The assignee for whom this person helps out: the answer of one of the two is enough. */
  readonly standsInFor?: PersonId;
}

export interface Answer {
  readonly by: Person;
  readonly at: Instant;
  readonly outcome: Outcome;
  readonly values: Values;
  readonly formVersion: number;
  /** The hash of what only its record holds, such as the decisions of a review. */
  readonly attached?: string;
  /** The number of its record in the evidence, and its hash once it is sealed. */
  readonly seq: number;
  readonly proof?: string;
  /** The number of the record of the answer that took its place. */
  readonly replacedBy?: number;
}

/** Somebody who was asked and handed the duty on; the copies of the card still follow the state. */
export interface FormerAssignee extends Assignee {
  readonly handedTo: Person;
}

/** What a vendor says over HTTP of a finding. */
export const vendorStatuses = ['solved', 'working', 'rejected'] as const;
export type VendorStatus = (typeof vendorStatuses)[number];

/** What the vendor said about a finding, as somebody recorded it, or what the customer did about it. */
export interface Reaction {
  /** The vendor where it is absent. */
  readonly from?: 'customer';
  readonly at: Instant;
  /** Absent where the vendor said it itself, over HTTP. */
  readonly by?: Person;
  readonly text: string;
  /** It is said to be solved: it is verified again. */
  readonly solved: boolean;
  /** What the vendor said itself beside that. */
  readonly status?: VendorStatus;
  /** The number under which the vendor works on it. */
  readonly reference?: string;
}

/** Whether the vendor has the reply that the bot sent; `status` is what its system answered. */
export type ReplyDelivery =
  | { readonly state: 'under-way' }
  | { readonly state: 'received'; readonly at: Instant }
  | { readonly state: 'refused'; readonly at: Instant; readonly status?: number };

/** A negative answer on its way to proof. */
export interface Finding {
  readonly id: string;
  readonly openedAt: Instant;
  /** The answer that it follows, by the number of its record. */
  readonly answer: number;
  readonly status: 'open' | 'closed';
  readonly owner?: Person;
  /** The day on which the IT team got it back. */
  readonly passedOn?: string;
  readonly dueOn: string;
  /** The factual reply to the vendor, once a person has sent it. */
  readonly reply?: {
    readonly at: Instant;
    readonly by: Person;
    /** Only where the bot sent it itself. */
    readonly delivery?: ReplyDelivery;
  };
  readonly reactions: readonly Reaction[];
  /** Verifications after a solution that found it unsolved. */
  readonly failedVerifications: number;
  /** The last list that was compared with what had to change, and how much of that it did not show. */
  readonly proof?: {
    readonly at: Instant;
    readonly by: Person;
    readonly sha256: string;
    readonly stillThere: number;
  };
  /** The due date after which a new list was asked for. */
  readonly askedAfter?: string;
  readonly closedAt?: Instant;
  /** `corrected`: an answer was corrected without a solution that could be verified. */
  readonly closedBecause?: 'verified' | 'corrected' | 'accepted' | 'withdrawn';
  /** The risk is borne until a day, with a reason; what is lost for good has no such day. */
  readonly acceptance?: Acceptance;
}

export type Status = 'open' | 'problem' | 'fulfilled' | 'withdrawn';
export const statuses = [
  'open',
  'problem',
  'fulfilled',
  'withdrawn',
] as const satisfies readonly Status[];

export type OpenedBy =
  | { readonly type: 'vendor'; readonly name: string }
  | { readonly type: 'person'; readonly person: Person }
  /** The bot itself, for an answer to another duty, a plan or a quarter without any. */
  | { readonly type: 'bot' };

export interface Duty extends DutyRef {
  readonly kind: KindName;
  readonly system: string;
  readonly reference: string;
  readonly title: string;
  readonly description?: string;
  readonly details: Json;
  /** A calendar day, `2026-12-03`. */
  readonly dueOn: string;
  readonly status: Status;
  readonly assignees: readonly Assignee[];
  /** Who was asked before and handed it on. */
  readonly formerAssignees: readonly FormerAssignee[];
  readonly postponed: readonly Postponement[];
  readonly answers: readonly Answer[];
  readonly findings: readonly Finding[];
  /** A solution is there: whoever found the problem is asked again. */
  readonly verifying: boolean;
  readonly openedBy: OpenedBy;
  /** Whose answers settle it; any one where nothing is said. */
  readonly rule?: Rule;
  /** Object ids and names, in lower case, of those who may not say that it is right: they asked for it. */
  readonly requesters?: readonly string[];
  /** Nobody can say who asked for it: two people have to answer, so that one of them did not. */
  readonly secondPerson?: true;
  /** The answers of the same kind about the same system before it was opened. */
  readonly earlier?: readonly Earlier[];
  /** What the bot asks of many people for it. */
  readonly survey?: Survey;
  /** The duty whose answer brought it about, and by what name. */
  readonly follows?: { readonly duty: DutyId; readonly name: string };
  /** Of whom was asked what an answer about several systems left open. */
  readonly askedOn?: readonly AskedOn[];
  readonly createdAt: Instant;
  /** How far its reminders have come; absent before the first. */
  readonly reminded?: Reminded;
  /** How far those about a finding, a risk or a duty that nobody could judge have come. */
  readonly followed?: readonly Followed[];
  readonly withdrawn?: { readonly at: Instant; readonly reason: string };
  /** Files that people chose to keep as evidence of it. */
  readonly attachments?: readonly Attachment[];
  /** A person sent the vendor word of a good answer. */
  readonly feedback?: Pick<NonNullable<Finding['reply']>, 'at' | 'by'>;
  /** A newer version of the document that it is about was registered. */
  readonly outdated?: Outdated;
  /** Marks of the answers that came too late and stand in the evidence beside the one that counts. */
  readonly lateAnswers: readonly string[];
  /** The card in the IT channel. */
  readonly channelMessage?: MessageRef;
  /** Who was picked for its findings and has to say yes. */
  readonly confirmations?: readonly Confirmation[];
  /** What is said of its findings in the thread of that card. */
  readonly findingMessages?: readonly FindingMessage[];
  /** Tells a repeated request from another one with the same key. */
  readonly requestHash: string;
  /** The months (`2026-11`) in which evidence of this duty was written. */
  readonly months: readonly string[];
  /** The revision that was last put on the lists, or is about to be. */
  readonly listed?: number;
  /** Grows with every change; part of the keys of effects. */
  readonly revision: number;
  /** Number and hash of the last evidence record, and of its seal; none while nothing was sealed. */
  readonly seq: number;
  readonly head: string;
  readonly seal?: string;
  /** By object id the names under which people act in the evidence, which say nothing of them. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export const assigneeOf = (duty: Duty, person: PersonId): Assignee | undefined =>
  duty.assignees.find(({ aadObjectId }) => aadObjectId === person);

/** The answer of one person that counts now. */
export const answerBy = ({ answers }: Duty, person: PersonId): Answer | undefined =>
  answers.findLast(({ by, replacedBy }) => by.aadObjectId === person && replacedBy === undefined);

/** What a kind may ask for beside the duty: the policy, and who can be named. */
export type LaidDown = Pick<DutyContext, 'policy' | 'colleagues'>;

/** A duty as one person has it: with the part that is this person's. */
export function contextFor(
  duty: Duty,
  person: PersonId,
  laidDown: LaidDown | undefined,
): DutyContext {
  const part = assigneeOf(duty, person)?.part;
  const solvedAt = openFinding(duty)?.reactions.findLast(({ solved }) => solved)?.at;
  return {
    ...duty,
    ...(part ? { part } : {}),
    ...laidDown,
    ...(solvedAt === undefined ? {} : { solvedAt }),
  };
}

/** Whoever has or had the card: the present and the former assignees. */
export const holderOf = (duty: Duty, person: PersonId): Assignee | undefined =>
  assigneeOf(duty, person) ??
  duty.formerAssignees.find(({ aadObjectId }) => aadObjectId === person);

export const openFinding = (duty: Duty): Finding | undefined =>
  duty.findings.find(({ status }) => status === 'open');

/** True while the duty waits for an answer. */
export const isOpen = (duty: Duty): boolean => duty.status === 'open';

/** The version of a document that took the place of the one a duty is about, and the duty that asks for it. */
export interface Outdated {
  readonly at: Instant;
  readonly version: string;
  readonly duty: DutyId;
}

import type { DutyId, Instant, MessageRef, Person, PersonId, Undeliverable } from './ids.ts';
import type { Values } from '../../cards/fields.ts';
import type { Json, Outcome } from '../kinds/kind.ts';
import type { AskedOn } from './answering/asked-on.ts';
import type { Attached } from './answering/attachment.ts';
import type { Duty, VendorStatus } from './duty.ts';
import { bounded } from './bounds.ts';
import type { BearingEvent } from './findings/bearing-events.ts';
import type { Compared } from './findings/compared.ts';
import { keyed, type Effect, type KeylessEffect } from './effects.ts';
import type { RecordDraft } from './record/record.ts';
import type { ShownCard } from './record/shown.ts';
import type { SurveyEvent } from './survey/events.ts';

/** What can happen to a duty after it was opened. */
export type DutyEvent =
  | {
      readonly type: 'answered';
      readonly by: Person;
      readonly outcome: Outcome;
      readonly values: Values;
      /** The generation of the form that was answered; an unknown one counts as the present. */
      readonly formVersion: number;
      /** `earlier`: decided before and handed in with what is somebody else's now. */
      readonly via: 'card' | 'chat' | 'earlier';
      /** Why a "no" of which the vendor was told is taken back. */
      readonly reason?: string;
      /** Whom the answer names to solve what was found, and to accept what is lost. */
      readonly owner?: Person;
      readonly bearer?: Person;
      /** What belongs in the evidence but not in the duty's row, such as the decisions of a review. */
      readonly attached?: Json;
      /** The card on which it was answered. */
      readonly shows?: ShownCard;
    }
  | {
      readonly type: 'handed-over';
      /** Absent where the bot did it. */
      readonly by?: Person;
      readonly from: PersonId;
      readonly to: Person;
      readonly reason: string;
      readonly because: 'hand-over' | 'cannot-judge' | 'left' | 'away';
    }
  /** Two people have to answer: somebody is asked beside those who are asked already. */
  | { readonly type: 'second-asked'; readonly by: Person; readonly person: Person }
  /** Rows that one reviewer cannot judge go to another; `kept` and `given` are ranges of the list. */
  | {
      readonly type: 'shared-out';
      readonly by: Person;
      /** Whose rows they are, where somebody else gives them on. */
      readonly from?: Person;
      readonly to: Person;
      readonly reason: string;
      readonly kept: readonly string[];
      readonly given: readonly string[];
    }
  /** A new export was compared with what had to be removed or changed. */
  | {
      readonly type: 'export-compared';
      readonly by: Person;
      readonly comparison: Compared;
    }
  /** After the due date somebody was asked for a new export. */
  | {
      readonly type: 'export-asked';
      readonly finding: string;
      readonly dueOn: string;
      readonly to: readonly Person[];
    }
  | {
      readonly type: 'postponed';
      readonly by: Person;
      readonly to: string;
      readonly reason: string;
    }
  | {
      readonly type: 'finding-planned';
      /** Absent where the bot gave it to whoever holds the role. */
      readonly by?: Person;
      readonly owner: Person;
      readonly dueOn: string;
    }
  | {
      readonly type: 'reply-sent';
      readonly by: Person;
      readonly text: string;
      /** The bot sends it, where the vendor can be told; otherwise a person did. */
      readonly via?: 'person' | 'webhook';
    }
  /** What became of a reply that the bot sent. */
  | {
      readonly type: 'vendor-told';
      readonly finding: string;
      readonly sentAt: Instant;
      readonly result:
        { readonly state: 'received' } | { readonly state: 'refused'; readonly status?: number };
    }
  | {
      readonly type: 'vendor-reacted';
      readonly by: Person;
      readonly text: string;
      readonly solved: boolean;
    }
  /** The vendor that opened the duty says over HTTP what becomes of the finding. */
  | {
      readonly type: 'vendor-answered';
      readonly vendor: string;
      readonly status: VendorStatus;
      readonly text: string;
      readonly reference?: string;
    }
  /** Where the customer solves it: what was done, by the finding's owner or the IT team. */
  | { readonly type: 'solution-reported'; readonly by: Person; readonly text: string }
  /** Somebody is asked to bear the risk; that person's own yes accepts it. */
  | {
      readonly type: 'risk-asked';
      readonly by: Person;
      readonly of: Person;
      readonly reason: string;
      readonly until: string;
    }
  /** Whoever was picked as owner, or to bear the risk, says yes or no; the day as for `reminded`. */
  | {
      readonly type: 'confirmed';
      readonly by: Person;
      readonly what: 'owner' | 'risk';
      readonly finding: string;
      readonly yes: boolean;
      readonly today: string;
    }
  | {
      readonly type: 'risk-accepted';
      readonly by: Person;
      readonly acceptedBy: string;
      readonly reason: string;
      readonly until?: string;
    }
  | {
      readonly type: 'reminded';
      /** On the calendar of the organisation. */
      readonly today: string;
      /** Who is asked as well, and for whom; the last step only, or where somebody is away. */
      readonly helpers: readonly { readonly person: Person; readonly standsInFor: PersonId }[];
    }
  /** What the answer left open of several systems was asked by duties of their own. */
  | { readonly type: 'asked-on'; readonly asked: readonly AskedOn[] }
  /** Somebody chose to keep files with it, as evidence. */
  | { readonly type: 'attached'; readonly by: Person; readonly files: readonly Attached[] }
  | {
      readonly type: 'withdrawn';
      readonly reason: string;
      readonly vendor?: string;
      readonly by?: Person;
    }
  /** A new version of its document was registered, with the duty that asks about it. */
  | {
      readonly type: 'outdated';
      readonly version: string;
      readonly duty: DutyId;
      readonly reason: string;
    }
  | {
      readonly type: 'card-posted';
      readonly person: PersonId;
      readonly name: string;
      readonly message: MessageRef | undefined;
      /** The revision that the posted card showed. */
      readonly shown: number;
      /** The card itself. */
      readonly shows?: ShownCard | undefined;
    }
  | {
      readonly type: 'card-undeliverable';
      readonly person: PersonId;
      /** Where somebody who is not reached is known by name all the same. */
      readonly name?: string;
      readonly reason: Undeliverable;
    }
  /** Whoever was not reached before was sent a list on which the duty stands, on this page of it. */
  | {
      readonly type: 'listed';
      readonly person: PersonId;
      readonly name: string;
      readonly page: number;
    }
  /** The person installed the bot (`afresh`: only what still waits), or asked for the card again. */
  | { readonly type: 'card-wanted'; readonly person: PersonId; readonly afresh: boolean }
  | { readonly type: 'channel-posted'; readonly message: MessageRef; readonly shown: number }
  /** What was found is said in the duty's thread. */
  | { readonly type: 'finding-said'; readonly finding: string; readonly message: MessageRef }
  /** A channel is to show the duty: one where it does not stand yet, or whose messages are gone. */
  | { readonly type: 'channel-wanted'; readonly channelId: string }
  | BearingEvent
  | SurveyEvent;

export type Verdict =
  | 'done'
  /** This very answer stands already: a click that came twice. */
  | 'repeated'
  /** Somebody, or the same person elsewhere, answered before; this answer is kept beside it. */
  | 'too-late'
  | 'not-assigned'
  /** Who asked for something may not be the one who says that it is right. */
  | 'not-independent'
  /** A "no" of which the vendor was told is taken back without saying why. */
  | 'needs-reason'
  | 'withdrawn'
  /** The person to whom it should go is asked already. */
  | 'asked-already'
  /** It was put off, corrected, shared out or given files as often as is allowed. */
  | 'too-often'
  /** A finding is open: the customer closes it, not the vendor. */
  | 'finding-open'
  /** There is nothing that this could be about. */
  | 'no-finding';

export interface Decision {
  readonly verdict: Verdict;
  readonly duty: Duty;
  readonly evidence: readonly RecordDraft[];
  readonly effects: readonly Effect[];
}

/** One event of the union by its type. */
export type Of<T extends DutyEvent['type']> = Extract<DutyEvent, { type: T }>;
export type Wanted = readonly KeylessEffect[];

/** A decision that changes the duty: the revision grows, and the keys of its effects with it. */
export function changed(duty: Duty, evidence: readonly RecordDraft[], effects: Wanted): Decision {
  const next = { ...bounded(duty), revision: duty.revision + 1 };
  return { verdict: 'done', duty: next, evidence, effects: keyed(next, effects) };
}

/** A decision after which everything is as it was. */
export function unchanged(duty: Duty, verdict: Verdict): Decision {
  return { verdict, duty, evidence: [], effects: [] };
}

/** After a change that people can see: every copy of the card, the channel and the lists follow. */
export function everywhere(after: Duty): Wanted {
  const holders = [...after.assignees, ...after.formerAssignees].filter(
    ({ messages }) => messages.length > 0,
  );
  return [
    { do: 'list' },
    ...holders.map(({ aadObjectId }) => ({ do: 'edit-cards' as const, person: aadObjectId })),
    { do: 'show-channel' },
  ];
}

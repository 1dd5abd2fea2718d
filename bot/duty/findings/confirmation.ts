import type { Instant, MessageRef, Person, PersonId } from '../ids.ts';

/** Somebody was picked for a finding and is to say yes: to see to it, or to bear its risk. */
export type Confirmation = {
  readonly finding: string;
  readonly of: Person;
  /** Who picked; absent where the bot did. */
  readonly by?: Person;
  readonly at: Instant;
} & (
  | { readonly what: 'owner' }
  | {
      readonly what: 'risk';
      readonly reason: string;
      /** Absent for a loss: what is gone for good is accepted once. */
      readonly until?: string;
    }
);

/** What is said of a finding in the thread of its duty. */
export interface FindingMessage {
  readonly finding: string;
  readonly message: MessageRef;
}

/** Why a risk is borne, and until when. */
export interface Acceptance {
  readonly by: string;
  readonly reason: string;
  readonly until?: string;
  /** Who said yes, to be asked before it ends; absent where an earlier version recorded a name only. No vendor sees it. */
  readonly bearer?: PersonId;
}

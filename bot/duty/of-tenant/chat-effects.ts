import type { Card } from '../../../cards/card.ts';
import type { DutyId, Person } from '../ids.ts';

/** Cards of the IT channel that everybody there reads, and that show the present state. */
export type SharedCard = 'roster' | 'plans' | 'policy' | 'overview';

/** What is noted of a message as soon as it stands. */
export type Kept =
  /** It is a copy of a duty's card, as it was at a revision. */
  | {
      readonly type: 'copy';
      readonly duty: DutyId;
      readonly person: Person;
      readonly shown: number;
    }
  /** It is edited after each change. */
  | { readonly type: 'shared'; readonly card: SharedCard };

/** What was not said when it was to be said, or does not show any more what it should. */
export type ChatEffect =
  /** Say the reply to somebody that Teams did not take at once, as it was meant. */
  | {
      readonly do: 'say-reply';
      readonly key: string;
      readonly to: { readonly conversationId: string; readonly serviceUrl: string };
      readonly card: Card;
      readonly summary: string;
      readonly keeps?: Kept;
    }
  | RefreshShared<SharedCard>;

/** Bring the cards of the IT channel that show something up to date: one run edits one. */
type RefreshShared<C> = C extends SharedCard
  ? {
      readonly do: `refresh-${C}`;
      readonly key: string;
      /** The messages that are up to date already. */
      readonly edited?: readonly string[];
    }
  : never;

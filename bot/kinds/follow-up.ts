import type { InEachLanguage } from '../../cards/language.ts';
import type { Values } from '../../cards/fields.ts';
import type { Role } from './policy.ts';

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What an answer brings about beside the state of its own duty. */
export type FollowUp =
  | DutyToOpen
  /** A word at once to whoever holds a role; in the IT channel where no role is named. */
  | { readonly type: 'alert'; readonly role?: Role; readonly text: InEachLanguage<string> };

/** Another duty, for whoever answered, for whom the roster names for its systems, or for whoever holds a role. */
export interface DutyToOpen {
  readonly type: 'open';
  /** Tells the follow-ups of one answer apart: the same name is the same duty. */
  readonly name: string;
  readonly kind: string;
  readonly title: InEachLanguage<string>;
  /** Where it is about other systems than the duty that it follows. */
  readonly system?: InEachLanguage<string>;
  readonly dueInWorkdays: number;
  /** The day on which it is asked for; at once where none is named. */
  readonly onDay?: string;
  readonly details: InEachLanguage<Json>;
  readonly to: 'answerer' | 'responsible' | Role;
  /** Where the answer was about some of several systems: of which it spoke, and which are asked about by this. */
  readonly leaves?: { readonly spoken: readonly string[]; readonly rest: readonly string[] };
}

/** How a kind is read that asks, after a quarter without any duty of another kind, whether there was really nothing. */
export interface NilReturns {
  /** The kind of which there was none; undefined where the details do not tell it any more. */
  readonly of: (details: unknown) => string | undefined;
  /** The same with the quarter, `2026-Q3`, and the systems: all at once where none is named. */
  readonly about: (details: unknown) => {
    readonly kind: string;
    readonly quarter: string;
    readonly systems?: readonly string[] | undefined;
  };
  /** The same question about some of these systems, for whoever answers for them. */
  readonly only: (details: unknown, systems: readonly string[]) => DutyToOpen;
  /** What an answer says: whether there was nothing, and of which systems it speaks where it names them. */
  readonly said: (values: Values) => {
    readonly isNothing: boolean;
    readonly systems?: readonly string[];
  };
}

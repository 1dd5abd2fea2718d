import type { Instant, PersonId } from '../ids.ts';

/** What comes after the bot was removed from somebody's chat. */
export type LeaversEffect =
  /** Give what waits for them to whoever the roster names instead. */
  | {
      readonly do: 'replace-departed';
      readonly key: string;
      readonly person: PersonId;
      /** When the bot was removed. */
      readonly at?: Instant;
    }
  /** Ask in the IT channel whether what waits for many leavers is handed on, or show what became of it. */
  | { readonly do: 'show-leavers'; readonly key: string; readonly anew?: true }
  /** Hand on what waits for many leavers at once, some a run: after an answer, or when none came. */
  | {
      readonly do: 'hand-on-leavers';
      readonly key: string;
      /** The question that it follows. */
      readonly asked: Instant;
      /** Who left up to here is done. */
      readonly after?: string;
    };

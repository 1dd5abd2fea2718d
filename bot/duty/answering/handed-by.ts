import type { Person, PersonId } from '../ids.ts';

/** How somebody came to have what another was asked. */
export interface HandedBy {
  /** Who was asked before. */
  readonly from: { readonly aadObjectId: PersonId; readonly name?: string };
  /** Who gave it on, where that was somebody else; the bot where it is absent and somebody left. */
  readonly by?: Person;
  readonly reason: string;
  readonly because: 'hand-over' | 'cannot-judge' | 'left' | 'away';
}

/** Until when somebody put a duty off, and why. */
export interface Postponement {
  readonly by: PersonId;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

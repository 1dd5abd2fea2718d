import type { Counted } from './counted.ts';
import { countedOf } from './counted.ts';
import type { Duty } from './duty.ts';
import type { IndexKey } from './effects.ts';
import { indexKeysOf } from './effects.ts';

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

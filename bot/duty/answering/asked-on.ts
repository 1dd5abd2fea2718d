import type { DutyId, Person } from '../ids.ts';

/** Systems that an answer left open, asked of one person by a duty of their own. */
export interface AskedOn {
  readonly duty: DutyId;
  readonly of: Person;
  readonly systems: readonly string[];
  readonly dueOn: string;
}

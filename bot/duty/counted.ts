import type { DutyId, Instant } from './ids.ts';
import type { CountedKind, OpenableKind } from '../kinds/index.ts';
import { nilReturnOf } from '../kinds/nil-return/index.ts';
import type { Answer, Duty } from './duty.ts';
import type { Quarter } from './time/quarter.ts';
import { parseQuarter, quarterOf } from './time/quarter.ts';
import { isSettled } from './answering/quorum.ts';
import { dayOf } from './time/workdays.ts';

/** How a duty counts on the map; `asked` while its answer is still to come. */
export const countedStates = ['asked', 'in-time', 'late', 'problem', 'withdrawn'] as const;
export type CountedState = (typeof countedStates)[number];

/**
 * How a question after an empty quarter stands. `one`: there was one and nobody checked it; `settled`:
 * there was one and it was checked, or its risk accepted.
 */
export type NilState = 'asked' | 'none' | 'one' | 'settled' | 'unknown' | 'withdrawn';

interface CountedAs {
  readonly id: DutyId;
  /** Grows with the duty: an older state never takes the place of a newer one. */
  readonly revision: number;
  readonly quarter: Quarter;
}
/** A duty on its square of the map. */
export interface CountedDuty extends CountedAs {
  readonly type: 'duty';
  readonly kind: CountedKind;
  readonly state: CountedState;
}
/** The question about an empty square. */
export interface CountedNil extends CountedAs {
  readonly type: 'nil';
  readonly kind: OpenableKind;
  readonly state: NilState;
  /** About which systems: those that the answer names, or that are asked; all at once where it is absent. */
  readonly systems?: readonly string[];
  /** Who is asked, or who answered; absent while the name is not known. */
  readonly person?: string;
  readonly at?: Instant;
}
export type Counted = CountedDuty | CountedNil;

/** How a duty stands on the map: in the quarter in which it was opened, on the calendar of a zone. */
export function countedOf(duty: Duty, zone: string): Counted {
  const { id, revision, kind } = duty;
  if (kind === 'nil-return') return countedNil(duty);
  const quarter = quarterOf(duty.createdAt, zone);
  return { type: 'duty', id, revision, quarter, kind, state: stateOf(duty, zone) };
}

function countedNil(duty: Duty): CountedNil {
  const { id, revision, details } = duty;
  const about = nilReturnOf(details);
  const quarter = parseQuarter(about.quarter);
  if (!quarter) throw new Error(`The nil return ${id} names no quarter.`);
  const answer = duty.answers.findLast(({ replacedBy }) => replacedBy === undefined);
  const person = answer?.by.name ?? duty.assignees[0]?.name;
  return {
    type: 'nil',
    id,
    revision,
    quarter,
    kind: about.kind,
    state: nilStateOf(duty, answer),
    ...systemsIn(about.systems, answer),
    ...(person === undefined ? {} : { person }),
    ...(answer ? { at: answer.at } : {}),
  };
}

function systemsIn(
  asked: readonly string[] | undefined,
  answer: Answer | undefined,
): Pick<CountedNil, 'systems'> {
  const spoken = answer?.values['systems'];
  const systems = typeof spoken === 'object' ? spoken.map(({ line }) => line) : asked;
  return systems ? { systems } : {};
}

function nilStateOf({ status }: Duty, answer: Answer | undefined): NilState {
  switch (status) {
    case 'withdrawn':
      return 'withdrawn';
    case 'problem':
      return 'one';
    case 'open':
      return answer ? 'unknown' : 'asked';
    case 'fulfilled':
      return answer?.values['outcome'] === 'none' ? 'none' : 'settled';
  }
}

function stateOf(duty: Duty, zone: string): CountedState {
  switch (duty.status) {
    case 'open':
      return 'asked';
    case 'problem':
    case 'withdrawn':
      return duty.status;
    case 'fulfilled': {
      const at = settledAt(duty);
      return at !== undefined && dayOf(at, zone) > duty.dueOn ? 'late' : 'in-time';
    }
  }
}

/**
 * When enough people had answered, whatever they answered: a correction or a new verification later on
 * does not make an answer late.
 */
function settledAt(duty: Duty): Instant | undefined {
  const given = duty.answers.map(({ replacedBy: _, ...answer }): Answer => answer);
  const last = given.findIndex((_, at) => isSettled({ ...duty, answers: given.slice(0, at + 1) }));
  return given[last]?.at;
}

import type { DutyId, Instant } from './ids.ts';
import type { NilReturns } from '../kinds/follow-up.ts';
import type { KindName, OpenableKind } from '../kinds/index.ts';
import { kindOf, parseKind } from '../kinds/index.ts';
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
  readonly kind: KindName;
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
  const { nilReturns } = kindOf(kind);
  if (nilReturns) return countedNil(duty, nilReturns);
  const quarter = quarterOf(duty.createdAt, zone);
  return { type: 'duty', id, revision, quarter, kind, state: stateOf(duty, zone) };
}

function countedNil(duty: Duty, read: NilReturns): CountedNil {
  const { id, revision, details } = duty;
  const about = read.about(details);
  const [kind, quarter] = [parseKind(about.kind), parseQuarter(about.quarter)];
  if (!kind || !quarter) throw new Error(`The nil return ${id} names no kind or no quarter.`);
  const answer = duty.answers.findLast(({ replacedBy }) => replacedBy === undefined);
  const said = answer && read.said(answer.values);
  const systems = said?.systems ?? about.systems;
  const person = answer?.by.name ?? duty.assignees[0]?.name;
  return {
    type: 'nil',
    id,
    revision,
    quarter,
    kind,
    state: nilStateOf(duty, said),
    ...(systems === undefined ? {} : { systems }),
    ...(person === undefined ? {} : { person }),
    ...(answer ? { at: answer.at } : {}),
  };
}

function nilStateOf({ status }: Duty, said: ReturnType<NilReturns['said']> | undefined): NilState {
  switch (status) {
    case 'withdrawn':
      return 'withdrawn';
    case 'problem':
      return 'one';
    case 'open':
      return said ? 'unknown' : 'asked';
    case 'fulfilled':
      return said?.isNothing ? 'none' : 'settled';
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

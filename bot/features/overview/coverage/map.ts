import type { OpenableKind } from '../../../kinds/index.ts';
import { dutyKinds, parseKind } from '../../../kinds/index.ts';
import type { CountedNil, CountedState, NilState } from '../../../duty/counted.ts';
import type { Quarter } from '../../../duty/time/quarter.ts';
import { quarterOf } from '../../../duty/time/quarter.ts';
import type { DutyView } from '../../../duty/view.ts';

/**
 * How a square of the map looks. `before`: before the bot was used; `quiet`: nothing is
 * expected by now; `work`: nothing asked, and nobody confirmed that there was nothing.
 */
export const squareStates = [
  'all',
  'partly',
  'late',
  'problem',
  'none',
  'work',
  'quiet',
  'before',
] as const;
export type SquareState = (typeof squareStates)[number];

/** One kind of duty in one quarter. */
export interface Square {
  readonly kind: OpenableKind;
  readonly quarter: Quarter;
  readonly state: SquareState;
  readonly expected: number;
  /** How many of those should have been asked by now. */
  readonly due: number;
  /** Without those that were withdrawn. */
  readonly asked: number;
  readonly answered: number;
  /** Answered after the due date. */
  readonly answeredLate: number;
  /** Past the due date and not answered yet. */
  readonly overdue: number;
  readonly problems: number;
  /** Of these, how many wait for somebody past that one's day: an owner, a verifier, a sender, the vendor. */
  readonly problemsLate: number;
  /** The questions about an empty square, where they were asked: of all systems at once, or of some each. */
  readonly nils?: readonly CountedNil[];
}

export interface CoverageMap {
  /** The oldest first; the last is the present one. */
  readonly quarters: readonly Quarter[];
  /** By kind, in the order of the register. */
  readonly rows: readonly { readonly kind: OpenableKind; readonly squares: readonly Square[] }[];
  /** More duties are late than were read. */
  readonly moreOverdue: boolean;
}

/** What is known of one quarter. */
export interface QuarterSeen {
  readonly quarter: Quarter;
  readonly tallies: Readonly<Record<string, Readonly<Partial<Record<CountedState, number>>>>>;
  readonly nils: readonly CountedNil[];
  /** What plans foresee; a kind that is absent is expected once. */
  readonly planned?: Readonly<Partial<Record<OpenableKind, Expected>>>;
}

/** How many duties are foreseen in a quarter, and how many of those should have been asked by now. */
export interface Expected {
  readonly expected: number;
  readonly due: number;
}

/** What surrounds the quarters of a map. */
export interface MapSeen {
  /** The quarter in which the bot was first used. */
  readonly first: Quarter | undefined;
  readonly late: readonly DutyView[];
  /** Findings past the day of whoever has the turn. */
  readonly problemsLate?: readonly DutyView[];
  readonly moreLate: boolean;
  readonly zone: string;
}

/** Draws the map from what was counted; the last quarter is the present one. */
export function coverageMap(
  seen: readonly QuarterSeen[],
  { first, late, problemsLate = [], moreLate, zone }: MapSeen,
): CoverageMap {
  const quarters = seen.map(({ quarter }) => quarter);
  const placeOf = (kind: string, quarter: Quarter): string => `${kind} ${quarter}`;
  const byPlace = (views: readonly DutyView[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const view of views) {
      const place = placeOf(view.kind, quarterOf(view.createdAt, zone));
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return counts;
  };
  const overdue = byPlace(late);
  const overdueProblems = byPlace(problemsLate);
  const rows = dutyKinds.map(({ kind, occurs }) => ({
    kind,
    squares: seen.map((one) =>
      squareOf(kind, one, {
        byEvent: occurs === 'by-event',
        present: one.quarter === quarters.at(-1),
        before: first === undefined || one.quarter < first,
        overdue: overdue.get(placeOf(kind, one.quarter)) ?? 0,
        problemsLate: overdueProblems.get(placeOf(kind, one.quarter)) ?? 0,
      }),
    ),
  }));
  return { quarters, rows, moreOverdue: moreLate };
}

interface Surroundings {
  readonly byEvent: boolean;
  readonly present: boolean;
  readonly before: boolean;
  readonly overdue: number;
  readonly problemsLate: number;
}

function squareOf(kind: OpenableKind, seen: QuarterSeen, around: Surroundings): Square {
  const { asked = 0, late = 0, problem = 0, 'in-time': inTime = 0 } = seen.tallies[kind] ?? {};
  const nils = seen.nils.filter((one) => one.kind === kind && one.state !== 'withdrawn');
  const answered = inTime + late + problem;
  const square = {
    kind,
    quarter: seen.quarter,
    ...expectedIn(kind, seen, around),
    asked: asked + answered,
    answered,
    answeredLate: late,
    // The list of what is open may be a moment ahead of the counters.
    overdue: Math.min(around.overdue, asked),
    problems: problem,
    problemsLate: Math.min(around.problemsLate, problem),
    ...(nils.length > 0 ? { nils } : {}),
  };
  return { ...square, state: stateOf(square, around) };
}

/** Something that happens is expected once a quarter: it, or the word that there was nothing. */
function expectedIn(kind: OpenableKind, seen: QuarterSeen, around: Surroundings): Expected {
  if (around.before) return { expected: 0, due: 0 };
  if (around.byEvent) return { expected: 1, due: around.present ? 0 : 1 };
  return seen.planned?.[kind] ?? { expected: 1, due: 1 };
}

function stateOf(square: Omit<Square, 'state'>, around: Surroundings): SquareState {
  const { asked, answered, due, overdue, problems, nils = [] } = square;
  const isAny = (...states: readonly NilState[]): boolean =>
    nils.some(({ state }) => states.includes(state));
  if (problems > 0 || isAny('one')) return 'problem';
  if (overdue > 0) return 'late';
  const unsaid = isAny('asked', 'unknown');
  if (asked > 0) return answered >= Math.max(asked, due) && !unsaid ? 'all' : 'partly';
  // Of some systems it was said, of others not yet.
  if (unsaid && isAny('none', 'settled')) return 'partly';
  if (!unsaid && isAny('settled')) return 'all';
  if (!unsaid && isAny('none')) return 'none';
  if (around.before) return 'before';
  return due === 0 ? 'quiet' : 'work';
}

/** The duties among some that stand on the map at all. */
export const onTheMap = (views: readonly DutyView[]): readonly DutyView[] =>
  views.filter(({ kind }) => parseKind(kind) !== undefined);

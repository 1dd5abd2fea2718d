import type { PersonId } from '../ids.ts';
import type { Duty } from '../duty.ts';
import { openFinding } from '../duty.ts';
import type { Followed, Reminded } from './reminded.ts';
import type { Turn } from './turn.ts';
import { turnsOf } from './turn.ts';
import {
  daysAfter,
  homeCountry,
  isWorkdayIn,
  workdaysAfter,
  workdaysBefore,
  workdayUntil,
} from '../time/workdays.ts';

/** One step of the reminders of a duty. */
export interface Step {
  /** Working days after the due date; negative before it. */
  readonly after: number;
  /** Says in the duty's thread in the IT channel that it is late. */
  readonly channel: boolean;
  /** Asks the substitute or fallback as well. */
  readonly helper: boolean;
  /** Calls upon whoever holds the role, or made the channel, by name. */
  readonly calls?: true;
  /** Counted from the day of the finding, and not from that of the turn. */
  readonly ofFinding?: true;
  /** Whoever was picked has said nothing: the turn goes back to the IT team. */
  readonly passesOn?: true;
}

/** The steps in their order. A level is the number of steps that were taken: none is skipped or taken twice. */
export type ReminderSchedule = readonly Step[];

export const reminderSchedule: ReminderSchedule = [
  { after: -2, channel: false, helper: false },
  { after: 0, channel: false, helper: false },
  { after: 1, channel: true, helper: false },
  { after: 3, channel: true, helper: true },
];

// Where it is no person's turn the channel is told; nobody else would be.
const channelSchedule: ReminderSchedule = [
  { after: 1, channel: true, helper: false },
  { after: 3, channel: true, helper: false },
];
const itTeamSchedule: ReminderSchedule = [
  { after: 0, channel: true, helper: false },
  { after: 1, channel: true, helper: false },
  { after: 3, channel: true, helper: false },
];
// A risk is asked about before it ends; the step after is taken on the very next day.
const riskSchedule: ReminderSchedule = [
  { after: -2, channel: true, helper: false },
  { after: 1, channel: true, helper: false },
];

// Whoever was picked and says nothing has until the finding's own day; then it is nobody's and goes back.
const pickedSchedule: ReminderSchedule = [
  ...reminderSchedule,
  { after: 0, channel: true, helper: false, calls: true, ofFinding: true },
  { after: 1, channel: true, helper: false, calls: true, ofFinding: true, passesOn: true },
];
// A finding is not forgotten because everybody was told once: every second week the channel hears of it again.
const workdaysBetween = 10;
const goesOn: ReminderSchedule = Array.from({ length: 12 }, (_, at) => ({
  after: 3 + workdaysBetween * (at + 1),
  channel: true,
  helper: false,
  calls: true,
}));

function scheduleFor(turn: Turn): ReminderSchedule {
  const { whose, people } = turn;
  if (whose === 'bears-risk') return riskSchedule;
  if (whose === 'owner-asked' || whose === 'risk-asked') return pickedSchedule;
  const once = whose === 'vendor' ? channelSchedule : itTeamSchedule;
  return [...(people.length > 0 ? reminderSchedule : once), ...(isFirst(turn) ? [] : goesOn)];
}

/** How far the reminders of a first answer have come under its present due date. */
export function remindedOf({ reminded, dueOn, createdAt }: Duty): Reminded {
  if (reminded?.dueOn === dueOn) return reminded;
  return { dueOn, since: reminded?.since ?? createdAt.slice(0, 10), level: 0 };
}

/** How far those of a finding have come; whatever is waited for instead begins anew. */
export function followedOf({ followed = [] }: Duty, turn: Turn): Followed {
  const { whose, finding = '', until: dueOn, since } = turn;
  const awaited = `${whose} ${finding}`;
  const same = followed.find(
    (one) => one.awaited === awaited && one.dueOn === dueOn && one.since === since,
  );
  return same ?? { awaited, dueOn, since, level: 0 };
}

/** Whether a turn is about the first answer, which has reminders of its own. */
export const isFirst = ({ whose, finding }: Turn): boolean =>
  whose === 'asked' && finding === undefined;

/** Those who still have to say something: nobody else is reminded of a first answer. */
export const waitedFor = (duty: Duty): readonly PersonId[] =>
  turnsOf(duty).find(isFirst)?.people ?? [];

/**
 * The day of a step. A duty that was late when it was asked counts from the day on which it was. What is due in a weekend is
 * reminded of on the last working day before: on the day itself nobody would be told before it is over.
 */
function dayOfStep({ after, ofFinding }: Step, duty: Duty, reminded: Reminded): string {
  const { dueOn, since } = reminded;
  const own = ofFinding ? (openFinding(duty)?.dueOn ?? dueOn) : dueOn;
  const base = [own, dueOn, since].reduce((one, other) => (one > other ? one : other));
  if (after < 0) return workdaysBefore(base, -after);
  if (after === 0) return workdayUntil(base);
  return workdaysAfter(base, after);
}

interface Planned {
  readonly step: Step;
  readonly day: string;
}

/** The steps of a turn by their days. */
function plannedFor(duty: Duty, turn: Turn, reminded: Reminded): readonly Planned[] {
  const dayOf = (step: Step): string =>
    turn.whose === 'bears-risk' && step.after > 0
      ? daysAfter(reminded.dueOn, step.after)
      : dayOfStep(step, duty, reminded);
  const planned = scheduleFor(turn).map((step) => ({ step, day: dayOf(step) }));
  return planned.sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
}

/** The steps of one turn that are due, and the level that they lead to. */
export interface Due {
  readonly turn: Turn;
  readonly level: number;
  readonly steps: readonly Step[];
}

interface Rung {
  readonly turn: Turn;
  readonly planned: readonly Planned[];
  readonly day: string;
  readonly level: number;
}

/** The next step of each turn that is still to be taken, with its day. */
function rungsOf(duty: Duty): readonly Rung[] {
  return turnsOf(duty).flatMap((turn) => {
    const reminded = isFirst(turn) ? remindedOf(duty) : followedOf(duty, turn);
    const planned = plannedFor(duty, turn, reminded);
    const at = planned.findIndex(
      ({ day }, place) => place >= reminded.level && day > reminded.since,
    );
    const next = planned[at];
    return next ? [{ turn, planned, day: next.day, level: at + 1 }] : [];
  });
}

/** The next step that is still to be taken and its day; undefined when there is none, or nobody to wait for. */
export function nextStep(duty: Duty): { readonly day: string; readonly level: number } | undefined {
  const [first] = [...rungsOf(duty)].sort((one, other) => (one.day < other.day ? -1 : 1));
  return first && { day: first.day, level: first.level };
}

/**
 * By turn the level that the reminders should have reached on a day, and the steps that lead there. After days
 * in which nothing ran the steps that were missed come together, as one reminder, and on a day on which people work: it is
 * noted when it is said. Only a risk ends by the calendar.
 */
export function stepsDue(duty: Duty, today: string): readonly Due[] {
  const works = isWorkdayIn(today, homeCountry);
  return rungsOf(duty)
    .filter(({ day, turn }) => day <= today && (works || turn.whose === 'bears-risk'))
    .map(({ turn, planned, level: next }) => {
      const level = planned.filter(({ day }) => day <= today).length;
      return { turn, level, steps: planned.slice(next - 1, level).map(({ step }) => step) };
    });
}

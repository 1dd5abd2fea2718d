import type { PersonId } from '../ids.ts';
import type { Duty } from '../duty.ts';
import type { Followed, Reminded } from './reminded.ts';
import type { Turn } from './turn.ts';
import { turnsOf } from './turn.ts';
import { daysAfter, workdaysAfter, workdaysBefore } from '../time/workdays.ts';

/** One step of the reminders of a duty. */
export interface Step {
  /** Working days after the due date; negative before it. */
  readonly after: number;
  /** Says in the duty's thread in the IT channel that it is late. */
  readonly channel: boolean;
  /** Asks the substitute or fallback as well. */
  readonly helper: boolean;
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

function scheduleFor({ whose, people }: Turn): ReminderSchedule {
  if (whose === 'bears-risk') return riskSchedule;
  if (people.length > 0) return reminderSchedule;
  return whose === 'vendor' ? channelSchedule : itTeamSchedule;
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

/** The day of a step. A duty that was late when it was asked counts from the day on which it was. */
function dayOfStep({ after }: Step, { whose }: Turn, { dueOn, since }: Reminded): string {
  const base = dueOn > since ? dueOn : since;
  if (after < 0) return workdaysBefore(base, -after);
  return whose === 'bears-risk' ? daysAfter(base, after) : workdaysAfter(base, after);
}

/** The steps of one turn that are due, and the level that they lead to. */
export interface Due {
  readonly turn: Turn;
  readonly level: number;
  readonly steps: readonly Step[];
}

interface Rung {
  readonly turn: Turn;
  readonly reminded: Reminded;
  readonly day: string;
  readonly level: number;
}

/** The next step of each turn that is still to be taken, with its day. */
function rungsOf(duty: Duty): readonly Rung[] {
  return turnsOf(duty).flatMap((turn) => {
    const reminded = isFirst(turn) ? remindedOf(duty) : followedOf(duty, turn);
    for (const [at, step] of scheduleFor(turn).entries()) {
      const day = dayOfStep(step, turn, reminded);
      if (at >= reminded.level && day > reminded.since)
        return [{ turn, reminded, day, level: at + 1 }];
    }
    return [];
  });
}

/** The next step that is still to be taken and its day; undefined when there is none, or nobody to wait for. */
export function nextStep(duty: Duty): { readonly day: string; readonly level: number } | undefined {
  const [first] = [...rungsOf(duty)].sort((one, other) => (one.day < other.day ? -1 : 1));
  return first && { day: first.day, level: first.level };
}

/**
 * By turn the level that the reminders should have reached on a day, and the steps that lead there. After days
 * in which nothing ran the steps that were missed come together, as one reminder.
 */
export function stepsDue(duty: Duty, today: string): readonly Due[] {
  return rungsOf(duty)
    .filter(({ day }) => day <= today)
    .map(({ turn, reminded, level: next }) => {
      const schedule = scheduleFor(turn);
      const level = schedule.filter((step) => dayOfStep(step, turn, reminded) <= today).length;
      return { turn, level, steps: schedule.slice(next - 1, level) };
    });
}

import type { PersonId } from '../ids.ts';
import type { Duty, Reminded } from '../duty.ts';
import { awaits } from '../answering/quorum.ts';
import { workdaysAfter, workdaysBefore } from '../time/workdays.ts';

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

/** How far the reminders of a duty have come under its present due date. */
export function remindedOf({ reminded, dueOn, createdAt }: Duty): Reminded {
  if (reminded?.dueOn === dueOn) return reminded;
  return { dueOn, since: reminded?.since ?? createdAt.slice(0, 10), level: 0 };
}

/** Those who still have to say something: nobody else is reminded. */
export const waitedFor = (duty: Duty): readonly PersonId[] =>
  duty.status === 'open' || duty.status === 'problem'
    ? duty.assignees.map(({ aadObjectId }) => aadObjectId).filter((one) => awaits(duty, one))
    : [];

/** The day of a step. A duty that was late when it was asked counts from the day on which it was. */
function dayOfStep({ after }: Step, { dueOn, since }: Reminded): string {
  const base = dueOn > since ? dueOn : since;
  return after < 0 ? workdaysBefore(base, -after) : workdaysAfter(base, after);
}

/** The next step that is still to be taken and its day; undefined when there is none, or nobody to wait for. */
export function nextStep(
  duty: Duty,
  steps: ReminderSchedule = reminderSchedule,
): { readonly day: string; readonly level: number } | undefined {
  if (waitedFor(duty).length === 0) return undefined;
  const reminded = remindedOf(duty);
  for (const [at, step] of steps.entries()) {
    const day = dayOfStep(step, reminded);
    if (at >= reminded.level && day > reminded.since) return { day, level: at + 1 };
  }
  return undefined;
}

/**
 * The level that the reminders should have reached on a day, and the steps that lead there. After days
 * in which nothing ran the steps that were missed come together, as one reminder.
 */
export function stepsDue(
  duty: Duty,
  today: string,
  steps: ReminderSchedule = reminderSchedule,
): { readonly level: number; readonly steps: readonly Step[] } | undefined {
  const next = nextStep(duty, steps);
  if (!next || next.day > today) return undefined;
  const reminded = remindedOf(duty);
  const level = steps.filter((step) => dayOfStep(step, reminded) <= today).length;
  return { level, steps: steps.slice(next.level - 1, level) };
}

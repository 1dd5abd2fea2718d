import type { Instant } from '../duty/ids.ts';
import { DateTime } from 'luxon';
import { atTime } from '../duty/time/on-the-clock.ts';
import { daysAfter, homeCountry, isWorkdayIn } from '../duty/time/workdays.ts';

/** Where and when a person works, as far as is known. */
export interface Worktime {
  readonly zone: string;
  /** ISO 3166-1; decides which public holidays count. */
  readonly country?: string;
}

/** From when on a day a person is reminded, and from when on no more, on their own clock. */
const reminderHours = { from: '09:00', until: '17:30' } as const;

// Longer than any row of weekends and public holidays.
const mostDaysAhead = 30;

/**
 * The first moment from an instant on at which a person may be disturbed: on a working day there, and
 * not in the quiet hours. In a zone that nobody knows it is the instant itself.
 */
export function reachableFrom(now: Instant, { zone, country = homeCountry }: Worktime): Instant {
  const here = DateTime.fromISO(now, { zone });
  if (!here.isValid) return now;
  const today = here.toFormat('yyyy-MM-dd');
  for (let ahead = 0; ahead < mostDaysAhead; ahead += 1) {
    const day = daysAfter(today, ahead);
    if (!isWorkdayIn(day, country)) continue;
    const from = atTime(day, reminderHours.from, zone);
    if (now <= from) return from;
    if (now < atTime(day, reminderHours.until, zone)) return now;
  }
  return now;
}

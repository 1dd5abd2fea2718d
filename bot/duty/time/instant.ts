import type { Instant } from '../ids.ts';
import type { DateTime } from 'luxon';

/** The instant that lies so many seconds after another. */
export function secondsAfter(at: Instant, seconds: number): Instant {
  // Delivery asks this for every lease and message: no detour over a calendar.
  return new Date(Date.parse(at) + Math.round(seconds * 1000)).toISOString() as Instant;
}

/** How many seconds lie between two instants; negative when the second is the earlier. */
export const secondsBetween = (from: Instant, to: Instant): number =>
  (Date.parse(to) - Date.parse(from)) / 1000;

/** The next full minute: what is put off to it by many changes happens once. */
export function nextMinute(at: Instant): Instant {
  return secondsAfter(`${at.slice(0, 16)}:00.000Z` as Instant, 60);
}

/** An RFC 3339 instant in UTC with milliseconds, as everything stored has it. */
export function toInstant(at: DateTime): Instant {
  return at.toJSDate().toISOString() as Instant;
}

// Teams delivers an event again within about half a minute, also under a new id.
const sameInstallSeconds = 60;

/** Whether an install event is a new install, or the last one delivered once more. */
export function isNewInstall(
  last: { readonly installed: boolean; readonly installedAt?: Instant } | undefined,
  now: Instant,
): boolean {
  if (!last?.installed) return true;
  return last.installedAt === undefined || now > secondsAfter(last.installedAt, sameInstallSeconds);
}

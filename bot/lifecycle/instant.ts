import { DateTime } from 'luxon';
import type { Instant } from './duty.ts';

/** The instant that lies so many seconds after another. */
export function secondsAfter(at: Instant, seconds: number): Instant {
  return toInstant(DateTime.fromISO(at, { zone: 'utc' }).plus({ seconds }));
}

/** An RFC 3339 instant in UTC with milliseconds, as everything stored has it. */
export function toInstant(at: DateTime): Instant {
  return at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'") as Instant;
}

import { DateTime } from 'luxon';
import type { Instant } from '../ids.ts';
import { toInstant } from './instant.ts';
import { dayOf, daysAfter } from './workdays.ts';

const known = new Map<string, Instant>();
// As many as a long run of plans asks for; a client that names ever other ones cannot fill the memory.
const mostKnown = 1000;

/**
 * An instant on the clock of a zone: an hour that the clock skips is the next one, one that it repeats the
 * first. Every round of the clock asks it for every organisation: found once, it is kept.
 */
export function atTime(day: string, time: string, zone: string): Instant {
  const key = `${zone} ${day} ${time}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const read = DateTime.fromISO(`${day}T${time}`, { zone });
  const found = toInstant(read.getPossibleOffsets()[0] ?? read);
  if (known.size >= mostKnown) known.clear();
  known.set(key, found);
  return found;
}

/** The calendar day on a zone's clock once a time of it has come; undefined before that. */
export function daySince(now: Instant, time: string, zone: string): string | undefined {
  const day = dayOf(now, zone);
  return now < atTime(day, time, zone) ? undefined : day;
}

/** The last moment, now included, at which a zone's clock told a time. */
export function lastAtTime(now: Instant, time: string, zone: string): Instant {
  const today = atTime(dayOf(now, zone), time, zone);
  return today <= now ? today : atTime(daysAfter(dayOf(now, zone), -1), time, zone);
}

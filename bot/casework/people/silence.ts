import type { Instant } from '../../duty/ids.ts';
import { secondsBetween } from '../../duty/time/instant.ts';
import type { Silence } from '../../ports/store/silence.ts';

const hour = 3600;
// An outage of the service was never as long, and a bot that was removed gets the same answer for ever.
const longSeconds = 24 * hour;
/** What waits is tried hourly: where nothing was tried for longer, nobody knows what would have come. */
const anewSeconds = 3 * hour;
/** Whoever took a message of ours this lately works. */
const worksSeconds = 12 * hour;
const notedEachSeconds = 1800;

export interface Silenced {
  readonly silence: Required<Silence>;
  /** The bot was removed there, or the channel deleted, and no event told of it. */
  readonly gone: boolean;
  /** Worth writing down; what comes in between changes nothing. */
  readonly isNews: boolean;
}

/**
 * What it means that the service refused a message once more without a reason of the conversation's own
 * (502 `ServiceError`, seen for ever where a bot was removed). Gone is what got no other answer for a day
 * while the same tenant's other conversations took messages: where none does, it is the service, the tenant
 * or the app that fails, and nobody in particular left. `workedAt`: when one of the tenant last took a message.
 */
export function afterRefusal(
  before: Silence,
  { now, workedAt }: { readonly now: Instant; readonly workedAt: Instant | undefined },
): Silenced {
  const { silentSince, silentLast } = before;
  const goesOn =
    silentSince !== undefined &&
    silentLast !== undefined &&
    secondsBetween(silentLast, now) <= anewSeconds;
  if (!goesOn) return { silence: { silentSince: now, silentLast: now }, gone: false, isNews: true };
  const works = workedAt !== undefined && secondsBetween(workedAt, now) <= worksSeconds;
  return {
    silence: { silentSince, silentLast: now },
    gone: works && secondsBetween(silentSince, now) >= longSeconds,
    isNews: secondsBetween(silentLast, now) >= notedEachSeconds,
  };
}

/** Something came from there, or arrived there: it is not silent. */
export function heardOf<K extends Silence>(known: K): Omit<K, keyof Silence> {
  const { silentSince: _, silentLast: __, ...rest } = known;
  return rest;
}

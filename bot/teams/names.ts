import type { Incoming } from '../ports/incoming.ts';
import type { Directory } from '../ports/messenger.ts';
import type { Timers } from '../ports/clock.ts';
import { inTime } from './deadline.ts';

/** How long an event waits for the name of whoever it is about. */
const nameSeconds = 3;

/**
 * An install names nobody: the name is asked of the chat itself. Without an answer in time the event goes
 * on without, and the name comes with the first thing that the person writes.
 */
export async function withName(
  directory: Directory,
  timers: Timers,
  incoming: Incoming,
): Promise<Incoming> {
  if (incoming.type !== 'installed' || !incoming.from) return incoming;
  const { from, at } = incoming;
  if (at.type !== 'personal' || from.name !== from.aadObjectId) return incoming;
  let name: string | undefined;
  const asked = directory.memberIn(at, from.userId).then((found) => {
    if (found.type === 'member') name = found.name;
  });
  // Whatever the far side does, the install counts.
  await inTime(timers, nameSeconds, asked).catch(() => undefined);
  return name === undefined ? incoming : { ...incoming, from: { ...from, name } };
}

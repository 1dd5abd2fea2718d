import type { Directory } from '../../ports/messenger.ts';
import type { ItTeam } from '../../ports/services.ts';

/** Somebody who joins or leaves the team is noticed after so long: milliseconds. */
const keptMs = 3 * 60 * 1000;
const mostKept = 1000;

/**
 * Asks Teams who is in the IT team and keeps the answer for three minutes; a guest is not. Where Teams does not
 * tell now, what it said last still holds; of whom it never told is nobody there, and is asked about again.
 */
export function createItTeam(
  directory: Directory,
  nowMs: () => number,
  most: number = mostKept,
): ItTeam {
  const kept = new Map<string, { readonly isMember: boolean; readonly until: number }>();
  return {
    has: async (channel, person) => {
      const key = [channel.tenantId, channel.teamId ?? channel.channelId, person].join(' ');
      const now = nowMs();
      const known = kept.get(key);
      if (known && now < known.until) return known.isMember;
      const conversationId = channel.teamId ?? channel.channelId;
      const found = await directory.memberIn(
        { conversationId, serviceUrl: channel.serviceUrl },
        person,
      );
      if (found.type !== 'member' && found.type !== 'no-member') return known?.isMember ?? false;
      const isMember = found.type === 'member' && !found.guest;
      kept.delete(key);
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      kept.set(key, { isMember, until: now + keptMs });
      return isMember;
    },
  };
}

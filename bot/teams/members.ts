import type { Directory } from '../ports/messenger.ts';
import type { Instant } from '../duty/ids.ts';
import type { Calls } from './calls.ts';
import { calledSo, memberOf, textIn } from './foreign.ts';
import { isFarSide, sendingAfter } from './messages/sending.ts';

/**
 * The members of a conversation, one by one by object id or by the id that the bot knows ("Get a single
 * member's details", Microsoft Teams documentation). Nobody else's name can be asked for without
 * Microsoft Graph.
 */
export function membersOf({ call }: Calls, now: () => Instant): Directory {
  const memberIn: Directory['memberIn'] = async ({ conversationId, serviceUrl }, person) => {
    try {
      const found: unknown = await call(serviceUrl, ({ member }) => member(conversationId, person));
      return {
        type: 'member',
        name: nameOf(found),
        userId: textIn(found, 'id') ?? person,
        ...(isGuest(found) ? { guest: true } : {}),
      };
    } catch (error) {
      const outcome = sendingAfter(error, { of: 'send', nowMs: Date.parse(now()) });
      // 400 and 403 say that this bot may not ask here; only 404 says who is no member.
      if (outcome?.type === 'gone') return { type: 'no-member' };
      if (outcome?.type === 'unreachable') return { type: 'not-told' };
      if (outcome?.type === 'try-later') return { type: 'try-later', reason: outcome.reason };
      const status = Number(textOrNumber(error));
      if (status >= 500) return { type: 'try-later', reason: `status-${String(status)}` };
      throw error;
    }
  };
  return {
    memberIn,
    channelName: async ({ teamId, channelId, serviceUrl }) => {
      if (teamId === undefined) return undefined;
      try {
        const found: unknown = await call(serviceUrl, ({ channels }) => channels(teamId));
        const list = memberOf(found, 'conversations');
        const known: readonly unknown[] = Array.isArray(list) ? list : [];
        const channel = known.find((one) => textIn(one, 'id') === channelId);
        // The first channel of a team bears the team's id and no name of its own.
        if (channel === undefined) return undefined;
        return textIn(channel, 'name') ?? (channelId === teamId ? 'General' : undefined);
      } catch (error) {
        if (!isFarSide(error)) throw error;
        return undefined;
      }
    },
    nameIn: ({ teamId, channelId, serviceUrl }, person) =>
      memberIn({ conversationId: teamId ?? channelId, serviceUrl }, person),
  };
}

const textOrNumber = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 0;

/**
 * Whether a member comes from another organisation: Teams says so in `userRole`, and Entra marks the user
 * principal name of a guest ("Properties of a Microsoft Entra B2B collaboration user").
 */
const isGuest = (found: unknown): boolean =>
  textIn(found, 'userRole')?.toLowerCase() === 'guest' ||
  (textIn(found, 'userPrincipalName') ?? '').toUpperCase().includes('#EXT#');

const longestName = 100;

/**
 * Tenants differ in what a member tells: `name`, or `givenName` and `surname`, or the address only; a guest
 * who never signed in has none of them.
 */
function nameOf(found: unknown): string | undefined {
  const part = (name: string): string => calledSo(textIn(found, name) ?? '');
  const whole = [part('givenName'), part('surname')].filter((one) => one !== '').join(' ');
  const name = [part('name'), whole, part('userPrincipalName'), part('email')].find(
    (one) => one !== '',
  );
  return name?.slice(0, longestName).toWellFormed();
}

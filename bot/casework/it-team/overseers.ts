import type { Asked } from '../clicks.ts';
import type { HelpFor } from '../../views/contact/help-card.ts';
import { personInRole } from '../people/role-holders.ts';

/**
 * Whether somebody may see how everything stands: in the IT channel, and in their own chat the members of the
 * IT team, the administrators and the auditor of the roster. What stands elsewhere others read as well.
 */
export async function isOverseer({
  services,
  from,
  at,
  actor,
}: Pick<Asked, 'services' | 'from' | 'at' | 'actor'>): Promise<boolean> {
  if (actor.inItChannel) return true;
  if (at.type !== 'personal') return false;
  const { aadObjectId } = actor.person;
  if (services.administrators.has(aadObjectId)) return true;
  const channel = await services.store.people.channel(at.tenant);
  // Teams tells nothing of a team that the bot has left: whoever chose its channel still sees what waits.
  if (channel && !channel.installed && channel.madeBy?.aadObjectId === aadObjectId) return true;
  if (channel && (await services.itTeam.has(channel, from.userId))) return true;
  const auditor = await personInRole(services, at.tenant, 'auditor');
  return auditor?.aadObjectId === aadObjectId;
}

/** What somebody may be told that they can type here. */
export const helpFor = async (asked: Parameters<typeof isOverseer>[0]): Promise<HelpFor> => ({
  overseer: await isOverseer(asked),
  inItChannel: asked.actor.inItChannel,
});

import type { Duty } from '../../duty/duty.ts';
import { standsIn } from '../../duty/ids.ts';
import type { Person } from '../../duty/ids.ts';
import { troubled } from '../../duty/answering/quorum.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Role } from '../../kinds/kind.ts';
import { noteEffect } from '../../casework/change-duty.ts';
import { personInRole } from '../../casework/people/role-holders.ts';
import type { DutyJob, EffectOf, EffectResult, EffectsOf } from '../../ports/effects.ts';
import { done, noted, said } from '../../ports/effects.ts';
import type { ItChannel } from '../../ports/store.ts';
import { channelReader } from '../../ports/services.ts';
import { findingCard } from '../../views/findings/finding-card.ts';

const untilThereIsRoom = 60;

/**
 * What was found stands in the duty's thread as a message of its own, since an edit notifies nobody; the message
 * follows the finding. What was closed before it could be said is not said any more.
 */
async function sayFinding(job: DutyJob<EffectOf<'say-finding'>>): Promise<EffectResult> {
  const { services, duty, effect, messenger } = job;
  const finding = duty.findings.find(({ id }) => id === effect.finding);
  const channel = await services.store.people.channel(duty.tenant);
  if (!finding || !channel?.installed) return done;
  const standing = duty.findingMessages?.find((one) => one.finding === finding.id)?.message;
  if (!standing && finding.status === 'closed') return done;
  // A duty that stood on the roll-up only gets its card first: a thread begins there.
  const root = duty.channelMessage;
  if (!root) return { type: 'go-on', left: { do: 'show-channel', key: effect.key } };
  if (!standsIn(root, channel.channelId)) return done;
  if (!mayPost(job, channel))
    return standing
      ? { type: 'try-later', afterSeconds: untilThereIsRoom, reason: 'the channel has had enough' }
      : { ...done, note: 'a finding stands on the roll-up only' };
  const mentioned = await calledUpon(job, channel);
  const card = findingCard(duty, { finding, mentioned }, channelReader(services));
  const message = { card, summary: card.fallbackText };
  if (standing) {
    const edited = await messenger.edit(standing, message);
    return edited.type === 'try-later' ? edited : said;
  }
  const posted = await messenger.reply(root, message);
  if (posted.type === 'try-later') return posted;
  if (posted.type !== 'sent' || !posted.message) return said;
  const event = { type: 'finding-said', finding: finding.id, message: posted.message } as const;
  await noteEffect(services, duty, { event, entry: job.entry });
  return noted;
}

/** Findings have a share of their own, which a storm of them does not exceed: the roll-up counts the rest. */
const mayPost = (
  { services, budget, duty }: DutyJob<EffectOf<'say-finding'>>,
  { channelId }: ItChannel,
): boolean => budget.take(duty.tenant, `${channelId} findings`, Date.parse(services.now()));

/** Whom a finding that blocks work or touches security calls upon: who holds the role, else who made the channel. */
async function calledUpon(
  { services, duty }: DutyJob<EffectOf<'say-finding'>>,
  { madeBy }: ItChannel,
): Promise<readonly Person[]> {
  const roles = rolesCalled(duty);
  const holders = await Promise.all(
    [...roles].map((role) => personInRole(services, duty.tenant, role)),
  );
  const found = holders.flatMap((holder) => holder ?? []);
  const people = found.length === 0 && roles.size > 0 && madeBy ? [madeBy] : found;
  return [...new Map(people.map((person) => [person.aadObjectId, person])).values()];
}

function rolesCalled(duty: Duty): ReadonlySet<Role> {
  const wanted = troubled(duty).flatMap(({ values }) => kindOf(duty.kind).followUps(duty, values));
  const alerts = wanted.flatMap((one) => (one.type === 'alert' ? [one] : []));
  const details = duty.details as Readonly<Record<string, unknown>> | null;
  const security = alerts.length > 0 && details?.['security'] === true;
  // What blocks work names no role of its own: security guards that it goes on.
  const named = alerts.map(({ role }) => role ?? ('security' as const));
  return new Set<Role>([...named, ...(security ? (['security'] as const) : [])]);
}

export const effects: EffectsOf<'say-finding'> = {
  'say-finding': { run: sayFinding },
};

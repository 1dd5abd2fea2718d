import { standsIn } from '../../duty/ids.ts';
import { calledUpon } from '../../casework/people/called-upon.ts';
import { noteEffect } from '../../casework/change-duty.ts';
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

export const effects: EffectsOf<'say-finding'> = {
  'say-finding': { run: sayFinding },
};

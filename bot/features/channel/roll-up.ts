import type { Duty } from '../../duty/duty.ts';
import type { Instant, MessageRef, TenantKey } from '../../duty/ids.ts';
import { standsIn } from '../../duty/ids.ts';
import { nextMinute, secondsBetween } from '../../duty/time/instant.ts';
import { rollUpCard } from './roll-up-card.ts';
import type { HeldChange, RollUp } from '../../ports/store/roll-ups.ts';
import type { ItChannel } from '../../ports/store.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import { showOrPost } from '../../casework/send.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader } from '../../ports/services.ts';
import type { ChannelBudget } from '../../ports/channel-budget.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../ports/effects.ts';
import { done } from '../../ports/effects.ts';

// After so long without a change a new roll-up begins, with a card of its own.
const quietSeconds = 600;
// Each run brings so many cards up to date; in an hour that is a fifth of what Teams takes.
const catchUpAtOnce = 6;

/** Puts a change of a duty on the roll-up instead of showing it by itself. */
export async function holdChange(
  services: Services,
  budget: ChannelBudget,
  duty: Duty,
): Promise<void> {
  const { tenant, id, revision, status, channelMessage, assignees } = duty;
  const unreached = assignees.some(({ delivery }) => delivery.state === 'undeliverable');
  const stands = channelMessage !== undefined;
  const at = services.now();
  await services.store.rollUps.note(tenant, {
    dutyId: id,
    revision,
    status,
    unreached,
    stands,
    at,
  });
  await planRollUp(services, budget, tenant);
}

/** Every change asks for the run of the next minute: on all instances together one row of the outbox. */
async function planRollUp(
  services: Services,
  { runs }: ChannelBudget,
  tenant: TenantKey,
): Promise<void> {
  const dueAt = nextMinute(services.now());
  if (runs.get(tenant) === dueAt) return;
  const entry: OutboxEntry = {
    tenant,
    effect: { do: 'roll-up', key: 'roll-up' },
    dueAt,
    attempts: 0,
  };
  await services.store.outbox.add(entry);
  runs.set(tenant, dueAt);
  services.delivery.soon([entry]);
}

/**
 * Counts what was put off, shows it on the one card, and lets a few of the cards that stand in the channel
 * catch up. As long as there are more of those, it comes back every minute.
 */
async function showRollUp(job: Job<TenantEffectOf<'roll-up'>>): Promise<EffectResult> {
  const { services, budget, entry } = job;
  const { tenant } = entry;
  const { rollUps } = services.store;
  const channel = await services.store.people.channel(tenant);
  if (!channel?.installed) return done;
  const folded = await rollUps.fold(tenant, countChanges);
  // Nothing new: what was counted before may not be on the card yet, because Teams asked to wait.
  const rollUp = folded ?? (await rollUps.load(tenant))?.value;
  const isNews = rollUp && rollUp.shown !== rollUp.changes;
  const other = isNews && (await showOn(job, channel, rollUp));
  if (other) return other;
  if (await catchUp(services, tenant)) await planRollUp(services, budget, tenant);
  return done;
}

const nothingYet: RollUp['by'] = { open: 0, problem: 0, fulfilled: 0, withdrawn: 0 };

/** Adds changes to a roll-up, or begins another where the last one is over. */
export function countChanges(before: RollUp | undefined, changes: readonly HeldChange[]): RollUp {
  const instants = changes.map(({ at }) => at).sort();
  const [first] = instants;
  const last = instants.at(-1);
  if (first === undefined || last === undefined) throw new Error('There is no change to count.');
  const goesOn = before && secondsBetween(before.until, first) <= quietSeconds ? before : undefined;
  const by = { ...(goesOn?.by ?? nothingYet) };
  for (const { status } of changes) by[status] += 1;
  return {
    since: goesOn?.since ?? first,
    until: latest(goesOn?.until, last),
    changes: (goesOn?.changes ?? 0) + changes.length,
    by,
    unreached: (goesOn?.unreached ?? 0) + changes.filter(({ unreached }) => unreached).length,
    ...(goesOn?.message ? { message: goesOn.message } : {}),
    ...(goesOn?.shown === undefined ? {} : { shown: goesOn.shown }),
  };
}

const latest = (one: Instant | undefined, other: Instant): Instant =>
  one !== undefined && one > other ? one : other;

/** Brings the card up to date; what else the effect ends with where it is not. */
async function showOn(
  job: Job<TenantEffectOf<'roll-up'>>,
  channel: ItChannel,
  rollUp: RollUp,
): Promise<EffectResult | undefined> {
  const { services, effect, entry } = job;
  const card = rollUpCard(rollUp, channelReader(services));
  const stands = !effect.anew && rollUp.message && standsIn(rollUp.message, channel.channelId);
  const at = stands ? rollUp.message : undefined;
  const message = { card, summary: card.fallbackText };
  const result = await showOrPost(job, channel, { at, message });
  switch (result.type) {
    case 'try-later':
      return result;
    case 'edited':
      return keep(services, { tenant: entry.tenant, rollUp, message: at });
    case 'posted':
      return keep(services, { tenant: entry.tenant, rollUp, message: result.message });
    case 'gone':
    case 'refused':
      return at
        ? { type: 'go-on', left: { ...effect, anew: true } }
        : { ...done, note: 'the channel refused a card' };
  }
}

async function keep(
  services: Services,
  {
    tenant,
    rollUp,
    message,
  }: {
    readonly tenant: TenantKey;
    readonly rollUp: RollUp;
    readonly message: MessageRef | undefined;
  },
): Promise<undefined> {
  const { message: _, ...rest } = rollUp;
  const shown = { ...rest, shown: rollUp.changes, ...(message ? { message } : {}) };
  await services.store.rollUps.save(tenant, shown);
}

/** Shows some of the cards that are behind as they are now; true when there are more. */
async function catchUp(services: Services, tenant: TenantKey): Promise<boolean> {
  const behind = await services.store.rollUps.behind(tenant, catchUpAtOnce);
  for (const dutyId of behind.slice(0, catchUpAtOnce)) {
    const effect = { do: 'show-channel', key: 'show-channel:catch-up', catchesUp: true } as const;
    const entry: OutboxEntry = { tenant, dutyId, effect, dueAt: services.now(), attempts: 0 };
    await services.store.outbox.add(entry);
    await services.store.rollUps.caughtUp(tenant, dutyId);
    services.delivery.soon([entry]);
  }
  return behind.length > catchUpAtOnce;
}

export const effects: EffectsOf<'roll-up'> = { 'roll-up': { run: showRollUp } };

import type { Person } from '../../../duty/ids.ts';
import { openFinding } from '../../../duty/duty.ts';
import { isSettled } from '../../../duty/answering/quorum.ts';
import { removalsCard } from './card.ts';
import type { DutyJob, EffectOf, EffectResult, EffectsOf } from '../../../ports/effects.ts';
import { done, noted, said } from '../../../ports/effects.ts';
import { changeDuty, noteEffect } from '../../../casework/change-duty.ts';
import { personInRole } from '../../../casework/people/role-holders.ts';
import { askedForRemovals, removalsFor, removalsOf } from './removals.ts';
import type { ToPerson } from '../../../casework/send.ts';
import { sendToPerson } from '../../../casework/send.ts';
import { channelReader } from '../../../ports/services.ts';

/**
 * Gives what a review wants removed or changed to the finding's owner. Where there is none yet, whoever
 * administers access becomes it, and gets the list with the effect of that change.
 */
async function handOutRemovals(job: DutyJob<EffectOf<'hand-out-removals'>>): Promise<EffectResult> {
  const { services, duty } = job;
  const open = openFinding(duty);
  if (!open || !isSettled(duty)) return done;
  if (open.owner) {
    const result = await send(job, open.owner, false);
    return result.type === 'try-later' ? result : said;
  }
  const owner = await personInRole(services, duty.tenant, 'access');
  if (owner)
    await changeDuty(services, duty, { type: 'finding-planned', owner, dueOn: open.dueOn });
  return done;
}

/**
 * Asks for a new list after the finding's due date, unless that has moved or the finding is closed: one person
 * a run, and the channel where none of them can be reached.
 */
async function askExport(job: DutyJob<EffectOf<'ask-export'>>): Promise<EffectResult> {
  const { services, duty, effect } = job;
  const { finding, dueOn, tried = [] } = effect;
  const open = openFinding(duty);
  const wanted = open?.id === finding && open.dueOn === dueOn && open.askedAfter !== dueOn;
  if (!wanted || !isSettled(duty)) return done;
  const people = await askedForRemovals(services, duty.tenant, duty);
  const [next, ...others] = people.filter(
    (one) => !tried.some(({ person }) => person.aadObjectId === one.aadObjectId),
  );
  if (!next) return askInChannel(job);
  const result = await send(job, next, true);
  if (result.type === 'try-later') return result;
  const person = { aadObjectId: next.aadObjectId, name: next.name };
  const now = [...tried, { person, reached: result.type === 'sent' }];
  const reached = now.filter((one) => one.reached).map((one) => one.person);
  if (others.length > 0 || reached.length === 0)
    return { type: 'go-on', left: { ...effect, tried: now } };
  return noteAsked(job, reached);
}

async function noteAsked(
  { services, duty, effect, entry }: DutyJob<EffectOf<'ask-export'>>,
  to: readonly Person[],
): Promise<EffectResult> {
  const { finding, dueOn } = effect;
  const asked = await noteEffect(services, duty, {
    event: { type: 'export-asked', finding, dueOn, to },
    entry,
  });
  // Nothing was changed where somebody else asked first: the row is still there.
  return asked?.verdict === 'done' ? noted : said;
}

const send = (
  job: DutyJob<EffectOf<'ask-export' | 'hand-out-removals'>>,
  person: Person,
  asked: boolean,
): Promise<ToPerson> =>
  sendToPerson(job, person.aadObjectId, async (reader) => {
    const card = await removalsFor(job.services, { duty: job.duty, person, asked }, reader);
    return { card, summary: card.fallbackText };
  });

/** Where nobody was reached the duty's thread asks, or the channel where there is none. */
async function askInChannel(job: DutyJob<EffectOf<'ask-export'>>): Promise<EffectResult> {
  const { services, messenger, duty, effect } = job;
  const reached = (effect.tried ?? []).filter((one) => one.reached).map((one) => one.person);
  const channel = await services.store.people.channel(duty.tenant);
  if (channel?.installed && reached.length === 0) {
    const removals = await removalsOf(services, duty);
    const shown = {
      viewer: 'it-team',
      removals,
      withFile: false,
      holder: true,
      asked: true,
    } as const;
    const card = removalsCard(duty, shown, channelReader(services));
    const message = { card, summary: card.fallbackText };
    const result = duty.channelMessage
      ? await messenger.reply(duty.channelMessage, message)
      : await messenger.toChannel(channel, message);
    if (result.type === 'try-later') return result;
  }
  return noteAsked(job, reached);
}

export const effects: EffectsOf<'hand-out-removals' | 'ask-export'> = {
  'hand-out-removals': { run: handOutRemovals },
  'ask-export': { run: askExport },
};

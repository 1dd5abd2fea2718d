import type { Card } from '../../../cards/card.ts';
import { shownCard } from '../../duty/record/shown.ts';
import { assigneeOf, holderOf } from '../../duty/duty.ts';
import { summaryOf } from '../../views/duty/summary.ts';
import type { DutyJob, EffectOf, EffectResult, EffectsOf } from '../../ports/effects.ts';
import { done, noted } from '../../ports/effects.ts';
import { cardFor } from '../../casework/card-for.ts';
import { changeDuty, noteEffect } from '../../casework/change-duty.ts';
import { handedOnWhileAway } from '../../casework/people/absence.ts';
import { reach } from '../../casework/reach.ts';
import { sendToPerson } from '../../casework/send.ts';
import { readerFor } from '../../ports/services.ts';

/** Sends the card to a person, or records why that cannot be. */
async function postCard(job: DutyJob<EffectOf<'post-card'>>): Promise<EffectResult> {
  const { services, duty, effect, entry } = job;
  const { person } = effect;
  if (!assigneeOf(duty, person)) return done;
  const reached = await reach(services, job.messenger, { tenant: duty.tenant, person });
  if (reached.type === 'try-later') return reached;
  if (reached.type === 'nobody') {
    const { name } = reached;
    const unreached = { type: 'card-undeliverable', person, reason: 'not-installed' } as const;
    await changeDuty(services, duty, name === undefined ? unreached : { ...unreached, name });
    return done;
  }
  const instead = await handedOnWhileAway(services, duty, person);
  if (instead) return done;
  let sent: Card | undefined;
  const result = await sendToPerson(job, person, async (reader, { name }) => {
    sent = await cardFor(services, { duty, person: { aadObjectId: person, name } }, reader);
    return { card: sent, summary: summaryOf(duty, reader) };
  });
  switch (result.type) {
    case 'try-later':
      return result;
    case 'not-reached':
      await changeDuty(services, duty, {
        type: 'card-undeliverable',
        person,
        reason: result.reason,
      });
      return done;
    case 'sent': {
      const { message, to } = result;
      const shown = duty.revision;
      await noteEffect(services, duty, {
        event: {
          ...{ type: 'card-posted', person, name: to.name, message, shown },
          shows: sent && shownCard(sent, 'question'),
        },
        entry,
      });
      return noted;
    }
  }
}

/** Brings a copy of the card that a person has up to date; the others follow one by one. */
async function editCard(job: DutyJob<EffectOf<'edit-cards'>>): Promise<EffectResult> {
  const { services, messenger, duty, effect } = job;
  const { person, edited = [] } = effect;
  const copies = (holderOf(duty, person)?.messages ?? []).filter(
    ({ activityId }) => !edited.includes(activityId),
  );
  const [copy, ...others] = copies;
  if (!copy) return done;
  const known = (await services.store.people.get(duty.tenant, person))?.value;
  const reader = readerFor(services, known);
  const holder = { aadObjectId: person, name: known?.name ?? '' };
  const card = await cardFor(services, { duty, person: holder }, reader);
  // A copy that is gone or may not be edited shows nothing wrong; one that can wait is tried again.
  const result = await messenger.edit(copy, { card, summary: summaryOf(duty, reader) });
  if (result.type === 'try-later') return result;
  if (others.length === 0) return done;
  return { type: 'go-on', left: { ...effect, edited: [...edited, copy.activityId] } };
}

export const effects: EffectsOf<'post-card' | 'edit-cards'> = {
  'post-card': { run: postCard },
  'edit-cards': { run: editCard, leavesDuty: true, merges: true },
};

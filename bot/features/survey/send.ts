import { shownCard } from '../../duty/record/shown.ts';
import { memberOf } from '../../duty/survey/survey.ts';
import { surveyCard } from './card.ts';
import type { DutyJob, EffectOf, EffectResult, EffectsOf } from '../../ports/effects.ts';
import { done, noted } from '../../ports/effects.ts';
import type { KnownPerson } from '../../ports/store.ts';
import { changeDuty, noteEffect } from '../../casework/change-duty.ts';
import { sendToPerson } from '../../casework/send.ts';
import type { Message } from '../../ports/messenger.ts';
import { readerFor } from '../../ports/services.ts';

type CardJob = DutyJob<EffectOf<'survey-card'>>;

/** Sends the card of a survey to one person, or records why that cannot be. */
async function sendCard(job: CardJob): Promise<EffectResult> {
  const { services, duty, effect, entry } = job;
  const { person } = effect;
  const member = memberOf(duty, person);
  const waits = member?.delivery === 'pending' && member.answer === undefined;
  // Run once more, answered elsewhere, or taken back while it was on its way.
  if (!waits || duty.status === 'withdrawn') return done;
  let sent: Message | undefined;
  const result = await sendToPerson(job, person, (_, known) => (sent = messageFor(job, known)));
  switch (result.type) {
    case 'try-later':
      return result;
    case 'not-reached':
      await changeDuty(services, duty, {
        type: 'survey-undeliverable',
        person,
        reason: result.reason,
      });
      return done;
    case 'sent': {
      const message = result.message?.activityId;
      await noteEffect(services, duty, {
        event: {
          ...{ type: 'survey-delivered', person, message },
          shows: sent && shownCard(sent.card, 'survey'),
        },
        entry,
      });
      return noted;
    }
  }
}

function messageFor({ services, duty }: CardJob, known: KnownPerson): Message {
  const card = surveyCard(duty, known.aadObjectId, readerFor(services, known));
  return { card, summary: card.fallbackText };
}

/** Brings a copy of a survey's card in one chat up to date; the others follow one by one. */
async function editCard(job: CardJob): Promise<EffectResult> {
  const { services, messenger, duty, effect } = job;
  const { person, edited = [] } = effect;
  const copies = (memberOf(duty, person)?.messages ?? []).filter((id) => !edited.includes(id));
  const [activityId, ...others] = copies;
  const known = (await services.store.people.get(duty.tenant, person))?.value;
  if (!known || activityId === undefined) return done;
  const { conversationId, serviceUrl } = known;
  // A copy that is gone or may not be edited shows nothing wrong; one that can wait is tried again.
  const at = { conversationId, serviceUrl, activityId };
  const result = await messenger.edit(at, messageFor(job, known));
  if (result.type === 'try-later') return result;
  if (others.length === 0) return done;
  return { type: 'go-on', left: { ...effect, edited: [...edited, activityId] } };
}

/** Begins the next page of a survey: its cards are effects of their own. */
async function beginPage({
  services,
  duty,
  effect: { from, step },
  entry,
}: DutyJob<EffectOf<'survey-page'>>): Promise<EffectResult> {
  const paged = await noteEffect(services, duty, {
    event: { type: 'survey-paged', from, step },
    entry,
  });
  // Nothing was changed where the duty was taken back meanwhile: the row is still there.
  return paged?.duty.revision === duty.revision ? done : noted;
}

export const effects: EffectsOf<'survey-page' | 'survey-card'> = {
  'survey-page': { run: beginPage },
  'survey-card': { run: (job) => (job.effect.step === 'send' ? sendCard(job) : editCard(job)) },
};

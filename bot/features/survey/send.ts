import type { Message, Messenger } from '../../ports/messenger.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Duty } from '../../duty/duty.ts';
import { memberOf } from '../../duty/survey/survey.ts';
import { surveyCard } from './card.ts';
import type { KnownPerson, OutboxEntry } from '../../ports/store.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import { uninstallPerson } from '../../casework/people.ts';
import type { Services } from '../../ports/services.ts';
import { readerFor } from '../../ports/services.ts';

import type { EffectResult } from '../../ports/effect-result.ts';
import { done, noted } from '../../ports/effect-result.ts';

/** Sends the card of a round to one person, or records why that cannot be. */
export async function sendSurveyCard(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  person: PersonId,
  entry: OutboxEntry,
): Promise<EffectResult> {
  const member = memberOf(duty, person);
  const waits = member?.delivery === 'pending' && member.answer === undefined;
  // Carried out once more, answered elsewhere, or taken back while it was on its way.
  if (!waits || duty.status === 'withdrawn') return done;
  const known = (await services.store.people.get(duty.tenant, person))?.value;
  if (!known?.installed) {
    await changeDuty(services, duty, {
      type: 'survey-undeliverable',
      person,
      reason: 'not-installed',
    });
    return done;
  }
  const sending = await messenger.toPerson(known, messageFor(services, duty, known));
  switch (sending.type) {
    case 'sent': {
      const message = sending.message?.activityId;
      await changeDuty(services, duty, { type: 'survey-delivered', person, message }, entry);
      return noted;
    }
    case 'unreachable':
    case 'gone': {
      const reason = sending.type === 'gone' ? 'not-installed' : sending.reason;
      // The uninstall was missed; the next install is a new one.
      if (reason === 'not-installed') await uninstallPerson(services, duty.tenant, person);
      await changeDuty(services, duty, { type: 'survey-undeliverable', person, reason });
      return done;
    }
    case 'try-later':
      return sending;
  }
}

function messageFor(services: Services, duty: Duty, known: KnownPerson): Message {
  const card = surveyCard(duty, known.aadObjectId, readerFor(services, known));
  return { card, summary: card.fallbackText };
}

/** Brings the copies of a round's card in one chat up to date; undefined when that is done. */
export async function editSurveyCards(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  person: PersonId,
): Promise<Extract<EffectResult, { type: 'try-later' }> | undefined> {
  const known = (await services.store.people.get(duty.tenant, person))?.value;
  if (!known) return undefined;
  const { conversationId, serviceUrl } = known;
  for (const activityId of memberOf(duty, person)?.messages ?? []) {
    const at = { conversationId, serviceUrl, activityId };
    const sending = await messenger.edit(at, messageFor(services, duty, known));
    // A copy that is gone or may not be edited shows nothing wrong; one that can wait is tried again.
    if (sending.type === 'try-later') return sending;
  }
  return undefined;
}

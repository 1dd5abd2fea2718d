import { changeDuty } from '../../casework/change-duty.ts';
import { sendToPerson } from '../../casework/send.ts';
import type { ToBring } from '../../duty/effects.ts';
import type { PersonId, TenantKey } from '../../duty/ids.ts';
import { parseDutyId } from '../../duty/ids.ts';
import { viewWaitsFor } from '../../duty/view.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../ports/effects.ts';
import { done, said } from '../../ports/effects.ts';
import type { Services } from '../../ports/services.ts';
import { myDuties } from './my-duties.ts';

// More than this at once would flood a chat; all stand on the list that is sent before them.
const cardsAtInstall = 2;

/** After an install: the list of all where there are more, and then the most urgent cards; one message a run. */
async function bringOpen(job: Job<TenantEffectOf<'bring-open'>>): Promise<EffectResult> {
  const { services, effect, entry } = job;
  const { tenant } = entry;
  const { person } = effect;
  const left = effect.left ?? (await whatToBring(services, tenant, person));
  if (left.list) {
    const result = await sendList(job, person);
    if (result.type !== 'done' || left.duties.length === 0) return result;
    return { type: 'go-on', left: { ...effect, left: { ...left, list: false } } };
  }
  const [id, ...duties] = left.duties;
  if (!id) return done;
  await changeDuty(services, { tenant, id }, { type: 'card-wanted', person, afresh: true });
  return duties.length > 0
    ? { type: 'go-on', left: { ...effect, left: { ...left, duties } } }
    : done;
}

async function sendList(
  job: Job<TenantEffectOf<'bring-open'>>,
  person: PersonId,
): Promise<EffectResult> {
  const result = await sendToPerson(job, person, async (reader) => {
    const card = await myDuties({
      services: job.services,
      tenant: job.entry.tenant,
      person,
      reader,
    });
    return { card, summary: card.fallbackText };
  });
  return result.type === 'try-later' ? result : said;
}

/** What an install brings: the most urgent open duties, and a list where more are open than a chat takes at once. */
async function whatToBring(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
): Promise<ToBring> {
  // The effect of an install that was never completed.
  if ((await services.store.people.get(tenant, person))?.value.installed !== true)
    return { duties: [], list: false };
  const page = await services.store.indexes.page(tenant, {
    list: { list: 'person', person },
    size: cardsAtInstall + 1,
  });
  // A duty with a problem may still wait for this person; one that does not brings no card.
  const waiting = page.items.filter((item) => viewWaitsFor(item, person));
  const duties = waiting.slice(0, cardsAtInstall).flatMap(({ id }) => parseDutyId(id) ?? []);
  return { duties, list: waiting.length > cardsAtInstall || page.next !== undefined };
}

export const effects: EffectsOf<'bring-open'> = { 'bring-open': { run: bringOpen } };

import { changeDuty } from '../../casework/change-duty.ts';
import type { ToPerson } from '../../casework/send.ts';
import { sendToPerson } from '../../casework/send.ts';
import type { ToBring } from '../../duty/effects.ts';
import type { DutyId, PersonId, TenantKey } from '../../duty/ids.ts';
import { parseDutyId } from '../../duty/ids.ts';
import { viewWaitsFor } from '../../duty/view.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../ports/effects.ts';
import { done } from '../../ports/effects.ts';
import type { Services } from '../../ports/services.ts';
import { byLateness } from '../../views/own-count.ts';
import { mostCounted, myDuties, placesOnList } from './my-duties.ts';

// More than this at once would flood a chat; all stand on the list that is sent before them.
const cardsAtInstall = 2;

/**
 * After an install: the list of all where there are more, which each duty on it is told, and then the most urgent
 * cards; one message a run.
 */
async function bringOpen(job: Job<TenantEffectOf<'bring-open'>>): Promise<EffectResult> {
  const { services, effect, entry } = job;
  const { tenant } = entry;
  const { person } = effect;
  const left = effect.left ?? (await whatToBring(services, tenant, person));
  if (left.list) {
    const result = await sendList(job, person);
    if (result.type === 'try-later') return result;
    const shown = result.type === 'sent' ? { shown: result.to.name } : {};
    return { type: 'go-on', left: { ...effect, left: { ...left, list: false, ...shown } } };
  }
  const { shown: name, ...cards } = left;
  if (name !== undefined) {
    await tellListed(services, tenant, { person, name, except: cards.duties });
    return { type: 'go-on', left: { ...effect, left: cards } };
  }
  const [id, ...duties] = cards.duties;
  if (!id) return done;
  await changeDuty(services, { tenant, id }, { type: 'card-wanted', person, afresh: true });
  return duties.length > 0
    ? { type: 'go-on', left: { ...effect, left: { ...cards, duties } } }
    : done;
}

const atOnce = 8;

/** What stands on the list that was sent knows it, and so do the channel and the evidence; the cards come by themselves. */
async function tellListed(
  services: Services,
  tenant: TenantKey,
  {
    person,
    name,
    except,
  }: { readonly person: PersonId; readonly name: string; readonly except: readonly DutyId[] },
): Promise<void> {
  for await (const places of placesOnList({ services, tenant, person })) {
    const others = places.filter(({ id }) => !except.includes(id));
    for (let at = 0; at < others.length; at += atOnce) {
      const some = others.slice(at, at + atOnce);
      await Promise.all(
        some.map(({ id, page }) =>
          changeDuty(services, { tenant, id }, { type: 'listed', person, name, page }),
        ),
      );
    }
  }
}

async function sendList(
  job: Job<TenantEffectOf<'bring-open'>>,
  person: PersonId,
): Promise<ToPerson> {
  return sendToPerson(job, person, async (reader) => {
    const card = await myDuties({
      services: job.services,
      tenant: job.entry.tenant,
      person,
      reader,
    });
    return { card, summary: card.fallbackText };
  });
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
    size: mostCounted,
  });
  // A duty with a problem may still wait for this person; one that does not brings no card.
  const waiting = byLateness(page.items, person).filter((item) => viewWaitsFor(item, person));
  const duties = waiting.slice(0, cardsAtInstall).flatMap(({ id }) => parseDutyId(id) ?? []);
  // What no card brings stands on the list, also what somebody only has to confirm or to solve.
  return { duties, list: page.items.length > duties.length || page.next !== undefined };
}

export const effects: EffectsOf<'bring-open'> = { 'bring-open': { run: bringOpen } };

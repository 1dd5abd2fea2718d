import { offerTo } from '../../../../casework/people/handouts.ts';
import { sendToPerson } from '../../../../casework/send.ts';
import type { DossierOrder } from '../../../../ports/dossiers.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../../../ports/effects.ts';
import { done, said } from '../../../../ports/effects.ts';
import { noticeCard } from '../../../../views/chat-cards.ts';
import { buttons } from '../../../../views/buttons.ts';
import { orderTexts } from './order-texts.ts';

// Teams' storage takes 60 MiB in one piece.
const mostBytes = 50 * 1024 * 1024;

/** Makes the dossier and offers it in the own chat of whoever asked; the consent decides where it is kept. */
async function giveDossier(job: Job<TenantEffectOf<'give-dossier'>>): Promise<EffectResult> {
  const { services, effect, entry } = job;
  const { by, quarter, control, language } = effect;
  const { tenant } = entry;
  const known = (await services.store.people.get(tenant, by.aadObjectId))?.value;
  if (!known?.installed) return done;
  const order: DossierOrder = { tenant, by, wanted: { quarter, control, language } };
  const made = await services.dossiers.make(services, order);
  const texts = orderTexts[language];
  if (made.bytes > mostBytes) {
    const card = noticeCard(language, 'personal', texts.tooLarge(quarter, control));
    const told = await sendToPerson(job, by.aadObjectId, () => ({
      card,
      summary: card.fallbackText,
    }));
    return told.type === 'try-later' ? told : said;
  }
  const result = await offerTo(
    services,
    { tenant, known },
    {
      keys: buttons.dossier.write({ quarter, control, words: language }),
      name: made.name,
      description: texts.description(quarter, control),
      size: made.bytes,
      read: made.read,
      language,
    },
  );
  return result.type === 'try-later' ? result : said;
}

export const effects: EffectsOf<'give-dossier'> = { 'give-dossier': { run: giveDossier } };

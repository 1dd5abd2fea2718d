import type { Asked } from '../../../../casework/clicks.ts';
import type { Quarter } from '../../../../duty/time/quarter.ts';
import { quarterAfter, quarterOf } from '../../../../duty/time/quarter.ts';
import type { Response } from '../../../../ports/incoming.ts';
import type { OutboxEntry } from '../../../../ports/store.ts';
import { turnOf } from '../../../../ports/services.ts';
import { noticeCard } from '../../../../views/chat-cards.ts';
import { orderTexts } from './order-texts.ts';
import type { DossierAsked, DossierRead } from './read-order.ts';

/**
 * Answers at once that a dossier is being made; it comes to the own chat of whoever asked, since Teams gives
 * files there only.
 */
export async function orderDossier(asked: Asked, wanted: DossierRead): Promise<Response> {
  const { services, at, person, reader } = asked;
  const { language } = reader;
  const texts = orderTexts[language];
  const notice = (told: string): Response => {
    const card = noticeCard(language, at.type, told);
    return { messages: [{ card, summary: card.fallbackText }] };
  };
  if (wanted === 'incomplete') return notice(texts.incomplete);
  const quarter = quarterIn(wanted, quarterOf(services.now(), services.zone));
  if (quarter > quarterOf(services.now(), services.zone)) return notice(texts.stillToCome);
  const known = await services.store.people.get(at.tenant, person.aadObjectId);
  if (!known?.value.installed) return notice(texts.noChat);
  const { control } = wanted;
  const entry: OutboxEntry = {
    tenant: at.tenant,
    effect: {
      do: 'give-dossier',
      key: ['give-dossier', person.aadObjectId, quarter, control ?? 'all', services.now()].join(
        ':',
      ),
      by: person,
      quarter,
      ...(control === undefined ? {} : { control }),
      language: known.value.language ?? language,
    },
    dueAt: services.now(),
    attempts: 0,
    ...turnOf(services),
  };
  await services.store.outbox.add(entry);
  const begun = at.type === 'personal' ? texts.begun : texts.begunElsewhere;
  const afterwards = (): void => {
    services.delivery.soon([entry]);
  };
  return { ...notice(begun(quarter, control)), afterwards };
}

/** The quarter that was said; without a year the last one of that number that has begun. */
function quarterIn({ quarter }: DossierAsked, now: Quarter): Quarter {
  if (typeof quarter === 'string') return quarter;
  const ago = [0, 1, 2, 3].map((quarters) => quarterAfter(now, -quarters));
  return ago.find((one) => one.endsWith(`Q${String(quarter.number)}`)) ?? now;
}

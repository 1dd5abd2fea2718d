import type { InEachLanguage } from '../../../cards/language.ts';

const nl = {
  pending: 'kaart onderweg',
  delivered: 'kaart ontvangen',
  listed: 'staat op de lijst, kaart volgt bij openen of herinneren',
  'not-installed': 'heeft de bot nog niet geïnstalleerd, kaart volgt dan vanzelf',
  blocked: 'heeft de bot geblokkeerd',
  refused: 'Teams weigert de kaart',
};

const en: typeof nl = {
  pending: 'card on its way',
  delivered: 'card received',
  listed: 'is on the list, the card follows when opened or reminded',
  'not-installed': 'has not installed the bot yet, the card follows by itself',
  blocked: 'has blocked the bot',
  refused: 'Teams refuses the card',
};

/** Whether a card reached somebody, in words. */
export const deliveryTexts: InEachLanguage<typeof nl> = { nl, en };

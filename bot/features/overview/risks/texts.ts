import type { InEachLanguage } from '../../../../cards/language.ts';

const nl = {
  title: 'Geaccepteerde risico’s',
  none: 'Er zijn geen geaccepteerde risico’s. Een risico accepteer je op de kaart van een bevinding.',
  count: (count: number) =>
    count === 1 ? '1 geaccepteerd risico' : `${String(count)} geaccepteerde risico’s`,
  by: (name: string, day: string) => `${name}, tot ${day}`,
  ended: (name: string, day: string) =>
    `Afgelopen op ${day}, geaccepteerd door ${name}. De bevinding staat weer open.`,
  reason: (reason: string) => `Reden: ${reason}`,
  page: (from: number, to: number, all: number) =>
    `${String(from)} tot en met ${String(to)} van ${String(all)}`,
  next: 'Volgende',
  more: 'Er zijn er meer dan hier passen.',
};

const en: typeof nl = {
  title: 'Accepted risks',
  none: 'There are no accepted risks. A risk is accepted on the card of a finding.',
  count: (count) => (count === 1 ? '1 accepted risk' : `${String(count)} accepted risks`),
  by: (name, day) => `${name}, until ${day}`,
  ended: (name, day) => `Ended on ${day}, accepted by ${name}. The finding is open again.`,
  reason: (reason) => `Reason: ${reason}`,
  page: (from, to, all) => `${String(from)} to ${String(to)} of ${String(all)}`,
  next: 'Next',
  more: 'There are more than fit here.',
};

export const riskTexts: InEachLanguage<typeof nl> = { nl, en };

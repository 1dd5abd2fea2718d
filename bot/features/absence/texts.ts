import { plural } from '../../../cards/language.ts';
import type { InEachLanguage } from '../../../cards/language.ts';

const nl = {
  until: (day: string) =>
    `Je bent weg tot ${day}. Nieuwe plichten gaan tot dan naar wie het rooster na jou noemt.`,
  noDay: 'Tot wanneer ben je weg? Typ bijvoorbeeld ‘ik ben weg tot 14 december’.',
  offer: (count: number) =>
    plural(count, {
      one: 'Er staat nog 1 plicht open. Wil je die nu overdragen?',
      other: `Er staan nog ${String(count)} plichten open. Wil je die nu overdragen?`,
    }),
  handOver: 'Overdragen',
  end: 'Ik ben er weer',
  back: 'Welkom terug. Nieuwe plichten komen weer bij jou.',
  notAway: 'Je staat niet als afwezig genoteerd.',
  moved: (count: number) =>
    plural(count, {
      one: '1 plicht is overgedragen.',
      other: `${String(count)} plichten zijn overgedragen.`,
    }),
  left: (references: string) =>
    `Voor deze noemt het rooster niemand anders: ${references}. Draag ze zelf over op de kaart.`,
  nothing: 'Er staat niets meer voor je open.',
};

const en: typeof nl = {
  until: (day) =>
    `You are away until ${day}. Until then new duties go to whoever the roster names after you.`,
  noDay: 'Until when are you away? Type for example “I am away until 14 December”.',
  offer: (count) =>
    plural(count, {
      one: '1 duty is still open. Do you want to hand it over now?',
      other: `${String(count)} duties are still open. Do you want to hand them over now?`,
    }),
  handOver: 'Hand over',
  end: 'I am back',
  back: 'Welcome back. New duties come to you again.',
  notAway: 'You are not marked as away.',
  moved: (count) =>
    plural(count, {
      one: '1 duty was handed over.',
      other: `${String(count)} duties were handed over.`,
    }),
  left: (references) =>
    `For these the roster names nobody else: ${references}. Hand them over yourself on the card.`,
  nothing: 'Nothing is open for you any more.',
};

/** What the bot says to somebody who is away or back. */
export const absenceTexts: InEachLanguage<typeof nl> = { nl, en };

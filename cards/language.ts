/** The languages of every text; Dutch is the first, English is complete. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** One value per language: a missing translation does not compile. */
export type InEachLanguage<T> = Readonly<Record<Language, T>>;

/**
 * The language for a locale such as `nl-NL` or `en_US`: English for whoever speaks neither, as the app package of
 * Teams has it; undefined where nothing is said.
 */
export function languageOf(locale: string | undefined): Language | undefined {
  if (locale === undefined || locale === '') return undefined;
  return locale.slice(0, 2).toLowerCase() === 'nl' ? 'nl' : 'en';
}

// Dutch and English count alike: one is one, everything else is many.
const counting = new Intl.PluralRules('nl');

/** The words for a number of things: `one` for 1, `other` for every other number. */
export function plural(
  count: number,
  words: { readonly one: string; readonly other: string },
): string {
  return counting.select(count) === 'one' ? words.one : words.other;
}

/** The languages of every text; Dutch is the first, English is complete. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** One value per language: a missing translation does not compile. */
export type InEachLanguage<T> = Readonly<Record<Language, T>>;

/** Reads a locale such as `nl-NL` or `en_US`; undefined when it is neither Dutch nor English. */
export function languageOf(locale: string | undefined): Language | undefined {
  const tag = locale?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === tag);
}

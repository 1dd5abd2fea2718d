import type { Language } from '../../../cards/language.ts';
import { allKinds } from '../../../bot/kinds/index.ts';

/** What the API and the store call things, which people never read. */
export const nameOfProgram = new RegExp(
  String.raw`\b(?:hand-over|not-a-choice|cannot-judge|${allKinds.map(({ kind }) => kind).join('|')})\b`,
);

const plurals =
  'accounts|rollen|leidinggevenden|plichten|bevindingen|dagen|werkdagen|uren|keren|regels|mensen|vragen|kaarten|taken|roles|managers|duties|findings|days|hours|times|lines|people|questions|cards|tasks|colleagues|others|collega’s';
/** A count of one with the word for many. */
export const pluralAfterOne = new RegExp(
  String.raw`(?<![\p{L}\d.,:/+-] ?)(?:1|één|one) (?:${plurals})(?!\p{L})`,
  'iu',
);

/** Small words that only the other language has; the names of people are no words. */
export const otherLanguage: Readonly<Record<Language, RegExp>> = {
  nl: /(?<![\p{L}\d…-])(?:the|and|with|your|not|from|who|which|because|until|were|they|this|for|example)(?![\p{L}\d-])/iu,
  en: /(?<![\p{L}\d…-])(?:het|een|niet|van|voor|naar|zijn|wordt|geen|aan|ik|je|wij|ons|bij|nog|uit|deze|dit|dat|bijvoorbeeld|de(?! Vries))(?![\p{L}\d-])/iu,
};

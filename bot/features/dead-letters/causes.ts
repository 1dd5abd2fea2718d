import type { InEachLanguage, Language } from '../../../cards/language.ts';

/** What came in the way, as far as the class of an error tells it. */
type Cause = 'teams' | 'access' | 'refused' | 'silent' | 'file' | 'bot' | 'unknown';

const nl: Readonly<Record<Cause, string>> = {
  teams: 'Teams nam dit niet aan en zei niet waarom.',
  access: 'De bot kreeg geen toegang van Microsoft.',
  refused: 'De opslag of Teams weigerde dit.',
  silent: 'De opslag of Teams gaf geen antwoord.',
  file: 'Een bestand was niet te lezen.',
  bot: 'De bot deed zelf iets verkeerd.',
  unknown: 'De bot weet niet waardoor dit misging.',
};

const en: typeof nl = {
  teams: 'Teams did not accept this and did not say why.',
  access: 'Microsoft did not let the bot in.',
  refused: 'The storage or Teams refused this.',
  silent: 'The storage or Teams did not answer.',
  file: 'A file could not be read.',
  bot: 'The bot itself did something wrong.',
  unknown: 'The bot does not know what went wrong.',
};

const said: InEachLanguage<typeof nl> = { nl, en };

/** What came in the way, for people; the class itself stands in the log. */
export const causeInWords = (errorClass: string, language: Language): string =>
  said[language][causeOf(errorClass)];

// Ordered: the first that fits. A status stands behind the name where the far side answered.
const causes: readonly (readonly [RegExp, Cause])[] = [
  [/^ConnectorError/, 'teams'],
  [/^TokenError|^Credential|^Auth|^AggregateAuthentication| 401$/, 'access'],
  [/^Unreadable|^CsvError/, 'file'],
  [/ (?:408|429|5\d\d)$|^(?:Abort|Timeout)Error/, 'silent'],
  [/ 4\d\d$/, 'refused'],
  // Where the far side answered there is a status.
  [/^RestError/, 'silent'],
  [/^(?:Type|Range|Syntax|Reference|Eval|URI|Aggregate|Assertion)?Error/, 'bot'],
  [/^(?:undefined|object|string|number|bigint|boolean|symbol|function)$/, 'bot'],
];

const causeOf = (errorClass: string): Cause =>
  causes.find(([fits]) => fits.test(errorClass))?.[1] ?? 'unknown';

import type { Facts } from './facts.ts';
import { textAt } from './facts.ts';

interface StoreRule {
  readonly at: RegExp;
  readonly broken: (text: string) => boolean;
  /** Completes "name.short …". */
  readonly says: string;
}

const localized = [
  /^(name|description)\.(short|full)$/,
  /^bots\[\d+\]\.commandLists\[\d+\]\.commands\[\d+\]\.(title|description|prompt)$/,
];

// Microsoft's "Teams Store validation guidelines", and the widths that its clients show of a command;
// the longer limits are in the schemas.
const storeRules: readonly StoreRule[] = [
  {
    at: /^name\./,
    broken: (text) => /\b(teams|microsoft|alpha|beta|dev|test|uat)\b/i.test(text),
    says: 'must not name Microsoft, Teams or a stage such as beta',
  },
  {
    at: /^description\.short$/,
    broken: (text) => !/^[^.!?]+\.$/.test(text) || /\bapp\b/i.test(text),
    says: 'must be one sentence without the word "app"',
  },
  {
    at: /^description\.full$/,
    broken: (text) => text.split(/\s+/).length > 500,
    says: 'must not be longer than 500 words',
  },
  {
    at: /^description\./,
    broken: (text) => /(Microsoft )?\bTeams\b/.exec(text)?.[0] === 'Teams',
    says: 'must say "Microsoft Teams" in full first',
  },
  {
    at: /^description\./,
    broken: (text) => /\bMS\b|Office 365/.test(text),
    says: 'must say "Microsoft" and "Microsoft 365", not "MS" or "Office 365"',
  },
  {
    at: /^description\.full$/,
    broken: (text) => !/English|Engels/.test(text) || !/Dutch|Nederlands/.test(text),
    says: 'must say which languages the bot speaks',
  },
  {
    at: /\.commands\[\d+\]\.title$/,
    broken: (text) => text.length > 32 || !/^[\p{L}\d][\p{L}\d ]*$/u.test(text),
    says: 'must have at most 32 characters, letters and digits only',
  },
  {
    at: /\.commands\[\d+\]\.description$/,
    broken: (text) => text.length === 0 || text.length > 128,
    says: 'must have 1 to 128 characters',
  },
];

/** What the store rules hold against the texts of one language. */
export function storeFaults(facts: Facts): string[] {
  return [...facts.keys()].flatMap((path) =>
    storeRules
      .filter(({ at, broken }) => at.test(path) && broken(textAt(facts, path)))
      .map(({ says }) => `${path} ${says}`),
  );
}

/** Where a language file says more or less than the manifest that it translates. */
export function parityFaults(manifest: Facts, language: Facts): string[] {
  const wanted = localizedPaths(manifest);
  const given = localizedPaths(language);
  return [
    ...wanted.filter((path) => !given.includes(path)).map((path) => `${path} is missing`),
    ...given
      .filter((path) => !wanted.includes(path))
      .map((path) => `${path} translates nothing that manifest.json says`),
  ];
}

/** Where the file of the default language says something else than the manifest itself. */
export function differences(manifest: Facts, language: Facts): string[] {
  return localizedPaths(manifest)
    .filter((path) => language.has(path) && language.get(path) !== manifest.get(path))
    .map((path) => `${path} says something else than manifest.json`);
}

function localizedPaths(facts: Facts): string[] {
  return [...facts.keys()].filter((path) => localized.some((pattern) => pattern.test(path)));
}

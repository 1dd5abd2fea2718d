import { parseArgs } from 'node:util';
import { shown } from './terminal.ts';

/** The options of a command that take a value, those that may stand several times, and those that take none. */
export interface OptionNames {
  readonly command: string;
  readonly texts: readonly string[];
  readonly lists?: readonly string[];
  readonly flags?: readonly string[];
  /** How many words stand beside the options. */
  readonly words?: number;
}

export interface Options {
  readonly text: (name: string) => string | undefined;
  readonly list: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly words: readonly string[];
  readonly problems: readonly string[];
}

/** Reads options without a stop at the first wrong one. */
export function readOptions(
  args: readonly string[],
  { command, texts, lists = [], flags = [], words: most = 0 }: OptionNames,
): Options {
  const valued = [...texts, ...lists];
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(valued.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const words: string[] = [];
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (words.length < most) words.push(token.value);
      else problems.push(`${shown(token.value)} is one word too many.`);
    }
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const isFlag = flags.includes(name) && value === undefined;
    if (!isFlag && !valued.includes(name)) {
      problems.push(`${shown(rawName)} is not an option of ${command}.`);
      continue;
    }
    if (valued.includes(name) && (value ?? '') === '') problems.push(`--${name} needs a value.`);
    given.set(name, [...(given.get(name) ?? []), value ?? '']);
  }
  return {
    text: (name) => given.get(name)?.at(-1),
    list: (name) => given.get(name) ?? [],
    flag: (name) => given.has(name),
    words,
    problems,
  };
}

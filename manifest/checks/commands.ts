import type { Command } from '../words.ts';
import { commands, scopes } from '../words.ts';
import type { Facts } from './facts.ts';
import { textAt } from './facts.ts';

type Scope = (typeof scopes)[number];

/**
 * What is wrong with the commands of one language: in each scope they have to be exactly the words
 * that the bot understands there, in their order, so that both languages offer the same.
 */
export function commandFaults(manifest: Facts, texts: Facts, language: keyof Command): string[] {
  return scopes.flatMap((scope) => {
    const wanted = commands[scope].map((command) => command[language]);
    const offered = titlePaths(manifest, scope).map((path) => textAt(texts, path));
    if (offered.join('\n') === wanted.join('\n')) return [];
    return [
      `offers the commands "${offered.join(', ')}" in the ${scope} scope, but the words of the bot there are "${wanted.join(', ')}"`,
    ];
  });
}

function titlePaths(manifest: Facts, scope: Scope): string[] {
  return [...manifest]
    .filter(
      ([path, value]) => /^bots\[0\]\.commandLists\[\d+\]\.scopes\[/.test(path) && value === scope,
    )
    .map(([path]) => path.replace(/scopes\[\d+\]$/, 'commands['))
    .flatMap((list) => [...manifest.keys()].filter((path) => path.startsWith(list)))
    .filter((path) => path.endsWith('.title'));
}

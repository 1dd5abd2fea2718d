import type { Fact } from '../../cards/card.ts';
import type { Language } from '../../cards/language.ts';
import type { Duty } from '../lifecycle/duty.ts';
import { progressOf, ruleOf } from '../lifecycle/standing.ts';
import { fact } from './due.ts';
import { words } from './words.ts';

/** Who asked for a duty: the vendor, a person, or the bot itself. */
export function askerOf({ openedBy }: Duty): string {
  switch (openedBy.type) {
    case 'vendor':
      return openedBy.name;
    case 'person':
      return openedBy.person.name;
    case 'bot':
      return 'Shared Duty';
  }
}

/** Whose answers are needed and how many are there, where one is not enough. */
export function ruleInWords(duty: Duty, language: Language): readonly Fact[] {
  const rule = ruleOf(duty);
  if (rule === 'any') return [];
  const { answered, asked } = progressOf(duty);
  return fact(words[language].rule, words[language].rules[rule](answered, asked));
}

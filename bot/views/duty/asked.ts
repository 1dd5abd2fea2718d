import type { Action, Fact } from '../../../cards/card.ts';
import type { Language } from '../../../cards/language.ts';
import type { Assignee, Duty } from '../../duty/duty.ts';
import {
  countingAnswers,
  isAsked,
  lacksSecondPerson,
  progressOf,
  ruleOf,
} from '../../duty/answering/quorum.ts';
import { buttons } from '../buttons.ts';
import { chatTexts } from '../chat-texts.ts';
import { fact } from '../reader.ts';
import { words } from '../texts.ts';

/** Somebody's name; a reader never gets an object id to see. */
export function nameFor(
  { name, aadObjectId }: { readonly name?: string | undefined; readonly aadObjectId: string },
  language: Language,
): string {
  return name === undefined || name === aadObjectId ? chatTexts[language].colleague : name;
}

/** A vendor as people read it: the name of its key has small letters only, and a sentence may begin with it. */
export const vendorCalled = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Who asked for a duty: the vendor, a person, or the bot itself. */
export function askerOf({ openedBy }: Duty, language: Language): string {
  switch (openedBy.type) {
    case 'vendor':
      return vendorCalled(openedBy.name);
    case 'person':
      return openedBy.person.name;
    case 'bot':
      return chatTexts[language].appName;
  }
}

/** Those whose answer is still to come. */
export const stillAsked = (duty: Duty): readonly Assignee[] =>
  duty.assignees.filter(({ aadObjectId }) => isAsked(duty, aadObjectId));

/** How many answers are still to come before the duty is settled; 0 where one was enough. */
export function answersLeft(duty: Duty): number {
  const { answered, asked } = progressOf(duty);
  return duty.status === 'withdrawn' ? 0 : asked - answered;
}

/** True where one of two people has answered and nobody else is asked yet. */
export const waitsForSecond = (duty: Duty): boolean =>
  lacksSecondPerson(duty) && countingAnswers(duty).length > 0;

/** Who has still to answer, where somebody has and one answer is not enough. */
export function waitingInWords(duty: Duty, language: Language): readonly Fact[] {
  const left = answersLeft(duty);
  if (ruleOf(duty) === 'any' || left === 0) return [];
  const people = stillAsked(duty).map((one) => nameFor(one, language));
  return fact(words[language].stillAsked, people.join(', '));
}

/** Whose answers are needed and how many are there, where one is not enough. */
export function ruleInWords(duty: Duty, language: Language): readonly Fact[] {
  const rule = ruleOf(duty);
  if (rule === 'any') return [];
  const { answered, asked } = progressOf(duty);
  return fact(words[language].rule, words[language].rules[rule](answered, asked));
}

/** Asks somebody as well, where two people have to answer and only one can. */
export function secondPersonActions(duty: Duty, language: Language): readonly Action[] {
  if (!lacksSecondPerson(duty)) return [];
  const data = { duty: duty.id, language, form: 'second-person' } as const;
  return [buttons.form.button(words[language].secondPerson, data, { inputs: 'none' })];
}

import { durationInWords } from '../../../../../cards/dates.ts';
import type { InEachLanguage } from '../../../../../cards/language.ts';
import type { Json } from '../../../../kinds/kind.ts';
import { valueAt } from '../../../../duty/record/sealing.ts';
import type { AnswerStory, Story } from '../collect.ts';
import { detailInWords } from '../words/fields.ts';
import type { DossierReader } from '../in-words.ts';
import { answerWords } from '../in-words.ts';

/** What an auditor asks of one duty, and what its records say of it; undefined where they say nothing. */
export interface Question {
  readonly ask: InEachLanguage<string>;
  readonly answer: (story: Story, reader: DossierReader) => string | undefined;
}

/** The answer that counts, and the last of several. */
export const counting = ({ answers }: Story): AnswerStory | undefined =>
  answers.findLast(({ counts }) => counts);

type Get = (story: Story, reader: DossierReader) => string | undefined;

/** A value of the details with which the duty was opened. */
export const detail =
  (name: string): Get =>
  ({ details }, reader) => {
    const said = valueAt(details, `/${name}`);
    return said === undefined || said === null || said === ''
      ? undefined
      : detailInWords(name, said, reader);
  };

/** What the answer that counts says in a field, in the words of its kind. */
export const value =
  (name: string): Get =>
  (story, reader) => {
    const answer = counting(story);
    const said = answer && answerWords(story, answer.values, reader).get(name);
    return said?.value;
  };

/** The same with the name that the kind gives it. */
export const named =
  (name: string): Get =>
  (story, reader) => {
    const answer = counting(story);
    const said = answer && answerWords(story, answer.values, reader).get(name);
    return said && `${said.title.toLocaleLowerCase(reader.language)}: ${said.value}`;
  };

/** Several things that belong together, those that are known; undefined where none is. */
export const together =
  (...parts: readonly (readonly [InEachLanguage<string>, Get] | Get)[]): Get =>
  (story, reader) => {
    const told = parts.flatMap((part) => {
      const [label, get] = typeof part === 'function' ? [undefined, part] : part;
      const text = get(story, reader);
      if (text === undefined) return [];
      return [label ? `${label[reader.language]}: ${text}` : text];
    });
    return told.length === 0 ? undefined : told.join(' · ');
  };

/** Minutes between two moments, in words. */
export function lasted(
  from: Json | undefined,
  to: Json | undefined,
  { language }: DossierReader,
): string | undefined {
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  const minutes = (Date.parse(to) - Date.parse(from)) / 60_000;
  return Number.isFinite(minutes) && minutes >= 0 ? durationInWords(minutes, language) : undefined;
}

import { durationInWords, foreignMoment } from '../../../../../cards/dates.ts';
import type { InEachLanguage } from '../../../../../cards/language.ts';
import type { Json } from '../../../../kinds/kind.ts';
import { valueAt } from '../../../../duty/record/sealing.ts';
import type { AnswerStory, Story } from '../collect.ts';
import type { DossierReader } from '../in-words.ts';

/** What an auditor asks of one duty, and what its records say of it; undefined where they say nothing. */
export interface Question {
  readonly ask: InEachLanguage<string>;
  readonly answer: (story: Story, reader: DossierReader) => string | undefined;
}

/** The answer that counts, and the last of several. */
export const counting = ({ answers }: Story): AnswerStory | undefined =>
  answers.findLast(({ counts }) => counts);

/** A text, number, yes or no as it stands in a value; undefined where nothing does. */
function plainly(value: Json | undefined, { language }: DossierReader): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return said[language][value ? 'yes' : 'no'];
  if (typeof value !== 'string' || value === '') return undefined;
  return said[language][value] ?? value;
}

const said: InEachLanguage<Readonly<Record<string, string>>> = {
  nl: {
    ...{ yes: 'ja', no: 'nee', na: 'n.v.t.', none: 'geen', asked: 'nagevraagd', gone: 'weg' },
    ...{ left: 'nog nodig', ok: 'goed', wrong: 'fout', same: 'gelijk', different: 'anders' },
    ...{ missing: 'ontbreekt', high: 'hoog', normal: 'gewoon', low: 'laag', card: 'op de kaart' },
    ...{ chat: 'in de chat, teruggelezen en bevestigd', enough: 'genoeg', tight: 'krap' },
    ...{ short: 'te weinig', monitoring: 'bewaking', provider: 'leverancier van de lijn' },
    ...{ measurement: 'eigen meting', meeting: 'in een overleg', mail: 'per mail' },
    ...{ training: 'in een training', other: 'anders', portal: 'portaal', keep: 'houden' },
    ...{ 'secure-mail': 'beveiligde mail', 'encrypted-file': 'versleuteld bestand' },
  },
  en: {
    ...{ na: 'n/a', gone: 'gone', left: 'still needed', card: 'on the card' },
    ...{ chat: 'in chat, read back and confirmed', short: 'not enough', meeting: 'in a meeting' },
    ...{ mail: 'by mail', training: 'in a training', provider: 'provider of the line' },
    ...{ measurement: 'own measurement', 'secure-mail': 'secure mail' },
    ...{ 'encrypted-file': 'encrypted file' },
  },
};

type Get = (story: Story, reader: DossierReader) => string | undefined;

/** A value of the details with which the duty was opened. */
export const detail =
  (name: string): Get =>
  ({ details }, reader) =>
    plainly(valueAt(details, `/${name}`), reader);

/** A moment among the details. */
export const detailMoment =
  (name: string): Get =>
  (story, reader) => {
    const written = valueAt(story.details, `/${name}`);
    return typeof written === 'string'
      ? foreignMoment(written, reader.language, reader.zone)
      : undefined;
  };

/** A value of the answer that counts. */
export const value =
  (name: string): Get =>
  (story, reader) =>
    plainly(valueAt(counting(story)?.values ?? {}, `/${name}`), reader);

/** A moment in the answer that counts. */
export const valueMoment =
  (name: string): Get =>
  (story, reader) => {
    const written = valueAt(counting(story)?.values ?? {}, `/${name}`);
    return typeof written === 'string'
      ? foreignMoment(written, reader.language, reader.zone)
      : undefined;
  };

/** Lines that were looked at one by one: `inloggen: goed, factuurrun: fout`. */
export const valueLines =
  (name: string): Get =>
  (story, reader) => {
    const lines = valueAt(counting(story)?.values ?? {}, `/${name}`);
    if (!Array.isArray(lines) || lines.length === 0) return undefined;
    return (lines as readonly Json[])
      .map((one) => {
        const line = plainly(valueAt(one, '/line'), reader) ?? '';
        return `${line}: ${plainly(valueAt(one, '/value'), reader) ?? ''}`;
      })
      .join(', ');
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

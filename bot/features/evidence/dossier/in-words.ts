import { dayInWords, momentInWords } from '../../../../cards/dates.ts';
import type { Language } from '../../../../cards/language.ts';
import type { DutyKind } from '../../../kinds/kind.ts';
import { allKinds } from '../../../kinds/index.ts';
import type { EvidenceRecord } from '../../../duty/record/record.ts';
import { valueAt } from '../../../duty/record/sealing.ts';
import { attachedIn } from '../attached.ts';
import type { AnswerStory, Story } from './collect.ts';
import { dossierTexts } from './texts.ts';

/** For whom a dossier is written. */
export interface DossierReader {
  readonly language: Language;
  readonly zone: string;
}

export const kindNamed = (name: string): DutyKind | undefined =>
  allKinds.find(({ kind }) => kind === name);

export const kindInWords = (name: string, language: Language): string =>
  kindNamed(name)?.words(language).name ?? name;

// A dossier is read years later: every date has its year.
const everyYear = 0;

export const moment = (at: string | undefined, { language, zone }: DossierReader): string =>
  at === undefined
    ? dossierTexts[language].notRecorded
    : momentInWords(at, { zone, thisYear: everyYear }, language);

export const day = (on: string | undefined, { language }: DossierReader): string =>
  on === undefined
    ? dossierTexts[language].notRecorded
    : dayInWords(on, language, { thisYear: everyYear });

/** What somebody answered, in the words of the kind. */
export function answerInWords(story: Story, answer: AnswerStory, reader: DossierReader): string {
  const { outcome } = answer;
  const kind = kindNamed(story.kind);
  const said = outcome && kind ? kind.words(reader.language).outcomes[outcome] : '';
  return [said, ...factsOf(story, answer, reader)].filter((text) => text !== '').join(' · ');
}

/** What an answer says, fact by fact, in the words of the kind. */
export function factsOf(
  story: Story,
  { values }: AnswerStory,
  reader: DossierReader,
): readonly string[] {
  const kind = kindNamed(story.kind);
  if (!kind || typeof values !== 'object' || values === null) return [];
  try {
    // As it was when it was answered: what was known of earlier ones stands in the first record.
    const earlier = valueAt(story.records[0]?.data ?? {}, '/earlier') ?? [];
    const context = { details: story.details, earlier };
    const { figures, facts } = kind.summary(context as never, values as never, reader);
    return [
      ...figures.map(({ label, value }) => `${label}: ${value}`),
      ...facts.map(({ title, value }) => `${title}: ${value}`),
    ];
  } catch {
    // A field that was erased is no longer what the kind puts into words.
    return [dossierTexts[reader.language].nobody];
  }
}

/** What kind of step a record is. */
export function stepInWords({ type, data }: EvidenceRecord, { language }: DossierReader): string {
  const { types } = dossierTexts[language];
  return type === 'delivered' && valueAt(data, '/listed') === true ? types.listed : types[type];
}

/** What a record says beside who and when. */
export function recordInWords(story: Story, record: EvidenceRecord, reader: DossierReader): string {
  const { type, data, outcome } = record;
  if (type === 'answered') {
    const answer = {
      at: record.at,
      ...(outcome ? { outcome } : {}),
      values: valueAt(data, '/values') ?? {},
      counts: true,
    };
    return answerInWords(story, answer, reader);
  }
  if (type === 'attached') {
    const names = attachedIn(record).map(({ name }) => name);
    return names.length === 0 ? dossierTexts[reader.language].nobody : names.join(' · ');
  }
  if (type === 'opened') return `${story.title} · ${day(story.dueOn, reader)}`;
  const reasons: Readonly<Record<string, string>> = dossierTexts[reader.language].reasons;
  const texts = [
    '/finding',
    '/to/name',
    '/from/name',
    '/owner/name',
    '/reason',
    '/text',
    '/basis',
    '/stillThere',
  ]
    .map((pointer) => valueAt(data, pointer))
    .filter((value) => typeof value === 'string')
    // What the bot itself gives as a reason is a word of the program.
    .map((value) => (Object.hasOwn(reasons, value) ? (reasons[value] ?? value) : value));
  const dueOn = valueAt(data, '/dueOn');
  const because = valueAt(data, '/because');
  const page = valueAt(data, '/listed') === true ? valueAt(data, '/page') : undefined;
  const words: Readonly<Record<string, string>> = dossierTexts[reader.language].because;
  return [
    ...texts,
    ...(typeof dueOn === 'string' ? [day(dueOn, reader)] : []),
    ...(typeof page === 'number' ? [dossierTexts[reader.language].pageOfList(page)] : []),
    ...(typeof because === 'string' && words[because] !== undefined ? [words[because]] : []),
  ].join(' · ');
}

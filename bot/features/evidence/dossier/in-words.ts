import { dayInWords, momentInWords, quarterInWords } from '../../../../cards/dates.ts';
import type { Fact } from '../../../../cards/card.ts';
import type { Language } from '../../../../cards/language.ts';
import type { DutyKind, Json } from '../../../kinds/kind.ts';
import { isMembers } from '../../../duty/record/json.ts';
import { parseQuarter } from '../../../duty/time/quarter.ts';
import { allKinds } from '../../../kinds/index.ts';
import { valueAt } from '../../../duty/record/sealing.ts';
import { vendorCalled } from '../../../views/duty/asked.ts';
import type { AnswerStory, FindingStory, Story } from './collect.ts';
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

/** A period as a sentence has it; what is no quarter as it is. */
export const periodInWords = (period: string, language: Language): string =>
  parseQuarter(period) === undefined ? period : quarterInWords(period, language);

// A dossier is read years later: every date has its year.
const everyYear = 0;

/** The vendor that asked for a duty, as people read it; undefined where it was somebody here. */
export function vendorIn(opened: Json): string | undefined {
  const vendor = valueAt(opened, '/vendor');
  return typeof vendor === 'string' ? vendorCalled(vendor) : undefined;
}

/** Who solves what was found where nobody here owns it: the vendor that asked. Of a list, whoever found it names an owner. */
export function solverIn(kind: string, opened: Json, language: Language): string | undefined {
  const known = kindNamed(kind);
  const vendor = known?.solvedBy === 'vendor' && !known.byRow ? vendorIn(opened) : undefined;
  return vendor && dossierTexts[language].isVendor(vendor);
}

/** Who sees to what was found: whoever bears its risk, or who owns it. The day is written as its table writes days. */
export function ownerInWords(
  { owner, borne }: Pick<FindingStory, 'owner' | 'borne'>,
  { language }: DossierReader,
  written: (on: string) => string,
): string | undefined {
  if (!borne) return owner;
  const { bearer, nobody } = dossierTexts[language];
  const { name = nobody, until } = borne;
  return bearer(name, until === undefined ? undefined : written(until));
}

export const moment = (at: string | undefined, { language, zone }: DossierReader): string =>
  at === undefined
    ? dossierTexts[language].notRecorded
    : momentInWords(at, { zone, thisYear: everyYear }, language);

export const day = (on: string | undefined, { language }: DossierReader): string =>
  on === undefined
    ? dossierTexts[language].notRecorded
    : dayInWords(on, language, { thisYear: everyYear });

/** What a kind needs to know to put an answer into words: as it was when it was answered. */
const contextOf = (story: Story): object => ({
  details: story.details,
  // What was known of earlier ones stands in the first record.
  earlier: valueAt(story.records[0]?.data ?? {}, '/earlier') ?? [],
});

/** What an answer says, by the names of its fields, in the words of its kind. */
export function answerWords(
  story: Story,
  values: Json,
  reader: DossierReader,
): ReadonlyMap<string, Fact> {
  const kind = kindNamed(story.kind);
  if (!kind || !isMembers(values)) return new Map();
  const said = Object.entries(values).filter(([, value]) => value !== null);
  try {
    return kind.inWords(contextOf(story) as never, Object.fromEntries(said) as never, reader);
  } catch {
    // Where a detail was erased the kind has no words for what was answered to it.
    return new Map();
  }
}

/** The answer that somebody chose, in the words of the card; of one without a choice what it means. */
export function outcomeInWords(
  story: Story,
  { outcome, values }: Pick<AnswerStory, 'outcome' | 'values'>,
  reader: DossierReader,
): string {
  const chosen = answerWords(story, values, reader).get('outcome');
  const kind = kindNamed(story.kind);
  return chosen?.value ?? (outcome && kind ? kind.words(reader.language).outcomes[outcome] : '');
}

/** What somebody answered, in the words of the kind. */
export function answerInWords(story: Story, answer: AnswerStory, reader: DossierReader): string {
  const chosen = answerWords(story, answer.values, reader).get('outcome');
  const others = factsOf(story, answer, reader).filter(
    ({ title, value }) => title !== chosen?.title || value !== chosen.value,
  );
  return [outcomeInWords(story, answer, reader), ...others.map(written)]
    .filter((text) => text !== '')
    .join(' · ');
}

const written = ({ title, value }: Fact): string => (title === '' ? value : `${title}: ${value}`);

/** What an answer says, fact by fact, in the words of the kind. */
export function factsOf(
  story: Story,
  { values }: Pick<AnswerStory, 'values'>,
  reader: DossierReader,
): readonly Fact[] {
  const kind = kindNamed(story.kind);
  if (!kind || !isMembers(values)) return [];
  try {
    const { figures, facts } = kind.summary(contextOf(story) as never, values as never, reader);
    return [...figures.map(({ label: title, value }) => ({ title, value })), ...facts];
  } catch {
    // A field that was erased is no longer what the kind puts into words.
    return [{ title: '', value: dossierTexts[reader.language].nobody }];
  }
}

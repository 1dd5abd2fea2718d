import { durationInWords, foreignMoment, quarterInShort } from '../../../../../cards/dates.ts';
import { canonical } from '../../../../duty/record/canonical.ts';
import { isList, isMembers } from '../../../../duty/record/json.ts';
import type { EvidenceRecord } from '../../../../duty/record/record.ts';
import { valueAt } from '../../../../duty/record/sealing.ts';
import type { Json } from '../../../../kinds/kind.ts';
import { showDoneTexts } from '../../../../kinds/show-done/texts.ts';
import type { Story } from '../collect.ts';
import type { DossierReader } from '../in-words.ts';
import { answerWords, kindInWords, kindNamed } from '../in-words.ts';
import { codeTexts, detailTexts } from '../texts/detail-texts.ts';
import { dossierTexts } from '../texts.ts';

/** One thing that was said when a duty was opened or answered, as its record has it. */
export interface Field {
  readonly record: EvidenceRecord;
  readonly name: string;
  readonly value: Json;
}

/** Everything that was said in the records of a chain, step by step. */
export function fieldsIn(records: readonly EvidenceRecord[]): readonly Field[] {
  return records.flatMap((record) => {
    const holds = record.type === 'opened' ? '/details' : '/values';
    const said =
      record.type === 'opened' || record.type === 'answered'
        ? valueAt(record.data, holds)
        : undefined;
    if (!isMembers(said)) return [];
    return inOrder(Object.keys(said), record).map((name) => ({
      ...{ record, name },
      value: said[name] ?? null,
    }));
  });
}

/** As a card has them: the answer first; what has no place there comes last. */
function inOrder(names: readonly string[], { type, kind }: EvidenceRecord): readonly string[] {
  const fields = Object.keys(kindNamed(kind)?.fields ?? {});
  const known = type === 'opened' ? Object.keys(detailTexts.nl) : ['outcome', ...fields];
  const place = (name: string): number =>
    known.includes(name) ? known.indexOf(name) : known.length;
  return [...names].sort((one, other) => place(one) - place(other));
}

/** A value as a table has it: a text as it is, what was erased as nothing, all else as JSON. */
export const plainValue = (value: Json): string => {
  if (value === null) return '';
  return typeof value === 'string' ? value : canonical(value);
};

/** A field in words: what it is called, and what was said. */
export function fieldInWords(
  story: Story,
  { record, name, value }: Field,
  reader: DossierReader,
): { readonly title: string; readonly said: string } {
  const { language } = reader;
  if (record.type === 'opened') {
    const titles: Readonly<Record<string, string>> = detailTexts[language];
    return { title: titles[name] ?? name, said: detailInWords(name, value, reader) };
  }
  const fact = answerWords(story, valueAt(record.data, '/values') ?? null, reader).get(name);
  const otherwise = value === null ? dossierTexts[language].nobody : plainValue(value);
  return { title: fact?.title ?? name, said: fact?.value ?? otherwise };
}

/** A detail with which a duty was opened, in words. */
export function detailInWords(name: string, value: Json, reader: DossierReader): string {
  const { language, zone } = reader;
  if (value === null) return dossierTexts[language].nobody;
  if (isList(value)) return value.map((one) => detailInWords(name, one, reader)).join('; ');
  if (isMembers(value))
    return Object.keys(value)
      .sort()
      .map((member) => detailInWords(member, value[member] ?? null, reader))
      .join(' – ');
  if (typeof value === 'number') {
    if (name.endsWith('Minutes')) return durationInWords(value, language);
    return value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB');
  }
  if (name === 'kind') return kindInWords(String(value), language);
  if (name === 'quarter') return quarterInShort(String(value));
  const words: Readonly<Record<string, string>> = {
    ...codeTexts[language],
    ...(name === 'about' ? showDoneTexts[language].abouts : {}),
  };
  const written = String(value);
  const known = Object.hasOwn(words, written) ? words[written] : undefined;
  return known ?? foreignMoment(written, language, zone);
}

import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import type { Story } from './collect.ts';
import { isLate } from './collect.ts';
import type { DossierReader } from './in-words.ts';
import { answerInWords, kindInWords, kindNamed } from './in-words.ts';
import { dossierTexts } from './texts.ts';

// What a spreadsheet would take for a formula (OWASP, "CSV Injection").
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const inert = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** A table as spreadsheets of the Netherlands read it: UTF-8 with its mark, `;`, lines of Windows. */
const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell))),
    { bom: true, delimiter: ';', record_delimiter: 'windows' },
  );

const localTime = (at: string | undefined, zone: string): string =>
  at === undefined ? '' : DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd HH:mm');

/** The duties of one kind, a line each: words and codes, local and UTC time. */
export function dutiesCsv(stories: readonly Story[], reader: DossierReader, asOf: string): string {
  const texts = dossierTexts[reader.language];
  const heads = [...texts.heads.slice(0, 3), 'kind', 'control', ...texts.heads.slice(3)];
  const codes = ['openedAt', 'answeredAt', 'outcome', 'late', 'dutyId', 'seq', 'hash'];
  const rows = stories.map((story) => {
    const answer = story.answers.findLast(({ counts }) => counts);
    return [
      story.reference,
      story.system,
      story.title,
      kindInWords(story.kind, reader.language),
      kindNamed(story.kind)?.control ?? '',
      localTime(story.openedAt, reader.zone),
      story.dueOn ?? '',
      answer ? (answer.name ?? texts.nobody) : '',
      localTime(answer?.at, reader.zone),
      answer ? answerInWords(story, answer, reader) : '',
      texts.states[story.state],
      story.openedAt,
      answer?.at ?? '',
      answer?.outcome ?? '',
      isLate(story, asOf) ? 'late' : '',
      story.id,
      story.seq,
      story.hash,
    ];
  });
  return csv([[...heads, ...codes], ...rows]);
}

export function findingsCsv(stories: readonly Story[], reader: DossierReader): string {
  const texts = dossierTexts[reader.language];
  const because: Readonly<Record<string, string>> = texts.because;
  const rows = stories.flatMap(({ id, reference, findings }) =>
    findings.map((finding) => [
      finding.id,
      reference,
      finding.owner ?? texts.notRecorded,
      finding.dueOn ?? '',
      finding.replies,
      finding.rounds,
      localTime(finding.closedAt, reader.zone),
      because[finding.because ?? ''] ?? '',
      finding.openedAt,
      finding.closedAt ?? '',
      finding.because ?? '',
      id,
    ]),
  );
  return csv([[...texts.findingHeads, 'openedAt', 'closedAt', 'because', 'dutyId'], ...rows]);
}

/** Who acted how often, and between which moments. */
export function peopleCsv(stories: readonly Story[], reader: DossierReader): string {
  const acts = new Map<string, { name: string; count: number; first: string; last: string }>();
  for (const { records } of stories) {
    for (const { by, at } of records) {
      if (!by?.aadObjectId) continue;
      const known = acts.get(by.aadObjectId) ?? { name: by.name, count: 0, first: at, last: at };
      acts.set(by.aadObjectId, {
        name: by.name,
        count: known.count + 1,
        first: at < known.first ? at : known.first,
        last: at > known.last ? at : known.last,
      });
    }
  }
  const rows = [...acts].map(([id, { name, count, first, last }]) => [
    name,
    count,
    localTime(first, reader.zone),
    localTime(last, reader.zone),
    first,
    last,
    id,
  ]);
  const heads = dossierTexts[reader.language].peopleHeads;
  return csv([[...heads, 'firstAt', 'lastAt', 'aadObjectId'], ...rows]);
}

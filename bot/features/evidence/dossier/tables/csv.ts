import { stringify } from 'csv-stringify/sync';
import { DateTime } from 'luxon';
import type { Story } from '../collect.ts';
import { isLate } from '../collect.ts';
import type { DossierReader } from '../in-words.ts';
import { answerInWords, kindInWords, kindNamed, ownerInWords, vendorIn } from '../in-words.ts';
import { accountsOf, noAccount } from './accounts.ts';
import { fieldInWords, fieldsIn, plainValue } from '../words/fields.ts';
import { administratorsIn, decisionsOf } from '../questions/restores-and-access.ts';
import type { Acts, Found } from '../sums.ts';
import { dossierTexts } from '../texts.ts';

// What a spreadsheet would take for a formula (OWASP, "CSV Injection").
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** A cell that no spreadsheet takes for a formula. */
export const inert = (text: string): string => (formula.test(text) ? `'${text}` : text);

type Row = readonly (string | number)[];

/** Lines of a table as spreadsheets of the Netherlands read it: `;`, and lines of Windows. */
const lines = (rows: readonly Row[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell))),
    { delimiter: ';', record_delimiter: 'windows' },
  );
/** The first line, behind the mark of UTF-8. */
const heading = (row: Row): string => `\ufeff${lines([row])}`;

const localTime = (at: string | undefined, zone: string): string =>
  at === undefined ? '' : DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd HH:mm');

/** The first line of the table of duties: words and codes, local and UTC time. */
export function dutiesHeading({ language }: DossierReader): string {
  const { heads } = dossierTexts[language];
  const codes = ['openedAt', 'answeredAt', 'outcome', 'late', 'dutyId', 'seq', 'hash'];
  return heading([...heads.slice(0, 3), 'kind', 'control', ...heads.slice(3), ...codes]);
}

/** A duty as a line of its table. */
export function dutyLine(story: Story, reader: DossierReader, asOf: string): string {
  const texts = dossierTexts[reader.language];
  const answer = story.answers.findLast(({ counts }) => counts);
  return lines([
    [
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
    ],
  ]);
}

export const decisionsHeading = ({ language }: DossierReader): string =>
  heading([
    ...dossierTexts[language].decisionHeads,
    ...['at', 'decision', 'privileged', 'enabled', 'dutyId'],
  ]);

/** What was decided about each account of a review, a line each. */
export function decisionLines(story: Story, { language, zone }: DossierReader): string {
  const { nobody, decisions, yes, no } = dossierTexts[language];
  const words: Readonly<Record<string, string>> = decisions;
  const listed = accountsOf(story);
  const admins = new Set(administratorsIn(story));
  return lines(
    decisionsOf(story).map(({ account, decision, note = '', at, by = nobody }) => {
      const { name, role, manager, lastSignIn, ...one } = listed.get(account) ?? noAccount;
      return [
        ...[story.reference, account, name, role, manager, lastSignIn],
        ...[admins.has(account) ? yes : no, words[decision] ?? decision, note, by],
        ...[localTime(at, zone), at, decision, one.privileged, one.enabled, story.id],
      ];
    }),
  );
}

export const fieldsHeading = ({ language }: DossierReader): string =>
  heading([...dossierTexts[language].fieldsHeads, 'at', 'step', 'field', 'value', 'dutyId', 'seq']);

/** Everything that was said when a duty was opened and answered, a line each. */
export function fieldLines(story: Story, reader: DossierReader): string {
  const { types, nobody, bot } = dossierTexts[reader.language];
  const kind = kindInWords(story.kind, reader.language);
  return lines(
    fieldsIn(story.records).map((field) => {
      const { type, at, by, seq, data } = field.record;
      const { title, said } = fieldInWords(story, field, reader);
      const who = by ? (by.name ?? nobody) : (vendorIn(data) ?? bot);
      return [
        ...[story.reference, kind, types[type], title, said, who, localTime(at, reader.zone)],
        ...[at, type, field.name, plainValue(field.value), story.id, seq],
      ];
    }),
  );
}

export function findingsCsv(findings: readonly Found[], reader: DossierReader): string {
  const texts = dossierTexts[reader.language];
  const because: Readonly<Record<string, string>> = texts.because;
  const rows = findings.map((finding) => [
    finding.id,
    finding.reference,
    ownerInWords(finding, reader, (on) => on) ?? texts.notRecorded,
    finding.dueOn ?? '',
    finding.replies,
    finding.rounds,
    localTime(finding.closedAt, reader.zone),
    because[finding.because ?? ''] ?? '',
    finding.openedAt,
    finding.closedAt ?? '',
    finding.because ?? '',
    finding.duty,
  ]);
  return `${heading([...texts.findingHeads, 'openedAt', 'closedAt', 'because', 'dutyId'])}${lines(rows)}`;
}

/** Who acted how often, and between which moments. */
export function peopleCsv(people: ReadonlyMap<string, Acts>, reader: DossierReader): string {
  const rows = [...people].map(([id, { name, count, first, last }]) => [
    ...[name, count, localTime(first, reader.zone), localTime(last, reader.zone)],
    ...[first, last, id],
  ]);
  const heads = dossierTexts[reader.language].peopleHeads;
  return `${heading([...heads, 'firstAt', 'lastAt', 'aadObjectId'])}${lines(rows)}`;
}

/** How many duties of each kind there were: what the coverage map shows of this period. */
export function coverageCsv(
  rows: readonly {
    readonly kind: string;
    readonly counts: readonly number[];
    readonly log: number | undefined;
  }[],
  { language }: DossierReader,
): string {
  const texts = dossierTexts[language];
  return `${heading(texts.coverageHeads)}${lines(
    rows.map(({ kind, counts, log }) => [
      kindInWords(kind, language),
      kindNamed(kind)?.control ?? '',
      ...counts,
      log ?? '',
      kind,
    ]),
  )}`;
}

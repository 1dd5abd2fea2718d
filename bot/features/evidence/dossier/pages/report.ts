import type { Retention } from '../../../../tenant/retention.ts';
import { retentionInWords } from '../../../../tenant/retention-texts.ts';
import type { Story } from '../collect.ts';
import { isLate } from '../collect.ts';
import type { Stamp } from '../../../../ports/store.ts';
import type { LogText } from '../log-files.ts';
import {
  escaped,
  pageEnd,
  pageStart,
  paragraph,
  shares,
  tableEnd,
  table,
  tableRow,
  tableStart,
} from './html.ts';
import type { DossierReader } from '../in-words.ts';
import { answerInWords, day, kindInWords, kindNamed, moment, ownerInWords } from '../in-words.ts';
import { storyPage } from './page-names.ts';
import { questionsOf } from '../questions/index.ts';
import type { AuditStory, KindSums, Sums } from '../sums.ts';
import { kindsOf } from '../sums.ts';
import { dossierTexts } from '../texts.ts';

/** What a report is about. */
export interface Report {
  readonly period: string;
  readonly tenant: string;
  readonly asOf: string;
  readonly environment: 'production' | 'development';
  readonly sums: Sums;
  /** How many duties of a kind the log names; undefined while there is no log. */
  readonly population: ReadonlyMap<string, number> | undefined;
  /** The moment up to which a checkpoint witnesses the log. */
  readonly witnessed: string | undefined;
  readonly audits: readonly AuditStory[];
  readonly storeFaults: number;
  /** How many duties the log says were taken away after their term, of all times. */
  readonly removed: number;
  readonly retention: Retention;
  readonly log: LogText;
  /** The time stamps of checkpoints. */
  readonly stamps: readonly Stamp[];
  /** Files that records name and that are not there. */
  readonly missing: number;
  /** Cards that records name and that are not there, though nobody was erased. */
  readonly lost: number;
}

/** The heading of a kind: its control and its name. */
export const headingOf = (kind: string, { language }: DossierReader): string =>
  [kindNamed(kind)?.control ?? '', kindInWords(kind, language)].filter(Boolean).join(' ');

/** What is said before the controls. */
export function opening(
  report: Report,
  reader: DossierReader,
): readonly (readonly [string, string])[] {
  const texts = dossierTexts[reader.language];
  const { environment, storeFaults, missing, lost, witnessed } = report;
  return [
    ['', texts.asOf(moment(report.asOf, reader), report.tenant)],
    ...(environment === 'development' ? [['warn', texts.development] as const] : []),
    ...(storeFaults > 0 ? [['warn', texts.storeNotWhole(storeFaults)] as const] : []),
    ...(lost > 0 ? [['warn', texts.cardsLost(lost)] as const] : []),
    ...(missing > 0 ? [['warn', texts.attachmentsMissing(missing)] as const] : []),
    ['', witnessed === undefined ? texts.notWitnessed : texts.witnessed(moment(witnessed, reader))],
    ['', texts.terms(retentionInWords(report.retention, reader.language), report.removed)],
  ];
}

/** The report: every control with what was asked, answered, late, wrong and closed. */
export async function* reportPage(
  report: Report,
  stories: (kind: string) => AsyncIterable<Story>,
  reader: DossierReader,
): AsyncGenerator<string> {
  const texts = dossierTexts[reader.language];
  yield pageStart({ language: reader.language, title: texts.title(report.period) });
  yield opening(report, reader)
    .map(([look, text]) => paragraph(text, look))
    .join('\n');
  for (const [kind, sums] of kindsOf(report.sums))
    yield* section(report, { kind, sums, stories: stories(kind) }, reader);
  if (report.sums.duties === 0) yield paragraph(texts.none);
  yield auditsSection(report.audits, reader);
  yield paragraph(texts.erasedFields, 'plain');
  yield pageEnd;
}

async function* section(
  report: Report,
  {
    kind,
    sums,
    stories,
  }: { readonly kind: string; readonly sums: KindSums; readonly stories: AsyncIterable<Story> },
  reader: DossierReader,
): AsyncGenerator<string> {
  const texts = dossierTexts[reader.language];
  const { population, asOf } = report;
  const totals = texts.totals(sums);
  const rest = sums.asked - sums.fulfilled - sums.troubled;
  // The verifiers find the figures of a kind by it, and count them again.
  yield `<section data-kind="${escaped(kind)}">\n<h2>${escaped(headingOf(kind, reader))}</h2>`;
  yield paragraph(totals);
  yield shares(
    [
      { count: sums.fulfilled, color: '#2e7d4f' },
      { count: sums.troubled, color: '#b3261e' },
      { count: rest, color: '#b9bec9' },
    ],
    totals,
  );
  yield paragraph(
    populationText(population?.get(kind) ?? (population ? 0 : undefined), sums, reader),
    'plain',
  );
  yield tableStart(texts.heads, 'duties');
  let at = 0;
  for await (const story of stories) {
    yield tableRow(dutyRow(story, { at, asOf }, reader));
    at += 1;
  }
  yield tableEnd;
  yield findingsOf(report, kind, reader);
  yield `<h3>${escaped(texts.questions)}</h3>`;
  const linked = questionRows(kind, sums, reader).map(([ask = '', said = '', page = '']) => [
    ask,
    said,
    { html: `<a href="${escaped(page)}">${escaped(page)}</a>` },
  ]);
  yield table(texts.questionHeads, linked);
  yield '</section>\n';
}

/** Whether the log names as many duties as stand here. */
export const populationText = (
  log: number | undefined,
  { asked }: KindSums,
  { language }: DossierReader,
): string =>
  log === undefined ? dossierTexts[language].noLog : dossierTexts[language].population(log, asked);

/** Each question of an auditor, and of how many duties something of it is recorded. */
export function questionRows(
  kind: string,
  { asked, recorded }: KindSums,
  { language }: DossierReader,
): readonly (readonly string[])[] {
  const { notRecorded, ofMany, storiesFolder } = dossierTexts[language];
  return questionsOf(kind).map(({ ask }, at) => {
    const count = recorded[at] ?? 0;
    const said = count === 0 ? notRecorded : ofMany(count, asked);
    return [ask[language], said, `${storiesFolder}/${storyPage(kind, 0)}`];
  });
}

function dutyRow(
  story: Story,
  { at, asOf }: { readonly at: number; readonly asOf: string },
  reader: DossierReader,
) {
  const texts = dossierTexts[reader.language];
  const answer = story.answers.findLast(({ counts }) => counts);
  const address = `${texts.storiesFolder}/${storyPage(story.kind, at)}#${story.id}`;
  return [
    { html: `<a href="${escaped(address)}">${escaped(story.reference)}</a>` },
    story.system,
    story.title,
    moment(story.openedAt, reader),
    day(story.dueOn, reader),
    answer ? (answer.name ?? texts.nobody) : '–',
    answer ? moment(answer.at, reader) : '–',
    answer ? answerInWords(story, answer, reader) : '–',
    isLate(story, asOf) ? `${texts.states[story.state]}, ${texts.late}` : texts.states[story.state],
  ];
}

/** The findings of a kind as rows. */
export function findingRows(
  { sums: { findings } }: Report,
  kind: string,
  reader: DossierReader,
): readonly (readonly string[])[] {
  const texts = dossierTexts[reader.language];
  const because: Readonly<Record<string, string>> = texts.because;
  return findings
    .filter((finding) => finding.kind === kind)
    .map((finding) => [
      finding.id,
      finding.reference,
      ownerInWords(finding, reader, (on) => day(on, reader)) ?? texts.notRecorded,
      day(finding.dueOn, reader),
      String(finding.replies),
      String(finding.rounds),
      finding.closedAt === undefined ? '–' : moment(finding.closedAt, reader),
      because[finding.because ?? ''] ?? '–',
    ]);
}

function findingsOf(report: Report, kind: string, reader: DossierReader): string {
  const texts = dossierTexts[reader.language];
  const rows = findingRows(report, kind, reader);
  return rows.length === 0
    ? ''
    : `<h3>${escaped(texts.findings)}</h3>\n${table(texts.findingHeads, rows)}`;
}

/** The samples that were drawn and the dossiers that were made, as rows. */
export const auditRows = (
  audits: readonly AuditStory[],
  reader: DossierReader,
): readonly (readonly string[])[] => {
  const { types, nobody } = dossierTexts[reader.language];
  return audits.map(({ type, at, name, about, count }) => [
    moment(at, reader),
    types[type],
    name ?? nobody,
    about,
    count === undefined ? '–' : String(count),
  ]);
};

function auditsSection(audits: readonly AuditStory[], reader: DossierReader): string {
  const texts = dossierTexts[reader.language];
  const rows = auditRows(audits, reader);
  const inside = rows.length === 0 ? paragraph(texts.none) : table(texts.auditHeads, rows);
  return `<h2>${escaped(texts.audits)}</h2>\n${inside}`;
}

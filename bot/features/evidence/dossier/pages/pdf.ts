import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Story } from '../collect.ts';
import { isLate } from '../collect.ts';
import type { DossierReader } from '../in-words.ts';
import { answerInWords, day, moment } from '../in-words.ts';
import type { Report } from './report.ts';
import {
  auditRows,
  findingRows,
  headingOf,
  opening,
  populationText,
  questionRows,
} from './report.ts';
import type { KindSums } from '../sums.ts';
import { kindsOf } from '../sums.ts';
import { dossierTexts } from '../texts.ts';

/** What of pdfmake is used here; its own types would bring those of a browser. */
interface PdfMake {
  readonly setUrlAccessPolicy: (may: (url: string) => boolean) => void;
  readonly setLocalAccessPolicy: (may: (path: string) => boolean) => void;
  readonly setFonts: (fonts: Readonly<Record<string, object>>) => void;
  readonly createPdf: (document: object) => { readonly getBuffer: () => Promise<Uint8Array> };
}
/** A text, table or drawing, as pdfmake takes it. */
type Content = Readonly<Record<string, unknown>>;

// Of each kind so many duties stand on paper; all of them stand in the report and its tables.
const mostDuties = 100;

type Stories = (kind: string) => AsyncIterable<Story>;

/** The same report on paper: A4, with a summary, and each control with its duties, findings and questions. */
export async function reportPdf(
  report: Report,
  stories: Stories,
  reader: DossierReader,
): Promise<Uint8Array> {
  const texts = dossierTexts[reader.language];
  const title = texts.title(report.period);
  const controls: Content[] = [];
  for (const [kind, sums] of kindsOf(report.sums))
    controls.push(...(await control(report, { kind, sums, stories: stories(kind) }, reader)));
  const audits = auditRows(report.audits, reader);
  return render({
    title,
    language: reader.language,
    asOf: report.asOf,
    content: [
      { text: title, style: 'title' },
      ...opening(report, reader).map(([look, text]): Content => ({ text, style: look || 'plain' })),
      { text: texts.summary, style: 'heading' },
      summary(report, reader),
      ...controls,
      { text: texts.audits, style: 'heading' },
      audits.length === 0 ? { text: texts.none } : tableOf(texts.auditHeads, audits),
      { text: texts.onPaper, style: 'small' },
    ],
  });
}

function summary({ sums }: Report, reader: DossierReader): Content {
  const { coverageHeads } = dossierTexts[reader.language];
  const rows = kindsOf(sums).map(([kind, one]) => [
    headingOf(kind, reader),
    ...[one.asked, one.answered, one.late, one.problems, one.open, one.withdrawn].map(String),
  ]);
  return tableOf([coverageHeads[0] ?? '', ...coverageHeads.slice(2, 8)], rows, [
    '*',
    ...Array<string>(6).fill('auto'),
  ]);
}

async function control(
  report: Report,
  {
    kind,
    sums,
    stories,
  }: { readonly kind: string; readonly sums: KindSums; readonly stories: AsyncIterable<Story> },
  reader: DossierReader,
): Promise<readonly Content[]> {
  const texts = dossierTexts[reader.language];
  const { population, asOf } = report;
  const rows: (readonly string[])[] = [];
  for await (const story of stories) {
    if (rows.length >= mostDuties) break;
    rows.push(dutyRow(story, asOf, reader));
  }
  const findings = findingRows(report, kind, reader);
  const { paperHeads, findingHeads, questionHeads } = texts;
  return [
    { text: headingOf(kind, reader), style: 'control' },
    { text: texts.totals(sums) },
    bar(sums),
    {
      text: populationText(population ? (population.get(kind) ?? 0) : undefined, sums, reader),
      style: 'small',
    },
    tableOf(paperHeads, rows, ['auto', '*', 'auto', 'auto', '*', 'auto']),
    ...(sums.asked > mostDuties
      ? [{ text: texts.andMore(sums.asked - mostDuties), style: 'small' }]
      : []),
    ...(findings.length === 0
      ? []
      : [{ text: texts.findings, style: 'part' }, tableOf(findingHeads, findings, findingWidths)]),
    { text: texts.questions, style: 'part' },
    tableOf(
      questionHeads.slice(0, 2),
      questionRows(kind, sums, reader).map(([question = '', recorded = '']) => [
        question,
        recorded,
      ]),
      ['*', 'auto'],
    ),
  ];
}

function dutyRow(story: Story, asOf: string, reader: DossierReader): readonly string[] {
  const texts = dossierTexts[reader.language];
  const answer = story.answers.findLast(({ counts }) => counts);
  const state = texts.states[story.state];
  return [
    story.reference,
    `${story.system} · ${story.title}`,
    day(story.dueOn, reader),
    answer ? `${answer.name ?? texts.nobody}, ${moment(answer.at, reader)}` : '–',
    answer ? answerInWords(story, answer, reader) : '–',
    isLate(story, asOf) ? `${state}, ${texts.late}` : state,
  ];
}

// Who owns a finding may have a long name; what the other columns say is short.
const findingWidths = [...Array<string>(2).fill('auto'), '*', ...Array<string>(5).fill('auto')];

const barWidth = 515;

function bar({ asked, fulfilled, troubled }: KindSums): Content {
  const [fine, wrong] = [(barWidth * fulfilled) / asked, (barWidth * troubled) / asked];
  const part = (x: number, w: number, color: string) =>
    w <= 0 ? [] : [{ type: 'rect' as const, x, y: 0, w, h: 7, color }];
  return {
    canvas: [
      ...part(0, fine, '#2e7d4f'),
      ...part(fine, wrong, '#b3261e'),
      ...part(fine + wrong, barWidth - fine - wrong, '#b9bec9'),
    ],
    margin: [0, 3, 0, 3],
  };
}

function tableOf(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly string[] = heads.map(() => '*'),
): Content {
  const body: Content[][] = [
    heads.map((text) => ({ text, bold: true, fillColor: '#eef2f7' })),
    ...rows.map((row) => row.map((text) => ({ text: breakable(text) }))),
  ];
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: rows.length === 0 ? 0 : 1,
      dontBreakRows: true,
      widths: [...widths],
      body,
    },
    layout: 'lightHorizontalLines',
    fontSize: 8,
    margin: [0, 3, 0, 6],
  };
}

// Of the nodes behind it so many stand on the page of a heading: with a table its head and a row, with a control its
// sums and bar as well.
const leastBelow: Readonly<Record<string, number>> = { heading: 12, part: 12, control: 24 };

// A word without an end would stand beside the page.
const breakable = (text: string): string => text.replace(/\S{30}(?=\S)/gu, '$&\u200b');

interface Paper {
  readonly title: string;
  readonly language: string;
  readonly asOf: string;
  readonly content: readonly Content[];
}

function render({ title, language, asOf, content }: Paper): Promise<Uint8Array> {
  const require = createRequire(import.meta.url);
  const pdfmake = require('pdfmake') as PdfMake;
  const fonts = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  pdfmake.setFonts({
    Roboto: { normal: join(fonts, 'Roboto-Regular.ttf'), bold: join(fonts, 'Roboto-Medium.ttf') },
  });
  const pdf = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 48],
    language,
    info: { title, creationDate: new Date(asOf) },
    footer: (page: number, pages: number) => ({
      text: `${title} · ${String(page)} / ${String(pages)}`,
      ...{ alignment: 'center', fontSize: 8, color: '#4a4d57', margin: [0, 12, 0, 0] },
    }),
    content: [...content],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, color: '#1b1b1f' },
    styles: {
      title: { fontSize: 20, bold: true, margin: [0, 0, 0, 8] },
      control: { fontSize: 13, bold: true, color: '#1f4e79', margin: [0, 14, 0, 4] },
      heading: { fontSize: 13, bold: true, color: '#1f4e79', margin: [0, 14, 0, 4] },
      part: { fontSize: 10.5, bold: true, margin: [0, 4, 0, 2] },
      warn: { color: '#b3261e', bold: true, margin: [0, 2, 0, 2] },
      small: { fontSize: 8, color: '#4a4d57', margin: [0, 2, 0, 2] },
      plain: { margin: [0, 0, 0, 2] },
    },
    // A heading does not stand alone at the foot of a page.
    pageBreakBefore: (
      { style }: { readonly style?: unknown },
      { getFollowingNodesOnPage }: { getFollowingNodesOnPage: () => readonly unknown[] },
    ) => typeof style === 'string' && getFollowingNodesOnPage().length < (leastBelow[style] ?? 0),
  });
  return pdf.getBuffer();
}

import type { Story } from './collect.ts';
import { isLate } from './collect.ts';
import { escaped, page, paragraph, shares, table } from './html.ts';
import type { DossierReader } from './in-words.ts';
import { answerInWords, day, kindInWords, kindNamed, moment, recordInWords } from './in-words.ts';
import { dossierTexts } from './texts.ts';

/** What a report is about. */
export interface Report {
  readonly period: string;
  readonly tenant: string;
  readonly asOf: string;
  readonly environment: 'production' | 'development';
  readonly stories: readonly Story[];
  /** How many duties of a kind the log names; undefined while there is no log. */
  readonly population: ReadonlyMap<string, number> | undefined;
  readonly storeFaults: number;
}

export const storiesPerPage = 500;
/** The page on which the story of a duty of a kind stands. */
export const storyPage = (kind: string, at: number): string =>
  `${kind}-${String(Math.floor(at / storiesPerPage) + 1).padStart(3, '0')}.html`;

/** Kinds with their stories, in the order of their controls. */
export function byKind(
  stories: readonly Story[],
): readonly (readonly [string, readonly Story[]])[] {
  const kinds = [...new Set(stories.map(({ kind }) => kind))];
  const controlOf = (kind: string): string => kindNamed(kind)?.control ?? '~';
  return kinds
    .sort((one, other) => (controlOf(one) + one < controlOf(other) + other ? -1 : 1))
    .map((kind) => [kind, stories.filter((story) => story.kind === kind)]);
}

/** The report: every control with what was asked, answered, late, wrong and closed. */
export function reportPage(report: Report, reader: DossierReader): string {
  const texts = dossierTexts[reader.language];
  const body = [
    paragraph(texts.asOf(moment(report.asOf, reader), report.tenant)),
    ...(report.environment === 'development' ? [paragraph(texts.development, 'warn')] : []),
    ...(report.storeFaults > 0 ? [paragraph(texts.storeNotWhole(report.storeFaults), 'warn')] : []),
    ...byKind(report.stories).map(([kind, stories]) => section(report, { kind, stories }, reader)),
    ...(report.stories.length === 0 ? [paragraph(texts.none)] : []),
    paragraph(texts.erasedFields, 'plain'),
  ].join('\n');
  return page({ language: reader.language, title: texts.title(report.period), body });
}

function section(
  { asOf, population }: Report,
  { kind, stories }: { readonly kind: string; readonly stories: readonly Story[] },
  reader: DossierReader,
): string {
  const texts = dossierTexts[reader.language];
  const count = (right: (story: Story) => boolean): number => stories.filter(right).length;
  const answered = count(({ answers }) => answers.some(({ counts }) => counts));
  const late = count((story) => isLate(story, asOf));
  const problems = count(({ findings }) => findings.length > 0);
  const open = count(({ state }) => state === 'open' || state === 'problem');
  const withdrawn = count(({ state }) => state === 'withdrawn');
  const totals = texts.totals({ asked: stories.length, answered, late, problems, open, withdrawn });
  const fine = count(({ state }) => state === 'fulfilled');
  const bar = [
    { count: fine, color: '#2e7d4f' },
    { count: count(({ state }) => state === 'problem'), color: '#b3261e' },
    { count: stories.length - fine - count(({ state }) => state === 'problem'), color: '#b9bec9' },
  ];
  const control = kindNamed(kind)?.control ?? '';
  return [
    `<h2>${escaped([control, kindInWords(kind, reader.language)].filter(Boolean).join(' '))}</h2>`,
    paragraph(totals),
    shares(bar, totals),
    paragraph(
      population ? texts.population(population.get(kind) ?? 0, stories.length) : texts.noLog,
      'plain',
    ),
    table(
      texts.heads,
      stories.map((story, at) => dutyRow(story, { at, asOf }, reader)),
    ),
    ...findingsOf(stories, reader),
  ].join('\n');
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

function findingsOf(stories: readonly Story[], reader: DossierReader): readonly string[] {
  const texts = dossierTexts[reader.language];
  const because: Readonly<Record<string, string>> = texts.because;
  const rows = stories.flatMap(({ reference, findings }) =>
    findings.map((finding) => [
      finding.id,
      reference,
      finding.owner ?? texts.notRecorded,
      day(finding.dueOn, reader),
      String(finding.replies),
      String(finding.rounds),
      finding.closedAt === undefined ? '–' : moment(finding.closedAt, reader),
      because[finding.because ?? ''] ?? '–',
    ]),
  );
  return rows.length === 0
    ? []
    : [`<h3>${escaped(texts.findings)}</h3>`, table(texts.findingHeads, rows)];
}

/** The stories of some duties of a kind, each step with its number and its code. */
export function storiesPage(
  kind: string,
  stories: readonly Story[],
  reader: DossierReader,
): string {
  const texts = dossierTexts[reader.language];
  const body = stories
    .map((story) => {
      const rows = story.records.map((record) => [
        String(record.seq),
        moment(record.at, reader),
        texts.types[record.type],
        record.by ? (record.by.name ?? texts.nobody) : '–',
        recordInWords(story, record, reader),
        { html: `<span class="code">${record.hash.slice(0, 16)}…</span>` },
      ]);
      return `<h2 id="${story.id}">${escaped(`${story.reference} · ${story.system}`)}</h2>
${paragraph(`${story.title} · ${texts.states[story.state]}`)}
${table(texts.steps, rows)}
<p class="code">${story.id}</p>`;
    })
    .join('\n');
  return page({
    language: reader.language,
    title: `${texts.story}: ${kindInWords(kind, reader.language)}`,
    body,
  });
}

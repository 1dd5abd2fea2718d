import { existsSync, readFileSync } from 'node:fs';
import type { TenantKey } from '../../../duty/ids.ts';
import type { EvidenceStore } from '../../../ports/store.ts';
import type { Story } from './collect.ts';
import {
  coverageCsv,
  decisionLines,
  decisionsHeading,
  dutiesHeading,
  dutyLine,
  findingsCsv,
  peopleCsv,
} from './csv.ts';
import type { DossierReader } from './in-words.ts';
import { exactCards, readableCards } from './pages/cards.ts';
import { reportPdf } from './pages/pdf.ts';
import type { Report } from './pages/report.ts';
import { storiesPerPage, storyPage } from './pages/page-names.ts';
import { reportPage } from './pages/report.ts';
import { storiesPage } from './pages/stories.ts';
import type { Shelf } from './shelf.ts';
import { kindsOf } from './sums.ts';
import { dossierTexts } from './texts.ts';

/** What a file holds: at once, or as it is made. */
export type Content = string | AsyncIterable<string | Uint8Array>;

/** Where the files of a dossier get what they say. */
export interface Sources {
  readonly shelf: Shelf;
  readonly store: EvidenceStore;
  readonly tenant: TenantKey;
}

/** Every file of a dossier but its records and its manifest, in the order in which they are written. */
export function* filesOf(
  report: Report,
  { shelf, store, tenant }: Sources,
  reader: DossierReader,
): Generator<readonly [string, Content]> {
  const texts = dossierTexts[reader.language];
  const { sums, asOf } = report;
  yield [texts.readmeName, texts.readme(report.period)];
  yield [texts.reportName, reportPage(report, shelf.stories, reader)];
  yield [texts.pdfName, onPaper(report, shelf, reader)];
  for (const [kind, { asked, cards }] of kindsOf(sums)) {
    for (let at = 0; at < asked; at += storiesPerPage) {
      yield [`${texts.storiesFolder}/${storyPage(kind, at)}`, pageOf(shelf, { kind, at }, reader)];
      if (cards > 0) yield* cardsOf(shelf, { kind, at }, reader);
    }
    yield [`csv/${kind}.csv`, dutiesCsv(shelf, { kind, asOf }, reader)];
    if (kind === 'review-access')
      yield [`csv/${texts.decisionsName}.csv`, decisionsCsv(shelf, reader)];
  }
  yield [`csv/${texts.findingsName}.csv`, findingsCsv(sums.findings, reader)];
  yield [`csv/${texts.peopleName}.csv`, peopleCsv(sums.people, reader)];
  yield [`csv/${texts.coverageName}.csv`, coverageCsv(coverageRows(report), reader)];
  yield [`${texts.witnessFolder}/${texts.witnessName}`, report.log.checkpoints.at(-1) ?? ''];
  yield [`${texts.witnessFolder}/${texts.heldName}`, whereHeld(store, tenant, texts.held)];
  yield ['controleer.html', verifier('controleer.html')];
  yield ['controleer.py', verifier('controleer.py')];
}

async function* onPaper(
  report: Report,
  shelf: Shelf,
  reader: DossierReader,
): AsyncGenerator<Uint8Array> {
  yield await reportPdf(report, shelf.stories, reader);
}

/** The cards of a page of stories, exactly and to be read. */
function* cardsOf(
  shelf: Shelf,
  { kind, at }: { readonly kind: string; readonly at: number },
  reader: DossierReader,
): Generator<readonly [string, Content]> {
  const { cardsFolder } = dossierTexts[reader.language];
  const page = `${cardsFolder}/${storyPage(kind, at)}`;
  const stories = () => some(shelf.stories(kind), at);
  yield [page, readableCards(kind, stories(), reader)];
  yield [page.replace(/html$/, 'ndjson'), exactCards(stories())];
}

/** One page of stories: 500 of a kind. */
async function* pageOf(
  shelf: Shelf,
  { kind, at }: { readonly kind: string; readonly at: number },
  reader: DossierReader,
): AsyncGenerator<string> {
  yield* storiesPage({ kind, at }, some(shelf.stories(kind), at), reader);
}

async function* some(stories: AsyncIterable<Story>, from: number): AsyncGenerator<Story> {
  let at = 0;
  for await (const story of stories) {
    if (at >= from + storiesPerPage) return;
    if (at >= from) yield story;
    at += 1;
  }
}

async function* dutiesCsv(
  shelf: Shelf,
  { kind, asOf }: { readonly kind: string; readonly asOf: string },
  reader: DossierReader,
): AsyncGenerator<string> {
  yield dutiesHeading(reader);
  for await (const story of shelf.stories(kind)) yield dutyLine(story, reader, asOf);
}

async function* decisionsCsv(shelf: Shelf, reader: DossierReader): AsyncGenerator<string> {
  yield decisionsHeading(reader);
  for await (const story of shelf.stories('review-access')) yield decisionLines(story, reader);
}

const coverageRows = ({ sums, population }: Report) =>
  kindsOf(sums).map(([kind, { asked, answered, late, problems, open, withdrawn }]) => ({
    kind,
    counts: [asked, answered, late, problems, open, withdrawn],
    log: population?.get(kind),
  }));

/** Where a checkpoint is held outside the store: in which channel, and how far that one goes. */
async function* whereHeld(
  store: EvidenceStore,
  tenant: TenantKey,
  held: (channelId: string | undefined, size: number) => string,
): AsyncGenerator<string> {
  const shown = (await store.head(tenant))?.value.shown;
  yield `${held(shown?.channelId, shown?.size ?? 0)}\n`;
}

/** A verifier that is shipped with the program; it lies beside the sources, also of what was built. */
function verifier(name: string): string {
  for (const path of [
    `../../../evidence/verifiers/${name}`,
    `../../../../../bot/evidence/verifiers/${name}`,
  ]) {
    const file = new URL(path, import.meta.url);
    if (existsSync(file)) return readFileSync(file, 'utf8');
  }
  throw new Error(`The verifier ${name} does not lie where it was shipped.`);
}

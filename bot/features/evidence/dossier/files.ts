import { existsSync, readFileSync } from 'node:fs';
import type { TenantKey } from '../../../duty/ids.ts';
import type { Witness } from '../../../ports/evidence.ts';
import type { EvidenceStore } from '../../../ports/store.ts';
import { vendorCalled } from '../../../views/duty/asked.ts';
import type { Story } from './collect.ts';
import {
  coverageCsv,
  decisionLines,
  decisionsHeading,
  dutiesHeading,
  dutyLine,
  fieldLines,
  fieldsHeading,
  findingsCsv,
  peopleCsv,
} from './tables/csv.ts';
import type { DossierReader } from './in-words.ts';
import { moment, periodInWords } from './in-words.ts';
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
  yield [texts.readmeName, texts.readme(periodInWords(report.period, reader.language))];
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
  yield [`csv/${texts.fieldsName}.csv`, fieldsCsv(shelf, sums, reader)];
  yield [`csv/${texts.findingsName}.csv`, findingsCsv(sums.findings, reader)];
  yield [`csv/${texts.peopleName}.csv`, peopleCsv(sums.people, reader)];
  yield [`csv/${texts.coverageName}.csv`, coverageCsv(coverageRows(report), reader)];
  yield [`${texts.witnessFolder}/${texts.witnessName}`, report.log.checkpoints.at(-1) ?? ''];
  yield [`${texts.witnessFolder}/${texts.heldName}`, whereHeld(store, { tenant, report }, reader)];
  for (const { size, token } of report.stamps)
    yield [`${texts.witnessFolder}/${stampName(size)}`, bytesOf(token)];
  yield ['controleer.html', verifier('controleer.html')];
  yield ['controleer.py', verifier('controleer.py')];
}

/** What the time stamp of the checkpoint of a size is called. */
const stampName = (size: number): string => `${String(size)}.tst`;

/** What stands as base64. */
async function* bytesOf(written: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(written, 'base64'));
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

async function* fieldsCsv(
  shelf: Shelf,
  sums: Report['sums'],
  reader: DossierReader,
): AsyncGenerator<string> {
  yield fieldsHeading(reader);
  for (const [kind] of kindsOf(sums))
    for await (const story of shelf.stories(kind)) yield fieldLines(story, reader);
}

const coverageRows = ({ sums, population }: Report) =>
  kindsOf(sums).map(([kind, { asked, answered, late, problems, open, withdrawn }]) => ({
    kind,
    counts: [asked, answered, late, problems, open, withdrawn],
    log: population?.get(kind),
  }));

const witnessIn = (
  { vendor, channelId = '', container }: Pick<Witness, 'vendor' | 'channelId' | 'container'>,
  texts: (typeof dossierTexts)['nl'],
): string => {
  if (vendor !== undefined) return texts.atVendor(vendorCalled(vendor));
  return container === undefined ? texts.inChannel(channelId) : texts.asBlob(container);
};

/** Where checkpoints are held outside the store: messages in the IT channel, vendors, time stamps. */
async function* whereHeld(
  store: EvidenceStore,
  { tenant, report }: { readonly tenant: TenantKey; readonly report: Report },
  reader: DossierReader,
): AsyncGenerator<string> {
  const texts = dossierTexts[reader.language];
  let none = true;
  for await (const { size, at, message, ...held } of store.witnesses(tenant)) {
    none = false;
    const where = witnessIn(held, texts);
    yield `${texts.held(size, where, { when: moment(at, reader), message })}\n`;
  }
  for (const { size, at } of report.stamps) {
    none = false;
    yield `${texts.stamped(size, moment(at, reader), stampName(size))}\n`;
  }
  if (none) yield `${texts.heldNowhere}\n`;
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

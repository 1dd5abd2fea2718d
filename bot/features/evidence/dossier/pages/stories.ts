import type { EvidenceRecord } from '../../../../duty/record/record.ts';
import { attachedIn, attachmentName } from '../../attached.ts';
import { cardHashOf, shownIn } from '../cards.ts';
import type { Story } from '../collect.ts';
import type { DossierReader } from '../in-words.ts';
import { kindInWords, moment, vendorIn } from '../in-words.ts';
import { recordInWords, stepInWords } from '../words/step-in-words.ts';
import { fieldInWords, fieldsIn } from '../words/fields.ts';
import { questionsOf } from '../questions/index.ts';
import { dossierTexts } from '../texts.ts';
import { storyPage } from './page-names.ts';
import { escaped, pageEnd, pageStart, paragraph, table } from './html.ts';

/** The stories of some duties of a kind, each step with its number and its code. */
export async function* storiesPage(
  { kind, at }: { readonly kind: string; readonly at: number },
  stories: AsyncIterable<Story>,
  reader: DossierReader,
): AsyncGenerator<string> {
  const texts = dossierTexts[reader.language];
  const title = `${texts.story}: ${kindInWords(kind, reader.language)}`;
  yield pageStart({ language: reader.language, title });
  for await (const story of stories) yield storySection(story, storyPage(kind, at), reader);
  yield pageEnd;
}

/** Who did it: a person, or the vendor that asked; the bot itself where nobody is named. */
function actorOf({ by, data }: EvidenceRecord, { language }: DossierReader): string {
  if (by) return by.name ?? dossierTexts[language].nobody;
  return vendorIn(data) ?? dossierTexts[language].bot;
}

/** What a step says; files that were kept with it are opened from there. */
function whatHappened(story: Story, record: EvidenceRecord, reader: DossierReader) {
  const files = attachedIn(record);
  if (files.length === 0) return recordInWords(story, record, reader);
  const { attachmentsFolder } = dossierTexts[reader.language];
  const links = files.map((file) => {
    const address = `../${attachmentsFolder}/${attachmentName(file)}`;
    return `<a href="${escaped(address)}">${escaped(file.name)}</a>`;
  });
  return { html: links.join(' · ') };
}

/** A step with the card that was shown at it, opened from there; one that was erased since is said to be so. */
function withCard(
  what: string | { readonly html: string },
  {
    record,
    shown,
    page,
  }: {
    readonly record: EvidenceRecord;
    readonly shown: ReadonlyMap<string, string>;
    readonly page: string;
  },
  { language }: DossierReader,
): string | { readonly html: string } {
  const hash = cardHashOf(record);
  if (hash === undefined) return what;
  const { cardsFolder, cardShown, cardGone } = dossierTexts[language];
  const link = shown.has(hash)
    ? `<a href="${escaped(`../${cardsFolder}/${page}#${hash}`)}">${escaped(cardShown)}</a>`
    : escaped(cardGone);
  const said = typeof what === 'string' ? escaped(what) : what.html;
  return { html: [said, link].filter((one) => one !== '').join(' · ') };
}

/** Everything that was asked and answered, with the step in which it was said. */
function recordedSection(story: Story, reader: DossierReader): string {
  const { recorded, recordedHeads } = dossierTexts[reader.language];
  const rows = fieldsIn(story.records).map((field) => {
    const { title, said } = fieldInWords(story, field, reader);
    return [String(field.record.seq), title, said];
  });
  return `<h3>${escaped(recorded)}</h3>\n${table(recordedHeads, rows, 'fields')}`;
}

/** What its answers left to be done, and how that stands. */
function leftSection({ followedBy = [] }: Story, { language }: DossierReader): string {
  const { leftToDo, states } = dossierTexts[language];
  const told = followedBy.map(({ title, state }) => `${title} (${states[state]})`);
  return told.length === 0 ? '' : `\n${paragraph(`${leftToDo}: ${told.join(' · ')}`)}`;
}

function storySection(story: Story, page: string, reader: DossierReader): string {
  const texts = dossierTexts[reader.language];
  const shown = shownIn(story);
  const rows = story.records.map((record) => [
    String(record.seq),
    moment(record.at, reader),
    stepInWords(record, reader),
    actorOf(record, reader),
    withCard(whatHappened(story, record, reader), { record, shown, page }, reader),
    { html: `<span class="code">${record.hash.slice(0, 16)}…</span>` },
  ]);
  const waits = story.answers.length === 0 && story.state === 'open';
  const asked = questionsOf(story.kind).map(({ ask, answer }) => [
    ask[reader.language],
    answer(story, reader) ?? (waits ? texts.notYet : texts.notRecorded),
  ]);
  return `<h2 id="${story.id}">${escaped(`${story.reference} · ${story.system}`)}</h2>
${paragraph(`${story.title} · ${texts.states[story.state]}`)}${leftSection(story, reader)}
${table(texts.steps, rows, 'steps')}
${recordedSection(story, reader)}<h3>${escaped(texts.questions)}</h3>
${table(texts.answerHeads, asked)}
<p class="code">${story.id}</p>
`;
}

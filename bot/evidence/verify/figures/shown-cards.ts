import { sha256 } from '../../../duty/record/canonical.ts';
import { cardInWords } from '../../../features/evidence/dossier/pages/cards.ts';
import { pageEnd } from '../../../features/evidence/dossier/pages/html.ts';
import { storiesPerPage, storyPage } from '../../../features/evidence/dossier/pages/page-names.ts';
import { dossierTexts } from '../../../features/evidence/dossier/texts.ts';
import type { Files, Told } from './told.ts';
import { oneOf } from './told.ts';

const folders = [dossierTexts.nl, dossierTexts.en].map(({ cardsFolder }) => cardsFolder);

/** What stands below the heading of a page and the one line about it. */
function afterHeading(page: string): string {
  const [above] = /^.*<body><main><h1>[^<]*<\/h1>\n<p class="plain">[^<]*<\/p>/s.exec(page) ?? [];
  return above === undefined ? page : page.slice(above.length);
}

/**
 * The cards of a kind are those that its records say were shown: each in its place, none other, and in words what
 * they are exactly. One may be gone where somebody was erased from the duty.
 */
export async function* cardProblems(
  files: Files,
  kind: string,
  told: readonly Told[],
): AsyncGenerator<string> {
  for (let at = 0; at < told.length; at += storiesPerPage) {
    const page = storyPage(kind, at);
    const some = told.slice(at, at + storiesPerPage);
    const [exact, readable] = [page.replace(/html$/, 'ndjson'), page].map((name) =>
      oneOf(files, ...folders.map((folder) => `${folder}/${name}`)),
    );
    const lines = exact === undefined ? [] : (await files.text(exact)).split('\n').slice(0, -1);
    const found = lines.map((text) => ({ hash: sha256(text), text }));
    const known = new Set(some.flatMap(({ shown }) => [...shown.keys()]));
    if (found.some(({ hash }) => !known.has(hash)))
      yield `${exact ?? page} holds a card that no record of its duties knows`;
    const words: string[] = [];
    let next = 0;
    for (const story of some)
      for (const [hash, seq] of story.shown) {
        const card = found[next];
        if (card?.hash === hash) {
          words.push(cardInWords(story, hash, card.text));
          next += 1;
        } else if (!story.erased)
          yield `${exact ?? page} lacks the card of record ${seq} of duty ${story.id}, or has it elsewhere`;
      }
    if (next < found.length) yield `${exact ?? page} has its cards in another order`;
    const right = found.length > 0 || readable !== undefined ? words.join('') + pageEnd : '';
    if ((readable === undefined ? '' : afterHeading(await files.text(readable))) !== right)
      yield `${readable ?? page} says of its cards something else than they do`;
  }
}

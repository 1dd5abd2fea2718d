import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'mocha';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { languages } from '../cards/language.ts';
import { themes } from './gallery/host-config.ts';
import { folded, outlineOf } from './gallery/outline.ts';
import { whoWasCalled } from './gallery/more/makers.ts';
import { galleryPages } from './gallery/pages.ts';
import { rules } from './gallery/rules.ts';
import type { Page } from './gallery/shots.ts';
import { writeGallery } from './gallery/write.ts';
import { browserOrPending, launchBrowser } from './support/teams/playground.ts';

// A change that is meant is written down with UPDATE_OUTLINE=1 and read in the difference.
const update = process.env['UPDATE_OUTLINE'] === '1';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let pages: readonly Page[] = [];
/** What makes a card and was never called for it. */
let without: readonly string[] = [];

before('make the gallery', async function () {
  this.timeout(240_000);
  const { made, neverCalled } = await whoWasCalled(galleryPages);
  pages = made;
  without = neverCalled;
});

describe('the gallery of every card', function () {
  this.timeout(120_000);

  it('is made of what is written down: elements, labels and buttons, in their order', () => {
    const changed = pages.filter((page) => {
      const file = new URL(`gallery/outline/${page.name}.txt`, import.meta.url);
      const outline = outlineOf(page);
      if (update) writeFileSync(file, outline);
      return !existsSync(file) || readFileSync(file, 'utf8') !== outline;
    });

    const told = 'UPDATE_OUTLINE=1 npx mocha tests/gallery.test.ts writes the outline';
    assert.deepEqual(
      changed.map(({ name }) => name),
      [],
      told,
    );
  });

  it('shows every card, form and page that the product can make', () => {
    assert.deepEqual(without, [], 'a page of tests/gallery calls each of these');
  });

  for (const [what, faultsOf] of rules)
    it(`has ${what}`, () => {
      const found = pages.flatMap(({ name, shots }) =>
        shots.flatMap(({ event, to, cards }) =>
          languages.flatMap((language) =>
            faultsOf(cards[language], language).map(
              (fault) => `${name}, ${event}, ${to}, ${language}: ${fault}`,
            ),
          ),
        ),
      );

      assert.deepEqual(found, []);
    });
});

// A browser takes minutes over all of them, as CI does: what is filled in differs most, and so does the chat.
const isWhole = process.env['GALLERY'] === 'all';
const parts = [1, 2, 3, 4];
const inPart = (part: number): string => `answered ${String(part)} of ${String(parts.length)}`;
const names = ['chat', 'steps', ...(isWhole ? parts.map(inPart) : [])];
/** In every language, theme and width where it is looked at wholly; else in two that differ in all of them. */
const inEveryLook = (name: string): boolean => isWhole && (name === 'chat' || name === 'steps');

/** The cards of these pages, each make of card once. */
function shownPages(all: readonly Page[]): readonly Page[] {
  const shots = all.flatMap((page) =>
    page.shots.filter(({ alike }) => !alike).map((shot) => ({ page: page.name, shot })),
  );
  const ofPage = (is: (one: (typeof shots)[number]) => boolean) =>
    shots.filter(is).map(({ shot }) => shot);
  const isStep = ({ shot: { event } }: (typeof shots)[number]) => asks.test(event);
  return [
    { name: 'chat', shots: ofPage(({ page }) => page === 'chat') },
    { name: 'steps', shots: ofPage((one) => one.page !== 'chat' && isStep(one)) },
    ...parts.map((part) => {
      const others = ofPage((one) => one.page !== 'chat' && !isStep(one));
      return {
        name: inPart(part),
        shots: others.filter((_, at) => at % parts.length === part - 1),
      };
    }),
  ];
}

interface Drawn {
  readonly page: BrowserPage;
  readonly errors: readonly string[];
}

describe('the gallery in a browser', function () {
  this.timeout(300_000);
  let folder = '';
  let browser: Browser | undefined;
  let some: readonly Page[] = [];

  before(async function () {
    browserOrPending(this);
    some = shownPages(folded(pages));
    folder = mkdtempSync(join(tmpdir(), 'shared-duty-cards-'));
    writeGallery(some, folder);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  /** A page with everything on it drawn, and what went wrong meanwhile: drawn once, and looked at in several widths. */
  async function drawn(name: string): Promise<Drawn> {
    assert.ok(browser);
    const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(pathToFileURL(join(folder, name, 'index.html')).href);
    if (!inEveryLook(name)) await page.evaluate(fewer);
    for (const tick of [...themes, 'phone'])
      await page.getByRole('checkbox', { name: tick }).check();
    errors.push(...(await page.evaluate<string[]>('window.faults')));
    return { page, errors };
  }

  for (const name of names) {
    describe(`of ${name}`, () => {
      let shown: Drawn;
      before(async () => {
        shown = await drawn(name);
      });
      after(() => shown.page.close());

      it('is drawn at 320 px without an error and without scrolling sideways', async () => {
        const { page, errors } = shown;
        await page.setViewportSize({ width: 320, height: 900 });

        const { wide, cards } = await page.evaluate<{ wide: string[]; cards: number }>(measured);

        assert.deepEqual(errors, []);
        assert.deepEqual(wide, []);
        assert.equal(
          cards,
          (inEveryLook(name) ? 8 : 2) * (some.find((one) => one.name === name)?.shots.length ?? 0),
        );
      });

      it('has no serious finding of axe, light and dark, in both languages', async () => {
        const { page } = shown;
        await page.setViewportSize({ width: 640, height: 900 });

        assert.deepEqual(await findingsOf(page), []);
      });
    });
  }
});

// Runs in the page: each card once in Dutch, light and as a phone shows it, and once in English, dark and wide.
const fewer = `document
  .querySelectorAll('.shot:not(.nl.light.phone):not(.en.dark.desktop)')
  .forEach((one) => one.remove())`;

// The question of each kind, and every step of every answer.
const asks = /^(?:It is asked|The answer|The button)/;

// Runs in the page: what is wider than its place, and how many cards there are.
const measured = `({
  wide: [document.documentElement, ...document.querySelectorAll('.shot, .shot :not(input, select, textarea)')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
    .map((one) => one.className + ' ' + (one.dataset.at ?? '')),
  cards: document.querySelectorAll('.shot > .ac-adaptiveCard').length,
})`;

/** What axe finds serious or critical, each with the first place where it is. */
async function findingsOf(page: BrowserPage): Promise<readonly string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate<
    string[]
  >(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes.length, nodes[0].html, nodes[0].failureSummary].join(' · ')))`);
}

import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from 'playwright-core';

/** A card in the open chat; every method waits until the page is ready for it. */
export type CardOnPage = {
  text(): Promise<string>;
  /** Types into a text, number or date field (dates as 2026-12-31). */
  fill(label: string, value: string): Promise<void>;
  /** Chooses a radio button or ticks a box by the words beside it; the question tells equal words apart. */
  pick(choice: string, question?: string): Promise<void>;
  /** Chooses from a list that folds out. */
  choose(label: string, option: string): Promise<void>;
  /** Clicks the button with this title, also when it hides behind "…". */
  press(title: string): Promise<void>;
  readonly locator: Locator;
};

export type PlaygroundPage = {
  openPersonalChat(): Promise<void>;
  openChannel(name: string): Promise<void>;
  /** Sends a message; in a channel as a new post that mentions the bot, which it would else not hear. */
  say(text: string): Promise<void>;
  /** The newest card with this text, once it is there. */
  card(text: string): Promise<CardOnPage>;
  /** The texts of all cards in the open chat, from top to bottom. */
  cardTexts(): Promise<string[]>;
  /** Waits for words anywhere in the open chat. */
  see(text: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
  /** For what these methods do not offer. */
  readonly page: Page;
};

const usualPlaces = [
  // The browser without a window of its own takes a quarter less of the processor.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Cards inside cards (Action.ShowCard) belong to the outer one.
const outerCard = '.ac-adaptiveCard:not(.ac-adaptiveCard .ac-adaptiveCard)';

/** Where Chromium is: `CHROMIUM_PATH`, else the usual places, else nowhere. */
function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named === undefined || named === '') return usualPlaces.find((path) => existsSync(path));
  if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  return named;
}

/** Makes a test pending where there is no Chromium, and a failure where `REQUIRE_BROWSER=1` says there must be. */
export function browserOrPending(context: Mocha.Context): void {
  if (chromiumPath() !== undefined) return;
  if (process.env['REQUIRE_BROWSER'] === '1')
    throw new Error(
      'REQUIRE_BROWSER=1, but no Chromium was found: install it or set CHROMIUM_PATH.',
    );
  context.skip();
}

/** Starts Chromium; whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('No Chromium: call browserOrPending first.');
  return chromium.launch({ executablePath, args: flags });
}

/** Opens the Playground's page in Chromium and waits until it has announced its personal chat to the bot. */
export async function openPlayground(url: string): Promise<PlaygroundPage> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 1000 },
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      // What slides in is waited for until it stands still.
      reducedMotion: 'reduce',
    });
    await keepOffTheInternet(context, url);
    // Shorter than a test may last, so that the message names what was waited for.
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await Promise.all([installationOf(page), page.goto(url)]);
    // Its log repeats every message, which would be found instead of the message itself.
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    return { ...pageActions(page), close: () => browser.close(), page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function pageActions(page: Page): Omit<PlaygroundPage, 'close' | 'page'> {
  let inChannel = false;
  const open = async (entry: Locator, channel: boolean) => {
    await entry.click();
    // Only a channel offers to start a new post.
    const newPost = page.getByRole('button', { name: 'Post', exact: true });
    await newPost.waitFor({ state: channel ? 'visible' : 'hidden' });
    inChannel = channel;
  };
  return {
    openPersonalChat: () => open(page.getByRole('treeitem', { name: 'Personal Chat' }), false),
    openChannel: (name) =>
      open(page.getByRole('treeitem', { name: new RegExp(` - ${escaped(name)}$`) }), true),
    say: (text) => (inChannel ? post(page, text) : sendMessage(page, text)),
    card: async (text) => {
      const found = page.locator(outerCard).filter({ hasText: text });
      // A channel shows its newest post on top, a chat its newest message at the bottom.
      const newest = inChannel ? found.first() : found.last();
      await newest.waitFor();
      return cardActions(page, newest);
    },
    cardTexts: () => page.locator(outerCard).allInnerTexts(),
    see: (text) => page.getByText(text).last().waitFor(),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
  };
}

function cardActions(page: Page, card: Locator): CardOnPage {
  // A field's name ends in its error message once that is shown.
  const named = (label: string) => new RegExp(`^${escaped(label)}`);
  return {
    text: () => card.innerText(),
    fill: async (label, value) => {
      const field = card.getByLabel(named(label)).first();
      await field.fill(value);
      await field.blur();
    },
    pick: (choice, question) => {
      const group = card.getByRole('radiogroup', { name: named(question ?? '') });
      const radio = (question === undefined ? card : group).getByRole('radio', {
        name: choice,
        exact: true,
      });
      // A box among several is called by its question and its own words.
      const box = card.getByRole('checkbox', {
        name: new RegExp(`${named(question ?? '').source}(.* )?${escaped(choice)}$`),
      });
      return radio.or(box).first().check();
    },
    choose: async (label, option) => {
      await card.getByRole('combobox', { name: named(label) }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    press: async (title) => {
      const button = card.getByRole('button', { name: title, exact: true });
      const more = card.getByRole('button', { name: 'More options' });
      await button.or(more).first().waitFor();
      if ((await button.count()) > 0) return button.first().click();
      await more.click();
      await page.getByRole('menuitem', { name: title, exact: true }).click();
    },
    locator: card,
  };
}

async function sendMessage(page: Page, text: string): Promise<void> {
  await page.locator('[contenteditable=true]').first().click();
  await page.keyboard.insertText(text);
  await Promise.all([sent(page), page.keyboard.press('Enter')]);
}

async function post(page: Page, text: string): Promise<void> {
  await page.locator('[contenteditable=true]').first().click();
  // The bot stands first among those who can be mentioned.
  await page.keyboard.type('@');
  await page.getByRole('menuitem').first().click();
  await page.keyboard.insertText(` ${text}`);
  await Promise.all([sent(page), page.getByRole('button', { name: 'Post', exact: true }).click()]);
}

function sent(page: Page) {
  return page.waitForResponse((response) => /\/_conversation\/.*\/messages$/.test(response.url()));
}

function installationOf(page: Page) {
  return page.waitForResponse((response) => /\/_debug\/.*\/installation$/.test(response.url()));
}

// The page asks a font server far away; a test depends on nobody.
async function keepOffTheInternet(context: BrowserContext, url: string): Promise<void> {
  const { origin } = new URL(url);
  const isElsewhere = (address: URL) => address.origin !== origin;
  await context.route(isElsewhere, (route) => route.abort());
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { launchBrowser } from '../support/teams/playground.ts';

/** Takes the picture of the README: the first cards of a change, as a desktop shows them in Dutch. */
export async function writePicture(folder: string, file: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1260, height: 900 } });
    await page.goto(pathToFileURL(join(folder, 'verify-change', 'index.html')).href);
    await page.evaluate(showOnly);
    await page.locator('#picture').screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

// Runs in the page: the question, a yes and a no in both languages side by side.
const showOnly = `
document.getElementById('en').click();
const row = document.createElement('div');
row.className = 'row';
row.id = 'picture';
row.style.padding = '12px';
row.append(...[...document.querySelectorAll('.shot.nl.light.desktop')].filter((_, at) => at === 0 || at === 2));
document.querySelector('main').append(row);
`;

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { launchBrowser } from '../support/teams/playground.ts';

/** Takes the picture of the README: a change that is asked, the step of a no, and what is shown after it, in Dutch. */
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

// Runs in the page: three cards of a "no" side by side.
const showOnly = `
const row = document.createElement('div');
row.className = 'row';
row.id = 'picture';
row.style.padding = '12px';
const wanted = ['It is asked', 'The answer “broken”', 'Answered: broken'];
row.append(...wanted.map((begins) => {
  const section = [...document.querySelectorAll('section')].find((one) => one.textContent.startsWith(begins));
  const card = section.querySelector('.shot.nl.light.desktop');
  card.style.width = '400px';
  return card;
}));
document.querySelector('main').append(row);
`;

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePicture } from './picture.ts';
import { galleryPages } from './pages.ts';
import { indexHtml, pageHtml } from './html.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'dist', 'cards');
const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

const pages = await galleryPages();
rmSync(folder, { recursive: true, force: true });
for (const page of pages) {
  mkdirSync(join(folder, page.name), { recursive: true });
  writeFileSync(join(folder, page.name, 'index.html'), pageHtml(page));
}
writeFileSync(join(folder, 'index.html'), indexHtml(pages));
cpSync(renderer, join(folder, 'adaptivecards.min.js'));
const count = pages.reduce((sum, { shots }) => sum + shots.length, 0);
console.log(`${String(count)} cards, each in both languages: open ${join(folder, 'index.html')}`);

if (process.argv.includes('--picture')) {
  const picture = join(root, '.github', 'cards.png');
  await writePicture(folder, picture);
  console.log(`The picture of the README: ${picture}`);
}
// The servers of the fake Teams, which the tests share, would keep the process alive.
process.exit(0);

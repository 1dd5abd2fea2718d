import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folded } from './outline.ts';
import { galleryPages } from './pages.ts';
import { writePicture } from './picture.ts';
import { writeGallery } from './write.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'dist', 'cards');

const pages = folded(await galleryPages());
writeGallery(pages, folder);
const count = pages.reduce((sum, { shots }) => sum + shots.length, 0);
const toRead = pages.flatMap(({ shots }) => shots).filter(({ alike }) => !alike).length;
console.log(
  `${String(count)} cards, ${String(toRead)} of them to read, each in both languages: open ${join(folder, 'index.html')}`,
);

if (process.argv.includes('--picture')) {
  const picture = join(root, '.github', 'cards.png');
  await writePicture(folder, picture);
  console.log(`The picture of the README: ${picture}`);
}
// The fake Teams that the tests share would keep the process alive.
process.exit(0);

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { indexHtml, pageHtml } from './html.ts';
import type { Page } from './shots.ts';

const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

/** Writes the gallery in the place of what the folder held: an index, a page for each kind, and the renderer. */
export function writeGallery(pages: readonly Page[], folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const page of pages) {
    mkdirSync(join(folder, page.name), { recursive: true });
    writeFileSync(join(folder, page.name, 'index.html'), pageHtml(page));
  }
  writeFileSync(join(folder, 'index.html'), indexHtml(pages));
  cpSync(renderer, join(folder, 'adaptivecards.min.js'));
}

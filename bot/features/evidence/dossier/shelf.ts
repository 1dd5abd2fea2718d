import { createReadStream, createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { linesOf } from '../../../files/lines.ts';
import type { Story } from './collect.ts';

/** Stories by kind, on disk: a dossier of years does not stand in memory. */
export interface Shelf {
  readonly put: (story: Story) => Promise<void>;
  /** No story comes any more. */
  readonly settle: () => Promise<void>;
  readonly stories: (kind: string) => AsyncIterable<Story>;
  readonly clear: () => Promise<void>;
}

/** Makes a shelf beside a file that is being written. */
export async function openShelf(beside: string): Promise<Shelf> {
  const folder = await mkdtemp(`${beside}.`);
  const files = new Map<string, { readonly path: string; readonly out: WriteStream }>();
  const fileOf = (kind: string) => {
    const known = files.get(kind);
    if (known) return known;
    const path = join(folder, String(files.size));
    const file = { path, out: createWriteStream(path) };
    files.set(kind, file);
    return file;
  };
  return {
    put: async (story) => {
      const { out } = fileOf(story.kind);
      if (!out.write(`${JSON.stringify(story)}\n`)) await once(out, 'drain');
    },
    settle: async () => {
      for (const { out } of files.values()) {
        await new Promise<void>((resolve, reject) => {
          out.once('error', reject);
          out.end(resolve);
        });
      }
    },
    stories: async function* (kind) {
      const file = files.get(kind);
      if (!file) return;
      // Our own lines, written a moment ago.
      for await (const line of linesOf(createReadStream(file.path)))
        yield JSON.parse(line.toString('utf8')) as Story;
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

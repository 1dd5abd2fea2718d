import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { canonical } from '../../../duty/record/canonical.ts';
import { hashOf } from '../../../duty/record/record.ts';

/** A zip file that is written as it grows. */
export interface Archive {
  readonly file: (name: string) => {
    readonly add: (content: string | Uint8Array) => Promise<void>;
    readonly end: () => Promise<void>;
  };
  /** Adds the manifest, which names every other file with its size and hash; tells what the whole is then. */
  readonly end: () => Promise<{ readonly bytes: number; readonly sha256: string }>;
}

// Line by line it would take longer than everything else together.
const pushedAtOnce = 64 * 1024;

/** Begins a zip file; one that exists already is an error. */
export function openArchive(path: string): Archive {
  const out = createWriteStream(path, { flags: 'wx', flush: true });
  const listed: { name: string; bytes: number; sha256: string }[] = [];
  let failed: Error | undefined;
  const whole = { bytes: 0, hash: createHash('sha256') };
  const zip = new Zip((error, data) => {
    if (error) failed = error;
    else {
      whole.bytes += data.length;
      whole.hash.update(data);
      out.write(data);
    }
  });
  const settled = async (): Promise<void> => {
    if (failed) throw failed;
    if (out.writableNeedDrain) await once(out, 'drain');
  };
  const file: Archive['file'] = (name) => {
    const entry = new ZipDeflate(name, { level: 6 });
    // A file has the time of nobody's clock, so that the same evidence is the same file.
    entry.mtime = '1980-01-01T12:00:00';
    zip.add(entry);
    const hash = createHash('sha256');
    let bytes = 0;
    let waiting: Uint8Array[] = [];
    let size = 0;
    const push = async (last: boolean): Promise<void> => {
      const chunk = Buffer.concat(waiting);
      [waiting, size] = [[], 0];
      hash.update(chunk);
      bytes += chunk.length;
      entry.push(chunk, last);
      await settled();
    };
    return {
      add: async (content) => {
        const chunk = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
        waiting.push(chunk);
        size += chunk.length;
        if (size >= pushedAtOnce) await push(false);
      },
      end: async () => {
        await push(true);
        if (name !== 'manifest.json') listed.push({ name, bytes, sha256: hash.digest('hex') });
      },
    };
  };
  return {
    file,
    end: async () => {
      const manifest = { type: 'dossier', files: listed };
      const last = file('manifest.json');
      await last.add(canonical({ ...manifest, hash: hashOf(manifest) }));
      await last.end();
      zip.end();
      await new Promise<void>((resolve, reject) => {
        out.once('error', reject);
        out.end(resolve);
      });
      return { bytes: whole.bytes, sha256: whole.hash.digest('hex') };
    },
  };
}

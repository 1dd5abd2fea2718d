import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const parts = ['bot', 'cards', 'manifest'];
let compiled: Promise<string> | undefined;

/**
 * The program of a process of its own, as JavaScript: `bot/main`. A process that first has to translate seven hundred
 * files takes twice as long to start, and the tests start dozens. Translated once for each process of tests.
 */
export async function compiledProgram(path: string): Promise<string> {
  compiled ??= compileAll();
  return join(await compiled, `${path}.js`);
}

async function compileAll(): Promise<string> {
  // Beneath the packages, so that what is imported by name is found.
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'compiled-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const files = parts.flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const { outputFiles } = await build({
    entryPoints: files.filter((file) => file.endsWith('.ts')),
    outdir: folder,
    outbase: root,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
  });
  for (const { path, text } of outputFiles) write(path, withoutTs(text));
  const others = files.filter((file) => !file.endsWith('.ts'));
  for (const file of [...others, join(root, 'package.json')]) {
    const copy = join(folder, relative(root, file));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
  return folder;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Names files as they are called now, in imports and nowhere else. */
const withoutTs = (text: string): string =>
  text.replace(/(\bfrom |\bimport |\bimport\()"(\.{1,2}\/[^"\n]+)\.ts"/g, '$1"$2.js"');

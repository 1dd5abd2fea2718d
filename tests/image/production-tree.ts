import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stage } from './dockerfile.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Puts in an empty folder what the last stage of the image holds. Instead of `npm ci --omit=dev`, which needs the
 * network, the installed packages that the lock file does not mark as development ones are linked; the
 * build is the same compiler without its check of types, which has its own test.
 */
export function makeImageFolder(folder: string, stages: readonly Stage[]): void {
  const last = stages.at(-1);
  if (!last) throw new Error('The Dockerfile has no stage.');
  linkPackages(join(folder, 'node_modules'));
  for (const run of stages.find(({ name }) => name === 'packages')?.runs ?? []) {
    if (run.startsWith('find ')) execFileSync('sh', ['-c', run], { cwd: folder });
  }
  execFileSync(
    process.execPath,
    [
      ...[join(project, 'node_modules/typescript/bin/tsc'), '--project', 'tsconfig.build.json'],
      ...['--noCheck', '--outDir', join(folder, 'dist')],
    ],
    { cwd: project },
  );
  for (const { stage, sources, target } of last.copies) {
    if (stage !== undefined) continue;
    for (const source of sources) {
      const to = target.endsWith('/')
        ? join(folder, target, basename(source))
        : join(folder, target);
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(join(project, source), to);
    }
  }
}

/** The folders of the packages that `npm ci --omit=dev` installs, as the lock file has them. */
export function productionPackages(): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path]) => path)
    .filter((path) => existsSync(join(project, path)));
}

/** The bytes of all files below a folder. */
export function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function linkPackages(target: string): void {
  for (const path of productionPackages()) {
    linkFiles(join(project, path), join(dirname(target), path));
  }
}

function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, link] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && entry.name !== 'node_modules') linkFiles(source, link);
    else if (entry.isFile()) linkFile(source, link);
  }
}

function linkFile(source: string, link: string): void {
  try {
    linkSync(source, link);
  } catch (error) {
    // The folder for temporary files may be another disk.
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    copyFileSync(source, link);
  }
}

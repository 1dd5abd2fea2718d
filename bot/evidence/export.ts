import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Settings } from '../settings.ts';
import type { Store } from '../ports/store.ts';
import type { DateRange } from '../features/evidence/export.ts';
import { exportEvidence } from '../features/evidence/export.ts';
import { readDateRange } from '../features/evidence/extent.ts';

/** What was asked for on the command line. */
export interface ExportOptions {
  readonly from?: string;
  readonly to?: string;
  readonly kind?: string;
  readonly out?: string;
  readonly force?: boolean;
}

export interface ExportPlan {
  readonly extent: DateRange;
  readonly path: string;
  readonly force: boolean;
}

export type PlanReading =
  | { readonly ok: true; readonly plan: ExportPlan }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads what was asked for; every wrong option is named. */
export function readPlan(options: ExportOptions, zone: string): PlanReading {
  const { force = false } = options;
  const path = options.out ?? defaultName(options);
  const read = readDateRange(options, zone);
  const problems = [
    ...(['from', 'to', 'kind', 'out'] as const)
      .filter((name) => options[name] === '')
      .map((name) => `--${name} needs a value.`),
    ...(read.ok ? [] : read.problems.map(({ path: name, message }) => `--${name} ${message}.`)),
    // A name made of a wrong day says nothing about files.
    ...(options.out === undefined && !read.ok ? [] : pathProblems(path, force)),
  ];
  return read.ok && problems.length === 0
    ? { ok: true, plan: { extent: read.extent, path, force } }
    : { ok: false, problems };
}

function defaultName({ from, to, kind }: ExportOptions): string {
  const parts = [from ?? (to && 'start'), to ?? (from && 'now'), kind].filter(Boolean);
  // An instant has colons, and Windows takes none in a name.
  return `${['evidence', ...parts].join('-').replaceAll(':', '')}.ndjson`;
}

function pathProblems(path: string, force: boolean): readonly string[] {
  if (path === '') return [];
  if (isFolder(path)) return [`${path} is a folder: name a file with --out.`];
  if (!isFolder(dirname(path))) return [`The folder ${dirname(path)} does not exist.`];
  if (!force && existsSync(path))
    return [`${path} exists: name another file with --out, or add --force.`];
  return [];
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Writes the evidence to a file, which has its name only when it is complete; returns the number of records. */
export async function exportToFile(
  store: Store,
  { homeTenant }: Pick<Settings, 'homeTenant'>,
  { extent, path, force }: ExportPlan,
): Promise<number> {
  const unfinished = join(dirname(path), `.${basename(path)}.${String(process.pid)}.part`);
  let lines = 0;
  const counted = async function* (): AsyncGenerator<string> {
    for await (const line of exportEvidence(store, homeTenant, extent)) {
      lines += 1;
      yield line;
    }
  };
  try {
    await pipeline(
      Readable.from(counted()),
      createWriteStream(unfinished, { flags: 'wx', flush: true }),
    );
    if (!force && existsSync(path))
      throw new Error(`${path} was made by somebody else in the meantime.`);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  // The last line is the manifest.
  return lines - 1;
}

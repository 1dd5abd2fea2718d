import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DateRange } from '../../features/evidence/export.ts';
import { readDateRange } from '../../features/evidence/extent.ts';

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

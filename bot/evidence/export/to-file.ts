import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toInstant } from '../../duty/time/instant.ts';
import type { Exported } from '../../features/evidence/export.ts';
import { sizeOf } from '../../features/evidence/size.ts';
import { exportEvidence } from '../../features/evidence/export.ts';
import type { Installation } from '../command/installation.ts';
import type { Progress } from '../command/terminal.ts';
import type { ExportPlan } from './plan.ts';

/** The part of an installation that an export needs. */
export type Exporter = Pick<Installation, 'store' | 'software' | 'now'> & {
  readonly settings: Pick<Installation['settings'], 'homeTenant' | 'anonymous'>;
};

/** Writes the evidence to a file, which has its name only when it is complete. */
export async function exportToFile(
  { store, settings, software, now }: Exporter,
  { extent, path, force }: ExportPlan,
  shown?: Progress,
): Promise<Exported> {
  const unfinished = join(dirname(path), `.${basename(path)}.${String(process.pid)}.part`);
  let exported: Exported = { records: 0, problems: [] };
  const lines = async function* (): AsyncGenerator<string> {
    const { homeTenant: tenant } = settings;
    const of = shown?.isShown ? (await sizeOf(store.evidence, tenant)).records : undefined;
    const all = exportEvidence(store.evidence, {
      tenant,
      extent,
      environment: settings.anonymous ? 'development' : 'production',
      asOf: toInstant(now()),
      software,
      seen: (records) => shown?.step(records, of),
    });
    for (;;) {
      const line = await all.next();
      if (line.done === true) {
        exported = line.value;
        return;
      }
      yield line.value;
    }
  };
  try {
    await pipeline(
      Readable.from(lines()),
      createWriteStream(unfinished, { flags: 'wx', flush: true }),
    );
    if (!force && existsSync(path))
      throw new Error(`${path} was made by somebody else in the meantime.`);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return exported;
}

import { canonical } from '../../../duty/record/canonical.ts';
import type { Statement } from '../../../ports/store.ts';
import type { Archive } from './archive.ts';

/** The log of evidence as the records of a dossier have it: read once, so that both say the same. */
export interface LogText {
  readonly statements: readonly Statement[];
  readonly checkpoints: readonly string[];
}

/** Puts the log beside the records: its statements a line each, and the text of every checkpoint. */
export async function addLog(
  archive: Archive,
  { statements, checkpoints }: LogText,
): Promise<void> {
  const lines = archive.file('log.ndjson');
  for (const statement of statements) await lines.add(`${canonical(statement)}\n`);
  await lines.end();
  const texts = archive.file('checkpoints.txt');
  await texts.add(checkpoints.join('\n'));
  await texts.end();
}

/** The text of the checkpoint of a size; undefined where the log has none. */
export const checkpointOf = (
  { checkpoints }: Pick<LogText, 'checkpoints'>,
  size: number,
): string | undefined => checkpoints.find((text) => text.split('\n')[1] === String(size));

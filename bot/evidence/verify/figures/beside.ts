import { canonical } from '../../../duty/record/canonical.ts';
import { dossierTexts } from '../../../features/evidence/dossier/texts.ts';
import { checkpointOf } from '../../../features/evidence/dossier/log-files.ts';
import type { StampReading } from '../../../features/evidence/log/time-stamp.ts';
import { checkStamp } from '../../../features/evidence/log/time-stamp.ts';
import type { About } from '../read-about.ts';
import type { Files, Told } from './told.ts';
import { oneOf } from './told.ts';

const both = [dossierTexts.nl, dossierTexts.en] as const;
const within = (name: string, folders: readonly string[]): boolean =>
  folders.some((folder) => name.startsWith(`${folder}/`));

/** What lies beside the records and is not what they name: the log and the attachments. */
export async function* besideProblems(
  files: Files,
  all: readonly Told[],
  { log = { statements: [], checkpoints: [] } }: About,
): AsyncGenerator<string> {
  const { statements, checkpoints } = log;
  const textOf = async (name: string) => (files.names.has(name) ? files.text(name) : undefined);
  if ((await textOf('log.ndjson')) !== statements.map((one) => `${canonical(one)}\n`).join(''))
    yield 'log.ndjson is not the log of the records';
  if ((await textOf('checkpoints.txt')) !== checkpoints.join('\n'))
    yield 'checkpoints.txt does not hold the checkpoints of the log';
  const last = oneOf(files, ...both.map((one) => `${one.witnessFolder}/${one.witnessName}`));
  if (last !== undefined && (await files.text(last)) !== (checkpoints.at(-1) ?? ''))
    yield `${last} is not the last checkpoint of the log`;
  yield* stampProblems(files, log);
  const kept = new Set(all.flatMap((one) => one.files));
  const folders = both.map(({ attachmentsFolder }) => attachmentsFolder);
  for (const name of files.names) {
    const said = name.split('/')[1]?.split('.')[0] ?? '';
    if (within(name, folders) && (!kept.has(said) || files.sha256(name) !== said))
      yield `${name} is no file that a record knows`;
  }
  const there = new Set([...files.names].map((name) => name.split('/')[1]?.split('.')[0]));
  const lost = [...kept].find((sha256) => !there.has(sha256));
  if (lost !== undefined) yield `the file ${lost} that a record names is missing`;
}

/** A time stamp is one of its checkpoint, and signed by the certificate that it carries. */
async function* stampProblems(files: Files, log: Log): AsyncGenerator<string> {
  for await (const [name, stamp] of stampsIn(files, log))
    if (!stamp) yield `${name} stamps a checkpoint that the log does not have`;
    else if (!stamp.ok) yield `${name}: ${stamp.problem}`;
}

type Log = Pick<NonNullable<About['log']>, 'checkpoints'>;

/** Each time stamp of a dossier by its name, held against the checkpoint that it is of; undefined where there is none. */
export async function* stampsIn(
  files: Files,
  log: Log,
): AsyncGenerator<readonly [string, StampReading | undefined]> {
  for (const name of files.names) {
    const [, size] = /^(?:getuigen|witnesses)\/(\d+)\.tst$/.exec(name) ?? [];
    if (size === undefined) continue;
    const text = checkpointOf(log, Number(size));
    yield [name, text === undefined ? undefined : checkStamp(await files.bytes(name), text)];
  }
}

import type { Retention, RetentionKind } from '../tenant/retention.ts';
import { daysOf, defaultRetention, retentionKinds } from '../tenant/retention.ts';
import type { Environment } from './environment.ts';

/** What is kept beside the tables. */
export interface Keeping {
  /** The blob container that gets a backup each night; absent where none is made. */
  readonly backupContainer?: string;
  /** The blob container in which files lie that people keep as evidence; absent where none are kept. */
  readonly attachmentContainer?: string;
  /** The blob container in which each checkpoint of the evidence is kept; absent where none is. */
  readonly checkpointContainer?: string;
  /** How long each kind is kept. */
  readonly retention: Retention;
}

// Azure Storage, "Naming containers": 3 to 63 small letters, digits and single dashes.
const containerName = /^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

function readContainer(
  name: string,
  given: string | undefined,
  problems: string[],
): string | undefined {
  if (given === undefined || containerName.test(given)) return given;
  problems.push(
    `${name} must be the name of a blob container: 3 to 63 small letters, digits and dashes.`,
  );
  return undefined;
}

const units = { d: 'days', m: 'months', y: 'years' } as const;
/** What is kept shorter proves nothing, and what is dropped is not to lie about. */
const bounds: Readonly<Record<RetentionKind, readonly [from: number, to: number]>> = {
  evidence: [365, 36_500],
  people: [1, 3650],
  drafts: [1, 30],
  rounds: [30, 36_500],
};

/** Reads `evidence=7y,people=90d`: what is not named keeps its default. */
function readRetention(given: string, problems: string[]): Retention {
  const read = { ...defaultRetention };
  for (const part of given.split(',').filter((one) => one.trim() !== '')) {
    const [, name = '', count = '', unit = ''] = /^\s*(\w+)=(\d{1,5})([dmy])\s*$/.exec(part) ?? [];
    const kind = retentionKinds.find((one) => one === name);
    const term = {
      count: Number(count),
      unit: unit === 'd' || unit === 'm' ? units[unit] : units.y,
    };
    const [from, to] = kind ? bounds[kind] : [0, 0];
    if (!kind || daysOf(term) < from || daysOf(term) > to)
      problems.push(
        `RETENTION must name ${retentionKinds.join(', ')} with days, months or years, such as evidence=7y,people=90d; ${JSON.stringify(part.trim().slice(0, 40))} is none or out of bounds.`,
      );
    else read[kind] = term;
  }
  return read;
}

/** Reads where backups and attachments go, and how long what is kept. */
export function readKeeping(given: Environment, problems: string[]): Keeping {
  const backups = readContainer('BACKUP_CONTAINER', given['BACKUP_CONTAINER'], problems);
  const attachments = readContainer(
    'ATTACHMENT_CONTAINER',
    given['ATTACHMENT_CONTAINER'],
    problems,
  );
  const checkpoints = readContainer(
    'CHECKPOINT_CONTAINER',
    given['CHECKPOINT_CONTAINER'],
    problems,
  );
  for (const [name, other] of [
    ['BACKUP_CONTAINER', backups],
    ['CHECKPOINT_CONTAINER', checkpoints],
  ] as const)
    if (other !== undefined && other === attachments)
      problems.push(
        `ATTACHMENT_CONTAINER must be another container than ${name}: whoever is erased has to be erased there.`,
      );
  return {
    retention: readRetention(given['RETENTION'] ?? '', problems),
    ...(backups === undefined ? {} : { backupContainer: backups }),
    ...(attachments === undefined ? {} : { attachmentContainer: attachments }),
    ...(checkpoints === undefined ? {} : { checkpointContainer: checkpoints }),
  };
}

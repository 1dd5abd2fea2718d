import type { Environment } from './environment.ts';

/** What is kept beside the tables. */
export interface Keeping {
  /** The blob container that gets a backup each night; absent where none is made. */
  readonly backupContainer?: string;
  /** The blob container in which files lie that people keep as evidence; absent where none are kept. */
  readonly attachmentContainer?: string;
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

/** Reads where backups and attachments go. */
export function readKeeping(given: Environment, problems: string[]): Keeping {
  const backups = readContainer('BACKUP_CONTAINER', given['BACKUP_CONTAINER'], problems);
  const attachments = readContainer(
    'ATTACHMENT_CONTAINER',
    given['ATTACHMENT_CONTAINER'],
    problems,
  );
  if (backups !== undefined && backups === attachments)
    problems.push(
      'ATTACHMENT_CONTAINER must be another container than BACKUP_CONTAINER: whoever is erased has to be erased there.',
    );
  return {
    ...(backups === undefined ? {} : { backupContainer: backups }),
    ...(attachments === undefined ? {} : { attachmentContainer: attachments }),
  };
}

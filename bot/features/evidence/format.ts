/** The form of an export; another form has another name. */
export const format = 'shared-duty-evidence/2';

/** What a file says of the log of evidence: every statement, and the checkpoints that were made of it. */
export interface LogExcerpt {
  readonly statements: readonly unknown[];
  readonly checkpoints: readonly string[];
}

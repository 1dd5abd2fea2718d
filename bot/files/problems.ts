import { cut } from '../../cards/plain-text.ts';
import { namesSecret } from '../../cards/secrets.ts';

/** What can be wrong with a file of accounts; the sentences stand in texts.ts. */
export type ProblemCode =
  | 'too-big'
  | 'empty'
  | 'no-rows'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-cells'
  | 'row-too-long'
  | 'not-text'
  | 'two-encodings'
  | 'quotes'
  | 'unknown-extension'
  | 'holds-workbook'
  | 'holds-no-workbook'
  | 'old-excel'
  | 'password'
  | 'no-sheet'
  | 'took-too-long'
  | 'broken-workbook'
  | 'inflates-too-far'
  | 'missing-column'
  | 'ambiguous-column'
  | 'extra-cells'
  | 'missing-value'
  | 'too-long'
  | 'strange-characters'
  | 'formula'
  | 'error-value'
  | 'date-for-text'
  | 'digits-lost'
  | 'unreadable-date'
  | 'unclear-enabled'
  | 'unclear-privileged'
  | 'duplicate-account'
  | 'missing-row'
  | 'unknown-row'
  | 'duplicate-row'
  | 'missing-decision'
  | 'not-a-choice'
  | 'self'
  | 'new-role'
  | 'reason'
  | 'secret';

/** One fault of a file: where it is, and what was found or allowed there. */
export interface FileProblem {
  readonly code: ProblemCode;
  /** Counted from 1, as a spreadsheet or editor shows it. */
  readonly line?: number;
  /** The heading as it stands in the file, or the name of the column that is missing. */
  readonly column?: string;
  readonly found?: string;
  readonly limit?: number;
  /** The line that it repeats. */
  readonly first?: number;
}

export interface Refused {
  readonly ok: false;
  readonly problems: readonly FileProblem[];
  /** How many problems there are beyond those named. */
  readonly more: number;
  /** Where the heading was not understood: a person can say which column is which. */
  readonly unknown?: UnknownHeadings;
}

/** What has to be said about a heading before its list can be read. */
export interface UnknownHeadings {
  /** Fields that no column is known for. */
  readonly missing: readonly string[];
  /** Fields that more than one column could be. */
  readonly ambiguous: readonly string[];
  /** Fields for which a column is known. */
  readonly known: readonly string[];
  readonly headings: readonly HeadingChoice[];
}

/** A heading as it stands in the file, and the key by which a person's word about it is kept. */
export interface HeadingChoice {
  readonly key: string;
  readonly heading: string;
}

const maxProblems = 50;

/** A refusal that names at most `maxProblems`, in the order of the file. */
export function refused(problems: readonly FileProblem[], unknown?: UnknownHeadings): Refused {
  const named = problems.slice(0, maxProblems);
  const more = problems.length - named.length;
  return { ok: false, problems: named, more, ...(unknown ? { unknown } : {}) };
}

/** A fault that makes reading on useless. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  readonly problem: FileProblem;
  constructor(problem: FileProblem, options?: ErrorOptions) {
    super(`The file cannot be read: ${problem.code}`, options);
    this.problem = problem;
  }
}

/** Runs a reading; a fault that ended it becomes a refusal. */
export async function orRefused<T>(reading: () => Promise<T>): Promise<T | Refused> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof Unreadable) return refused([error.problem]);
    throw error;
  }
}

/** A foreign text short enough to quote in a problem, without marks that nobody sees; a secret is not told back. */
export function quoted(text: string): string {
  if (namesSecret(cut(text, 200))) return '…';
  const seen = cut(text, 200)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return seen.length > 40 ? `${cut(seen, 39)}…` : seen;
}

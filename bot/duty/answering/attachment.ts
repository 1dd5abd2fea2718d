import type { Instant, Person } from '../ids.ts';

/** A file that belongs to a duty, by what its evidence names; its bytes lie with the blobs under the id. */
export interface Attached {
  readonly id: string;
  /** As its sender called it: foreign text. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that was kept, by whom and when. */
export interface Attachment extends Attached {
  readonly by: Person;
  readonly at: Instant;
}

/** How keeping a checkpoint as a blob ended. */
export type CheckpointKept =
  | 'kept'
  /** There is another one of that name, which is never written over. */
  | 'another'
  | 'try-later';

/** Where checkpoints lie as blobs that are written once, outside the tables. */
export interface CheckpointBlobs {
  /** The container, as a dossier names it. */
  readonly container: string;
  /** Keeps a text under a name; the same text once more is kept already. */
  readonly keep: (name: string, text: string) => Promise<CheckpointKept>;
}

/** The values a column can hold here: what Azure Table storage and its emulator treat alike. */
export type Column = string | number | boolean;
export type Columns = Readonly<Record<string, Column>>;

export interface Row {
  readonly rowKey: string;
  readonly columns: Columns;
  readonly etag: string;
  /** When the service wrote the row, by its own clock. */
  readonly stored?: string;
}

export interface Range {
  readonly partition: string;
  /** Row keys from here, this one included. */
  readonly from: string;
  /** Row keys before this one. */
  readonly before: string;
  /** Only row keys after this one: where an earlier page ended. */
  readonly after?: string;
  readonly limit: number;
}

export type Write =
  | { readonly do: 'insert'; readonly rowKey: string; readonly columns: Columns }
  | {
      readonly do: 'replace';
      readonly rowKey: string;
      readonly columns: Columns;
      /** The version that was read; `*` for whichever is there. */
      readonly etag: string;
    }
  | { readonly do: 'put'; readonly rowKey: string; readonly columns: Columns }
  | { readonly do: 'delete'; readonly rowKey: string };

/**
 * What we need of a table: Azure Table storage in the terms of this bot. Every read names its
 * partition; nothing here can scan a table.
 */
export interface EntityTable {
  /** Makes the table where it does not exist yet. */
  readonly prepare: () => Promise<void>;
  /** One row; undefined only when the far side says that it does not exist. */
  readonly get: (partition: string, rowKey: string) => Promise<Row | undefined>;
  /** Rows in the order of their keys. */
  readonly range: (range: Range) => Promise<readonly Row[]>;
  /**
   * All or nothing. `conflict` when a row to insert exists, or a row to replace or delete was
   * changed or is absent; then nothing was written.
   */
  readonly transact: (partition: string, writes: readonly Write[]) => Promise<'done' | 'conflict'>;
}

export type Stored<T> = { readonly value: T; readonly etag: string };

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

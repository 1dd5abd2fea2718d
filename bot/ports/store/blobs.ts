/** Files in a container of the storage account that nobody changes or deletes for a while. */
export interface Blobs {
  readonly has: (name: string) => Promise<boolean>;
  /** Keeps a file under a name that is free; `exists` when somebody else was first. */
  readonly putFile: (name: string, path: string) => Promise<'stored' | 'exists'>;
}

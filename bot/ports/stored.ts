export type Stored<T> = { readonly value: T; readonly etag: string };

import type { Page } from './stored.ts';

/** The pages of a listing, one after the other, each read when the one before was used: whoever has enough stops. */
export async function* pagesOf<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<readonly T[], void, undefined> {
  let cursor: string | undefined;
  do {
    const { items, next } = await read(cursor);
    yield items;
    cursor = next;
  } while (cursor !== undefined);
}

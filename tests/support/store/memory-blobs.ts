import type { AttachmentBlobs } from '../../../bot/ports/store.ts';

/** Files that last as long as the process, with what stands there by now. */
export function memoryBlobs(): AttachmentBlobs & {
  readonly kept: ReadonlyMap<string, Uint8Array>;
} {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    put: (tenant, id, bytes) => Promise.resolve(void kept.set(`${tenant}/${id}`, bytes)),
    read: (tenant, id) => Promise.resolve(kept.get(`${tenant}/${id}`)),
    remove: (tenant, id) => Promise.resolve(void kept.delete(`${tenant}/${id}`)),
  };
}

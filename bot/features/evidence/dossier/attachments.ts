import { createHash } from 'node:crypto';
import type { TenantKey } from '../../../duty/ids.ts';
import type { AttachmentBlobs } from '../../../ports/store.ts';
import type { AttachedFile } from '../attached.ts';
import { attachmentName } from '../attached.ts';
import type { Archive } from './archive.ts';

export interface AttachmentSource {
  readonly tenant: TenantKey;
  readonly folder: string;
  readonly blobs: AttachmentBlobs | undefined;
}

/**
 * Puts the files that records name into a dossier, each once. Returns how many are not there, or are not what the
 * record says: the dossier tells that and goes without them.
 */
export async function addAttachments(
  archive: Archive,
  files: readonly AttachedFile[],
  { tenant, folder, blobs }: AttachmentSource,
): Promise<number> {
  const added = new Set<string>();
  let missing = 0;
  for (const file of files) {
    const name = attachmentName(file);
    if (added.has(name)) continue;
    const bytes = await blobs?.read(tenant, file.id);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
      missing += 1;
      continue;
    }
    added.add(name);
    const entry = archive.file(`${folder}/${name}`);
    await entry.add(bytes);
    await entry.end();
  }
  return missing;
}

import type { Json } from '../../kinds/kind.ts';
import type { EvidenceRecord } from '../../duty/record/record.ts';
import { valueAt } from '../../duty/record/sealing.ts';

/** A file as a record names it. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The files that a record says were kept; those of somebody who was erased are no longer named. */
export function attachedIn({ type, data }: EvidenceRecord): readonly AttachedFile[] {
  const given = type === 'attached' ? valueAt(data, '/attachments') : undefined;
  const listed: readonly Json[] = Array.isArray(given) ? given : [];
  return listed.flatMap((one) => {
    const [id, name] = [valueAt(one, '/id'), valueAt(one, '/name')];
    const [bytes, sha256] = [valueAt(one, '/bytes'), valueAt(one, '/sha256')];
    const isOne = typeof id === 'string' && typeof name === 'string' && typeof bytes === 'number';
    return isOne && typeof sha256 === 'string' ? [{ id, name, bytes, sha256 }] : [];
  });
}

/** What a file is called in a dossier: by its hash, so that the record names it, and by what it is. */
export function attachmentName({ name, sha256 }: Pick<AttachedFile, 'name' | 'sha256'>): string {
  const extension = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
  return `${sha256}${extension}`;
}

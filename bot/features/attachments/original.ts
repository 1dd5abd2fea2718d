import { createHash } from 'node:crypto';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Attached } from '../../duty/answering/attachment.ts';
import type { DutyRef, Person } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import { recognise } from './recognise.ts';

/**
 * Keeps the file that a duty was made of, as it came: whoever gave it did so for that duty. It has the same name
 * each time, so that keeping it again is harmless. Nothing is kept where files are kept nowhere.
 */
export async function keepOriginal(
  services: Services,
  ref: DutyRef,
  original: {
    readonly id: string;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly by: Person;
  },
): Promise<void> {
  const { attachments: blobs } = services;
  const { id, name, bytes, by } = original;
  if (!blobs) return;
  // It was read as what it is already; an older export may be text in no form that is known here.
  const { mime } = recognise(name, bytes) ?? { mime: 'application/octet-stream' };
  const file: Attached = {
    ...{ id: `${id}-1`, name, mime, bytes: bytes.length },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  await blobs.put(ref.tenant, file.id, bytes);
  await changeDuty(services, ref, { type: 'attached', by, files: [file] });
}

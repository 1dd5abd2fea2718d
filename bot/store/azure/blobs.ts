import type { CheckpointBlobs } from '../../ports/store/checkpoint-blobs.ts';
import { buffer } from 'node:stream/consumers';
import { ContainerClient, RestError } from '@azure/storage-blob';
import type { TenantKey } from '../../duty/ids.ts';
import type { AttachmentBlobs } from '../../ports/store/attachments.ts';
import type { Blobs } from '../../ports/store/blobs.ts';
import { managedIdentity } from './managed-identity.ts';
import type { StorageLocation } from './table.ts';

/** A container of one storage account. It is made by whoever sets the installation up, with how long it keeps. */
export function azureBlobs(location: StorageLocation, container: string): Blobs {
  const client = containerAt(location, container);
  return {
    has: (name) => client.getBlobClient(name).exists(),
    putFile: async (name, path) => {
      try {
        await client.getBlockBlobClient(name).uploadFile(path, {
          blobHTTPHeaders: { blobContentType: 'application/x-ndjson' },
          // What stands there is never written over.
          conditions: { ifNoneMatch: '*' },
        });
        return 'stored';
      } catch (error) {
        if (error instanceof RestError && error.statusCode === 409 && isThere(error))
          return 'exists';
        throw error;
      }
    },
  };
}

/**
 * Files of people in a container of their own, where they can be deleted: who is erased is erased there too. One
 * blob a file, under the tenant.
 */
export function azureAttachments(location: StorageLocation, container: string): AttachmentBlobs {
  const client = containerAt(location, container);
  const blobOf = (tenant: TenantKey, id: string) => client.getBlockBlobClient(`${tenant}/${id}`);
  return {
    put: async (tenant, id, bytes) => {
      // What somebody sent is never to be run or shown by a browser from here.
      await blobOf(tenant, id).uploadData(Buffer.from(bytes), {
        blobHTTPHeaders: { blobContentType: 'application/octet-stream' },
      });
    },
    read: async (tenant, id) => {
      try {
        const { readableStreamBody: body } = await blobOf(tenant, id).download();
        return body && (await buffer(body));
      } catch (error) {
        if (error instanceof RestError && error.statusCode === 404 && error.code === 'BlobNotFound')
          return undefined;
        throw error;
      }
    },
    remove: async (tenant, id) => {
      await blobOf(tenant, id).deleteIfExists({ deleteSnapshots: 'include' });
    },
  };
}

/** Checkpoints as blobs, each written once: what stands there is compared, and never written over. */
export function azureCheckpoints(location: StorageLocation, container: string): CheckpointBlobs {
  const client = containerAt(location, container);
  return {
    container,
    keep: async (name, text) => {
      const blob = client.getBlockBlobClient(name);
      try {
        await blob.upload(text, Buffer.byteLength(text), {
          blobHTTPHeaders: { blobContentType: 'text/plain; charset=utf-8' },
          conditions: { ifNoneMatch: '*' },
        });
        return 'kept';
      } catch (error) {
        if (!(error instanceof RestError)) throw error;
        if (error.statusCode !== 409 || !isThere(error)) return 'try-later';
      }
      try {
        const there = await blob.downloadToBuffer();
        return there.toString('utf8') === text ? 'kept' : 'another';
      } catch (error) {
        if (!(error instanceof RestError)) throw error;
        return 'try-later';
      }
    },
  };
}

/** Makes a container where there is none yet, as the demo does on its emulator. */
export async function prepareContainer(
  location: StorageLocation,
  container: string,
): Promise<void> {
  await containerAt(location, container).createIfNotExists();
}

const isThere = ({ code }: RestError): boolean =>
  code === 'BlobAlreadyExists' || code === 'BlobImmutableDueToPolicy';

/** The client of a container; a connection that is refused is tried again a few times. */
export function containerAt(location: StorageLocation, container: string): ContainerClient {
  const options = { retryOptions: { maxTries: 4, retryDelayInMs: 500, maxRetryDelayInMs: 4000 } };
  if ('connectionString' in location)
    return new ContainerClient(location.connectionString, container, options);
  const credential = managedIdentity(location.clientId);
  const url = `https://${location.account}.blob.core.windows.net/${container}`;
  return new ContainerClient(url, credential, options);
}

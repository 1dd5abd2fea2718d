import { DefaultAzureCredential } from '@azure/identity';
import { ContainerClient, RestError } from '@azure/storage-blob';
import type { Blobs } from '../../ports/store/blobs.ts';
import type { StorageLocation } from './table.ts';

/** A container of one storage account. It is made by whoever sets the installation up, with how long it keeps. */
export function azureBlobs(location: StorageLocation, container: string): Blobs {
  const client = clientFor(location, container);
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

const isThere = ({ code }: RestError): boolean =>
  code === 'BlobAlreadyExists' || code === 'BlobImmutableDueToPolicy';

function clientFor(location: StorageLocation, container: string): ContainerClient {
  const options = { retryOptions: { maxTries: 4, retryDelayInMs: 500, maxRetryDelayInMs: 4000 } };
  if ('connectionString' in location)
    return new ContainerClient(location.connectionString, container, options);
  const credential = new DefaultAzureCredential(
    location.clientId === undefined ? {} : { managedIdentityClientId: location.clientId },
  );
  const url = `https://${location.account}.blob.core.windows.net/${container}`;
  return new ContainerClient(url, credential, options);
}

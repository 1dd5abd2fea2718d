import { QueueClient, RestError } from '@azure/storage-queue';
import { managedIdentity } from './managed-identity.ts';
import type { StorageLocation } from './table.ts';
import { readNote, writeNote } from '../notes.ts';
import type { Queue, Ticket } from '../../ports/outbox.ts';

// Queue service REST: at most 32 messages a receive, hidden for 7 days at most; a message lives for ever with -1.
const mostAtOnce = 32;
const longestHidden = 7 * 24 * 3600;
const forEver = -1;

/** A queue of one storage account: its name is lower case, 3 to 63 letters, digits and single dashes. */
export function azureQueue(location: StorageLocation, name: string): Queue {
  return queueOf(clientFor(location, name));
}

function clientFor(location: StorageLocation, name: string): QueueClient {
  const options = {
    retryOptions: {
      maxTries: 4,
      retryDelayInMs: 150,
      maxRetryDelayInMs: 1000,
      tryTimeoutInMs: 10_000,
    },
  };
  if ('connectionString' in location)
    return new QueueClient(location.connectionString, name, options);
  const credential = managedIdentity(location.clientId);
  const url = `https://${location.account}.queue.core.windows.net/${name}`;
  return new QueueClient(url, credential, options);
}

function queueOf(client: QueueClient): Queue {
  return {
    prepare: async () => {
      await client.createIfNotExists();
    },
    put: async (note, { seconds }) => {
      const sent = await client.sendMessage(writeNote(note), {
        messageTimeToLive: forEver,
        visibilityTimeout: hidden(seconds),
      });
      return { id: sent.messageId, receipt: sent.popReceipt };
    },
    receive: async (limit, { seconds }) => {
      const { receivedMessageItems } = await client.receiveMessages({
        numberOfMessages: Math.min(mostAtOnce, limit),
        visibilityTimeout: hidden(seconds),
      });
      return receivedMessageItems.map(({ messageId, popReceipt, messageText, dequeueCount }) => ({
        id: messageId,
        receipt: popReceipt,
        note: readNote(messageText),
        received: dequeueCount,
      }));
    },
    renew: async ({ id, receipt }, note, { seconds }) =>
      unlessGone(async (): Promise<Ticket> => {
        const { popReceipt } = await client.updateMessage(
          id,
          receipt,
          writeNote(note),
          hidden(seconds),
        );
        // The service always gives the new receipt; the SDK's type does not say so.
        return { id, receipt: popReceipt ?? receipt };
      }),
    remove: async ({ id, receipt }) => {
      await unlessGone(() => client.deleteMessage(id, receipt));
    },
    count: async () => (await client.getProperties()).approximateMessagesCount ?? 0,
  };
}

const hidden = (seconds: number): number =>
  Math.min(longestHidden, Math.max(0, Math.ceil(seconds)));

/** 404 MessageNotFound: gone. 400 PopReceiptMismatch: somebody else received it. A missing queue is a failure. */
async function unlessGone<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    const gone =
      error instanceof RestError &&
      /MessageNotFound|PopReceiptMismatch/.test(`${error.code ?? ''} ${error.message}`);
    if (gone) return undefined;
    throw error;
  }
}

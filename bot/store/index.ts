import { azureQueue } from './azure/queue.ts';
import type { StorageLocation } from './azure/table.ts';
import { azureTables } from './azure/table.ts';
import { drafts } from './chat/drafts.ts';
import { handouts } from './chat/handouts.ts';
import { offers } from './chat/offers.ts';
import { conversations } from './chat/conversations.ts';
import { storedRows } from './azure/stored-rows.ts';
import { coverage } from './lists/coverage.ts';
import { dutyStore } from './duties.ts';
import type { EntityTable } from './azure/entity-table.ts';
import { knownHeadings } from './headings.ts';
import { indexes } from './lists/indexes.ts';
import { evidenceCards } from './evidence/cards.ts';
import { evidenceErasing } from './evidence/erasing.ts';
import { evidenceLog } from './evidence/log.ts';
import { outbox } from './outbox.ts';
import { leavers } from './leavers.ts';
import { people } from './people.ts';
import { deadLetters } from './dead-letters.ts';
import type { Queue } from '../ports/outbox.ts';
import type { Store } from '../ports/store.ts';
import { documents } from './registers.ts';
import { evidenceScan } from './evidence/scan.ts';
import { rollUps } from './roll-ups.ts';

export { azureAttachments, azureBlobs, azureCheckpoints, prepareContainer } from './azure/blobs.ts';
export type { StorageLocation } from './azure/table.ts';

/** The store over tables that a function opens by name, and a queue; every name begins with the prefix. */
export function storeOver(
  open: (name: string) => EntityTable,
  prefix: string,
  queue: Queue,
): Store {
  const tables = {
    records: open(`${prefix}Records`),
    lists: open(`${prefix}Lists`),
    people: open(`${prefix}People`),
  };
  return {
    duties: dutyStore(tables.records),
    documents: documents(tables.records),
    outbox: outbox(tables.records),
    deadLetters: deadLetters(tables.records),
    queue,
    indexes: indexes(tables.lists),
    coverage: coverage(tables.lists),
    rollUps: rollUps(tables.lists),
    people: people(tables.people),
    conversations: conversations(tables.people),
    leavers: leavers(tables.people),
    evidence: {
      ...evidenceScan(tables.records),
      ...evidenceLog(tables.records),
      ...evidenceErasing(tables),
      ...evidenceCards(tables.records),
    },
    rows: storedRows(tables),
    drafts: drafts(tables.people),
    offers: offers(tables.people),
    handouts: handouts(tables.people),
    headings: knownHeadings(tables.people),
    prepare: async () => {
      await Promise.all([...Object.values(tables), queue].map((part) => part.prepare()));
    },
    ping: async () => {
      await tables.people.get('ping', 'ping');
    },
  };
}

export const azureStore = (location: StorageLocation, prefix: string): Store =>
  storeOver(azureTables(location), prefix, azureQueue(location, queueName(prefix)));

/** Names of queues know lower case only; `-` divides them. */
export const queueName = (prefix: string): string => `${prefix.toLowerCase()}-effects`;

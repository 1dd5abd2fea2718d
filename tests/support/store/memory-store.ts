import type { EntityTable } from '../../../bot/store/azure/entity-table.ts';
import { storeOver } from '../../../bot/store/index.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { memoryQueue } from './memory-queue.ts';
import { memoryTable } from './memory-table.ts';

/** The store over tables that a test opens, with a queue of its own. */
export const storeWith = (open: (name: string) => EntityTable, prefix: string): Store =>
  storeOver(open, prefix, memoryQueue());

/** A store that lasts as long as the process. */
export const memoryStore = (): Store => storeWith(() => memoryTable(), 'Memory');

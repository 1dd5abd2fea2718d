import type { Store } from '../../bot/ports/store.ts';
import { storeWith } from '../support/store/memory-store.ts';
import type { OpenTable } from '../support/store/tables.ts';
import { coverageContract } from './coverage-contract.ts';
import { draftsContract } from './drafts-contract.ts';
import { dutiesContract } from './duties-contract.ts';
import { leasesContract } from './leases-contract.ts';
import { leaversContract } from './leavers-contract.ts';
import { indexesContract } from './indexes-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { peopleContract } from './people-contract.ts';
import { documentsContract } from './registers-contract.ts';
import { reviewsContract } from './reviews-contract.ts';
import { rollUpsContract } from './roll-ups-contract.ts';

/** A store over fresh tables, with the tables themselves to look behind it. */
export interface Installation {
  readonly store: Store;
  readonly open: OpenTable;
}
export type FreshInstallation = () => Promise<Installation>;

export const prefix = 'Duty';

/** What the store must do, whatever its tables are made of. */
export function storeContract(what: string, freshTables: () => Promise<OpenTable>): void {
  const fresh: FreshInstallation = async () => {
    const open = await freshTables();
    const store = storeWith(open, prefix);
    await store.prepare();
    return { store, open };
  };
  describe(`the store ${what}`, () => {
    dutiesContract(fresh);
    reviewsContract(fresh);
    draftsContract(fresh);
    outboxContract(fresh);
    leasesContract(fresh);
    indexesContract(fresh);
    coverageContract(fresh);
    peopleContract(fresh);
    leaversContract(fresh);
    documentsContract(fresh);
    rollUpsContract(fresh);
  });
}

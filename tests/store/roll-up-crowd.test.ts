import assert from 'node:assert/strict';
import { countChanges } from '../../bot/features/channel/roll-up.ts';
import { parseDutyId } from '../../bot/duty/ids.ts';
import { defined, fixedNow, tenant } from '../support/duties/duties.ts';
import { storeWith } from '../support/store/memory-store.ts';
import { altered, memoryTables } from '../support/store/tables.ts';

describe('counting changes where somebody else is always first', () => {
  it('ends with an error that says so, instead of never', async () => {
    let isCrowded = false;
    const tables = altered(memoryTables(), (table) => ({
      transact: (partition, writes) =>
        isCrowded ? Promise.resolve('conflict') : table.transact(partition, writes),
    }));
    const { rollUps } = storeWith(tables, 'Duty');
    const dutyId = defined(parseDutyId(`d${'0'.repeat(24)}`));
    const change = {
      dutyId,
      revision: 1,
      status: 'open',
      unreached: false,
      stands: false,
    } as const;
    await rollUps.note(tenant, { ...change, at: fixedNow });
    isCrowded = true;

    await assert.rejects(rollUps.fold(tenant, countChanges), /30 times/);
  });
});

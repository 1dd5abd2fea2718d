import type { RegisterName } from '../lifecycle/register.ts';
import type { DutyRef } from '../lifecycle/duty.ts';
import { emptyRegister } from '../lifecycle/register.ts';
import type { EntityTable, Write } from './entity-table.ts';
import { evidenceWrites } from './evidence-rows.ts';
import { partitionFor } from './keys.ts';
import type { RegisterOf, Registers } from './ports.ts';
import { fromColumns, toColumns } from './rows.ts';

const registerKey = (name: RegisterName): string => `register|${name}`;

/**
 * What the IT team lays down, one row each: the register stands in the partition of its evidence, so
 * that one transaction covers both.
 */
export function registers(table: EntityTable): Registers {
  return {
    load: async <N extends RegisterName>(tenant: DutyRef['tenant'], name: N) => {
      const row = await table.get(partitionFor(emptyRegister(tenant, name)), registerKey(name));
      return row && { value: fromColumns<RegisterOf[N]>(row.columns), etag: row.etag };
    },
    commit: async ({ name, register, etag, records, attempt }) => {
      const partition = partitionFor(register);
      const rowKey = registerKey(name);
      const columns = toColumns(register, { attempt });
      const state: Write =
        etag === undefined
          ? { do: 'insert', rowKey, columns }
          : { do: 'replace', rowKey, columns, etag };
      const evidence = evidenceWrites(records, { kind: name });
      if ((await table.transact(partition, [state, ...evidence])) === 'done') return 'committed';
      // The SDK repeats a write whose answer got lost; then the row it finds in its way is our own.
      const row = await table.get(partition, rowKey);
      return row?.columns['attempt'] === attempt ? 'committed' : 'conflict';
    },
  };
}

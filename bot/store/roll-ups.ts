import type { DutyId, TenantKey } from '../duty/ids.ts';
import type { EntityTable, Write } from './azure/entity-table.ts';
import type { HeldChange, RollUp, RollUps } from '../ports/store/roll-ups.ts';
import { afterPrefix, fromColumns, toColumns } from './azure/rows.ts';

const stateKey = 'roll-up';
const changePrefix = 'change|';
const behindPrefix = 'behind|';
// A change leaves with one write and may leave a card behind with another; a transaction has 100.
const perFold = 49;
const maxConflicts = 30;

const partitionOf = (tenant: TenantKey): string => `${tenant}|channel`;
const changeKey = ({ dutyId, revision }: HeldChange): string =>
  `${changePrefix}${dutyId}|${String(revision)}`;
const behindKey = (id: DutyId): string => `${behindPrefix}${id}`;

/**
 * The roll-up of a tenant's IT channel is one partition: its state, a row for each change that is not
 * counted yet and one for each card that is behind. Counting is a transaction, so no change counts twice.
 */
export function rollUps(table: EntityTable): RollUps {
  const rangeOf = (tenant: TenantKey, prefix: string, limit: number) =>
    table.range({
      partition: partitionOf(tenant),
      from: prefix,
      before: afterPrefix(prefix),
      limit,
    });
  const load: RollUps['load'] = async (tenant) => {
    const row = await table.get(partitionOf(tenant), stateKey);
    return row && { value: fromColumns<RollUp>(row.columns), etag: row.etag };
  };
  const put = async (tenant: TenantKey, rowKey: string, value: unknown): Promise<void> => {
    const columns = toColumns(value);
    await table.transact(partitionOf(tenant), [{ do: 'put', rowKey, columns }]);
  };
  return {
    note: (tenant, change) => put(tenant, changeKey(change), change),
    load,
    save: (tenant, rollUp) => put(tenant, stateKey, rollUp),
    fold: async (tenant, count) => {
      let counted: RollUp | undefined;
      for (let conflicts = 0; conflicts < maxConflicts;) {
        const rows = await rangeOf(tenant, changePrefix, perFold);
        if (rows.length === 0) return counted;
        const changes = rows.map(({ columns }) => fromColumns<HeldChange>(columns));
        const before = await load(tenant);
        const after = count(before?.value, changes);
        const writes = [stateWrite(after, before?.etag), ...changes.map(removal)];
        const done = await table.transact(partitionOf(tenant), [...writes, ...lagging(changes)]);
        // Somebody else counted them at the same moment: what is left is read again.
        if (done === 'done') counted = after;
        else conflicts += 1;
      }
      throw new Error(
        `The roll-up of ${tenant} changed ${String(maxConflicts)} times while it was being counted.`,
      );
    },
    behind: async (tenant, limit) => {
      const rows = await rangeOf(tenant, behindPrefix, limit + 1);
      return rows.map(({ columns }) => fromColumns<DutyId>(columns));
    },
    caughtUp: async (tenant, duty) => {
      // `conflict` means that it is gone already.
      await table.transact(partitionOf(tenant), [{ do: 'delete', rowKey: behindKey(duty) }]);
    },
  };
}

function stateWrite(rollUp: RollUp, etag: string | undefined): Write {
  const columns = toColumns(rollUp);
  return etag === undefined
    ? { do: 'insert', rowKey: stateKey, columns }
    : { do: 'replace', rowKey: stateKey, columns, etag };
}

const removal = (change: HeldChange): Write => ({ do: 'delete', rowKey: changeKey(change) });

/** A duty may stand in several changes; a transaction takes each row once. */
function lagging(changes: readonly HeldChange[]): readonly Write[] {
  const duties = new Set(changes.filter(({ stands }) => stands).map(({ dutyId }) => dutyId));
  return [...duties].map((id) => ({ do: 'put', rowKey: behindKey(id), columns: toColumns(id) }));
}

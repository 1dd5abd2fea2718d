import type { DutyRef } from '../duty/ids.ts';
import type { DocumentName } from '../tenant/document.ts';
import { emptyDocument } from '../tenant/document.ts';
import type { EntityTable, Write } from './azure/entity-table.ts';
import { evidenceWrites } from './evidence/rows.ts';
import { partitionFor } from './azure/keys.ts';
import type { DocumentOf, SettingsDocuments } from '../ports/store.ts';
import { fromColumns, toColumns } from './azure/rows.ts';

const documentKey = (name: DocumentName): string => `register|${name}`;

/**
 * What the IT team lays down, one row each: a settings document stands in the partition of its evidence, so
 * that one transaction covers both.
 */
export function documents(table: EntityTable): SettingsDocuments {
  return {
    load: async <N extends DocumentName>(tenant: DutyRef['tenant'], name: N) => {
      const row = await table.get(partitionFor(emptyDocument(tenant, name)), documentKey(name));
      return row && { value: fromColumns<DocumentOf[N]>(row.columns), etag: row.etag };
    },
    commit: async ({ name, register, etag, records, attempt }) => {
      const partition = partitionFor(register);
      const rowKey = documentKey(name);
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

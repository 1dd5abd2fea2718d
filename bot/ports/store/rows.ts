import type { TenantKey } from '../../duty/ids.ts';

export const storedTables = ['records', 'lists', 'people'] as const;
export type StoredTable = (typeof storedTables)[number];

/** One row of the store as it stands there; what is in it is the business of the store alone. */
export interface StoredRow {
  readonly table: StoredTable;
  readonly partition: string;
  readonly key: string;
  readonly columns: Readonly<Record<string, string | number | boolean>>;
}

/** Reads all that is kept of a tenant, and brings it back into an account where nothing is. */
export interface Rows {
  /** Every row, with the version that was read; leases and lists that wait a day are left out. */
  readonly all: (
    tenant: TenantKey,
  ) => AsyncIterable<{ readonly row: StoredRow; readonly etag: string }>;
  /** Whether nothing is kept of the tenant. */
  readonly isEmpty: (tenant: TenantKey) => Promise<boolean>;
  /** Writes rows of one partition; again is the same. */
  readonly put: (rows: readonly StoredRow[]) => Promise<void>;
  /** Which file is being brought back; undefined where none is. */
  readonly restoring: (tenant: TenantKey) => Promise<string | undefined>;
  readonly beginRestoring: (tenant: TenantKey, sha256: string) => Promise<void>;
  readonly endRestoring: (tenant: TenantKey) => Promise<void>;
}

import type { Json } from '../../kinds/kind.ts';
import type { EvidenceRecord } from '../../duty/record/record.ts';
import type { Openings } from '../../duty/record/sealing.ts';
import { sealedRow, valueAt, withFields } from '../../duty/record/sealing.ts';
import type { Columns, Row, Write } from '../azure/entity-table.ts';
import type { Statement } from '../../ports/evidence.ts';
import { openingsKey, recordKey, unloggedKey } from '../azure/keys.ts';
import { fromColumns, toColumns, toParts } from '../azure/rows.ts';

/**
 * A record is two rows. `evt|…` is its row in the chain of seals, without a name or a text, and is never
 * written again. `evo|…` holds what was taken out, with the salts; erasing a person changes this one only.
 */

/** What opens a sealed row. */
export interface OpeningsRow {
  /** The place in the chain of what the record said when it was written. */
  readonly line: { readonly prev: string; readonly hash: string };
  readonly open: Openings;
  readonly by?: NonNullable<EvidenceRecord['by']>;
  /** Of every other field what it held, by its pointer. */
  readonly values: Readonly<Record<string, Json>>;
}

/** The rows of new records, and the word to the log that there is something new. */
export function evidenceWrites(
  records: readonly EvidenceRecord[],
  about: Pick<Statement, 'kind' | 'opened'>,
): readonly Write[] {
  const last = records.at(-1);
  const statement: Statement | undefined = last && {
    duty: last.dutyId,
    ...about,
    seq: last.seq,
    hash: last.seal?.hash ?? last.hash,
  };
  return [
    ...records.flatMap(recordWrites),
    ...(statement
      ? [
          {
            do: 'put' as const,
            rowKey: unloggedKey(statement.duty, statement.seq),
            columns: toColumns(statement),
          },
        ]
      : []),
  ];
}

function recordWrites(record: EvidenceRecord): readonly Write[] {
  const { dutyId, seq, type, at, open, seal } = record;
  const inserted = (keyOf: (part: number) => string, parts: readonly Columns[]) =>
    parts.map((columns, part): Write => ({ do: 'insert', rowKey: keyOf(part), columns }));
  const chainKey = (part: number): string => recordKey(dutyId, seq, part);
  if (!open || !seal) return inserted(chainKey, toParts(record, { type, at }));
  return [
    ...inserted(chainKey, toParts(sealedRow(record, open, seal.prev), { type, at })),
    ...inserted((part) => openingsKey(dutyId, seq, part), toParts(openingsOf(record, open))),
  ];
}

/** The rows that open a record. */
export const openingParts = (record: EvidenceRecord): readonly Columns[] =>
  toParts(openingsOf(record, record.open ?? {}));

function openingsOf({ by, data, prev, hash }: EvidenceRecord, open: Openings): OpeningsRow {
  const values = Object.fromEntries(
    Object.keys(open)
      .filter((pointer) => pointer.startsWith('/data'))
      .map((pointer) => [pointer, valueAt({ data }, pointer) ?? null]),
  );
  return { line: { prev, hash }, open, ...(by ? { by } : {}), values };
}

/** Reads a record back from its rows; undefined where the row that opens it is missing. */
export function recordFrom(
  chain: readonly Row[],
  openings: readonly Row[],
): EvidenceRecord | undefined {
  const row = fromColumns<SealedRecord | EvidenceRecord>(...chain.map(({ columns }) => columns));
  if (row.v === 1) return row;
  if (openings.length === 0) return undefined;
  const { line, open, by, values } = fromColumns<OpeningsRow>(
    ...openings.map(({ columns }) => columns),
  );
  const { sealed: _, prev, hash, ...content } = row;
  const data = withFields(row.data, new Map(Object.entries(values)), '/data');
  return { ...content, v: 1, ...(by ? { by } : {}), data, open, seal: { prev, hash }, ...line };
}

/** A row in the chain of seals, as it is stored. */
type SealedRecord = Omit<EvidenceRecord, 'v'> & { readonly v: 2; readonly sealed: string };

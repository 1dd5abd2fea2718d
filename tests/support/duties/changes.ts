import type { Duty } from '../../../bot/duty/duty.ts';
import type { RecordDraft } from '../../../bot/duty/record/record.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import type { Change, OutboxEntry, Store } from '../../../bot/ports/store.ts';
import { anOpening, defined, fixedNow, opened } from './duties.ts';
import type { Overrides } from './duties.ts';
import { sealing } from './sealing.ts';

/** The change that opens a duty; each key opens another one. */
export function openingChange(key: string, overrides: Overrides = {}): Change {
  const { duty, records } = opened(anOpening('verify-change', overrides), { key });
  return { duty, etag: undefined, records, effects: [], attempt: `open ${key}` };
}

/** Opens a duty in the store; returns it as it was stored. */
export async function openedIn(store: Store, key: string, overrides?: Overrides): Promise<Duty> {
  const change = openingChange(key, overrides);
  if ((await store.duties.commit(change)) !== 'committed') throw new Error(`${key} is taken.`);
  return change.duty;
}

/** The next change of a stored duty: one record more, at the state that is stored now. */
export async function nextChange(
  store: Store,
  {
    duty,
    attempt,
    data = { attempt },
  }: {
    readonly duty: Duty;
    readonly attempt: string;
    readonly data?: RecordDraft['data'] | undefined;
  },
): Promise<Change> {
  const read = defined(await store.duties.load(duty));
  const after = { ...read.value, revision: read.value.revision + 1 };
  const sealed = seal(after, [{ type: 'reminded', data }], sealing(fixedNow));
  return { ...sealed, etag: read.etag, effects: [], attempt };
}

/** An effect that waits for its moment. */
export function anEntry(duty: Duty, key: string, dueAt = fixedNow): OutboxEntry {
  const effect = { do: 'show-channel', key } as const;
  return { tenant: duty.tenant, dutyId: duty.id, effect, dueAt, attempts: 0 };
}

/** Every item of an asynchronous sequence. */
export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

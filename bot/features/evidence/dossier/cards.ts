import type { DutyId, TenantKey } from '../../../duty/ids.ts';
import { sha256 } from '../../../duty/record/canonical.ts';
import type { EvidenceRecord } from '../../../duty/record/record.ts';
import { valueAt } from '../../../duty/record/sealing.ts';
import type { KeptCard } from '../../../duty/record/shown.ts';
import type { EvidenceStore } from '../../../ports/store.ts';
import type { Story } from './collect.ts';

/** The hash of the card that a record says was shown. */
export function cardHashOf({ data }: EvidenceRecord): string | undefined {
  const hash = valueAt(data, '/shown/card');
  return typeof hash === 'string' ? hash : undefined;
}

/** Reads the cards of duties that are asked for in the order of an export, each page of rows once. */
export function cardsOf(
  store: Pick<EvidenceStore, 'cards'>,
  tenant: TenantKey,
): { readonly of: (duty: DutyId) => Promise<readonly KeptCard[]> } {
  const all = store.cards(tenant)[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<KeptCard & { readonly id: DutyId }>> | undefined;
  return {
    of: async (duty) => {
      const found: KeptCard[] = [];
      for (;;) {
        const read = await (next ??= all.next());
        if (read.done === true || placeOf(read.value.id) > placeOf(duty)) return found;
        const { id, seq, text } = read.value;
        if (id === duty) found.push({ seq, text });
        next = undefined;
      }
    },
  };
}

// Chains come partition by partition, which is the third sign of an id, and by id in each.
const placeOf = (id: string): string => `${id[2] ?? ''}${id}`;

/**
 * How many cards its records name that are not there, though nobody was erased from it: the store lost them, or
 * somebody took them.
 */
export function lostCards(story: Story): number {
  const { records } = story;
  if (records.some(({ type }) => type === 'erased')) return 0;
  const said = new Set(records.flatMap((record) => cardHashOf(record) ?? []));
  return said.size - shownIn(story).size;
}

/** The cards of a story that are what its records say, each once, with the hash by which it is known. */
export function shownIn({ records, cards = [] }: Story): ReadonlyMap<string, string> {
  const said = new Set(records.map(cardHashOf));
  const shown = new Map<string, string>();
  for (const { text } of cards) {
    const hash = sha256(text);
    if (said.has(hash)) shown.set(hash, text);
  }
  return shown;
}

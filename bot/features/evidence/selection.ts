import type { DutyId, Instant, TenantKey } from '../../duty/ids.ts';
import { kindOf, parseStoredKind } from '../../kinds/index.ts';
import type { ChainState, EvidenceStore, StoredChain } from '../../ports/store.ts';

/** Which evidence is wanted: from an instant (included) to an instant (excluded), of one kind or all. */
export interface DateRange {
  readonly from?: Instant;
  readonly to?: Instant;
  readonly kind?: string;
}

/** What the tenant has laid down goes with every kind: it says what was to be asked, and of whom. */
const registers: readonly string[] = ['plans', 'house-rules', 'roster', 'it-channel', 'audits'];

/** Whether a chain belongs to an extent as far as its kind goes. */
export type OfKind = (id: DutyId, state: ChainState | undefined) => boolean;

/**
 * The chains of a kind: its duties, what followed from them, the questions after a quarter without any,
 * and what the IT team laid down. What follows may itself be followed, so it is looked for until nothing is new.
 */
export async function chainsOfKind(
  store: EvidenceStore,
  tenant: TenantKey,
  kind: string | undefined,
): Promise<OfKind> {
  if (kind === undefined) return () => true;
  const wanted = new Set<string>();
  const followers: (readonly [string, string])[] = [];
  for await (const [id, state] of store.states(tenant)) {
    if (belongs(state, kind)) wanted.add(id);
    else if (state.follows) followers.push([id, state.follows.duty]);
  }
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size;
    for (const [id, followed] of followers) if (wanted.has(followed)) wanted.add(id);
  }
  return (id) => wanted.has(id);
}

function belongs({ kind, details }: ChainState, wanted: string): boolean {
  if (kind === wanted || registers.includes(kind)) return true;
  const asking = parseStoredKind(kind);
  return asking !== undefined && kindOf(asking).nilReturns?.of(details) === wanted;
}

/** Whether anything of a chain happened within an extent; then the whole chain belongs to it. */
export function isTouched({ records }: StoredChain, { from, to }: DateRange): boolean {
  if (from === undefined && to === undefined) return true;
  return records.some(
    ({ record }) =>
      record !== undefined &&
      (from === undefined || record.at >= from) &&
      (to === undefined || record.at < to),
  );
}

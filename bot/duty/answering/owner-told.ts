import type { Instant, PersonId } from '../ids.ts';
import type { Duty } from '../duty.ts';
import { openFinding } from '../duty.ts';
import type { Of, Wanted } from '../events.ts';
import { solvedByCustomer } from './quorum.ts';

/** Whom the answer names to solve what was found is asked to take it, unless that is whoever answered. */
export function ownerAsked(
  before: Duty,
  { after, event }: { readonly after: Duty; readonly event: Of<'answered'> },
  now: Instant,
): Duty {
  const open = openFinding(before) ? undefined : openFinding(after);
  const { owner, by } = event;
  if (!open || !owner || owner.aadObjectId === by.aadObjectId) return after;
  const asked = { what: 'owner', finding: open.id, of: owner, by, at: now } as const;
  return { ...after, confirmations: [asked] };
}

/** Word to whoever is asked so. */
export function tellNamed(before: Duty, after: Duty): Wanted {
  const asked = after.confirmations === before.confirmations ? [] : (after.confirmations ?? []);
  return asked.map(({ of }) => ({ do: 'tell', person: of.aadObjectId, news: 'owner' }));
}

/** Whoever was to solve it hears what the verification showed; the vendor gets a new reply instead. */
export function tellOwner(before: Duty, after: Duty, verifier: PersonId): Wanted {
  const was = openFinding(before);
  const owner = was?.owner?.aadObjectId;
  if (!owner || owner === verifier || !solvedByCustomer(before)) return [];
  const is = after.findings.find(({ id }) => id === was.id);
  if (is?.closedBecause === 'verified')
    return [{ do: 'tell', person: owner, news: 'owner-solved' }];
  const failed = is !== undefined && is.failedVerifications > was.failedVerifications;
  return failed ? [{ do: 'tell', person: owner, news: 'owner-again' }] : [];
}

import type { Instant, PersonId } from '../ids.ts';
import type { Duty } from '../duty.ts';
import { openFinding } from '../duty.ts';
import type { Of, Wanted } from '../events.ts';
import type { Confirmation } from '../findings/confirmation.ts';
import { isLoss } from '../findings/to-confirm.ts';
import { solvedByCustomer } from './quorum.ts';

/**
 * Whom the answer names is asked: to solve what was found, unless that is whoever answered, or to accept what is lost. Who was
 * asked to accept a loss is asked no more once the answer is another one.
 */
export function namedAsked(
  before: Duty,
  { after, event }: { readonly after: Duty; readonly event: Of<'answered'> },
  now: Instant,
): Duty {
  const open = openFinding(after);
  const { owner, bearer, by } = event;
  const others = (after.confirmations ?? []).filter(
    (one) => !(isLoss(one) && one.by?.aadObjectId === by.aadObjectId),
  );
  if (!open) return after.confirmations === undefined ? after : { ...after, confirmations: others };
  const about = { finding: open.id, by, at: now };
  const asksOwner = owner && !openFinding(before) && owner.aadObjectId !== by.aadObjectId;
  const asked: readonly Confirmation[] = [
    ...(asksOwner ? [{ ...about, what: 'owner' as const, of: owner }] : []),
    ...(bearer ? [{ ...about, what: 'risk' as const, of: bearer, reason: noteIn(event) }] : []),
  ];
  if (asked.length === 0 && others.length === (after.confirmations ?? []).length) return after;
  return { ...after, confirmations: [...(openFinding(before) ? others : []), ...asked] };
}

const noteIn = ({ values }: Of<'answered'>): string =>
  typeof values['note'] === 'string' ? values['note'] : '';

/** Word to whoever is asked so. */
export function tellNamed(before: Duty, after: Duty): Wanted {
  const asked = (after.confirmations ?? []).filter((one) => !before.confirmations?.includes(one));
  return asked.map((one) => ({
    do: 'tell',
    person: one.of.aadObjectId,
    news: isLoss(one) ? 'loss-asked' : 'owner',
  }));
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

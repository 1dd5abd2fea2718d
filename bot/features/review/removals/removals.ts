import type { Person, TenantKey } from '../../../duty/ids.ts';
import type { Card } from '../../../../cards/card.ts';
import type { Picks } from '../../../kinds/review-access/accounts.ts';
import { kindOf } from '../../../kinds/index.ts';
import { removalsCsv } from '../../../files/accounts/removals.ts';
import type { Duty } from '../../../duty/duty.ts';
import { assigneeOf, openFinding } from '../../../duty/duty.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import type { Removal } from './card.ts';
import { removalsCard } from './card.ts';
import type { DutyClicked } from '../../../casework/clicks.ts';
import { personInRole } from '../../../casework/people/role-holders.ts';
import { seesToRemovals } from '../../../casework/people/parties.ts';
import { handedIn } from '../list.ts';
import type { Services } from '../../../ports/services.ts';

/** What everybody who handed in wants removed or changed, in the order of the list. */
export async function removalsOf(services: Services, duty: Duty): Promise<readonly Removal[]> {
  const accounts = await services.store.duties.accounts(duty);
  const picks = await handedIn(services, { duty, accounts });
  return accounts.flatMap((account, at) => {
    const pick = picks.get(at);
    return pick?.decision === 'remove' || pick?.decision === 'change' ? [{ account, pick }] : [];
  });
}

/** The card of the removals for somebody who sees to them, or for the IT channel. */
export async function showRemovals({
  services,
  duty,
  actor,
  reader,
}: DutyClicked<'reviewRemovals'>): Promise<Card | undefined> {
  const { person, inItChannel } = actor;
  if (!kindOf(duty.kind).byRow) return undefined;
  const theirs = await seesToRemovals(services, duty, { person, tenant: duty.tenant });
  if (!theirs && !inItChannel) return undefined;
  const holder = inItChannel || assigneeOf(duty, person.aadObjectId) !== undefined;
  const removals = await removalsOf(services, duty);
  const viewer = inItChannel ? 'it-team' : person.aadObjectId;
  return removalsCard(duty, { viewer, removals, withFile: theirs, holder }, reader);
}

/** The card as it is sent to somebody without being asked: the task itself, or the wish for a new list. */
export async function removalsFor(
  services: Services,
  {
    duty,
    person,
    asked,
  }: { readonly duty: Duty; readonly person: Person; readonly asked: boolean },
  reader: ReaderNow,
): Promise<Card> {
  const holder = assigneeOf(duty, person.aadObjectId) !== undefined;
  const removals = await removalsOf(services, duty);
  const viewer = person.aadObjectId;
  return removalsCard(duty, { viewer, removals, withFile: true, holder, asked }, reader);
}

/** The same as a file to hand on; undefined where there is nothing to remove or change. */
export async function removalsFile(
  services: Services,
  duty: Duty,
  { language }: ReaderNow,
): Promise<Uint8Array | undefined> {
  const removals = await removalsOf(services, duty);
  if (removals.length === 0) return undefined;
  const picks: Picks = new Map(removals.map(({ pick }, at) => [at, pick]));
  const accounts = removals.map(({ account }) => account);
  return Buffer.from(removalsCsv(accounts, picks, language), 'utf8');
}

/** Whom the bot asks about removals: the owner, else whoever administers access, else the reviewers. */
export async function askedForRemovals(
  services: Services,
  tenant: TenantKey,
  duty: Duty,
): Promise<readonly Person[]> {
  const owner = openFinding(duty)?.owner ?? (await personInRole(services, tenant, 'access'));
  if (owner) return [owner];
  const by = duty.answers.filter(
    ({ replacedBy, outcome }) => replacedBy === undefined && outcome === 'problem',
  );
  return by.map((answer) => answer.by);
}

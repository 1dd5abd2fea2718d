import type { DutyRef, Person, TenantKey } from '../../../duty/ids.ts';
import type { Card } from '../../../../cards/card.ts';
import type { Picks } from '../../../kinds/review-access/accounts.ts';
import { kindOf } from '../../../kinds/index.ts';
import { removalsCsv } from '../../../files/removals.ts';
import type { Duty } from '../../../duty/duty.ts';
import { assigneeOf, holderOf, openFinding } from '../../../duty/duty.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import type { Removal } from './card.ts';
import { removalsCard } from './card.ts';
import type { Actor } from '../../../casework/actor.ts';
import { personInRole } from '../../../casework/role-holders.ts';
import { handedIn } from '../list.ts';
import type { Services } from '../../../ports/services.ts';

/** Who sees to removals: who reviewed, who owns the finding, and who administers access. */
export async function seesToRemovals(
  services: Services,
  duty: Duty,
  person: Person,
): Promise<boolean> {
  const { aadObjectId } = person;
  if (holderOf(duty, aadObjectId)) return true;
  if (duty.findings.some(({ owner }) => owner?.aadObjectId === aadObjectId)) return true;
  return (await personInRole(services, duty.tenant, 'access'))?.aadObjectId === aadObjectId;
}

/** What everybody who handed in wants removed or changed, in the order of the list. */
export async function removalsOf(services: Services, duty: Duty): Promise<readonly Removal[]> {
  const accounts = await services.store.duties.accounts(duty);
  const picks = await handedIn(services, duty, accounts);
  return accounts.flatMap((account, at) => {
    const pick = picks.get(at);
    return pick?.decision === 'remove' || pick?.decision === 'change' ? [{ account, pick }] : [];
  });
}

/** The card of the removals for somebody who sees to them, or for the IT channel. */
export async function showRemovals(
  services: Services,
  ref: DutyRef,
  { person, inItChannel }: Actor,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const duty = (await services.store.duties.load(ref))?.value;
  if (!duty || !kindOf(duty.kind).byRow) return undefined;
  const theirs = await seesToRemovals(services, duty, person);
  if (!theirs && !inItChannel) return undefined;
  const holder = inItChannel || assigneeOf(duty, person.aadObjectId) !== undefined;
  const removals = await removalsOf(services, duty);
  return removalsCard(duty, { removals, withFile: theirs, holder }, reader);
}

/** The card as it is sent to somebody without being asked: the task itself, or the wish for a new list. */
export async function removalsFor(
  services: Services,
  duty: Duty,
  person: Person,
  reader: ReaderNow,
  asked: boolean,
): Promise<Card> {
  const holder = assigneeOf(duty, person.aadObjectId) !== undefined;
  const removals = await removalsOf(services, duty);
  return removalsCard(duty, { removals, withFile: true, holder, asked }, reader);
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

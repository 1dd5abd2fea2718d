import { comparable } from '../../../cards/same-text.ts';
import { knownPeople } from '../../casework/people/known-people.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { DutyRef, Person } from '../../duty/ids.ts';
import type { Advice } from '../../kinds/review-access/account-advice.ts';
import { adviser } from '../../kinds/review-access/account-advice.ts';
import { placesOf } from '../../kinds/rows/ranges.ts';
import type { Account, Decision, Flag, Pick, Picks } from '../../kinds/review-access/accounts.ts';
import { decisions, flagger, stricter } from '../../kinds/review-access/accounts.ts';
import { kindOf } from '../../kinds/index.ts';
import type { ReviewList } from '../../files/accounts/review-sheet.ts';
import type { Answer, Duty } from '../../duty/duty.ts';
import { assigneeOf } from '../../duty/duty.ts';
import { mayAnswer } from '../../duty/answering/quorum.ts';
import type { Services } from '../../ports/services.ts';

/** A review as one reviewer has it. */
export interface Review {
  readonly duty: Duty;
  readonly accounts: readonly Account[];
  /** The places on the list that this reviewer decides about. */
  readonly own: readonly number[];
  /** The flags of each account on the list, as this reviewer sees them. */
  readonly flags: readonly (readonly Flag[])[];
  /** What is advised about each account on the list: a word beside its row, never a decision. */
  readonly advice: readonly (Advice | undefined)[];
  /** What was decided so far about the own places. */
  readonly picks: Picks;
}

/** Reads a review as one reviewer has it; undefined when the duty is not theirs. */
export async function loadReview(
  services: Services,
  ref: DutyRef,
  person: Person,
): Promise<Review | undefined> {
  const [read, accounts, picks, departed] = await Promise.all([
    services.store.duties.load(ref),
    services.store.duties.accounts(ref),
    services.store.duties.picks(ref, person.aadObjectId),
    departedPeople(services, ref.tenant),
  ]);
  // A card may name any duty: only a list can be reviewed row by row.
  const assignee = read && assigneeOf(read.value, person.aadObjectId);
  if (!assignee || !kindOf(read.value.kind).byRow) return undefined;
  const own = placesOf(assignee.part, accounts.length);
  const previous = await accountsBefore(services, read.value);
  const now = services.now();
  const flags = accounts.map(flagger({ reviewer: person.name, now, previous }));
  const advice = accounts.map(adviser({ now, previous, ...departed }));
  const theirs = new Map(own.flatMap((at) => entry(at, picks.get(at))));
  return { duty: read.value, accounts, own, flags, advice, picks: theirs };
}

/** Who lost the bot, by object id, and by name where nobody of that name still has it. */
async function departedPeople(
  services: Services,
  tenant: DutyRef['tenant'],
): Promise<{ readonly left: readonly string[]; readonly leftNames: readonly string[] }> {
  const known = await knownPeople(services, tenant);
  const here = new Set(known.filter((one) => one.installed).map(({ name }) => comparable(name)));
  const gone = known.filter((one) => !one.installed);
  return {
    left: gone.map(({ aadObjectId }) => aadObjectId),
    leftNames: gone.map(({ name }) => name).filter((name) => !here.has(comparable(name))),
  };
}

/** The list of the review before this one. */
async function accountsBefore(
  { store }: Services,
  { tenant, earlier }: Duty,
): Promise<readonly Account[] | undefined> {
  const id = parseDutyId(earlier?.at(-1)?.duty);
  return id && store.duties.accounts({ tenant, id });
}

const entry = (at: number, pick: Pick | undefined): readonly (readonly [number, Pick])[] =>
  pick ? [[at, pick]] : [];

/** The flags of every account as a reviewer of this name sees them, the list of the last review beside it. */
export async function flagsFor(
  services: Services,
  {
    duty,
    accounts,
    reviewer,
  }: { readonly duty: Duty; readonly accounts: readonly Account[]; readonly reviewer: string },
): Promise<readonly (readonly Flag[])[]> {
  const previous = await accountsBefore(services, duty);
  return accounts.map(flagger({ reviewer, now: services.now(), previous }));
}

/** The own rows with their flags, as a sheet has them. */
export function ownRows({ own, accounts, flags, advice }: Review): ReviewList {
  return {
    accounts: own.flatMap((at) => {
      const account = accounts[at];
      return account ? [account] : [];
    }),
    flags: own.map((at) => flags[at] ?? []),
    advice: own.map((at) => advice[at]),
  };
}

/** A review can be worked on until it is handed in, and by whoever handed it in also afterwards. */
export const isEditable = ({ duty }: Review, person: Person): boolean =>
  mayAnswer(duty, person.aadObjectId);

/**
 * What was decided about each account, as it stands in the evidence of every answer that counts: a reviewer
 * may have picked something else since. Where several decided about one account, the stricter holds.
 */
export async function handedIn(
  services: Services,
  {
    duty,
    accounts,
    answers = duty.answers,
  }: {
    readonly duty: Duty;
    readonly accounts: readonly Account[];
    readonly answers?: readonly Answer[] | undefined;
  },
): Promise<Picks> {
  const places = new Map(accounts.map(({ account }, at) => [account, at]));
  const picks = new Map<number, Pick>();
  for (const { seq, replacedBy } of answers) {
    if (replacedBy !== undefined) continue;
    const record = await services.store.duties.record(duty, seq);
    if (!record) {
      throw new Error(`Answer ${String(seq)} of ${duty.id} does not stand in its evidence.`);
    }
    for (const [account, pick] of decidedIn(record.data)) {
      const at = places.get(account);
      if (at === undefined) continue;
      const earlier = picks.get(at);
      picks.set(at, earlier ? stricter(earlier, pick) : pick);
    }
  }
  return picks;
}

/** The decisions in the record of an answer. */
function decidedIn(data: unknown): readonly (readonly [string, Pick])[] {
  return listIn(memberOf(memberOf(data, 'attached'), 'decisions')).flatMap((decided) => {
    const decision: Decision | undefined = decisions.find(
      (known) => known === memberOf(decided, 'decision'),
    );
    const note = memberOf(decided, 'note');
    if (decision === undefined) return [];
    const pick: Pick = { decision, ...(typeof note === 'string' ? { note } : {}) };
    return [[String(memberOf(decided, 'account')), pick] as const];
  });
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

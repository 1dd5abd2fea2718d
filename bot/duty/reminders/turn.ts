import type { PersonId } from '../ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Duty, Finding } from '../duty.ts';
import { answerBy, openFinding } from '../duty.ts';
import {
  awaits,
  countingAnswers,
  solvedByCustomer,
  troubled,
  verifiers,
} from '../answering/quorum.ts';
import { toConfirm } from '../findings/to-confirm.ts';
import { workdaysAfter } from '../time/workdays.ts';

/** Who is to do the next thing about a duty. */
export type Whose =
  /** Whoever has said nothing yet. */
  | 'asked'
  /** Whoever is to say whether a solution works. */
  | 'verifier'
  /** Whoever sees to it that a finding is solved. */
  | 'owner'
  /** Whoever sends the vendor the reply that is not sent. */
  | 'sender'
  | 'vendor'
  /** The IT team: nobody who was asked can judge it, nobody solves it, or the vendor does not. */
  | 'finds-judge'
  | 'names-owner'
  /** Whoever was picked to own a finding, or to bear its risk, and has not said yes or no. */
  | 'owner-asked'
  | 'risk-asked'
  | 'decides'
  /** Whoever bears a risk, until it ends. */
  | 'bears-risk';

/** Whose turn it is, until which day. */
export interface Turn {
  readonly whose: Whose;
  /** Those of whom it is known; empty where it is the vendor or the whole IT team. */
  readonly people: readonly PersonId[];
  readonly until: string;
  /** The day on which it became their turn. */
  readonly since: string;
  /** The finding that it is about; absent for a first answer. */
  readonly finding?: string;
}

const workdaysToVerify = 2;
const workdaysToReply = 2;
const workdaysToFindSomebody = 2;

/**
 * Whose turn it is: about the finding first, then whoever has still to answer. Empty only where nothing
 * is to be done any more: what is open or a problem always has somebody, and a day.
 */
export function turnsOf(duty: Duty): readonly Turn[] {
  if (duty.status === 'withdrawn') return [];
  const open = openFinding(duty);
  const followed = open ? findingTurn(duty, open) : riskTurn(duty);
  const first = firstAnswer(duty);
  return [...(followed ? [followed] : []), ...(first ? [first] : [])];
}

/** The one whose turn it is first; undefined where the duty is settled and nothing is to be done. */
export const turnOf = (duty: Duty): Turn | undefined => turnsOf(duty)[0];

/** Whether something of this duty is to be done by this person now. */
export const hasTurn = (duty: Duty, person: PersonId): boolean =>
  turnsOf(duty).some(({ people }) => people.includes(person));

const dayIn = (at: string): string => at.slice(0, 10);
const latest = (days: readonly string[]): string =>
  days.reduce((one, other) => (one > other ? one : other), '');

function firstAnswer(duty: Duty): Turn | undefined {
  if (duty.status !== 'open' && duty.status !== 'problem') return undefined;
  const asked = duty.assignees.map(({ aadObjectId }) => aadObjectId);
  const people = asked.filter((person) => awaits(duty, person));
  if (people.length > 0)
    return { whose: 'asked', people, until: duty.dueOn, since: dayIn(duty.createdAt) };
  if (duty.status === 'problem') return undefined;
  // Whoever is left could not judge it: somebody else has to be found.
  const unable = asked.flatMap((person) => answerBy(duty, person)?.at ?? []).map(dayIn);
  const since = latest([dayIn(duty.createdAt), ...unable]);
  const until = workdaysAfter(since, workdaysToFindSomebody);
  return { whose: 'finds-judge', people: [], until, since };
}

/** The day on which what is wrong was said last: a new reply is due from there. */
function raisedOn(duty: Duty, { openedAt, acceptance }: Finding): string {
  const said = troubled(duty).map(({ at }) => dayIn(at));
  // A risk that ended is open again from the day on which it was to end.
  return latest([
    dayIn(openedAt),
    ...said,
    ...(acceptance?.until === undefined ? [] : [acceptance.until]),
  ]);
}

function findingTurn(duty: Duty, open: Finding): Turn {
  const about = { finding: open.id };
  const raised = raisedOn(duty, open);
  if (duty.verifying) {
    const solved = open.reactions.findLast((reaction) => reaction.solved);
    const since = solved ? dayIn(solved.at) : raised;
    const people = verifiers(duty);
    const until = workdaysAfter(since, workdaysToVerify);
    // Where nobody is left who can say it, the IT team has to find somebody.
    return {
      ...about,
      whose: people.length > 0 ? 'verifier' : 'finds-judge',
      people,
      until,
      since,
    };
  }
  const asked = confirmationTurn(duty, open);
  if (asked) return { ...about, ...asked };
  if (kindOf(duty.kind).byRow || solvedByCustomer(duty)) {
    return open.owner
      ? {
          ...about,
          whose: 'owner',
          people: [open.owner.aadObjectId],
          until: open.dueOn,
          since: raised,
        }
      : { ...about, ...nameTurn(duty, open, raised) };
  }
  return { ...about, ...vendorsTurn(duty, open, raised) };
}

/** Whoever found it names an owner; where the one who was picked stayed silent, the IT team does. */
function nameTurn(duty: Duty, open: Finding, raised: string): Omit<Turn, 'finding'> {
  const { passedOn } = open;
  return passedOn === undefined
    ? { whose: 'names-owner', people: finders(duty), until: dayToName(duty, open), since: raised }
    : {
        whose: 'names-owner',
        people: [],
        until: workdaysAfter(passedOn, workdaysToFindSomebody),
        since: passedOn,
      };
}

const workdaysToConfirm = 2;

/** Whoever was picked and has to say yes or no: about the risk first, which ends the finding. */
function confirmationTurn(duty: Duty, open: Finding): Omit<Turn, 'finding'> | undefined {
  const all = toConfirm(duty);
  const asked = all.find(({ what }) => what === 'risk') ?? all[0];
  if (!asked) return undefined;
  const since = dayIn(asked.at);
  const day = workdaysAfter(since, workdaysToConfirm);
  // An owner has no longer to say yes than to solve it.
  const until = asked.what === 'owner' && open.dueOn < day ? open.dueOn : day;
  const whose = asked.what === 'owner' ? 'owner-asked' : 'risk-asked';
  return { whose, people: [asked.of.aadObjectId], until, since };
}

/** A review names by itself whoever administers access; elsewhere somebody has to. */
const dayToName = (duty: Duty, open: Finding): string =>
  kindOf(duty.kind).byRow
    ? open.dueOn
    : workdaysAfter(raisedOn(duty, open), workdaysToFindSomebody);

const finders = (duty: Duty): readonly PersonId[] => troubled(duty).map(({ by }) => by.aadObjectId);

/** Where the vendor solves it: it has to hear of it first, and may say that it will not. */
function vendorsTurn(duty: Duty, open: Finding, raised: string): Omit<Turn, 'finding'> {
  const { reply, reactions, owner, dueOn } = open;
  const owners = owner ? [owner.aadObjectId] : [];
  const last = reactions.at(-1);
  const heard = last && !last.solved && (!reply || last.at >= reply.at) ? last : undefined;
  if (heard?.status === 'rejected') {
    const since = dayIn(heard.at);
    const until = workdaysAfter(since, workdaysToFindSomebody);
    return { whose: 'decides', people: owners, until, since };
  }
  const refused = reply?.delivery?.state === 'refused' ? reply.delivery : undefined;
  const told = reply && !refused ? dayIn(reply.at) : undefined;
  const since = told ?? (heard && dayIn(heard.at) >= raised ? dayIn(heard.at) : undefined);
  if (since !== undefined)
    return { whose: owner ? 'owner' : 'vendor', people: owners, until: dueOn, since };
  const from = refused ? dayIn(refused.at) : raised;
  const people = [...new Set([...finders(duty), ...owners])];
  return { whose: 'sender', people, until: workdaysAfter(from, workdaysToReply), since: from };
}

/** A finding that was closed because somebody bears the risk, as long as what was found still stands. */
function borneFinding(duty: Duty): Finding | undefined {
  const wrong = countingAnswers(duty).filter(({ outcome }) => outcome === 'problem');
  return duty.findings.findLast(
    ({ closedBecause, openedAt }) =>
      closedBecause === 'accepted' && wrong.some(({ at }) => at >= openedAt),
  );
}

function riskTurn(duty: Duty): Turn | undefined {
  const borne = borneFinding(duty);
  if (!borne?.acceptance) return undefined;
  const since = dayIn(borne.closedAt ?? borne.openedAt);
  const { until } = borne.acceptance;
  // What is lost for good was accepted once.
  if (until === undefined) return undefined;
  return { whose: 'bears-risk', people: [], until, since, finding: borne.id };
}

/** Those whose turn it is, with the names under which the duty knows them. */
export function namedIn(
  duty: Duty,
  { people }: Turn,
): readonly { readonly aadObjectId: PersonId; readonly name?: string }[] {
  const known = [
    ...duty.assignees,
    ...duty.findings.flatMap(({ owner }) => owner ?? []),
    ...duty.answers.map(({ by }) => by),
    ...(duty.confirmations ?? []).map(({ of }) => of),
  ];
  return people.map((person) => {
    const name = known.find((one) => one.aadObjectId === person && one.name !== undefined)?.name;
    return { aadObjectId: person, ...(name === undefined ? {} : { name }) };
  });
}

import type { Assignee, Duty, Finding, FormerAssignee, Reaction } from './duty.ts';

/** How often a person may correct an answer; after that somebody else has to look at it. */
export const mostCorrections = 20;

/** Among so many the rows of a review are shared out, and no further. */
const mostSharing = 100;
/** What says who has which rows, in bytes: a helper has the same once more, and all else still has to fit. */
const mostPartBytes = 256 * 1024;

/** Whether the rows of a review are shared among so many, or in so many pieces, that its row would come near the limit. */
export const isSharedTooFar = ({ assignees }: Duty): boolean =>
  assignees.length > mostSharing ||
  2 * JSON.stringify(assignees.map(({ part }) => part ?? [])).length > mostPartBytes;

/** How much of what does not count a duty keeps. */
interface Kept {
  readonly replaced: number;
  readonly reactions: number;
  readonly reactionsClosed: number;
  readonly closedTold: number;
  readonly copies: number;
  readonly former: number;
  readonly copiesFormer: number;
}

const usual: Kept = {
  replaced: 20,
  reactions: 20,
  reactionsClosed: 3,
  closedTold: 5,
  copies: 20,
  former: 60,
  copiesFormer: 20,
};
/** Where fifty people have long answers that all count. */
const least: Kept = {
  replaced: 5,
  reactions: 5,
  reactionsClosed: 1,
  closedTold: 2,
  copies: 2,
  former: 20,
  copiesFormer: 1,
};
/** Azure stores two bytes of each character; from here on a row gets near its megabyte. */
const largeBytes = 640 * 1024;
/** A duty of fewer people and answers is small, and need not be written out to see it. */
const fewEntries = 40;

/**
 * Keeps the row of a duty far below the megabyte that Azure takes ("Understanding the Table service data
 * model"): what counts, and of everything else the newest. The evidence holds all of it. So an event that closes
 * a duty always still fits.
 */
export function bounded(duty: Duty): Duty {
  const kept = keeping(duty, usual);
  const { assignees, formerAssignees, answers, findings } = kept;
  const entries = [assignees, formerAssignees, answers, findings].flat().length;
  const isLarge = entries > fewEntries && 2 * JSON.stringify(kept).length > largeBytes;
  return isLarge ? keeping(kept, least) : kept;
}

function keeping(duty: Duty, most: Kept): Duty {
  const { answers, findings, assignees, formerAssignees } = duty;
  const replaced = answers.filter(({ replacedBy }) => replacedBy !== undefined);
  const closed = findings.filter(({ status }) => status === 'closed');
  const old = new Set(closed.slice(0, Math.max(0, closed.length - most.closedTold)));
  const dropped = new Set(replaced.slice(0, Math.max(0, replaced.length - most.replaced)));
  return {
    ...duty,
    answers: dropped.size === 0 ? answers : answers.filter((answer) => !dropped.has(answer)),
    // What was said of a finding that was closed long ago stands in the evidence only.
    findings: findings.map((one) => (old.has(one) ? silent(one) : withNewest(one, most))),
    assignees: assignees.map((one) => withCopies(one, most.copies)),
    formerAssignees: formerAssignees
      .slice(-most.former)
      .map((one) => withCopies(withoutPart(one), most.copiesFormer)),
  };
}

/** The newest reactions, and the last one that says that it is solved: it decides what is verified. */
function withNewest(finding: Finding, kept: Kept): Finding {
  const { reactions, status } = finding;
  const most = status === 'open' ? kept.reactions : kept.reactionsClosed;
  if (reactions.length <= most) return finding;
  const newest: readonly Reaction[] = reactions.slice(-most);
  const solved = reactions.findLast((one) => one.solved);
  const told = solved && !newest.includes(solved) ? [solved, ...newest] : newest;
  return { ...finding, reactions: told };
}

const silent = (finding: Finding): Finding =>
  finding.reactions.length === 0 ? finding : { ...finding, reactions: [] };

/** What somebody had and gave on is the taker's now: thousands of places would stand there once a person. */
const withoutPart = ({ part: _, ...one }: FormerAssignee): FormerAssignee => one;

/** Copies of the card that are that old are looked at by nobody. */
const withCopies = <A extends Assignee>(one: A, most: number): A =>
  one.messages.length > most ? { ...one, messages: one.messages.slice(-most) } : one;

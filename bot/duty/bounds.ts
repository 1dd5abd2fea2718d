import type { Assignee, Duty, Finding, Reaction } from './duty.ts';

/** How often a person may correct an answer; after that somebody else has to look at it. */
export const mostCorrections = 20;

const mostReplaced = 20;
const mostReactions = 20;
const mostReactionsClosed = 3;
const mostClosedTold = 5;
const mostCopies = 20;
const mostFormer = 60;

/**
 * Keeps the row of a duty far below the megabyte that Azure takes ("Understanding the Table service data
 * model"): what counts, and of everything else the newest. The evidence holds all of it. So an event that closes
 * a duty always still fits.
 */
export function bounded(duty: Duty): Duty {
  const { answers, findings, assignees, formerAssignees } = duty;
  const replaced = answers.filter(({ replacedBy }) => replacedBy !== undefined);
  const closed = findings.filter(({ status }) => status === 'closed');
  const old = new Set(closed.slice(0, Math.max(0, closed.length - mostClosedTold)));
  const dropped = new Set(replaced.slice(0, Math.max(0, replaced.length - mostReplaced)));
  return {
    ...duty,
    answers: dropped.size === 0 ? answers : answers.filter((answer) => !dropped.has(answer)),
    // What was said of a finding that was closed long ago stands in the evidence only.
    findings: findings.map((one) => (old.has(one) ? silent(one) : withNewest(one))),
    assignees: assignees.map(withCopies),
    formerAssignees: formerAssignees.slice(-mostFormer).map(withCopies),
  };
}

/** The newest reactions, and the last one that says that it is solved: it decides what is verified. */
function withNewest(finding: Finding): Finding {
  const { reactions, status } = finding;
  const most = status === 'open' ? mostReactions : mostReactionsClosed;
  if (reactions.length <= most) return finding;
  const newest: readonly Reaction[] = reactions.slice(-most);
  const solved = reactions.findLast((one) => one.solved);
  const kept = solved && !newest.includes(solved) ? [solved, ...newest] : newest;
  return { ...finding, reactions: kept };
}

const silent = (finding: Finding): Finding =>
  finding.reactions.length === 0 ? finding : { ...finding, reactions: [] };

/** Copies of the card that are that old are looked at by nobody. */
const withCopies = <A extends Assignee>(one: A): A =>
  one.messages.length > mostCopies ? { ...one, messages: one.messages.slice(-mostCopies) } : one;

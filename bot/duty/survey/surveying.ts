import { maxNameInRound, maxPeopleInRound } from './state.ts';
import type { Round, RoundMember } from './state.ts';
import type { Instant, Person, PersonId } from '../ids.ts';
import type { Json } from '../../kinds/kind.ts';
import { tallyOf } from '../../kinds/survey.ts';
import type { Duty } from '../duty.ts';
import { assigneeOf } from '../duty.ts';
import type { Decision, Of, Wanted } from '../events.ts';
import { changed, unchanged } from '../events.ts';
import { nextMinute } from '../time/instant.ts';
import type { RecordDraft } from '../record.ts';
import { mayRemind, mayStartRound, memberOf, silentIn } from './survey.ts';

// A change is one transaction of 100 rows: the state, these cards and the next page.
const cardsPerPage = 40;
// The card and its last reminder; an older copy still says the truth when it is clicked.
const copiesKept = 2;

/** An assignee lets the bot ask people; their cards go out page by page. */
export function roundStarted(duty: Duty, event: Of<'round-started'>, now: Instant): Decision {
  const { by, round: type, text, people, day } = event;
  if (!assigneeOf(duty, by.aadObjectId)) return unchanged(duty, 'not-assigned');
  if (duty.round) return unchanged(duty, 'repeated');
  if (!mayStartRound(duty)) return unchanged(duty, 'too-late');
  const asked = distinct(people).slice(0, maxPeopleInRound);
  const round: Round = {
    type,
    text,
    startedAt: now,
    by,
    sentOn: day,
    reminders: 0,
    people: asked.map((person) => ({ ...person, delivery: 'pending' })),
  };
  // No type of record is called so: what is told here is that the message leaves, and to whom.
  const draft: RecordDraft = {
    type: 'delivered',
    by,
    data: {
      round: { type, step: 'started', text, people: asked.map((one): Json => ({ ...one })) },
    },
  };
  return changed({ ...duty, round }, [draft], [...pageFrom(0, 'send'), ...seen(duty)]);
}

function distinct(people: readonly Person[]): readonly Person[] {
  const byId = new Map(
    people.map(({ aadObjectId, name }) => [
      aadObjectId,
      { aadObjectId, name: name.slice(0, maxNameInRound) },
    ]),
  );
  return [...byId.values()];
}

const pageFrom = (from: number, step: 'send' | 'edit'): Wanted => [
  { do: 'round-page', from, step },
];

/** The channel and whoever has the duty see how far the round is. */
function seen(duty: Duty): Wanted {
  return [
    ...duty.assignees
      .filter(({ messages }) => messages.length > 0)
      .map(({ aadObjectId }) => ({ do: 'edit-cards' as const, person: aadObjectId })),
    { do: 'show-channel' },
  ];
}

/** The next page of a round: its cards, and the page after it; after the last one the totals are shown. */
export function roundPaged(duty: Duty, { from, step }: Of<'round-paged'>): Decision {
  const { round } = duty;
  if (!round || (step === 'send' && duty.status === 'withdrawn')) return unchanged(duty, 'done');
  const left = round.people
    .map((one, at) => ({ one, at }))
    .filter(({ one, at }) => at >= from && isWanted(one, step));
  const page = left.slice(0, cardsPerPage);
  const last = page.at(-1);
  const cards = page.map(({ one }) => ({
    do: 'round-card' as const,
    person: one.aadObjectId,
    step,
  }));
  return changed(duty, [], [...cards, ...(last ? pageFrom(last.at + 1, step) : seen(duty))]);
}

function isWanted({ answer, delivery, messages }: RoundMember, step: 'send' | 'edit'): boolean {
  if (answer !== undefined) return false;
  return step === 'send' ? delivery === 'pending' : (messages ?? []).length > 0;
}

function withMember(
  duty: Duty,
  round: Round,
  person: PersonId,
  change: (one: RoundMember) => RoundMember,
): Duty {
  const people = round.people.map((one) => (one.aadObjectId === person ? change(one) : one));
  return { ...duty, round: { ...round, people } };
}

/** The card of a round arrived. */
export function roundDelivered(duty: Duty, event: Of<'round-delivered'>): Decision {
  const { person, message } = event;
  const one = memberOf(duty, person);
  if (!duty.round || !one) return unchanged(duty, 'not-assigned');
  const after = withMember(duty, duty.round, person, (before) => ({
    ...before,
    delivery: 'delivered',
    messages: [...(before.messages ?? []), ...(message === undefined ? [] : [message])].slice(
      -copiesKept,
    ),
  }));
  const { aadObjectId, name } = one;
  const draft: RecordDraft = {
    type: 'delivered',
    data: { to: { aadObjectId, name }, round: { type: duty.round.type } },
  };
  // What happened while the card was under way is not on it yet.
  const stale = one.answer !== undefined || duty.status === 'withdrawn';
  return changed(after, [draft], stale ? [{ do: 'round-card', person, step: 'edit' }] : []);
}

/** The card of a round did not arrive, and why. */
export function roundUndeliverable(duty: Duty, event: Of<'round-undeliverable'>): Decision {
  const { person, reason } = event;
  const one = memberOf(duty, person);
  if (!duty.round || !one) return unchanged(duty, 'not-assigned');
  if (one.delivery === reason) return unchanged(duty, 'repeated');
  const after = withMember(duty, duty.round, person, (before) => ({ ...before, delivery: reason }));
  const { aadObjectId, name } = one;
  const draft: RecordDraft = {
    type: 'undeliverable',
    data: { to: { aadObjectId, name }, reason, round: { type: duty.round.type } },
  };
  return changed(after, [draft], []);
}

/**
 * Somebody who was asked has read it, or answered the question. The first answer stands. One that comes
 * when the duty is closed is kept all the same, with what the duty was then.
 */
export function roundAnswered(duty: Duty, event: Of<'round-answered'>, now: Instant): Decision {
  const { by, answer } = event;
  const one = memberOf(duty, by.aadObjectId);
  if (!duty.round || !one) return unchanged(duty, 'not-assigned');
  if (one.answer !== undefined) return unchanged(duty, 'repeated');
  const after = withMember(duty, duty.round, by.aadObjectId, (before) => ({
    ...before,
    answer,
    at: now,
  }));
  const closed = duty.status === 'fulfilled' || duty.status === 'withdrawn';
  const draft: RecordDraft = {
    type: 'answered',
    by,
    outcome: 'fulfilled',
    data: { round: { type: duty.round.type, answer, ...(closed ? { after: duty.status } : {}) } },
  };
  return changed(
    after,
    [draft],
    [{ do: 'round-card', person: by.aadObjectId, step: 'edit' }, ...shownAfter(duty, after, now)],
  );
}

/**
 * A thousand answers are not a thousand edits: the channel follows twenty steps at once and what is between
 * them once a minute, the assignees, who may be typing in their cards, four steps.
 */
function shownAfter(before: Duty, after: Duty, now: Instant): Wanted {
  const passes = (steps: number): boolean => stepOf(before, steps) !== stepOf(after, steps);
  if (passes(4)) return seen(after);
  return [{ do: 'show-channel', ...(passes(20) ? {} : { notBefore: nextMinute(now) }) }];
}

function stepOf({ round }: Duty, steps: number): number {
  if (!round) return 0;
  const { answered, people } = tallyOf(round);
  return Math.floor((steps * answered) / people);
}

/** An assignee asks those who have not answered once more; at most once a day. */
export function roundReminded(duty: Duty, { by, day }: Of<'round-reminded'>): Decision {
  const { round } = duty;
  if (!assigneeOf(duty, by.aadObjectId)) return unchanged(duty, 'not-assigned');
  if (!round || !mayRemind(duty, day)) return unchanged(duty, 'repeated');
  const after: Duty = {
    ...duty,
    round: {
      ...round,
      sentOn: day,
      reminders: round.reminders + 1,
      people: round.people.map((one) =>
        one.answer === undefined ? { ...one, delivery: 'pending' } : one,
      ),
    },
  };
  const draft: RecordDraft = {
    type: 'reminded',
    by,
    data: { round: { type: round.type, people: silentIn(round).length } },
  };
  return changed(after, [draft], pageFrom(0, 'send'));
}

/** A duty that was taken back asks nobody any more: the cards that wait for an answer say so. */
export function roundFollows(before: Duty, after: Duty): Wanted {
  const ends = after.status === 'withdrawn' && before.status !== 'withdrawn';
  return ends && after.round ? pageFrom(0, 'edit') : [];
}

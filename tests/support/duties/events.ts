import type { Instant, Person } from '../../../bot/duty/ids.ts';
import fc from 'fast-check';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { assigneeOf } from '../../../bot/duty/duty.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import type { Decision } from '../../../bot/duty/decide.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import type { Rule } from '../../../bot/kinds/kind.ts';
import { anna, anOpening, aPerson, bram, carla, fixedNow, opened } from './duties.ts';
import { sealing } from './sealing.ts';

const dora = aPerson('22222222-aaaa-4bbb-8ccc-000000000004', 'Dora Peters');
export const everybody = [anna, bram, carla, dora] as const;

/** Something that happens; what depends on the duty as it is then is made from it. */
export type Happening = (duty: Duty) => DutyEvent;

/** One event, with the duty before and after it. */
export interface Step {
  readonly before: Duty;
  readonly event: DutyEvent;
  readonly decision: Decision;
  readonly records: readonly EvidenceRecord[];
  readonly after: Duty;
  readonly at: Instant;
}

const people = fc.constantFrom(...everybody);

/** Of whom a duty is asked, and whose answers settle it. */
export interface Setup {
  readonly rule: Rule;
  readonly seats: readonly { readonly person: Person; readonly processes?: readonly string[] }[];
  /** Who asked for the change, and so may not be the one who says that it works. */
  readonly requester?: Person;
}

export const processes = ['inloggen', 'factuurrun', 'koppelingen'] as const;

/** Every rule with one to four people; processes overlap, and some people have all of them. */
export const setups: fc.Arbitrary<Setup> = fc
  .record({
    rule: fc.constantFrom<Rule>('any', 'all', 'per-process', 'four-eyes'),
    asked: fc.integer({ min: 1, max: 4 }),
    parts: fc.array(fc.option(fc.subarray([...processes], { minLength: 1 }), { nil: undefined }), {
      minLength: 4,
      maxLength: 4,
    }),
    requester: fc.option(people, { nil: undefined }),
  })
  .map(({ rule, asked, parts, requester }): Setup => {
    const two = rule === 'four-eyes' ? Math.max(2, asked) : asked;
    const given = new Set(parts.slice(1, two).flatMap((own) => own ?? []));
    const left = processes.filter((process) => !given.has(process));
    const seats = everybody.slice(0, two).map((person, at) => {
      // The first has what nobody else has got, so that no process is forgotten.
      const own = at === 0 ? [...(left.length === 0 ? processes.slice(0, 1) : left)] : parts[at];
      return rule === 'per-process' && own ? { person, processes: own } : { person };
    });
    return { rule, seats, ...(requester ? { requester } : {}) };
  });

const forTwo: Setup = { rule: 'any', seats: [{ person: anna }, { person: bram }] };
const outcomes = fc.constantFrom('fulfilled', 'problem', 'unable');

/** Answers to the present form or an earlier one, with few different values, so that they repeat. */
const answering = fc
  .record({ by: people, outcome: outcomes, note: fc.constantFrom('a', 'b'), behind: fc.nat(2) })
  .map(({ by, outcome, note, behind }): Happening => {
    return (duty) => {
      const present = assigneeOf(duty, by.aadObjectId)?.formVersion ?? 1;
      const formVersion = Math.max(1, present - behind);
      return { type: 'answered', by, outcome, values: { outcome, note }, formVersion, via: 'card' };
    };
  });

const delivering = fc
  .record({ person: people, sent: fc.boolean(), behind: fc.nat(1), id: fc.nat(9) })
  .map(({ person: { aadObjectId: person, name }, sent, behind, id }): Happening => {
    const activityId = `m-${String(id)}`;
    const message = sent
      ? { conversationId: `a:${person}`, activityId, serviceUrl: 'https://x' }
      : undefined;
    return ({ revision }) => ({
      type: 'card-posted',
      person,
      name,
      message,
      shown: revision - behind,
    });
  });

const others = fc
  .record({ person: people, afresh: fc.boolean(), which: fc.nat(5) })
  .map(({ person: { aadObjectId: person }, afresh, which }): Happening => {
    const message = { conversationId: '19:it', activityId: 'c-1', serviceUrl: 'https://x' };
    const events: readonly Happening[] = [
      () => ({ type: 'withdrawn', reason: 'Niet meer nodig', vendor: 'Unit4' }),
      () => ({ type: 'card-undeliverable', person, reason: afresh ? 'blocked' : 'not-installed' }),
      () => ({ type: 'card-wanted', person, afresh }),
      ({ revision }) => ({ type: 'channel-posted', message, shown: revision }),
      () => ({ type: 'channel-wanted', channelId: afresh ? '19:it' : '19:other' }),
      () => ({ type: 'reminded', today: afresh ? '2026-12-04' : '2026-12-15', helpers: [] }),
    ];
    return (
      events[which] ??
      (() => ({ type: 'channel-wanted', channelId: afresh ? '19:it' : '19:other' }))
    );
  });

/** What happens around an answer: findings, reactions, handing over, putting off. */
const following = fc
  .record({ by: people, to: people, solved: fc.boolean(), which: fc.nat(9) })
  .map(({ by, to, solved, which }): Happening => {
    const reason = 'Reden';
    const events: readonly DutyEvent[] = [
      {
        type: 'handed-over',
        by,
        from: by.aadObjectId,
        to,
        reason,
        because: solved ? 'hand-over' : 'cannot-judge',
      },
      { type: 'postponed', by, to: solved ? '2026-12-10' : '2026-12-17', reason },
      { type: 'finding-planned', by, owner: to, dueOn: '2026-12-10' },
      { type: 'reply-sent', by, text: 'Getest, niet goed' },
      { type: 'vendor-reacted', by, text: solved ? 'Opgelost' : 'Wij kijken', solved },
      { type: 'risk-accepted', by, acceptedBy: to.name, reason, until: '2027-03-01' },
      { type: 'solution-reported', by, text: 'Rechtgezet' },
      { type: 'risk-asked', by, of: to, reason, until: '2027-03-01' },
      { type: 'confirmed', by: to, what: 'owner', finding: 'F-1', yes: solved },
      { type: 'confirmed', by: to, what: 'risk', finding: 'F-1', yes: solved },
    ];
    return () =>
      events[which] ?? { type: 'channel-wanted', channelId: solved ? '19:it' : '19:other' };
  });

/** Histories with everything that can happen to a duty. */
export const fullHistories = fc.array(
  fc.oneof({ arbitrary: answering, weight: 3 }, delivering, others, {
    arbitrary: following,
    weight: 3,
  }),
  { maxLength: 30 },
);

/** Lets a history happen to a duty, of Anna and Bram where nothing else is said, half a day between events. */
export function live(
  history: readonly Happening[],
  { rule, seats, requester }: Setup = forTwo,
): {
  readonly start: Duty;
  readonly opening: readonly EvidenceRecord[];
  readonly steps: readonly Step[];
} {
  const { duty: start, records: opening } = opened(
    anOpening('verify-change', {
      rule,
      assignees: seats.map(({ person: { aadObjectId, name }, processes: own }) => ({
        aadObjectId,
        name,
        ...(own ? { processes: own } : {}),
      })),
      details: {
        summary: 'Nieuwe btw-codes',
        checks: processes,
        ...(requester ? { impact: 'high', requestedBy: requester.name } : {}),
      },
    }),
    requester ? { requesters: [requester.aadObjectId] } : {},
  );
  let before = start;
  const steps = history.map((happening, index): Step => {
    const at = secondsAfter(fixedNow, 12 * 3600 * (index + 1));
    const event = happening(before);
    const decision = decide(frozen(before), frozen(event), at);
    const { duty: after, records } = seal(decision.duty, decision.evidence, sealing(at));
    const step = { before, event, decision, records, after, at };
    before = after;
    return step;
  });
  return { start, opening, steps };
}

/** The same object, of which nothing can be changed any more. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

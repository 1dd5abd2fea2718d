import fc from 'fast-check';
import type { DutyEvent } from '../../bot/lifecycle/decide.ts';
import { decide } from '../../bot/lifecycle/decide.ts';
import type { Duty, Instant } from '../../bot/lifecycle/duty.ts';
import { assigneeOf } from '../../bot/lifecycle/duty.ts';
import type { EvidenceRecord } from '../../bot/lifecycle/record.ts';
import { seal } from '../../bot/lifecycle/record.ts';
import type { Decision } from '../../bot/lifecycle/decide.ts';
import { secondsAfter } from '../../bot/lifecycle/instant.ts';
import { anna, anOpening, asked, bram, carla, fixedNow, opened } from './duties.ts';

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

const people = fc.constantFrom(anna, bram, carla);
const outcomes = fc.constantFrom('fulfilled', 'problem', 'unable');

/** Answers to the present form or an earlier one, with few different values, so that they repeat. */
const answering = fc
  .record({ by: people, outcome: outcomes, note: fc.constantFrom('a', 'b'), behind: fc.nat(2) })
  .map(({ by, outcome, note, behind }): Happening => {
    return (duty) => {
      const present = assigneeOf(duty, by.aadObjectId)?.generation ?? 1;
      const generation = Math.max(1, present - behind);
      return { type: 'answered', by, outcome, values: { outcome, note }, generation, via: 'card' };
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
  .record({ person: people, afresh: fc.boolean(), which: fc.nat(4) })
  .map(({ person: { aadObjectId: person }, afresh, which }): Happening => {
    const message = { conversationId: '19:it', activityId: 'c-1', serviceUrl: 'https://x' };
    const events: readonly Happening[] = [
      () => ({ type: 'withdrawn', reason: 'Niet meer nodig', vendor: 'Unit4' }),
      () => ({ type: 'card-undeliverable', person, reason: afresh ? 'blocked' : 'not-installed' }),
      () => ({ type: 'card-wanted', person, afresh }),
      ({ revision }) => ({ type: 'channel-posted', message, shown: revision }),
      () => ({ type: 'channel-wanted', channelId: afresh ? '19:it' : '19:other' }),
    ];
    return (
      events[which] ??
      (() => ({ type: 'channel-wanted', channelId: afresh ? '19:it' : '19:other' }))
    );
  });

/** What happens around an answer: findings, reactions, handing over, putting off. */
const following = fc
  .record({ by: people, to: people, solved: fc.boolean(), which: fc.nat(5) })
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
    ];
    return () =>
      events[which] ?? { type: 'channel-wanted', channelId: solved ? '19:it' : '19:other' };
  });

/** Histories of answers, withdrawals and deliveries. */
export const histories = fc.array(
  fc.oneof({ arbitrary: answering, weight: 4 }, delivering, others),
  { maxLength: 25 },
);

/** Histories with everything that can happen to a duty. */
export const fullHistories = fc.array(
  fc.oneof({ arbitrary: answering, weight: 3 }, delivering, others, {
    arbitrary: following,
    weight: 3,
  }),
  { maxLength: 30 },
);

/** Lets a history happen to a duty that was asked of Anna and Bram, an hour between events. */
export function live(history: readonly Happening[]): {
  readonly start: Duty;
  readonly opening: readonly EvidenceRecord[];
  readonly steps: readonly Step[];
} {
  const { duty: start, records: opening } = opened(anOpening('verify-change', asked(anna, bram)));
  let before = start;
  const steps = history.map((happening, index): Step => {
    const at = secondsAfter(fixedNow, 12 * 3600 * (index + 1));
    const event = happening(before);
    const decision = decide(frozen(before), frozen(event), at);
    const { duty: after, records } = seal(decision.duty, decision.evidence, at);
    const step = { before, event, decision, records, after, at };
    before = after;
    return step;
  });
  return { start, opening, steps };
}

/** The same object, of which nothing can be changed any more. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

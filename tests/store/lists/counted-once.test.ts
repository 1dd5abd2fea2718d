import { describe, it } from 'mocha';
import type { CountedState } from '../../../bot/duty/counted.ts';
import { countedOf } from '../../../bot/duty/counted.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { indexedOf } from '../../../bot/duty/indexed.ts';
import { viewOf } from '../../../bot/duty/view.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { storeWith } from '../../support/store/memory-store.ts';
import { after, answerOf, withdrawal } from '../../support/duties/answers.ts';
import {
  anna,
  anOpening,
  defined,
  dutch,
  fixedNow,
  opened,
  tenant,
} from '../../support/duties/duties.ts';
import { altered, memoryTables } from '../../support/store/tables.ts';

import assert from 'node:assert/strict';
import fc from 'fast-check';

const { zone } = dutch;
const steps = ['fulfilled', 'problem', 'unable', 'withdrawn', 'reacted'] as const;
type Step = (typeof steps)[number];

/** Every state that a duty goes through, the oldest first. */
function statesOf(key: string, dueOn: string, taken: readonly Step[]): readonly Duty[] {
  const { duty } = opened(anOpening('verify-change', { dueOn }), { key });
  return taken.reduce<readonly Duty[]>(
    (states, step, at) => {
      const last = states.at(-1) ?? duty;
      return [...states, afterStep(last, step, secondsAfter(fixedNow, (at + 1) * 86_400))];
    },
    [duty],
  );
}

function afterStep(duty: Duty, step: Step, now: typeof fixedNow): Duty {
  if (step === 'withdrawn') return after(duty, withdrawal, now);
  if (step === 'reacted') {
    return after(duty, { type: 'vendor-reacted', by: anna, text: 'Opgelost', solved: true }, now);
  }
  return after(duty, answerOf(duty, step), now);
}

const histories = fc.array(
  fc.record({
    taken: fc.array(fc.constantFrom(...steps), { maxLength: 4 }),
    dueOn: fc.constantFrom('2026-11-24', '2026-12-03'),
    /** Which states were seen by the effects that came, late, twice or out of order. */
    came: fc.array(fc.nat(4), { maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('a duty that goes through its states', () => {
  it('is listed and counted once and as it ends, in whatever order, however often and with whatever crashes its effects come', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.constantFrom('fine', 'before', 'after'), { maxLength: 30 }),
        fc.nat(),
        async (made, crashes, seed) => {
          const duties = made.map(({ taken, dueOn }, at) => statesOf(String(at), dueOn, taken));
          const coming = made.flatMap(({ came }, at) => came.map((which) => ({ at, which })));
          const order = shuffled(coming, seed);
          const store = storeWith(crashing([...crashes]), 'Duty');
          const count = async (duty: Duty | undefined, told: Duty | undefined) => {
            // What fails stays in the outbox and comes again.
            for (let tries = 0; duty && tries < 60; tries += 1) {
              try {
                await store.indexes.move(tenant, {
                  view: viewOf(duty),
                  was: told ? indexedOf(told, zone) : undefined,
                  now: indexedOf(duty, zone),
                });
                return;
              } catch (error) {
                if (!(error instanceof Error && error.message === 'crash')) throw error;
              }
            }
          };
          await Promise.all(
            order.map(({ at, which }) => {
              const states = duties[at] ?? [];
              const last = Math.min(which, states.length - 1);
              return count(states[last], states[last - 1]);
            }),
          );
          // The effect of the last change always comes, and sees the state as it is then.
          await Promise.all(duties.map((states) => count(states.at(-1), states.at(-2))));

          const quarter = countedOf(defined(duties[0]?.[0]), zone).quarter;
          const { tallies } = await store.coverage.quarter(tenant, quarter);

          assert.deepEqual(nonzero(tallies['verify-change'] ?? {}), truth(duties));
          for (const status of ['open', 'problem', 'fulfilled', 'withdrawn'] as const) {
            const { items } = await store.indexes.page(tenant, {
              list: { list: 'status', status },
              size: 10,
            });
            const right = duties.flatMap((states) => states.at(-1) ?? []);
            assert.deepEqual(
              items.map(({ id }) => id).sort(),
              right.flatMap((duty) => (duty.status === status ? [duty.id] : [])).sort(),
            );
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function truth(duties: readonly (readonly Duty[])[]): Partial<Record<CountedState, number>> {
  const counts: Partial<Record<string, number>> = {};
  for (const states of duties) {
    const { state } = countedOf(defined(states.at(-1)), zone);
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

const nonzero = (tally: object): object =>
  Object.fromEntries(Object.entries(tally).filter(([, count]) => count !== 0));

/** Tables whose transactions end in a crash now and then, before or after they wrote. */
function crashing(crashes: ('fine' | 'before' | 'after')[]) {
  return altered(memoryTables(), (table) => ({
    transact: async (partition, writes) => {
      const crash = crashes.shift() ?? 'fine';
      if (crash === 'before') throw new Error('crash');
      const result = await table.transact(partition, writes);
      if (crash === 'after') throw new Error('crash');
      return result;
    },
  }));
}

function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const keyed = list.map((one, at) => ({ one, key: (seed + at * 7919) % 101 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
}

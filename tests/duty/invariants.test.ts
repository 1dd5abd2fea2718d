import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { decide } from '../../bot/duty/decide.ts';
import { assigneeOf } from '../../bot/duty/duty.ts';
import type { PersonId } from '../../bot/duty/ids.ts';
import {
  isSettled,
  lacksSecondPerson,
  progressOf,
  ruleOf,
  waitsFor,
} from '../../bot/duty/answering/quorum.ts';
import { turnsOf } from '../../bot/duty/reminders/turn.ts';
import { indexKeysOf } from '../../bot/duty/indexed.ts';
import type { EvidenceRecord } from '../../bot/duty/record/record.ts';
import type { Step } from '../support/duties/events.ts';
import { eventTypes, histories, live, setups } from '../support/duties/events.ts';

/** Holds something against every step of any history. */
function always(check: (step: Step) => void): void {
  everyHistory(({ steps }) => {
    steps.forEach(check);
  });
}

const those = { numRuns: 300, seed: 20261123 } as const;
const every = fc.tuple(setups, histories());
const lived = (): readonly ReturnType<typeof live>[] =>
  fc.sample(every, those).map(([setup, history]) => live(history, setup));
let known: ReturnType<typeof lived> | undefined;

/** They are lived once for all that is held against them; where something does not hold, once more for the shortest. */
function everyHistory(check: (lived: ReturnType<typeof live>) => void): void {
  known ??= lived();
  try {
    known.forEach(check);
  } catch (error) {
    fc.assert(
      fc.property(every, ([setup, history]) => {
        check(live(history, setup));
      }),
      those,
    );
    throw error;
  }
}

/** What is easily left out of random histories, and how it shows in one step. */
const seldom: Readonly<Record<string, (step: Step & { readonly by: PersonId }) => boolean>> = {
  'four eyes that a correction opens again': ({ before, after }) =>
    ruleOf(before) === 'four-eyes' && before.status === 'fulfilled' && after.status === 'open',
  'an office that looks after two others': ({ before, after, by }) =>
    assigneeOf(before, by)?.role !== undefined &&
    before.status === 'open' &&
    progressOf(before).answered === 1 &&
    before.answers.length > 1 &&
    after.status === 'fulfilled',
  'one process that was handed on, answered by whoever has it now': ({ before, decision, by }) => {
    const { part, handedBy } = assigneeOf(before, by) ?? {};
    return decision.verdict === 'done' && part !== undefined && handedBy !== undefined;
  },
  'a helper who answers where everybody has to': ({ before, decision, by }) =>
    ruleOf(before) === 'all' &&
    decision.verdict === 'done' &&
    assigneeOf(before, by)?.standsInFor !== undefined,
  'a second person who settles what one answered whole': ({ before, after }) =>
    before.secondPerson === true &&
    ruleOf(before) !== 'four-eyes' &&
    before.status === 'open' &&
    after.status === 'fulfilled',
  'an answer after the withdrawal': ({ decision }) => decision.verdict === 'withdrawn',
  'a late answer of somebody who gave it on': ({ before, decision, by }) =>
    decision.verdict === 'not-assigned' &&
    before.formerAssignees.some(({ aadObjectId }) => aadObjectId === by),
  'an old form of somebody to whom it came back': ({ before, event, decision, by }) =>
    decision.verdict === 'too-late' &&
    event.type === 'answered' &&
    event.formVersion === 1 &&
    assigneeOf(before, by)?.handedBy !== undefined &&
    !before.answers.some((answer) => answer.by.aadObjectId === by),
};

const ofRounds = (type: string): boolean => /^(?:survey|round)-/.test(type);

describe('whatever happens to a duty', () => {
  it('is met in these histories, but for what a change never is asked: each event changes something in one of them', () => {
    const met = new Set<string>();
    always(({ event, decision }) => {
      if (decision.verdict === 'done') met.add(event.type);
    });

    const notOfChanges = ['shared-out', 'export-asked', ...eventTypes.filter(ofRounds)];
    assert.deepEqual(
      eventTypes.filter((type) => !met.has(type) && !notOfChanges.includes(type)),
      [],
    );
  });

  for (const [what, shows] of Object.entries(seldom))
    it(`is met in these histories: ${what}`, () => {
      let met = 0;
      always((step) => {
        if (step.event.type === 'answered' && shows({ ...step, by: step.event.by.aadObjectId }))
          met += 1;
      });

      assert.ok(met > 0);
    });

  it('the same event at the same moment gives the same decision', () => {
    always(({ before, event, at, decision }) => {
      assert.deepEqual(decide(structuredClone(before), structuredClone(event), at), decision);
    });
  });

  it('the evidence counts without gaps, each record carrying the hash of the one before', () => {
    everyHistory(({ opening, steps }) => {
      const records = [...opening, ...steps.flatMap((step) => step.records)];

      let prev = '0'.repeat(64);
      for (const [at, record] of records.entries()) {
        assert.equal(record.seq, at + 1);
        assert.equal(record.prev, prev);
        assert.equal(record.hash, hashByHand(record));
        prev = record.hash;
      }
      const last = steps.at(-1)?.after;
      if (last) assert.deepEqual([last.seq, last.head], [records.length, prev]);
    });
  });

  it('an answer that is acknowledged is in the evidence', () => {
    everyHistory(({ steps }) => {
      const found = new Set<string>();
      for (const { event, decision, records } of steps) {
        for (const record of records) if (record.type === 'answered') found.add(answerIn(record));
        if (event.type !== 'answered') continue;
        if (['not-assigned', 'not-independent', 'needs-reason'].includes(decision.verdict))
          continue;
        assert.ok(found.has(JSON.stringify([event.by.aadObjectId, event.values])));
      }
    });
  });

  it('every effective answer has its own record, by number and hash', () => {
    everyHistory(({ opening, steps }) => {
      const records = [...opening, ...steps.flatMap((step) => step.records)];

      for (const answer of steps.at(-1)?.after.answers ?? []) {
        const record = records[answer.seq - 1];
        assert.equal(record?.type, 'answered');
        assert.equal(record.hash, answer.proof);
        assert.deepEqual(
          [record.by, record.outcome, record.at],
          [answer.by, answer.outcome, answer.at],
        );
      }
    });
  });

  it('at most one answer of each person counts, and no more than the rule asks for until something is wrong', () => {
    always(({ after }) => {
      const counting = after.answers.filter(({ replacedBy }) => replacedBy === undefined);

      const by = counting.map((answer) => answer.by.aadObjectId);
      assert.equal(new Set(by).size, by.length);
      const judged = counting.filter(({ outcome }) => outcome !== 'unable').length;
      // Any number of key users can have looked before the office that has to look as well.
      const fourEyes = after.assignees.some(({ role }) => role) ? 4 : 2;
      const most = { any: 1, 'four-eyes': fourEyes, 'per-process': 4, all: 4 }[ruleOf(after)];
      // Whoever sees that it does not work is heard, however many have said that it does.
      if (after.findings.length === 0) assert.ok(judged <= most);
      const { answered, asked } = progressOf(after);
      assert.ok(answered <= asked);
      assert.equal(answered === asked, isSettled(after));
    });
  });

  it('the status says what stands: an open finding is a problem, and a settled duty has its answer', () => {
    always(({ after }) => {
      const open = after.findings.filter(({ status }) => status === 'open');

      assert.ok(open.length <= 1);
      if (after.status === 'problem') assert.equal(open.length, 1);
      if (after.status === 'open') assert.deepEqual([open, isSettled(after)], [[], false]);
      if (after.status === 'fulfilled') assert.deepEqual([open, isSettled(after)], [[], true]);
      assert.equal(after.status === 'withdrawn', after.withdrawn !== undefined);
    });
  });

  it('while it waits somebody can answer or a second person has to be asked, and an open problem can always be proven solved', () => {
    always(({ after }) => {
      const waiting = after.assignees.filter(({ aadObjectId }) => waitsFor(after, aadObjectId));

      const waits = after.status === 'open' || after.verifying;
      if (waits && !lacksSecondPerson(after)) assert.ok(waiting.length > 0);
      if (after.status === 'fulfilled' || after.status === 'withdrawn') {
        assert.deepEqual(waiting, []);
      }
    });
  });

  it('what is not settled always has somebody whose turn it is, and a day', () => {
    always(({ after }) => {
      const turns = turnsOf(after);

      if (after.status === 'open' || after.status === 'problem') assert.ok(turns.length > 0);
      if (after.status === 'withdrawn') assert.deepEqual(turns, []);
      for (const { whose, people, until, since } of turns) {
        assert.match(until, /^\d{4}-\d{2}-\d{2}$/);
        assert.match(since, /^\d{4}-\d{2}-\d{2}$/);
        assert.equal(new Set(people).size, people.length);
        if (['asked', 'verifier', 'owner', 'owner-asked', 'risk-asked'].includes(whose))
          assert.ok(people.length > 0);
      }
      const open = after.findings.find(({ status }) => status === 'open');
      if (after.status === 'problem') assert.equal(turns[0]?.finding, open?.id);
    });
  });

  it('what is withdrawn stays withdrawn', () => {
    always(({ before, after, decision }) => {
      if (before.status !== 'withdrawn') return;
      assert.equal(after.status, 'withdrawn');
      assert.deepEqual([after.answers, after.findings], [before.answers, before.findings]);
      assert.ok(!decision.effects.some((effect) => effect.do === 'escalate'));
    });
  });

  it('every effect of a decision has a key of its own, which no later decision uses again', () => {
    everyHistory(({ steps }) => {
      const keys = steps.flatMap(({ decision }) => decision.effects.map(({ key }) => key));

      assert.equal(new Set(keys).size, keys.length);
    });
  });

  it('nothing is written, sent or counted where nothing changed', () => {
    always(({ before, decision }) => {
      if (decision.duty === before) {
        assert.deepEqual([decision.evidence, decision.effects], [[], []]);
      } else assert.ok(decision.duty.revision > before.revision);
    });
  });

  it('the lists follow wherever a duty no longer belongs', () => {
    always(({ before, after, decision }) => {
      const lists = decision.effects.flatMap((effect) => (effect.do === 'list' ? [effect] : []));

      assert.ok(lists.length <= 1);
      if (JSON.stringify(indexKeysOf(before)) !== JSON.stringify(indexKeysOf(after))) {
        assert.equal(lists.length, 1);
      }
    });
  });

  it('whoever holds a card sees the change, and the channel too', () => {
    always(({ before, after, decision }) => {
      if (before.status === after.status) return;
      const edited = decision.effects.flatMap((one) =>
        one.do === 'edit-cards' ? [one.person] : [],
      );

      for (const { aadObjectId, messages } of [...before.assignees, ...before.formerAssignees]) {
        if (messages.length > 0) assert.ok(edited.includes(aadObjectId));
      }
      assert.ok(decision.effects.some((effect) => effect.do === 'show-channel'));
    });
  });

  it('the duty does not grow without end', () => {
    always(({ after }) => {
      assert.ok(after.lateAnswers.length <= 50);
      for (const { messages } of after.assignees) assert.ok(messages.length <= 5);
    });
  });
});

function answerIn({ by, data }: EvidenceRecord): string {
  const values = typeof data === 'object' && data !== null && 'values' in data ? data.values : null;
  return JSON.stringify([by?.aadObjectId, values]);
}

/** RFC 8785 for what records hold here: members by name, no number but whole ones. */
function hashByHand({ hash: _, ...record }: EvidenceRecord): string {
  return createHash('sha256').update(canonical(record)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

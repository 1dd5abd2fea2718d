import { maxPeopleInSurvey } from '../../../bot/duty/survey/state.ts';
import type { Instant, Person } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tallyOf } from '../../../bot/kinds/survey.ts';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { memberOf } from '../../../bot/duty/survey/survey.ts';
import { toColumns } from '../../../bot/store/azure/rows.ts';
import { DateTime } from 'luxon';
import { after, answered, dataOf, withdrawal } from '../../support/duties/answers.ts';
import {
  aDuty,
  aPerson,
  anna,
  bram,
  carla,
  defined,
  fixedNow,
} from '../../support/duties/duties.ts';

const today = '2026-11-23';
const start = (people: readonly Person[], by = anna): DutyEvent => ({
  type: 'survey-started',
  by,
  survey: 'message',
  text: 'Lees de zeven vuistregels',
  people,
  day: today,
});
const read = (by: Person): DutyEvent => ({ type: 'survey-answered', by, answer: 'read' });
const delivered = ({ aadObjectId: person }: Person, message = 'm-1'): DutyEvent => ({
  type: 'survey-delivered',
  person,
  message,
});
const many = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, at) =>
    aPerson(`55555555-aaaa-4bbb-8ccc-${String(at).padStart(12, '0')}`, `Collega ${String(at)}`),
  );
const dos = (duty: Duty, event: DutyEvent, now: Instant = fixedNow) =>
  decide(duty, event, now).effects.map((effect) => effect.do);

describe('a round of people', () => {
  const asked = (): Duty => after(aDuty('inform-staff'), start([bram, carla]));

  it('is started by whoever has the duty, once, and names in the evidence who gets what', () => {
    const duty = aDuty('inform-staff');

    const decision = decide(duty, start([bram, carla, bram]), fixedNow);

    assert.equal(decision.verdict, 'done');
    assert.equal(decision.duty.survey?.people.length, 2);
    const [record] = decision.evidence;
    assert.equal(record?.type, 'delivered');
    assert.deepEqual(record.by, anna);
    assert.match(JSON.stringify(record.data), /zeven vuistregels.*Bram Jansen.*Carla Smit/);
    assert.equal(decide(duty, start([carla], bram), fixedNow).verdict, 'not-assigned');
    assert.equal(decide(decision.duty, start([carla]), fixedNow).verdict, 'repeated');
  });

  it('is not started any more once the duty is closed', () => {
    const closed = [
      answered(aDuty('inform-staff'), 'fulfilled'),
      after(aDuty('inform-staff'), withdrawal),
    ];

    const verdicts = closed.map((duty) => decide(duty, start([bram]), fixedNow).verdict);

    assert.deepEqual(verdicts, ['too-late', 'too-late']);
  });

  it('still helps while a part of the people is missing', () => {
    const problem = answered(aDuty('inform-staff'), 'problem');

    assert.equal(decide(problem, start([bram]), fixedNow).verdict, 'done');
  });

  it('goes out in pages, none larger than one transaction takes, each person once', () => {
    let duty = after(aDuty('inform-staff'), start(many(maxPeopleInSurvey)));
    const sent: string[] = [];
    let from: number | undefined = 0;
    for (let pages = 0; from !== undefined; pages += 1) {
      assert.ok(pages < 60);
      const decision = decide(duty, { type: 'survey-paged', from, step: 'send' }, fixedNow);
      assert.ok(decision.effects.length < 98);
      const next = decision.effects.find((effect) => effect.do === 'survey-page');
      from = next?.do === 'survey-page' ? next.from : undefined;
      for (const effect of decision.effects) {
        if (effect.do !== 'survey-card') continue;
        sent.push(effect.person);
      }
      duty = decision.duty;
    }

    assert.equal(sent.length, maxPeopleInSurvey);
    assert.equal(new Set(sent).size, maxPeopleInSurvey);
  });

  it('takes a thousand people and no more, and they fit in one row with all that is kept of them', () => {
    const long = many(maxPeopleInSurvey + 20).map((one) => ({ ...one, name: 'Ë'.repeat(100) }));
    let duty = after(aDuty('inform-staff'), start(long));
    for (const { aadObjectId, name } of duty.survey?.people ?? []) {
      for (const message of ['1764000000001', '1764000000002', '1764000000003']) {
        duty = decide(duty, delivered({ aadObjectId, name }, message), fixedNow).duty;
      }
      duty = decide(duty, read({ aadObjectId, name }), fixedNow).duty;
    }

    assert.equal(duty.survey?.people.length, maxPeopleInSurvey);
    const stored = Object.entries(toColumns(duty)).map(
      ([name, value]) => 8 + 2 * (name.length + String(value).length),
    );
    assert.ok(stored.reduce((sum, bytes) => sum + bytes, 0) < 700 * 1024);
  }).timeout(120_000);

  it('records each reading with who and when, and the same once only', () => {
    const duty = asked();

    const first = decide(duty, read(bram), fixedNow);
    const again = decide(first.duty, read(bram), fixedNow);

    assert.deepEqual(
      first.evidence.map(({ type, by, outcome, data }) => [type, by, outcome, data]),
      [['answered', bram, 'fulfilled', { survey: { type: 'message', answer: 'read' } }]],
    );
    assert.deepEqual([again.verdict, again.evidence, again.effects], ['repeated', [], []]);
  });

  it('is answered by nobody who was not asked', () => {
    const decision = decide(asked(), read(anna), fixedNow);

    assert.deepEqual([decision.verdict, decision.evidence], ['not-assigned', []]);
  });

  it('changes neither the status nor the answers of the duty', () => {
    const duty = after(asked(), read(bram));

    assert.deepEqual([duty.status, duty.answers], ['open', []]);
  });

  it('keeps an answer that comes when the duty is closed, and says so in the evidence', () => {
    const closed = [answered(asked(), 'fulfilled'), after(asked(), withdrawal)];

    const kept = closed.map((duty) => decide(duty, read(bram), fixedNow));

    assert.deepEqual(
      kept.map(({ verdict, evidence }) => [verdict, dataOf(evidence[0])['survey']]),
      [
        ['done', { type: 'message', answer: 'read', after: 'fulfilled' }],
        ['done', { type: 'message', answer: 'read', after: 'withdrawn' }],
      ],
    );
  });

  it('tells that a card arrived, and of whom it did not reach why', () => {
    const duty = asked();
    const event = {
      type: 'survey-undeliverable',
      person: carla.aadObjectId,
      reason: 'not-installed',
    } as const;

    const arrived = decide(duty, delivered(bram), fixedNow);
    const missed = decide(arrived.duty, event, fixedNow);

    assert.equal(arrived.evidence[0]?.type, 'delivered');
    assert.equal(missed.evidence[0]?.type, 'undeliverable');
    assert.equal(dataOf(missed.evidence[0])['reason'], 'not-installed');
    assert.deepEqual(tallyOf(defined(missed.duty.survey)), {
      people: 2,
      answered: 0,
      pending: 0,
      missed: 1,
      answers: { read: 0, good: 0, sometimes: 0, bad: 0 },
    });
    assert.equal(decide(missed.duty, event, fixedNow).verdict, 'repeated');
  });

  it('brings a card up to date that was answered or withdrawn while it was under way', () => {
    const effects = [asked(), after(asked(), read(bram)), after(asked(), withdrawal)].map((duty) =>
      dos(duty, delivered(bram)),
    );

    assert.deepEqual(effects, [[], ['survey-card'], ['survey-card']]);
  });

  it('ends with the duty: the cards that wait say that it was withdrawn, and no more are sent', () => {
    const duty = after(after(asked(), delivered(bram)), delivered(carla));
    const half = after(duty, read(carla));

    const withdrawn = decide(half, withdrawal, fixedNow);
    const page = (step: 'send' | 'edit') =>
      decide(withdrawn.duty, { type: 'survey-paged', from: 0, step }, fixedNow).effects.flatMap(
        (effect) => (effect.do === 'survey-card' ? [effect.person] : []),
      );

    assert.ok(withdrawn.effects.some((effect) => effect.do === 'survey-page'));
    assert.deepEqual(page('edit'), [bram.aadObjectId]);
    assert.deepEqual(page('send'), []);
  });

  it('is shown in the channel at once in twenty steps, and between them once a minute', () => {
    let duty = after(aDuty('inform-staff'), start(many(200)));
    const shown: (string | undefined)[] = [];
    for (const person of many(20)) {
      const decision = decide(duty, read(person), fixedNow);
      for (const effect of decision.effects) {
        if (effect.do === 'show-channel') shown.push(effect.notBefore);
      }
      duty = decision.duty;
    }

    const atOnce = shown.filter((when) => when === undefined);
    assert.deepEqual([shown.length, atOnce.length], [20, 2]);
    assert.deepEqual([...new Set(shown)].filter(Boolean), ['2026-11-23T08:31:00.000Z']);
  });

  describe('that asks once more', () => {
    const remind = (day: string, by = anna): DutyEvent => ({ type: 'survey-reminded', by, day });

    it('does so once a day, from the day after it was sent', () => {
      const duty = after(after(asked(), delivered(bram)), read(bram));

      const tomorrow = decide(duty, remind('2026-11-24'), fixedNow);

      assert.equal(decide(duty, remind(today), fixedNow).verdict, 'repeated');
      assert.deepEqual(
        tomorrow.evidence.map(({ type, by, data }) => [type, by, data]),
        [['reminded', anna, { survey: { type: 'message', people: 1 } }]],
      );
      assert.equal(decide(tomorrow.duty, remind('2026-11-24'), fixedNow).verdict, 'repeated');
      assert.equal(decide(tomorrow.duty, remind('2026-11-25'), fixedNow).verdict, 'done');
    });

    it('asks nobody who answered, and everybody else, also whom it did not reach', () => {
      const person = carla.aadObjectId;
      const missed = after(asked(), {
        type: 'survey-undeliverable',
        person,
        reason: 'not-installed',
      });
      const duty = after(after(missed, read(bram)), remind('2026-11-24'));

      const sent = decide(duty, { type: 'survey-paged', from: 0, step: 'send' }, fixedNow).effects;

      assert.deepEqual(
        sent.flatMap((effect) => (effect.do === 'survey-card' ? [effect.person] : [])),
        [person],
      );
    });

    it('is for whoever has the duty, while somebody is still to answer', () => {
      const everybody = after(after(asked(), read(bram)), read(carla));

      const verdicts = [
        decide(asked(), remind('2026-11-24', bram), fixedNow),
        decide(everybody, remind('2026-11-24'), fixedNow),
        decide(after(asked(), withdrawal), remind('2026-11-24'), fixedNow),
      ].map(({ verdict }) => verdict);

      assert.deepEqual(verdicts, ['not-assigned', 'repeated', 'repeated']);
    });
  });

  it('keeps, whatever happens, each first answer, once in the evidence, and counts no one twice', () => {
    const people = fc.constantFrom(anna, bram, carla);
    const happening = fc.oneof(
      people.map(read),
      people.map((one) => delivered(one)),
      people.map(({ aadObjectId }): DutyEvent => ({
        type: 'survey-undeliverable',
        person: aadObjectId,
        reason: 'blocked',
      })),
      fc.nat(9).map((day): DutyEvent => ({
        type: 'survey-reminded',
        by: anna,
        day: `2026-12-0${String(day)}`,
      })),
      fc.nat(3).map((from): DutyEvent => ({ type: 'survey-paged', from, step: 'send' })),
      fc.constant<DutyEvent>(withdrawal),
    );

    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (history) => {
        let duty = asked();
        const first = new Map<string, string>();
        let recorded = 0;
        for (const [hour, event] of history.entries()) {
          const now = toInstant(DateTime.fromISO(fixedNow).plus({ hours: hour }));
          const decision = decide(duty, event, now);
          const answers = decision.evidence.filter(({ type }) => type === 'answered');
          recorded += answers.length;
          if (answers[0]?.by) first.set(answers[0].by.aadObjectId, now);
          duty = decision.duty;
        }

        const survey = defined(duty.survey);
        const tally = tallyOf(survey);
        assert.equal(recorded, first.size);
        assert.equal(tally.answered, first.size);
        assert.equal(memberOf(duty, anna.aadObjectId), undefined);
        assert.ok(tally.answered + tally.pending + tally.missed <= tally.people);
        for (const one of survey.people) {
          assert.equal(one.at, first.get(one.aadObjectId));
          assert.ok((one.messages ?? []).length <= 2);
        }
      }),
      { seed: 20261124 },
    );
  });
});

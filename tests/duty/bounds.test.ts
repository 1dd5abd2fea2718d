import assert from 'node:assert/strict';
import { changeDuty } from '../../bot/casework/change-duty.ts';
import type { DutyEvent } from '../../bot/duty/decide.ts';
import { decide } from '../../bot/duty/decide.ts';
import type { Person } from '../../bot/duty/ids.ts';
import { bounded } from '../../bot/duty/bounds.ts';
import { parseDutyId } from '../../bot/duty/ids.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { answered } from '../support/duties/answers.ts';
import {
  aDuty,
  anna,
  aPerson,
  asked,
  bram,
  carla,
  defined,
  fixedNow,
  openingFor,
  tenant,
} from '../support/duties/duties.ts';
import type { Door } from '../support/http/http.ts';
import { idOf, openDoor } from '../support/http/http.ts';

const somebody = (at: number) =>
  aPerson(
    `33333333-aaaa-4bbb-8ccc-${String(at).padStart(12, '0')}`,
    `${'N'.repeat(90)} ${String(at)}`,
  );
const asksEach = (people: readonly Person[]): Duty => aDuty('review-access', asked(...people));

const long = 'Dit klopt niet. '.repeat(120);

describe('a duty to which very much happens', () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.stop());

  it('stays below the size of a row, and can still be closed', async () => {
    const opening = openingFor('verify-change', {
      rule: 'all',
      assignees: [{ aadObjectId: anna.aadObjectId }, { aadObjectId: bram.aadObjectId }],
    });
    const ref = { tenant, id: defined(parseDutyId(await idOf(door.open('much', opening)))) };
    const happens = async (event: DutyEvent) =>
      defined(await changeDuty(door.services, ref, event));
    const answers = (by: typeof anna, at: number, formVersion: number): DutyEvent => ({
      type: 'answered',
      by,
      outcome: 'problem',
      values: { outcome: 'broken', note: `${String(at)} ${long}` },
      formVersion,
      via: 'card',
    });
    const message = { conversationId: 'a:1', serviceUrl: 'https://x' };
    const verdicts = new Set<string>();
    for (let at = 0; at < 60; at += 1) {
      const own = (await happens({ type: 'card-wanted', person: anna.aadObjectId, afresh: false }))
        .duty;
      for (const by of [anna, bram]) {
        const form = own.assignees.find(({ aadObjectId }) => aadObjectId === by.aadObjectId);
        verdicts.add((await happens(answers(by, at, form?.formVersion ?? 1))).verdict);
      }
      const text = `${String(at)} ${long}`;
      await happens({ type: 'vendor-reacted', by: carla, text, solved: at % 3 === 0 });
      await happens({ type: 'vendor-answered', vendor: 'unit4', status: 'working', text });
      await happens({
        type: 'card-posted',
        person: anna.aadObjectId,
        name: anna.name,
        message: { ...message, activityId: `m-${String(at)}` },
        shown: at,
      });
    }

    const row = defined(await door.services.store.duties.load(ref)).value;
    // Azure counts two bytes for each character.
    assert.ok(2 * JSON.stringify(row).length < 512 * 1024, String(JSON.stringify(row).length));
    const closed = await happens({
      type: 'risk-accepted',
      by: carla,
      acceptedBy: 'Directie',
      reason: long,
      until: '2027-01-01',
    });
    assert.equal(closed.verdict, 'done');
    assert.ok(closed.duty.findings.every(({ status }) => status === 'closed'));
  }).timeout(120_000);

  it('still fits after hundreds of findings that were closed one after the other', () => {
    const [finding] = answered(aDuty('verify-change'), 'problem').findings;
    const reaction = { at: fixedNow, by: carla, text: 'x'.repeat(2000), solved: true };
    const closed = Array.from({ length: 500 }, (_, at) => ({
      ...defined(finding),
      ...{ id: `F-${String(at + 1)}`, status: 'closed', closedAt: fixedNow },
      reactions: [reaction, reaction, reaction],
    })) satisfies readonly object[] as Duty['findings'];

    const after = answered({ ...aDuty('verify-change'), findings: closed }, 'problem');

    assert.equal(after.findings.length, 501);
    assert.ok(2 * JSON.stringify(after).length < 512 * 1024, String(JSON.stringify(after).length));
    assert.equal(after.findings.at(-2)?.reactions.length, 3);
    assert.deepEqual(after.findings[0]?.reactions, []);
  });

  it('still fits where fifty people have long answers, many copies of the card and as many before them', () => {
    const lines = Array.from({ length: 12 }, (_, at) => `${String(at)}${'é'.repeat(78)}`);
    const figures = lines.map((line) => ({ line, value: '1234567890' }));
    const values = { outcome: 'not-sufficient', note: 'x'.repeat(2000) };
    const message = {
      conversationId: `a:1${'x'.repeat(130)}`,
      serviceUrl: `https://${'x'.repeat(80)}`,
    };
    const messages = Array.from({ length: 20 }, (_, at) => ({
      ...message,
      activityId: String(at),
    }));
    const [own] = aDuty('check-capacity').assignees;
    const seats = Array.from({ length: 50 }, () => ({ ...defined(own), messages }));
    const problem = answered(aDuty('check-capacity'), 'problem');
    const said = { ...values, contractedAt: figures, peakAt: figures, locations: figures };
    const answer = {
      ...defined(problem.answers[0]),
      by: { ...anna, name: 'N'.repeat(100) },
      values: said,
    };
    const full = {
      ...problem,
      assignees: seats,
      formerAssignees: [...seats, ...seats].map((one) => ({ ...one, handedTo: bram })),
      answers: [...seats.map(() => ({ ...answer, replacedBy: 3 })), ...seats.map(() => answer)],
    };

    const kept = bounded(full);

    assert.ok(
      2 * JSON.stringify(kept).length < 850 * 1024,
      String(2 * JSON.stringify(kept).length),
    );
    assert.equal(kept.answers.filter((one) => !('replacedBy' in one)).length, 50);
    assert.equal(kept.assignees.length, 50);
    assert.ok(kept.assignees.every((one) => one.messages.length > 0));
  });

  it('still fits where a list in two thousand pieces goes from hand to hand', async () => {
    const ref = {
      tenant,
      id: defined(parseDutyId(await idOf(door.open('hands', openingFor('review-access'))))),
    };
    const happens = async (event: DutyEvent) =>
      defined(await changeDuty(door.services, ref, event));
    const pieces = (first: number) =>
      Array.from({ length: 2500 }, (_, at) => String(2 * at + first));
    const [kept, given] = [pieces(0), pieces(1)];
    await happens({ type: 'shared-out', by: anna, to: bram, reason: long, kept, given });
    let by = anna;
    for (let at = 0; at < 70; at += 1) {
      const to = somebody(at);
      const because = 'hand-over';
      const { verdict } = await happens({
        ...{ type: 'handed-over', by, from: by.aadObjectId, to, reason: long, because },
      });
      assert.equal(verdict, 'done', String(at));
      by = to;
    }

    const closed = await happens({ type: 'withdrawn', by, reason: long });

    assert.equal(closed.verdict, 'done');
    assert.ok(2 * JSON.stringify(closed.duty).length < 512 * 1024);
    assert.deepEqual(
      closed.duty.assignees.map(({ part }) => part).toSorted(),
      [given, kept].toSorted(),
    );
  });

  it('is shared out no further than fits, and can still be closed', async () => {
    const people = Array.from({ length: 50 }, (_, at) => somebody(at));
    const review = asksEach(people);
    const pieces = Array.from({ length: 2000 }, (_, at) => String(2 * at));
    const share: DutyEvent = {
      ...{ type: 'shared-out', by: somebody(0), to: carla, reason: long },
      ...{ kept: pieces, given: ['1'] },
    };

    assert.equal(decide(review, share, fixedNow).verdict, 'too-often');

    let duty = asksEach([anna]);
    const verdicts: string[] = [];
    for (let at = 0; at < 150; at += 1) {
      const one = { kept: [`${String(at + 1)}-4999`], given: [String(at)] };
      const event = { ...share, ...one, by: anna, to: somebody(at) };
      const decision = decide(duty, event, fixedNow);
      verdicts.push(decision.verdict);
      ({ duty } = decision);
    }
    assert.deepEqual([...new Set(verdicts)], ['done', 'too-often']);
    assert.ok(2 * JSON.stringify(duty).length < 512 * 1024);
    assert.equal(
      decide(duty, { type: 'withdrawn', by: anna, reason: long }, fixedNow).verdict,
      'done',
    );
  });

  it('takes twenty corrections of a person, and tells then to ask the IT team', async () => {
    const ref = {
      tenant,
      id: defined(parseDutyId(await idOf(door.open('often', openingFor('verify-change'))))),
    };
    const verdicts: string[] = [];
    for (let at = 1; at <= 25; at += 1) {
      const values = { outcome: 'broken', note: String(at) };
      const event = {
        type: 'answered',
        by: anna,
        outcome: 'problem',
        values,
        via: 'card',
      } as const;
      const changed = await changeDuty(door.services, ref, {
        ...event,
        formVersion: Math.min(at, 21),
      });
      verdicts.push(defined(changed).verdict);
    }

    assert.equal(verdicts.filter((verdict) => verdict === 'done').length, 20);
    assert.deepEqual([...new Set(verdicts.slice(20))], ['too-often']);
  });
});

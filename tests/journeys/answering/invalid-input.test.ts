import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { faultMessage } from '../../../cards/fields.ts';
import { reviewAccessTexts } from '../../../bot/kinds/review-access/texts.ts';
import { verifyChange } from '../../../bot/kinds/verify-change/index.ts';
import { confirmRestoreTexts } from '../../../bot/kinds/confirm-restore/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { actions, inputs, type Card } from '../../support/cards/card-reader.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

describe('an answer that is not complete', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams, { locale: 'en-GB' });
  });
  afterEach(() => app.stop());

  /** Sends an answer past the client's own checks. */
  async function answer(id: string, typed: Readonly<Record<string, string>>): Promise<Card> {
    const button = stage.buttonOf(stage.shownTo(app, annaInTeams, id), 'answer');
    const { outcome: _, ...data } = button.data;
    const reply = await stage.clickWith(app, {
      person: annaInTeams,
      data: { ...data, ...typed },
      click: { verb: 'answer' },
    });
    assert.equal(reply.status, 200);
    return defined(reply.card);
  }
  async function assertNothingStored(id: string): Promise<void> {
    const { status, answers } = await stage.readDuty(app, id);
    assert.deepEqual([status, answers], ['open', []]);
    const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.deepEqual(types, ['opened', 'delivered']);
  }

  it('comes back as the same card with a message and what was typed; nothing is stored', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');
    const typed = { 'checks-1': 'ok', sample: 'factuur 20261187', note: 'bijna klaar' };

    const card = await answer(id, typed);

    assert.ok(stage.words(card).includes(faultMessage('not-chosen', 'en')));
    // What the question has no input for travels in its buttons.
    const { data } = stage.buttonOf(card, 'answer', ({ outcome }) => outcome === 'remark');
    for (const [input, value] of Object.entries(typed)) assert.equal(data[input], value);
    await assertNothingStored(id);
  });

  it('names every fault at once, and its message stands beside the answer that is wrong', async () => {
    const { id } = await stage.openDuty(app, 'confirm-restore');

    const card = await answer(id, { outcome: 'succeeded', opens: 'no', expected: 'veel' });

    const read = stage.words(card);
    assert.ok(read.includes(faultMessage('not-a-number', 'en')));
    await assertNothingStored(id);
    const second = await answer(id, { outcome: 'succeeded', opens: 'no', expected: '12' });
    for (const problem of ['mustOpen', 'oneSample', 'newest'] as const) {
      assert.ok(stage.words(second).includes(confirmRestoreTexts.en.problems[problem]), problem);
    }
    await assertNothingStored(id);
  });

  for (const [outcome, shown] of [
    ['broken', { 'checks-wrong': '0' }],
    ['remark', {}],
    ['untested', {}],
  ] as const) {
    it(`does not count as “${outcome}” without a reason`, async () => {
      const { id } = await stage.openDuty(app, 'verify-change');

      const card = await answer(id, { outcome, 'checks-0': 'wrong' });

      assert.deepEqual(typedIn(card), shown);
      assert.equal(stage.buttonOf(card, 'answer').data['outcome'], outcome);
      assert.ok(stage.words(card).includes('⚠'));
      await assertNothingStored(id);
    });
  }

  it('does not count as “works” while a line is marked as wrong', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');

    await answer(id, { outcome: 'works', 'checks-0': 'wrong' });

    await assertNothingStored(id);
  });

  it('is refused when it is longer than the form takes, however long', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');

    const card = await answer(id, { outcome: 'works', 'checks-0': 'ok', note: 'x'.repeat(20_000) });

    assert.ok(stage.words(card).includes(faultMessage('too-long', 'en')));
    await assertNothingStored(id);
  });

  it('becomes a whole answer once what was missing is filled in', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');
    const message = stage.cardTo(app, annaInTeams, id);

    const refused = await answer(id, { outcome: 'broken', 'checks-0': 'wrong' });
    const given = { verb: 'answer', answers: { note: 'Btw 9 % ontbreekt' } };
    await stage.click(app, { person: annaInTeams, message, click: given, shown: refused });

    const { status, answers } = await stage.readDuty(app, id);
    assert.equal(status, 'problem');
    const { outcomes } = verifyChange.words('en');
    assert.ok(stage.readingOf(stage.cardTo(app, annaInTeams, id)).includes(outcomes.problem));
    assert.equal(Object(answers[0]?.values)['note'], 'Btw 9 % ontbreekt');
  });

  it('of a review keeps the rows that are complete and brings the others back', async () => {
    const { id } = await stage.openDuty(app, 'review-access');
    const message = stage.cardTo(app, annaInTeams, id);
    const page = await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'review' },
    });

    const answers = { 'decision-0': 'keep', 'decision-1': 'remove', 'decision-2': 'change' };
    const save = { verb: 'review-save', where: ({ to }: Card) => to === 1 };
    const asked = await stage.click(app, {
      person: annaInTeams,
      message,
      click: { ...save, answers },
      shown: page.card,
    });
    const back = await stage.click(app, {
      person: annaInTeams,
      message,
      click: { ...save, answers: { 'note-1': 'weg' } },
      shown: asked.card,
    });

    const read = stage.words(defined(back.card));
    const { problems } = reviewAccessTexts.en;
    assert.ok(!read.includes(problems.reason) && read.includes(problems['new-role']));
    assert.deepEqual(typedIn(defined(back.card)), {});
    assert.ok(!actions(defined(back.card)).some(({ verb }) => verb === 'review-hand-in'));
  });

  it('of a review may also be a page on which nothing was decided yet', async () => {
    const { id } = await stage.openDuty(app, 'review-access');
    const message = stage.cardTo(app, annaInTeams, id);
    const page = await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'review' },
    });

    const save = { verb: 'review-save', where: ({ to }: Card) => to === 1 };
    const cover = await stage.click(app, {
      person: annaInTeams,
      message,
      click: save,
      shown: page.card,
    });

    assert.ok(cover.card && stage.offers(cover.card, 'review'));
  });
});

/** The inputs that hold something, by id. */
function typedIn(card: Card): Readonly<Record<string, unknown>> {
  const held = inputs(card).filter(({ json }) => json['value'] !== undefined);
  return Object.fromEntries(held.map(({ id, json }) => [id, json['value']]));
}

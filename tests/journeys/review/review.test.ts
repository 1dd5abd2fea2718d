import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { reviewAccessTexts } from '../../../bot/kinds/review-access/texts.ts';
import { reviewTexts } from '../../../bot/views/review-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { inputs } from '../../support/cards/card-reader.ts';
import { annaInTeams, carlaInTeams } from '../../support/teams/cast.ts';
import { defined } from '../../support/duties/duties.ts';
import { startReview } from '../../support/duties/review.ts';
import * as stage from '../../support/stage.ts';

const texts = reviewAccessTexts.nl;
const firstPage = {
  'decision-0': 'keep',
  'decision-1': 'keep',
  'note-1': 'beheert de inrichting',
  'decision-2': 'change',
  'note-2': 'Crediteuren',
  'decision-3': 'unknown',
  'decision-4': 'remove',
  'decision-5': 'keep',
};
const cover = -1;

describe('a review of who has access', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp({ store: 'azurite' });
    await stage.install(app, annaInTeams);
  });
  afterEach(() => app.stop());

  /** The decisions in the evidence, an answer after the other. */
  async function decisionsOf(id: string): Promise<readonly (readonly unknown[])[]> {
    const answers = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'answered');
    return answers.map(({ data }) => (data as { attached: { decisions: [] } }).attached.decisions);
  }

  it('begins with the first page, which can be left undecided', async () => {
    const review = await startReview(app, 12);

    const first = await review.press('review');
    const left = await review.press('review-save', {}, cover);

    assert.ok(first.includes(texts.page.rows(1, 6, 12)));
    assert.ok(left.includes(texts.page.progress(0, 12)));
  });

  it('asks a role or a reason only where one is needed, on a card of its own', async () => {
    const review = await startReview(app, 12);
    await review.press('review');
    const typed = { 'decision-0': 'keep', 'decision-1': 'keep', 'decision-2': 'change' };

    const asked = await review.press('review-save', typed, 1);
    const onlyThese = inputs(review.card()).map(({ id }) => id);
    const refused = await review.press('review-save', {}, 1);
    const next = await review.press('review-save', { 'note-1': 'is dit', 'note-2': 'Inkoop' }, 1);

    assert.deepEqual(onlyThese, ['note-1', 'note-2']);
    assert.ok(asked.includes('beheerder') && !asked.includes(texts.problems.reason), asked);
    assert.ok(refused.includes(texts.problems.reason));
    assert.ok(refused.includes(texts.problems['new-role']));
    assert.ok(next.includes(texts.page.progress(3, 12)));
  });

  it('goes back from a reason to the page with what was chosen', async () => {
    const review = await startReview(app, 12);
    await review.press('review');

    await review.press('review-save', { 'decision-0': 'keep', 'decision-1': 'remove' }, 1);
    const { data } = stage.buttonOf(review.card(), 'review-save', ({ n }) => n === 'back');
    const page = defined((await stage.clickWith(app, { person: annaInTeams, data })).card);

    const chosen = inputs(page).map(({ json }) => json['value']);
    assert.deepEqual(chosen.slice(0, 2), ['keep', 'remove']);
  });

  it('takes a page of an earlier version, which brought notes and decisions at once', async () => {
    const review = await startReview(app, 12);
    await review.press('review');
    const { data } = stage.buttonOf(review.card(), 'review-save', ({ to }) => to === 1);

    const reply = await stage.clickWith(app, {
      person: annaInTeams,
      data: { ...data, ...firstPage },
    });

    assert.ok(stage.words(defined(reply.card)).includes(texts.page.progress(6, 12)));
  });

  it('writes a reason with any decision, and keeps it with a decision that stays', async () => {
    const review = await startReview(app, 6);
    await review.press('review');
    await review.press('review-save', firstPage, 1);
    await review.press('review');
    const { data } = stage.buttonOf(review.card(), 'review-save', ({ n }) => n === 'ask');

    const { card } = await stage.clickWith(app, { person: annaInTeams, data });

    const notes = inputs(defined(card)).map(({ id, json }) => [id, json['value']]);
    assert.equal(notes.length, 6);
    assert.deepEqual(notes.slice(1, 3), [
      ['note-1', 'beheert de inrichting'],
      ['note-2', 'Crediteuren'],
    ]);
  });

  it('says beside a row what is advised and why, and fills nothing in', async () => {
    const carla = { account: 'csmit', name: carlaInTeams.name, role: 'Inkoper' };
    const jan = { account: 'jb', name: 'Jan Bakker', role: 'Inkoper', lastSignIn: '2025-10-07' };
    const kim = { account: 'kv', name: 'Kim Vos', role: 'Inkoper' };
    await stage.install(app, carlaInTeams);
    await stage.uninstall(app, carlaInTeams);
    const details = { accounts: [carla, jan, kim] };
    const { id } = await stage.openDuty(app, 'review-access', { details });
    const { data } = stage.buttonOf(stage.shownTo(app, annaInTeams, id), 'review');

    const page = defined((await stage.clickWith(app, { person: annaInTeams, data })).card);

    const words = stage.words(page);
    assert.ok(words.includes('advies: nakijken (lijkt uit dienst)'), words);
    assert.ok(words.includes('advies: intrekken (412 dagen niet ingelogd)'), words);
    const decisions = inputs(page).filter((input) => input.id.startsWith('decision-'));
    assert.deepEqual(
      decisions.map(({ json }) => json['value']),
      [undefined, undefined, undefined],
    );
    const cover = stage.words(stage.shownTo(app, annaInTeams, id));
    assert.ok(cover.includes(texts.page.keepRest(1)), 'only Kim Vos may be kept in bulk');
  });

  it('lets nobody decide about himself', async () => {
    const review = await startReview(app, 12);
    await review.press('review');
    const own = inputs(review.card()).find(({ id }) => id === 'decision-3');
    const { data } = stage.buttonOf(review.card(), 'review-save');

    const forced = await stage.clickWith(app, {
      person: annaInTeams,
      data: { ...data, 'decision-3': 'keep' },
    });

    assert.deepEqual(
      own?.choices.map(({ value }) => value),
      ['unknown'],
    );
    assert.ok(stage.words(defined(forced.card)).includes(texts.problems.self));
  });

  it('goes on with the next page once a page is complete, and back again', async () => {
    const review = await startReview(app, 12);
    await review.press('review');

    const next = await review.press('review-save', firstPage, 1);
    const second = review.rows();
    const back = await review.press('review-save', { 'decision-6': 'keep' }, 0);
    const looked = stage.words(review.card());

    assert.ok(next.includes(texts.page.progress(6, 12)));
    assert.deepEqual(second, ['6', '7', '8', '9', '10', '11']);
    assert.ok(back.includes(texts.page.progress(7, 12)));
    assert.ok(looked.includes(texts.page.noted('Crediteuren')));
  });

  it('can be looked through once more before it is handed in, with totals that add up', async () => {
    const review = await startReview(app, 6);
    await review.press('review');

    const done = await review.press('review-save', firstPage, 1);
    await review.press('review');

    assert.ok(done.includes(`${texts.totals.change}\n1\n${texts.totals.unknown}\n1`), done);
    assert.deepEqual(review.rows(), ['0', '1', '2', '3', '4', '5']);
  });

  it('goes on after a restart where it was left', async () => {
    const review = await startReview(app, 12);
    await review.press('review');
    await review.press('review-save', firstPage, cover);

    await app.restart();
    const [list] = await stage.say(app, annaInTeams, 'mijn plichten');
    await stage.click(app, {
      person: annaInTeams,
      message: defined(list),
      click: { verb: 'bring' },
    });
    review.pickUp();
    const found = stage.words(review.card());
    await review.press('review');

    assert.ok(found.includes(texts.page.progress(6, 12)));
    assert.deepEqual(review.rows(), ['6', '7', '8', '9', '10', '11']);
  });

  it('keeps a correction also when it leaves the totals as they were', async () => {
    const review = await startReview(app, 6);
    await review.press('review');
    await review.press('review-save', firstPage, 1);
    await review.press('review-hand-in');
    await review.press('review-hand-in-all');

    await review.press('correct');
    const { data } = stage.buttonOf(review.card(), 'review-hand-in');
    const swapped = {
      do: 'review-save',
      p: 0,
      to: cover,
      'decision-4': 'keep',
      'decision-5': 'remove',
    };
    await stage.clickWith(app, { person: annaInTeams, data: { ...data, ...swapped } });
    await review.press('review-hand-in');
    await review.press('review-hand-in-all');

    const decided = (await decisionsOf(review.id)).map((decisions) => decisions.slice(4));
    const remove = (account: string) => ({ account, decision: 'remove' });
    const keep = (account: string) => ({ account, decision: 'keep' });
    assert.deepEqual(decided, [
      [remove('user4'), keep('user5')],
      [keep('user4'), remove('user5')],
    ]);
  });

  it('of 5,000 accounts is worked through page by page and in bulk, and handed in whole', async () => {
    const size = 5000;
    const others = [1001, 2001, 3001, 4001];
    const { id, ...review } = await startReview(app, size);
    const handIn = { do: 'review-hand-in', d: id };

    const early = await stage.clickWith(app, { person: annaInTeams, data: handIn });
    await review.press('review');
    await review.press('review-save', firstPage, cover);
    const named = await review.press('review-keep-rest');
    const unkept = await stage.clickWith(app, { person: annaInTeams, data: handIn });
    let bulk = named;
    while (stage.offers(review.card(), 'review-keep-rest'))
      bulk = await review.press('review-keep-rest');
    const almost = await stage.clickWith(app, { person: annaInTeams, data: handIn });
    const offeredEarly = stage.offers(review.card(), 'review-hand-in');
    const ledTo = [];
    for (const at of others) {
      await review.press('review');
      ledTo.push(review.rows().includes(String(at)));
      const decided = { [`decision-${String(at)}`]: 'keep', [`note-${String(at)}`]: 'beheerder' };
      await review.press('review-save', decided, cover);
    }
    const asked = await review.press('review-hand-in');
    const settled = await review.press('review-hand-in-all');

    assert.ok(stage.words(defined(early.card)).includes(texts.page.notWhole(size)));
    assert.ok(named.includes(texts.page.keepAsk(500)) && named.includes('Medewerker 6 · Med'));
    assert.ok(named.includes('Medewerker 505') && !named.includes('Medewerker 506'), named);
    assert.ok(stage.words(defined(unkept.card)).includes(texts.page.notWhole(size - 6)));
    assert.ok(bulk.includes(texts.page.bulkDone(size - 4 - others.length)));
    assert.ok(bulk.includes(texts.page.progress(size - others.length, size)));
    assert.ok(stage.words(defined(almost.card)).includes(texts.page.notWhole(others.length)));
    assert.equal(offeredEarly, false);
    assert.deepEqual(
      ledTo,
      others.map(() => true),
    );
    assert.ok(asked.includes(reviewTexts.nl.share.intro(1)));
    assert.ok(settled.includes(texts.left.own(1)));
    const { status, answers } = await stage.readDuty(app, id);
    const totals = { accounts: size, keep: size - 3, change: 1, remove: 1, unknown: 1 };
    assert.deepEqual([status, answers[0]?.values], ['open', totals]);
    const [decisions] = await decisionsOf(id);
    assert.equal(decisions?.length, size);
    assert.deepEqual(decisions?.slice(1, 4), [
      { account: 'user1', decision: 'keep', note: 'beheert de inrichting' },
      { account: 'user2', decision: 'change', note: 'Crediteuren' },
      { account: 'user3', decision: 'unknown' },
    ]);
    assert.deepEqual(decisions?.[4001], {
      account: 'user4001',
      decision: 'keep',
      note: 'beheerder',
    });
  }).timeout(240_000);
});

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Account, Pick } from '../../../bot/kinds/review-access/accounts.ts';
import { flagger } from '../../../bot/kinds/review-access/accounts.ts';
import { asJson } from '../../../bot/kinds/details.ts';
import { reviewAccessTexts } from '../../../bot/kinds/review-access/texts.ts';
import { writeReviewSheet } from '../../../bot/files/accounts/review-sheet.ts';
import { listTexts } from '../../../bot/features/review/lists/texts.ts';
import { reviewTexts } from '../../../bot/views/review-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { actions } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams } from '../../support/teams/cast.ts';
import { dropFile } from '../../support/http/dropping.ts';
import { anna, bram, defined, fixedNow } from '../../support/duties/duties.ts';
import { accountList, startReview } from '../../support/duties/review.ts';
import * as stage from '../../support/stage.ts';
import type { Storage } from '../../support/store/storage.ts';
import { startStorage } from '../../support/store/storage.ts';

const said = reviewTexts.nl;
const lists = listTexts.nl;
const texts = reviewAccessTexts.nl;

describe('a review in a workbook', () => {
  let app: TestApp;
  let storage: Storage;
  beforeEach(async () => {
    storage = await startStorage();
    app = await startApp({ fileOrigins: [storage.origin] });
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
  });
  afterEach(async () => {
    await app.stop();
    await storage.close();
  });

  /** The sheet as its reviewer fills it in. */
  const sheet = (accounts: readonly Account[], pickFor: (at: number) => Pick | undefined) => {
    const flags = accounts.map(flagger({ reviewer: anna.name, now: fixedNow }));
    const picks = accounts.flatMap((_, at) => {
      const pick = pickFor(at);
      return pick ? [[at, pick] as const] : [];
    });
    return writeReviewSheet({ accounts, flags }, new Map(picks), 'nl');
  };
  const decided = (at: number): Pick => {
    if (at === 3) return { decision: 'unknown' };
    if (at % 1000 === 1) return { decision: 'keep', note: 'beheert de inrichting' };
    return { decision: at === 7 ? 'remove' : 'keep' };
  };
  const drop = async (bytes: Promise<Uint8Array>, who = annaInTeams) =>
    dropFile(app, { storage, person: who, name: 'Accounts.xlsx', bytes: await bytes });

  it('is offered first above fifty accounts, and pages below', async () => {
    const long = await startReview(app, 51);
    const short = await startReview(app, 50);

    const [first] = actions(long.card());
    assert.deepEqual([first?.title, first?.data['f']], [said.sheet, 'review-sheet']);
    assert.ok(stage.words(long.card()).includes(said.sheetIntro(51)));
    assert.ok(stage.offers(long.card(), 'review'));
    assert.ok(!stage.offers(short.card(), 'file'));
  });

  it('is read back with its totals, and counts with one more click', async () => {
    const { id } = await startReview(app, 60);

    const back = await drop(sheet(accountList(60), decided));
    const before = await stage.readDuty(app, id);
    const { data } = stage.buttonOf(back, 'review-hand-in');
    await stage.clickWith(app, { person: annaInTeams, data });
    await stage.clickWith(app, {
      person: annaInTeams,
      data: { ...data, do: 'review-hand-in-all' },
    });

    assert.ok(stage.words(back).includes(said.sheetRead('Accounts.xlsx', 60)));
    assert.ok(stage.words(back).includes(texts.page.progress(60, 60)));
    assert.deepEqual(before.answers, []);
    const { answers } = await stage.readDuty(app, id);
    assert.deepEqual(answers[0]?.values, {
      accounts: 60,
      keep: 58,
      change: 0,
      remove: 1,
      unknown: 1,
    });
  });

  it('counts for nothing until it is whole: every fault is named with its line', async () => {
    const review = await startReview(app, 60);

    const bad = await drop(
      sheet(accountList(60), (at) => {
        if (at === 1) return { decision: 'keep' };
        return at === 9 ? undefined : decided(at);
      }),
    );
    await review.press('review');

    const words = stage.words(bad);
    assert.ok(words.includes('Regel 3') && words.includes(texts.problems.reason), words);
    assert.ok(words.includes('Regel 11') && words.includes('user9'), words);
    assert.ok(words.includes(lists.refused.nothing));
    assert.ok(stage.words(review.card()).includes(texts.page.progress(0, 60)));
  });

  it('lets nobody decide about himself', async () => {
    await startReview(app, 60);

    const bad = await drop(
      sheet(accountList(60), (at) => (at === 3 ? { decision: 'keep' } : decided(at))),
    );

    assert.ok(stage.words(bad).includes(texts.problems.self));
  });

  it('goes to the review to which it belongs, where several are open', async () => {
    const other = accountList(60).map((one) => ({ ...one, account: `ander-${one.account}` }));
    const first = await startReview(app, 60);
    await stage.openDuty(app, 'review-access', {
      details: { accounts: other },
      reference: 'ANDERE',
    });

    const back = await drop(sheet(accountList(60), decided));

    assert.ok(stage.words(back).includes(said.sheetRead('Accounts.xlsx', 60)));
    assert.equal(stage.buttonOf(back, 'review-hand-in').data['d'], first.id);
  });

  it('of somebody else is not taken', async () => {
    await startReview(app, 60);

    const refused = await drop(sheet(accountList(60), decided), bramInTeams);

    assert.ok(stage.words(refused).includes(lists.refused.noReview));
  });

  it('has only the own rows where the list is divided', async () => {
    const managed = (one: Account, at: number): Account =>
      at % 2 === 0 ? { ...one, manager: bram.name } : one;
    const accounts = accountList(60).map(managed);
    const assignees = [anna, bram].map(({ aadObjectId, name }) => ({ aadObjectId, name }));
    const { id } = await stage.openDuty(app, 'review-access', {
      details: { accounts: accounts.map(asJson) },
      assignees,
    });
    const mine = accounts.filter(({ manager }) => manager === bram.name);

    const whole = await drop(sheet(accounts, decided), bramInTeams);
    const own = await drop(
      sheet(mine, () => ({ decision: 'keep' })),
      bramInTeams,
    );
    await stage.clickWith(app, {
      person: bramInTeams,
      data: stage.buttonOf(own, 'review-hand-in').data,
    });

    assert.ok(stage.words(whole).includes(lists.refused.nothing));
    const { answers, status } = await stage.readDuty(app, id);
    assert.equal(defined(answers[0]).values && status, 'open');
    assert.deepEqual(answers[0]?.values, {
      accounts: 30,
      keep: 30,
      change: 0,
      remove: 0,
      unknown: 0,
    });
  });
});

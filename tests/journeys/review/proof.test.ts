import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { listTexts } from '../../../bot/features/review/lists/texts.ts';
import { reviewTexts } from '../../../bot/views/review-texts.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { changeRoster } from '../../../bot/casework/roster.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import type { Person } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { actions, cardOf } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { newsWords } from '../../support/duties/news.ts';
import { csv, dropFile } from '../../support/http/dropping.ts';
import { anna, bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import type { Storage } from '../../support/store/storage.ts';
import { answerOffer, startStorage, uploadInfo } from '../../support/store/storage.ts';

const said = reviewTexts.nl;
const lists = listTexts.nl;
const accounts = [
  { account: 'jan', name: 'Jan Visser', role: 'Inkoper' },
  { account: 'mia', name: 'Mia Dekker', role: 'Boekhouder' },
  { account: 'kim', name: 'Kim Bos', role: 'Lezer' },
];
const heading = 'account;naam;rol';
const done = csv(heading, 'mia;Mia Dekker;lezer', 'kim;Kim Bos;Lezer', 'nieuw;Nu Nieuw;Lezer');
const halfDone = csv(
  heading,
  'jan;Jan Visser;Inkoper',
  'mia;Mia Dekker;Lezer',
  'kim;Kim Bos;Lezer',
);
const nothingDone = csv(
  heading,
  'jan;Jan Visser;Inkoper',
  'mia;Mia Dekker;Boekhouder',
  'kim;Kim Bos;Lezer',
);
const halfExport = csv(heading, 'mia;Mia Dekker;Lezer');
const day = 24 * 3600;
/** Long enough for everything that is due to be found and carried out. */
const aWhile = 120;

describe('what a review wants removed', () => {
  let app: TestApp;
  let storage: Storage;
  let id: string;
  beforeEach(async () => {
    storage = await startStorage();
    app = await startApp({ fileOrigins: [storage.origin] });
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(async () => {
    await app.stop();
    await storage.close();
  });

  /** Carla administers access; Anna reviews: Jan goes, Mia gets another role, Kim stays. */
  const reviewed = async (role = true): Promise<void> => {
    if (role) {
      await changeRoster(app.services(), {
        tenant,
        change: { type: 'roles', roles: { access: carla } },
        by: bram,
      });
    }
    ({ id } = await stage.openDuty(app, 'review-access', { details: { accounts } }));
    const decisions = { 'decision-0': 'remove', 'decision-1': 'change', 'note-1': 'Lezer' };
    const page = { do: 'review-save', d: id, p: 0, to: -1, ...decisions, 'decision-2': 'keep' };
    await stage.clickWith(app, { person: annaInTeams, data: page });
    await stage.clickWith(app, { person: annaInTeams, data: { do: 'review-hand-in', d: id } });
    await app.idle();
  };
  const chat = (who: Person) => app.connector.messagesIn(personalConversation(who));
  /** What the file offered last to somebody says back when it is accepted. */
  const offeredTo = (who: Person): unknown => {
    const offers = chat(who).flatMap(
      ({ activity }) => (activity['attachments'] ?? []) as { content?: Record<string, unknown> }[],
    );
    return offers.findLast(({ content }) => content?.['acceptContext'])?.content?.['acceptContext'];
  };
  const newest = (who: Person): Card => cardOf(defined(chat(who).at(-1)).activity);
  const drop = (bytes: string, who = carlaInTeams, name = 'nieuw.csv') =>
    dropFile(app, { storage, person: who, name, bytes });
  const press = async (who: Person, card: Card, verb: string): Promise<Card> =>
    defined(
      (await stage.clickWith(app, { person: who, data: stage.buttonOf(card, verb).data })).card,
    );
  /** Drops a list and says that it is the proof of the review. */
  const prove = async (bytes: string, who = carlaInTeams): Promise<Card> =>
    press(who, await drop(bytes, who), 'review-proof');
  const findings = async () => (await stage.readDuty(app, id)).findings;

  const told = (who: Person): string => chat(who).map(stage.readingOf).join('\n');
  const daysPass = async (days: number): Promise<void> => {
    app.clock.set(secondsAfter(app.clock.now(), days * day));
    await app.pass(aWhile);
  };

  it('goes to whoever administers access, with the first accounts and a file', async () => {
    await reviewed();

    const task = newest(carlaInTeams);
    const words = stage.words(task);
    for (const told of [
      said.removals.title,
      said.removals.count(1, 1),
      'Jan Visser',
      said.removals.change('Lezer'),
      carla.name,
    ]) {
      assert.ok(words.includes(told), `${told} in ${words}`);
    }
    assert.ok(!words.includes('Kim Bos'));
    await stage.clickWith(app, {
      person: carlaInTeams,
      data: { do: 'file', d: id, f: 'removals' },
      click: { verb: 'file' },
    });
    const info = uploadInfo(storage.place('/up'));
    await answerOffer(app, {
      person: carlaInTeams,
      value: { action: 'accept', context: offeredTo(carlaInTeams), uploadInfo: info },
    });
    await app.idle();
    const rows = defined(storage.stored.get('/up')).bytes.toString('utf8').trim().split('\r\n');
    assert.deepEqual(rows.length, 3);
    assert.equal((await findings())[0]?.owner?.name, carla.name);
  });

  it('is no proof where somebody who came could be Jan: it asks, and nothing is recorded before', async () => {
    await reviewed();
    const renamed = csv(
      heading,
      'j.visser;Visser, Jan;Inkoper',
      'mia;Mia Dekker;Lezer',
      'kim;Kim Bos;Lezer',
    );

    const asked = await prove(renamed);

    assert.ok(stage.words(asked).includes(lists.proof.alike(1)));
    assert.ok(stage.words(asked).includes('j.visser'));
    assert.deepEqual(
      (await findings()).map(({ status }: { status: string }) => status),
      ['open'],
    );
  });

  for (const [answer, status] of [
    [lists.proof.areSame, 'open'],
    [lists.proof.areOthers, 'closed'],
  ] as const) {
    it(`leaves the finding ${status} after “${answer}”, with both spellings in the evidence`, async () => {
      await reviewed();
      const renamed = csv(
        heading,
        'j.visser;Visser, Jan;Inkoper',
        'mia;Mia Dekker;Lezer',
        'kim;Kim Bos;Lezer',
      );
      const asked = await prove(renamed);
      const button = defined(actions(asked).find(({ title }) => title === answer));

      await stage.clickWith(app, { person: carlaInTeams, data: button.data });

      const [finding] = await findings();
      assert.equal(finding?.status, status);
      const evidence = JSON.stringify(await stage.evidenceOf(app, id));
      assert.ok(evidence.includes('"pairs":[{"now":"j.visser","was":"jan"}]'), evidence);
    });
  }

  it('is the first thing to do for the reviewer and in the IT channel, before the vendor', async () => {
    await reviewed(false);

    const mine = stage.shownTo(app, annaInTeams, id);
    const channel = cardOf(defined(app.connector.messagesIn(itChannel.id).at(-1)).activity);
    const own = await press(annaInTeams, mine, 'review-removals');
    const inChannel = await stage.clickWith(app, {
      person: bramInTeams,
      data: stage.buttonOf(channel, 'review-removals').data,
      click: { when: { in: itChannel } },
    });
    const stranger = await stage.clickWith(app, {
      person: bramInTeams,
      data: { do: 'review-removals', d: id },
    });

    assert.equal(actions(mine)[0]?.verb, 'review-removals');
    assert.equal(actions(channel)[0]?.verb, 'review-removals');
    assert.ok(stage.words(own).includes('Jan Visser') && stage.offers(own, 'reply'));
    assert.ok(stage.words(defined(inChannel.card)).includes('Jan Visser'));
    assert.ok(!stage.offers(defined(inChannel.card), 'file'));
    assert.ok(!stage.words(defined(stranger.card)).includes('Jan Visser'));
  });

  it('is proven by a new list, and both lists stand in the evidence by their hash', async () => {
    await reviewed();

    const card = await prove(done);

    assert.ok(stage.words(card).includes(lists.proof.proven(2)));
    const { status, findings: closed } = await stage.readDuty(app, id);
    assert.deepEqual([status, closed[0]?.closedBecause], ['fulfilled', 'verified']);
    const records = await stage.evidenceOf(app, id);
    const record = defined(records.find(({ type }) => type === 'closed'));
    const { compared } = record.data as { compared: Record<string, Record<string, unknown>> };
    const rowsHash = (defined(records[0]).data as { rowsHash: string }).rowsHash;
    assert.equal(record.by?.name, carla.name);
    assert.deepEqual(compared['before'], { sha256: rowsHash, rows: 3 });
    assert.deepEqual(compared['after'], {
      sha256: createHash('sha256').update(done).digest('hex'),
      rows: 3,
      file: 'nieuw.csv',
    });
    assert.deepEqual(compared['proven'], ['jan', 'mia']);
    assert.ok(stage.words(newest(annaInTeams)).includes(newsWords.proven));
  });

  it('is asked about once when the due date has passed', async () => {
    await reviewed();
    const asked = () =>
      chat(carlaInTeams)
        .map(stage.readingOf)
        .filter((words) => words.includes(said.removals.askedIntro)).length;

    // Due on Monday 30 November, five working days after the review.
    await daysPass(7);
    const onTheDay = asked();
    await daysPass(1);
    const after = asked();
    await app.restart();
    await daysPass(1);

    assert.deepEqual([onTheDay, after, asked()], [0, 1, 1]);
    const asking = (await stage.evidenceOf(app, id)).filter(
      ({ type, data }) => type === 'reminded' && 'asked' in (data as object),
    );
    assert.deepEqual(
      asking.map(({ data }) => data),
      [
        {
          finding: 'F-1',
          dueOn: '2026-11-30',
          asked: 'new-export',
          to: [{ aadObjectId: carla.aadObjectId, name: carla.name }],
        },
      ],
    );
  });

  it('is reopened when it is still there after the due date, with a new date', async () => {
    await reviewed();
    await daysPass(8);

    const card = await prove(halfDone);

    const [finding] = await findings();
    assert.ok(stage.words(card).includes(lists.proof.stillThere(1, 2)));
    assert.ok(stage.words(card).includes('jan'));
    assert.deepEqual(
      [finding?.status, finding?.failedVerifications, finding?.dueOn],
      ['open', 1, '2026-12-08'],
    );
    assert.ok(told(annaInTeams).includes(newsWords['still-there']));
    await daysPass(8);
    const twice = chat(carlaInTeams)
      .map(stage.readingOf)
      .filter((words) => words.includes(said.removals.askedIntro));
    assert.equal(twice.length, 2);
    await prove(nothingDone);
    const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.ok(types.includes('escalated'));
  });

  it('may still be there before the due date: that is no failed round', async () => {
    await reviewed();
    const [before] = await findings();

    await prove(halfDone);
    const [after] = await findings();
    await prove(done);

    assert.deepEqual([after?.failedVerifications, after?.dueOn], [0, before?.dueOn]);
    assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');
  });

  it('is not proven by half an export unless somebody says that it is whole', async () => {
    await reviewed();

    const doubt = await prove(halfExport);
    const between = (await stage.readDuty(app, id)).status;
    const card = await press(carlaInTeams, doubt, 'review-proof');

    assert.ok(stage.words(doubt).includes(lists.proof.doubt(1)) && between === 'problem');
    assert.ok(stage.words(doubt).includes('Kim Bos'));
    assert.ok(stage.words(card).includes(lists.proof.proven(2)));
    const record = (await stage.evidenceOf(app, id)).find(({ type }) => type === 'closed');
    const { compared } = defined(record).data as { compared: { vanished: number } };
    assert.equal(compared.vanished, 1);
  });

  it('takes the same list once', async () => {
    await reviewed();
    await prove(halfDone);

    const again = await prove(halfDone);

    assert.ok(stage.words(again).includes(lists.proof.again));
    const compared = (await stage.evidenceOf(app, id)).filter(
      ({ data }) => 'compared' in (data as object),
    );
    assert.equal(compared.length, 1);
  });

  it('is proven by nobody who does not see to it; that list begins a review', async () => {
    await reviewed();

    const form = await drop(done, bramInTeams);
    const forged = await stage.clickWith(app, {
      person: bramInTeams,
      data: {
        do: 'review-proof',
        d: id,
        n: stage.buttonOf(form, 'review-list-open').data['n'],
        c: 1,
      },
    });

    assert.ok(stage.words(form).includes(lists.list.system));
    assert.ok(stage.words(defined(forged.card)).includes('niet op jouw naam'));
    assert.equal((await stage.readDuty(app, id)).status, 'problem');
  });

  it('leaves the list to be a new review where the person says so', async () => {
    await reviewed();

    const form = await press(carlaInTeams, await drop(done), 'review-list');

    assert.ok(stage.words(form).includes(lists.list.system));
    assert.equal((await stage.readDuty(app, id)).status, 'problem');
  });

  it('waits until everybody has handed in', async () => {
    const assignees = [anna, bram].map(({ aadObjectId, name }) => ({ aadObjectId, name }));
    const rows = accounts.map((one, at) => ({ ...one, manager: at === 0 ? anna.name : bram.name }));
    ({ id } = await stage.openDuty(app, 'review-access', {
      details: { accounts: rows },
      assignees,
    }));
    const save = (who: Person, decisions: object) =>
      stage.clickWith(app, {
        person: who,
        data: { do: 'review-save', d: id, p: 0, to: -1, ...decisions },
      });
    const handIn = (who: Person) =>
      stage.clickWith(app, { person: who, data: { do: 'review-hand-in', d: id } });

    await save(annaInTeams, { 'decision-0': 'remove' });
    await handIn(annaInTeams);
    const early = await drop(done, annaInTeams);
    await save(bramInTeams, { 'decision-1': 'remove', 'decision-2': 'keep' });
    await handIn(bramInTeams);
    await app.idle();
    const removals = await stage.clickWith(app, {
      person: bramInTeams,
      data: { do: 'review-removals', d: id },
    });

    assert.ok(stage.words(early).includes(lists.list.system));
    const words = stage.words(defined(removals.card));
    assert.ok(words.includes('Jan Visser') && words.includes('Mia Dekker'), words);
  });

  it('keeps working on the list of the review before: what is new stands out', async () => {
    await reviewed();
    await prove(done);
    const more = [...accounts, { account: 'nieuw', name: 'Nu Nieuw', role: 'Lezer' }];
    const next = await stage.openDuty(app, 'review-access', {
      details: { accounts: more },
      reference: 'TOEGANG-2',
    });

    const page = await stage.clickWith(app, {
      person: annaInTeams,
      data: { do: 'review', d: next.id },
    });

    const words = stage.words(defined(page.card));
    assert.equal(words.split('nieuw sinds de vorige beoordeling').length, 2, words);
  });
});

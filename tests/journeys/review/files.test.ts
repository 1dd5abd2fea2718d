import type { Person } from '../../support/teams/activities.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { maxFileSize } from '../../../bot/files/grid.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { offeredFileTexts } from '../../../bot/features/files/texts.ts';
import type { OfferedFile } from '../../../bot/features/files/texts.ts';
import { listTexts } from '../../../bot/features/review/lists/texts.ts';
import { linkSeconds } from '../../../bot/features/files/links.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import type { AppOptions, TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { actions, cardOf } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { anna, asked, bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import { startReview } from '../../support/duties/review.ts';
import * as stage from '../../support/stage.ts';
import type { Storage } from '../../support/store/storage.ts';
import {
  answerOffer,
  dropFiles,
  droppedFile,
  startStorage,
  uploadInfo,
} from '../../support/store/storage.ts';

const consentCard = 'application/vnd.microsoft.teams.card.file.consent';
const fileCard = 'application/vnd.microsoft.teams.card.file.info';
const said = offeredFileTexts.nl;

describe('files in a chat', () => {
  let app: TestApp;
  let storage: Storage;
  beforeEach(async () => {
    storage = await startStorage();
  });
  afterEach(async () => {
    await app.stop();
    await storage.close();
  });
  const start = async (options: AppOptions = {}) => {
    app = await startApp({ fileOrigins: [storage.origin], ...options });
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
  };
  const chat = (person = annaInTeams) => app.connector.messagesIn(personalConversation(person));
  const newest = (person = annaInTeams) => defined(chat(person).at(-1));
  const attachment = (message = newest()) => {
    const [first] = message.activity['attachments'] as readonly Record<string, unknown>[];
    return defined(first);
  };
  const reading = () => stage.readingOf(newest());

  describe('that somebody sends', () => {
    const drop = async (file: object, text = '') => {
      const reply = await dropFiles(app, { person: annaInTeams, files: [file], text });
      await app.idle();
      return reply;
    };
    const outcomes: readonly (readonly [string, string, () => string])[] = [
      [
        'is too large',
        said.notRead['too-large'],
        () => storage.file('/a', Buffer.alloc(maxFileSize + 1)),
      ],
      ['is gone', said.notRead.gone, () => storage.status('/a', 404)],
      ['stands elsewhere', said.notRead.refused, () => 'https://evil.example/a.csv'],
      ['cannot be reached', said.notRead['try-later'], () => storage.status('/a', 503)],
      ['is an empty list', listTexts.nl.refused.nothing, () => storage.file('/a', 'account;naam')],
    ];
    for (const [what, answer, address] of outcomes) {
      it(`are answered when one ${what}`, async () => {
        await start();

        const reply = await drop(droppedFile('lijst.csv', address()));

        assert.equal(reply.status, 200);
        assert.ok(reading().includes(answer), reading());
        assert.ok(actions(cardOf(newest().activity)).length > 0, 'no way on');
      });
    }

    it('are read where they are kept, and answered', async () => {
      await start();
      const before = chat().length;

      await drop(droppedFile('lijst.csv', storage.file('/a', 'account;naam')));

      const unread = Object.values(said.notRead);
      assert.equal(storage.requests.length, 1);
      assert.equal(chat().length, before + 1);
      assert.ok(!unread.some((told) => reading().includes(told)), reading());
    });

    it('are fetched once, also when Teams tells of them again', async () => {
      await start();
      const message = {
        ...app.teams.message(annaInTeams, ''),
        attachments: [droppedFile('lijst.csv', storage.file('/a', 'account'))],
      };

      await app.post(message);
      await app.post(message);
      await app.idle();

      assert.equal(storage.requests.length, 1);
    });

    it('do not keep Teams waiting', async () => {
      await start();
      let release: () => void = () => undefined;
      const address = storage.at('/slow', (_request, response) => {
        release = () => response.end('account;naam');
      });
      const before = chat().length;

      const reply = await dropFiles(app, {
        person: annaInTeams,
        files: [droppedFile('lijst.csv', address)],
      });
      const answeredEarly = chat().length;
      await until(() => storage.requests.length === 1);
      release();
      await app.idle();

      assert.deepEqual([reply.status, answeredEarly, chat().length], [200, before, before + 1]);
    });

    it('are one at a time', async () => {
      await start();
      const file = droppedFile('lijst.csv', storage.file('/a', 'account'));

      await dropFiles(app, { person: annaInTeams, files: [file, file] });
      await app.idle();

      assert.ok(reading().includes(said.several));
      assert.equal(storage.requests.length, 0);
    });

    it('come after a word that is understood', async () => {
      await start();

      await drop(droppedFile('lijst.csv', storage.file('/a', 'account')), 'hulp');

      assert.ok(reading().includes(chatTexts.nl.helpTitle));
      assert.equal(storage.requests.length, 0);
    });

    it('are not fetched when they are pictures or come in a channel', async () => {
      await start();
      await stage.useChannel(app, annaInTeams);
      const file = droppedFile('lijst.csv', storage.file('/a', 'account'));

      await drop({ contentType: 'image/png', contentUrl: `${storage.origin}/a`, name: 'a.png' });
      const picture = reading();
      await dropFiles(app, {
        person: annaInTeams,
        files: [file],
        text: '',
        when: { in: itChannel },
      });
      await app.idle();

      assert.ok(picture.includes(chatTexts.nl.unreadable.picture));
      assert.equal(storage.requests.length, 0);
    });
  });

  describe('that are offered', () => {
    const offerTo = async (which: OfferedFile, id: string, person = annaInTeams) => {
      const data = { do: 'file', d: id, f: which };
      return stage.clickWith(app, { person, data, click: { verb: 'file' } });
    };
    const reviewed = async () => {
      const review = await startReview(app, 6);
      await review.press('review');
      await review.press(
        'review-save',
        {
          ...Object.fromEntries([0, 1, 2, 5].map((at) => [`decision-${String(at)}`, 'keep'])),
          'note-1': 'beheert de inrichting',
          'decision-3': 'unknown',
          'decision-4': 'remove',
        },
        1,
      );
      // The own account is a colleague's to judge.
      await stage.install(app, carlaInTeams);
      await review.press('review-hand-in');
      const passed = { person: carla.aadObjectId, reason: 'Dit ben ik zelf' };
      await review.press('review-share', passed);
      return review.id;
    };

    it('are asked for, stored where the person allows, and shown', async () => {
      await start();
      const { id } = await startReview(app, 6);

      const clicked = await offerTo('review-sheet', id);
      const offer = newest();
      const { contentType, name, content } = attachment(offer) as {
        contentType: string;
        name: string;
        content: Record<string, unknown>;
      };
      const place = uploadInfo(storage.place('/up'), name);
      const reply = await answerOffer(app, {
        person: annaInTeams,
        value: { action: 'accept', context: content['acceptContext'], uploadInfo: place },
      });
      await app.idle();

      assert.equal(clicked.toast, said.offered);
      assert.deepEqual([contentType, name], [consentCard, 'Accounts CHG-4711.xlsx']);
      const { o } = content['acceptContext'] as { o: string };
      assert.ok(await app.store.handouts.load(tenant, anna.aadObjectId, o).then((kept) => !kept));
      assert.deepEqual([reply.status, reply.body], [200, undefined]);
      const stored = defined(storage.stored.get('/up'));
      assert.equal(stored.bytes.subarray(0, 2).toString(), 'PK');
      assert.equal(content['sizeInBytes'], stored.bytes.length);
      assert.equal(attachment()['contentType'], fileCard);
      assert.equal(attachment()['contentUrl'], place.contentUrl);
      assert.ok(!chat().some((message) => message.id === offer.id), 'the offer still stands');
    });

    it('hold what was handed in, not what was picked since', async () => {
      await start();
      const id = await reviewed();
      const later = { do: 'review-save', d: id, p: 0, to: -1, 'decision-0': 'remove' };
      await stage.clickWith(app, { person: annaInTeams, data: later });

      await accept(id, { f: 'removals', uploadUrl: storage.place('/up') });

      const rows = defined(storage.stored.get('/up')).bytes.toString('utf8').trim().split('\r\n');
      assert.equal(rows.length, 2);
      assert.match(rows[1] ?? '', /^"user4"/);
    });

    it('are refused, and that is said in a few words', async () => {
      await start();
      const { id } = await startReview(app, 6);
      await offerTo('review-sheet', id);
      const offer = newest();

      const reply = await answerOffer(app, {
        person: annaInTeams,
        value: { action: 'decline', context: contextIn(annaInTeams) },
      });
      await app.idle();

      assert.equal(reply.status, 200);
      assert.ok(reading().includes(said.declined));
      assert.ok(!chat().some((message) => message.id === offer.id), 'the offer still stands');
    });

    /** What the newest offer in somebody's chat carries; nothing that was ever stored where there is none. */
    const contextIn = (person: Person): unknown => {
      const offers = chat(person).map((message) => attachment(message));
      const offer = offers.findLast(({ contentType }) => contentType === consentCard);
      return (
        ((offer?.['content'] ?? {}) as Record<string, unknown>)['acceptContext'] ?? { o: 'none' }
      );
    };
    interface Accepting {
      readonly uploadUrl: string;
      readonly person?: Person;
      readonly name?: string;
    }
    const say = async (context: unknown, { uploadUrl, person = annaInTeams, name }: Accepting) => {
      const value = { action: 'accept', context, uploadInfo: uploadInfo(uploadUrl, name) };
      const reply = await answerOffer(app, { person, value });
      await app.idle();
      return reply;
    };
    /** Asks for a file and says yes to what is offered then. */
    const accept = async (
      id: string,
      { f, ...accepting }: Accepting & { readonly f: OfferedFile },
    ) => {
      const { person = annaInTeams } = accepting;
      await offerTo(f, id, person);
      return say(contextIn(person), accepting);
    };

    it('go to nobody else, whatever the consent says', async () => {
      await start();
      const { id } = await stage.openDuty(app, 'review-access', asked(anna));
      const place = storage.place('/up');

      const clicked = await offerTo('review-sheet', id, bramInTeams);
      await accept(id, { f: 'review-sheet', uploadUrl: place, person: bramInTeams });
      await accept(id, { f: 'removals', uploadUrl: place, person: bramInTeams });

      assert.ok(stage.words(defined(clicked.card)).includes(chatTexts.nl.notYours));
      assert.equal(storage.requests.length, 0);
      assert.ok(stage.readingOf(newest(bramInTeams)).includes(said.over));
    });

    it('go to nobody to whom they were not offered, and leave no message that is named out of the chat', async () => {
      await start();
      const { id } = await startReview(app, 6);
      await offerTo('review-sheet', id);
      const before = chat(bramInTeams).length;
      const context = contextIn(annaInTeams);

      await say(context, { uploadUrl: storage.place('/up'), person: bramInTeams });
      await answerOffer(app, {
        person: bramInTeams,
        value: { action: 'decline', context },
        replyToId: defined(chat(bramInTeams)[0]).id,
      });
      await app.idle();

      assert.equal(storage.requests.length, 0);
      assert.equal(chat(bramInTeams).length, before + 2);
    });

    it('wait a day for a yes, and are given once', async () => {
      await start();
      const { id } = await startReview(app, 6);
      await accept(id, { f: 'review-sheet', uploadUrl: storage.place('/first') });
      const used = contextIn(annaInTeams);
      await offerTo('review-sheet', id);
      const context = contextIn(annaInTeams);

      await say(used, { uploadUrl: storage.place('/again') });
      app.clock.set(secondsAfter(app.clock.now(), 24 * 3600));
      await say(context, { uploadUrl: storage.place('/late') });

      assert.deepEqual([...storage.stored.keys()], ['/first']);
      assert.ok(reading().includes(said.over));
    });

    it('are given once, also where the same yes comes many times at once', async () => {
      await start();
      const { id } = await startReview(app, 6);
      await offerTo('review-sheet', id);
      const context = contextIn(annaInTeams);

      await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          say(context, { uploadUrl: storage.place(`/up${String(at)}`) }),
        ),
      );

      assert.equal(storage.stored.size, 1);
    });

    it('go to the owner of the finding too', async () => {
      await start();
      await stage.useChannel(app, annaInTeams);
      const id = await reviewed();
      const owner = { person: bram.aadObjectId, until: '2026-12-10' };
      const form = { do: 'form-send', f: 'finding', d: id, ...owner };

      await accept(id, { f: 'removals', uploadUrl: storage.place('/before'), person: bramInTeams });
      await stage.clickWith(app, {
        person: annaInTeams,
        data: form,
        click: { when: { in: itChannel } },
      });
      await accept(id, { f: 'removals', uploadUrl: storage.place('/after'), person: bramInTeams });

      assert.deepEqual([...storage.stored.keys()], ['/after']);
    });

    it('go with the rows: not to whoever handed the review over', async () => {
      await start();
      const { id } = await startReview(app, 6);
      const to = { person: bram.aadObjectId, reason: 'Dit is het team van Bram' };
      await offerTo('review-sheet', id);
      const context = contextIn(annaInTeams);

      await stage.clickWith(app, {
        person: annaInTeams,
        data: { do: 'form-send', f: 'hand-over', d: id, ...to },
      });
      await say(context, { uploadUrl: storage.place('/anna') });
      await accept(id, {
        f: 'review-sheet',
        uploadUrl: storage.place('/bram'),
        person: bramInTeams,
      });

      const { assignees } = await stage.readDuty(app, id);
      assert.deepEqual(
        assignees.map(({ aadObjectId }) => aadObjectId),
        [bram.aadObjectId],
      );
      assert.deepEqual([...storage.stored.keys()], ['/bram']);
    });

    const forged: readonly (readonly [string, (id: string) => unknown])[] = [
      ['what a button says', (id) => ({ d: id, f: 'review-sheet' })],
      ['a path', () => ({ o: '../../etc/passwd' })],
      ['signs of a row', () => ({ o: `|${anna.aadObjectId}|` })],
      ['nothing', () => undefined],
      ['lists', () => ({ o: ['id-1'] })],
    ];
    for (const [what, context] of forged) {
      it(`are not there for a consent that names ${what}`, async () => {
        await start();
        const { id } = await startReview(app, 6);
        await offerTo('review-sheet', id);

        const reply = await say(context(id), { uploadUrl: storage.place('/up') });

        assert.equal(reply.status, 200);
        assert.equal(storage.requests.length, 0);
        assert.ok(reading().includes(said.over));
      });
    }

    it('are not there for a duty that is no list', async () => {
      await start();
      const { id } = await stage.openDuty(app, 'verify-change');

      await accept(id, { f: 'review-sheet', uploadUrl: storage.place('/up') });

      assert.ok(reading().includes(said.over));
    });

    const failures: readonly (readonly [string, keyof typeof said.notStored, () => string])[] = [
      ['lead elsewhere', 'refused', () => 'https://evil.example/up'],
      ['lead to this machine', 'refused', () => 'http://127.0.0.1:1/up'],
      ['are gone', 'gone', () => storage.place('/up', 404)],
      ['do not answer', 'try-later', () => storage.place('/up', 503)],
    ];
    for (const [what, outcome, address] of failures) {
      it(`are not stored at places that ${what}, and the person is told`, async () => {
        await start();
        const { id } = await startReview(app, 6);

        const reply = await accept(id, { f: 'review-sheet', uploadUrl: address() });

        assert.equal(reply.status, 200);
        assert.ok(reading().includes(said.notStored[outcome]), reading());
      });
    }

    it('are called what they are, whatever the consent calls them', async () => {
      await start();
      const { id } = await startReview(app, 6);

      const uploadUrl = storage.place('/up');
      await accept(id, { f: 'review-sheet', uploadUrl, name: 'Salarissen.exe' });

      assert.equal(attachment()['name'], 'Accounts CHG-4711.xlsx');
    });

    it('are not stored where what is shown would stand elsewhere', async () => {
      await start();
      const { id } = await startReview(app, 6);

      const place = { ...uploadInfo(storage.place('/up')), contentUrl: 'https://evil.example/a' };
      await offerTo('review-sheet', id);
      const context = contextIn(annaInTeams);
      await answerOffer(app, {
        person: annaInTeams,
        value: { action: 'accept', context, uploadInfo: place },
      });
      await app.idle();

      assert.equal(storage.requests.length, 0);
      assert.ok(reading().includes(said.notStored.refused), reading());
    });

    it('are told in words when Teams does not show them', async () => {
      await start();
      const { id } = await startReview(app, 6);
      const isFile = (body: unknown) => JSON.stringify(body).includes(fileCard);
      app.connector.failNext({ matching: ({ body }) => isFile(body), status: 400 });

      await accept(id, { f: 'review-sheet', uploadUrl: storage.place('/up') });

      assert.ok(reading().includes(said.stored));
    });

    it('are not promised when Teams does not take the offer', async () => {
      await start();
      const { id } = await startReview(app, 6);
      const isOffer = (body: unknown) => JSON.stringify(body).includes(consentCard);
      app.connector.failNext({ matching: ({ body }) => isOffer(body), status: 503 });

      const clicked = await offerTo('review-sheet', id);

      assert.equal(clicked.toast, said.notOffered);
    });

    it('stay unnamed in the log', async () => {
      await start();
      const { id } = await startReview(app, 6);

      await accept(id, { f: 'review-sheet', uploadUrl: storage.place('/up?tempauth=geheim', 503) });

      assert.ok(!/geheim|Anna|CHG-4711/.test(JSON.stringify(app.lines)));
    });
  });

  describe('in development', () => {
    const linkOf = () =>
      new URL(String(actions(cardOf(newest().activity)).map(({ json }) => json['url'])[0]));

    it('are offered as a link to this machine, which works for a while', async () => {
      await start({ anonymous: true });
      const { id } = await startReview(app, 6);

      await stage.clickWith(app, {
        person: annaInTeams,
        data: { do: 'file', d: id, f: 'review-sheet' },
      });
      const link = linkOf();
      const fetched = await fetch(link);
      const bytes = Buffer.from(await fetched.arrayBuffer());
      await app.pass(linkSeconds + 1);
      const late = await fetch(link);

      assert.equal(link.origin, app.url());
      assert.equal(fetched.status, 200);
      assert.equal(bytes.subarray(0, 2).toString(), 'PK');
      assert.match(
        fetched.headers.get('content-disposition') ?? '',
        /^attachment; .*Accounts%20CHG-4711\.xlsx$/,
      );
      assert.equal(late.status, 404);
    });

    it('are read where they are written out in the activity', async () => {
      await start({ anonymous: true });

      const before = chat().length;
      await dropFiles(app, {
        person: annaInTeams,
        files: [droppedFile('a.csv', 'data:text/csv,account;naam')],
      });
      await app.idle();

      assert.equal(chat().length, before + 1);

      assert.ok(reading().includes(listTexts.nl.refused.nothing), reading());
    });

    it('are fetched from this machine', async () => {
      await start({ anonymous: true, fileOrigins: [] });

      await dropFiles(app, {
        person: annaInTeams,
        files: [droppedFile('a.csv', storage.file('/a', 'account'))],
      });
      await app.idle();

      assert.equal(storage.requests.length, 1);
    });

    it('have no door where people prove who they are', async () => {
      await start();

      const reply = await app.api('GET', '/files/id-1');

      assert.equal(reply.status, 404);
    });
  });

  it('of somebody without a chat are not offered to anybody', async () => {
    await start();
    const { id } = await stage.openDuty(app, 'review-access', {
      assignees: [{ aadObjectId: carlaInTeams.aadObjectId, name: carlaInTeams.name }],
    });

    const clicked = await stage.clickWith(app, {
      person: carlaInTeams,
      data: { do: 'file', d: id, f: 'review-sheet' },
      click: {
        when: { in: itChannel },
      },
    });

    assert.equal(clicked.toast, said.notOffered);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}

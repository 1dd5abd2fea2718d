import { defaultRetention } from '../../../bot/tenant/retention.ts';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parsePersonId } from '../../../bot/duty/ids.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { attachmentTexts } from '../../../bot/features/attachments/texts.ts';
import { writeDossier } from '../../../bot/features/evidence/dossier/write.ts';
import { erasePerson } from '../../../bot/features/evidence/erase.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { AppOptions, TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { actions, cardOf } from '../../support/cards/card-reader.ts';
import { anna, asked, defined, tenant } from '../../support/duties/duties.ts';
import { exportOf, verdictOn } from '../../support/duties/evidence.ts';
import { newKey } from '../../support/duties/sealing.ts';
import * as stage from '../../support/stage.ts';
import { memoryBlobs } from '../../support/store/memory-blobs.ts';
import type { Storage } from '../../support/store/storage.ts';
import { dropFiles, droppedFile, startStorage } from '../../support/store/storage.ts';
import type { Person } from '../../support/teams/activities.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams } from '../../support/teams/cast.ts';

const said = attachmentTexts.nl;
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const pdf = Buffer.from('%PDF-1.7\n%bewijs\n');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a file that belongs to a duty', () => {
  let app: TestApp;
  let storage: Storage;
  let blobs: ReturnType<typeof memoryBlobs>;
  const start = async (options: AppOptions = {}) => {
    blobs = memoryBlobs();
    app = await startApp({
      fileOrigins: [storage.origin],
      attachments: blobs,
      fetchToken: () =>
        Promise.resolve({ token: 'of-the-bot', expiresOnTimestamp: Date.parse('2027-01-01') }),
      ...options,
    });
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
  };
  beforeEach(async () => {
    storage = await startStorage();
  });
  afterEach(async () => {
    await app.stop();
    await storage.close();
  });

  const chat = (person = annaInTeams) => app.connector.messagesIn(personalConversation(person));
  const newest = (person = annaInTeams) => defined(chat(person).at(-1));
  const send = async (files: readonly object[], text = '', person: Person = annaInTeams) => {
    const before = chat(person).length;
    await dropFiles(app, { person, files, text });
    await app.idle();
    return chat(person).slice(before);
  };
  const photo = () => app.connector.picture(png);
  const document = (name = 'bewijs.pdf', bytes: Uint8Array = pdf) =>
    droppedFile(name, storage.file(`/${name}`, bytes));
  const press = (verb: string, where?: (data: object) => boolean, person = annaInTeams) =>
    stage.click(app, {
      person,
      message: newest(person),
      click: { verb, ...(where ? { where } : {}) },
    });
  const afterADay = async () => {
    app.clock.set(secondsAfter(app.clock.now(), 26 * 3600));
    await app.pass(60);
  };
  const attachedTo = async (id: string) =>
    (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'attached');

  it('is not even fetched where its name holds a password, alone or among others', async () => {
    await start();
    await stage.openDuty(app, 'verify-change');
    const named = (name: string) => droppedFile(name, storage.file('/x', pdf));
    const list = 'wachtwoord Welkom01.csv';

    for (const files of [
      [named('pw=Zomer2026!.pdf')],
      [named(list)],
      [photo(), named('AKIAIOSFODNN7EXAMPLE.pdf')],
    ]) {
      const [told, ...others] = await send(files);

      assert.deepEqual(others, []);
      assert.ok(stage.readingOf(defined(told)).includes(said.secretName));
    }
    assert.equal(blobs.kept.size, 0);
  });

  it('is kept once its sender says so, hashed in the evidence and shown on the card', async () => {
    await start();
    const { id } = await stage.openDuty(app, 'verify-change', { reference: 'CHG-4711' });

    const [offer] = await send([photo()]);
    const offered = stage.readingOf(defined(offer));
    const before = await attachedTo(id);
    const { card } = await press('keep');
    const again = await press('keep');

    assert.ok(offered.includes(said.title) && offered.includes('afbeelding.png'), offered);
    assert.deepEqual(before, [], 'nothing is evidence before the click');
    for (const shown of [card, again.card])
      assert.ok(JSON.stringify(shown).includes(said.kept('afbeelding.png', 'CHG-4711')));
    const [record, ...more] = await attachedTo(id);
    assert.deepEqual(more, []);
    assert.equal(record?.by?.aadObjectId, anna.aadObjectId);
    const [key, bytes] = defined([...blobs.kept][0]);
    assert.deepEqual(record?.data, {
      attachments: [
        {
          id: key.split('/')[1],
          name: 'afbeelding.png',
          mime: 'image/png',
          bytes: png.length,
          sha256: sha256(png),
        },
      ],
    });
    assert.deepEqual(bytes, png);
    await app.idle();
    const shown = chat().map(stage.readingOf).join('\n');
    assert.match(shown, /Bijlagen.*afbeelding\.png \(Anna de Vries/s);
    const fetched = app.connector.calls.filter(({ path }) => path.includes('/attachments/'));
    assert.deepEqual(
      fetched.map(({ authorized }) => authorized),
      [true],
    );
  });

  it('goes to the duty that is chosen, or that the words name', async () => {
    await start();
    const one = await stage.openDuty(app, 'verify-change', { reference: 'CHG-1001' });
    const two = await stage.openDuty(app, 'verify-change', { reference: 'CHG-1002' });

    await send([document()]);
    const offered = actions(cardOf(newest().activity)).map(({ title }) => title);
    await press('keep', (data) => 'd' in data && data.d === two.id);
    await send([document('ander.pdf')], 'hoort bij CHG-1001');
    const named = actions(cardOf(newest().activity)).map(({ title }) => title);
    await press('keep');

    // Of the same day, so in no order of their own.
    assert.deepEqual(offered.toSorted(), [
      said.keep('CHG-1001'),
      said.keep('CHG-1002'),
      said.keepNot,
    ]);
    assert.deepEqual(named, [said.keep('CHG-1001'), said.keepNot]);
    assert.deepEqual(
      [(await attachedTo(one.id)).length, (await attachedTo(two.id)).length],
      [1, 1],
    );
  });

  it('stands beside an answer that is written with it, which is understood all the same', async () => {
    await start();
    await stage.openDuty(app, 'verify-change', asked(anna));

    const [readBack, offer, ...more] = await send([photo(), photo()], 'alles werkt');

    assert.match(stage.readingOf(defined(readBack)), /alles werkt/);
    const offered = stage.readingOf(defined(offer));
    assert.ok(offered.includes('afbeelding.png, afbeelding 2.png'), offered);
    assert.deepEqual(more, []);
  });

  it('beside a word counts as something written: what is too much is not kept, and that is said', async () => {
    await start({ writesAllowed: [{ atOnce: 2, perSecond: 2 / 3600 }] });
    const offers = async () => {
      const found = [];
      for await (const offer of app.store.offers.all(tenant)) found.push(offer);
      return found.length;
    };
    await stage.openDuty(app, 'verify-change');
    for (const _ of [1, 2]) await send([photo()], 'hulp');

    const said = await send([photo()], 'hulp');

    assert.equal(await offers(), 2);
    assert.ok(said.map(stage.readingOf).some((read) => read.includes('in korte tijd heel veel')));
  });

  it('may follow the answer, as a picture often does', async () => {
    await start();
    const { id } = await stage.openDuty(app, 'verify-change', asked(anna));
    await stage.click(app, {
      person: annaInTeams,
      message: stage.cardTo(app, annaInTeams, id),
      click: { verb: 'answer', answers: { 'checks-0': 'ok', outcome: 'works' } },
    });
    await app.idle();

    await send([document()]);
    await press('keep');

    assert.equal((await attachedTo(id)).length, 1);
  });

  for (const [what, how] of [
    ['when that is said', () => press('keep-not')],
    ['after a day in which nothing was said', afterADay],
  ] as const) {
    it(`is gone ${what}, and cannot be kept any more`, async () => {
      await start();
      const { id } = await stage.openDuty(app, 'verify-change');
      await send([document()]);
      const offer = newest();

      await how();
      const { card } = await stage.click(app, {
        person: annaInTeams,
        message: offer,
        click: { verb: 'keep' },
        shown: cardOf(offer.history[0] ?? offer.activity),
      });

      assert.ok(JSON.stringify(card).includes(said.gone));
      assert.equal(blobs.kept.size, 0);
      assert.deepEqual(await attachedTo(id), []);
    });
  }

  it('stays when the bot died after the duty said so and before the offer went', async () => {
    await start();
    const { id } = await stage.openDuty(app, 'verify-change');
    await send([document()]);
    const { drop } = app.store.offers;
    Object.assign(app.store.offers, { drop: () => Promise.reject(new Error('died')) });
    await press('keep');
    Object.assign(app.store.offers, { drop });

    await afterADay();

    assert.equal(blobs.kept.size, 1);
    assert.equal((await attachedTo(id)).length, 1);
  });

  it('is kept by nobody else, and with no duty of somebody else', async () => {
    await start();
    await stage.openDuty(app, 'verify-change');
    await send([document()]);
    const { data } = stage.buttonOf(cardOf(newest().activity), 'keep');

    const { card } = await stage.clickWith(app, { person: bramInTeams, data });
    const [told] = await send([document('mijn.pdf')], '', bramInTeams);

    assert.ok(JSON.stringify(card).includes(chatTexts.nl.notYours));
    // Bram has nothing open; a PDF is no list either.
    assert.match(stage.readingOf(defined(told)), /mijn\.pdf/);
    assert.equal(blobs.kept.size, 1);
  });

  for (const [what, name, bytes] of [
    ['a program', 'macro.exe', Buffer.from('MZ\u0000\u0001')],
    ['a page of the web', 'pagina.html', Buffer.from('<script>')],
    ['a document with macros', 'boek.xlsm', Buffer.from('504b0304', 'hex')],
    ['a program that is called a picture', 'foto.png', Buffer.from('MZ\u0000\u0001')],
  ] as const) {
    it(`is not kept when it is ${what}`, async () => {
      await start();
      await stage.openDuty(app, 'verify-change');

      const told = (await send([document(name, bytes)])).map(stage.readingOf).join('\n');

      assert.ok(told.includes(said.unusable(name)), told);
      assert.equal(blobs.kept.size, 0);
    });
  }

  it('that is a table but no list of accounts is offered as evidence as well', async () => {
    await start();
    await stage.openDuty(app, 'verify-change');

    const told = await send([document('meting.csv', Buffer.from('dag;mbps\n1;40\n'))]);

    assert.ok(stage.readingOf(defined(told.at(-1))).includes(said.title));
  });

  it('is not fetched from anywhere but where the message came from', async () => {
    await start();
    await stage.openDuty(app, 'verify-change');
    const contentUrl = `${storage.origin}/v3/attachments/1/views/original`;
    storage.file('/v3/attachments/1/views/original', png);

    await send([{ contentType: 'image/png', contentUrl }]);

    assert.equal(storage.requests.length, 0);
    assert.equal(blobs.kept.size, 0);
  });

  it('is in the dossier, and gone from everywhere once its sender is erased', async () => {
    await start();
    const { id } = await stage.openDuty(app, 'verify-change');
    await send([document()]);
    await press('keep');
    await send([document('nog niet.pdf')]);
    await app.idle();
    const folder = mkdtempSync(join(tmpdir(), 'attached-'));
    const dossier = async () => {
      const path = join(folder, `${newKey()}.zip`);
      const written = await writeDossier(app.store.evidence, {
        retention: defaultRetention,
        ...{ path, period: '2026-Q4', blobs, reader: { language: 'nl', zone: 'Europe/Amsterdam' } },
        exporting: {
          ...{ tenant, extent: {}, environment: 'development', asOf: app.clock.now() },
          software: 'shared-duty 0.0.0',
        },
      });
      return { written, files: unzipSync(readFileSync(path)) };
    };
    const before = await dossier();
    const name = `bijlagen/${sha256(pdf)}.pdf`;

    const person = defined(parsePersonId(anna.aadObjectId));
    const services = { store: app.store, attachments: blobs, now: app.clock.now, newId: newKey };
    await erasePerson(services, { tenant, erasure: { person, basis: '17(1)(b)', texts: false } });
    await app.idle();
    const after = await dossier();
    rmSync(folder, { recursive: true });

    assert.deepEqual(Buffer.from(before.files[name] ?? []), pdf);
    assert.ok(
      strFromU8(defined(before.files['plichten/verify-change-001.html'])).includes(
        `<a href="../${name}">bewijs.pdf</a>`,
      ),
    );
    assert.equal(blobs.kept.size, 0);
    assert.equal(name in after.files, false);
    assert.equal(after.written.problems, 0);
    for (const [file, bytes] of Object.entries(after.files))
      assert.ok(!strFromU8(bytes).includes('bewijs.pdf'), file);
    assert.equal((await attachedTo(id)).length, 1);
    const { file } = await exportOf(app.store, { tenant });
    assert.equal((await verdictOn(file)).type, 'whole');
  });
});

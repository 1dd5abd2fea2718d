import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { attachedIn } from '../../../bot/features/evidence/attached.ts';
import { fileTexts } from '../../../bot/files/texts.ts';
import { listTexts } from '../../../bot/features/review/lists/texts.ts';
import { fieldFaults } from '../../support/duties/review-form.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { press } from '../../support/cards/card-reader.ts';
import { throughPages } from '../../support/cards/form-pages.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { csv, dropFile } from '../../support/http/dropping.ts';
import { anna, bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { memoryBlobs } from '../../support/store/memory-blobs.ts';
import type { Storage } from '../../support/store/storage.ts';
import { startStorage } from '../../support/store/storage.ts';
import { workbookOf } from '../../support/workbook.ts';

const lists = listTexts.nl;
const heading = 'account;naam;rol;leidinggevende';
const team = [
  heading,
  `jvisser;Jan Visser;Inkoper;${bram.name}`,
  `mdekker;Mia Dekker;Boekhouder;${carla.name}`,
  `psmit;Piet Smit;Inkoper;${bram.name}`,
  'ext1;Kim Bos;Lezer;',
];

describe('a list of accounts that is dropped in the chat', () => {
  let app: TestApp;
  let storage: Storage;
  beforeEach(async () => {
    storage = await startStorage();
    app = await startApp({ fileOrigins: [storage.origin], attachments: memoryBlobs() });
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
  });
  afterEach(async () => {
    await app.stop();
    await storage.close();
  });

  const drop = (bytes: Uint8Array | string, name = 'export.csv') =>
    dropFile(app, { storage, person: annaInTeams, name, bytes });
  const filled = { system: 'Unit4 Financials', person: anna.aadObjectId, dueOn: '2026-12-10' };
  const send = async (form: Card, answers: Record<string, string> = {}, who = annaInTeams) => {
    const sent = async (verb: string, data: object) =>
      defined((await stage.clickWith(app, { person: who, data, click: { verb } })).card);
    const reached = await throughPages(form, { ...filled, split: 'none', ...answers }, sent);
    if (!stage.offers(reached.card, 'review-list-open')) return reached.card;
    const { verb, data } = press(reached.card, lists.list.open, reached.answers);
    return sent(verb, data);
  };
  const opened = async () => {
    const reply = await app.api('GET', '/api/v1/duties');
    return (reply.body as { duties: readonly { id: string; kind: string }[] }).duties;
  };

  it('is shown with its name, rows, hash and control total before anything is stored', async () => {
    const bytes = csv(...team);

    const form = stage.words(await drop(bytes));

    const sha256 = createHash('sha256').update(bytes).digest('hex');
    assert.ok(form.includes('export.csv'));
    assert.ok(form.includes(sha256.slice(0, 8)));
    assert.ok(form.includes(lists.list.totalIs(4, 3, 2)));
    assert.deepEqual(await opened(), []);
  });

  it('becomes a review, and the evidence says which file it was', async () => {
    const bytes = csv(...team);

    const told = await send(await drop(bytes), { controlTotal: '4' });

    const [duty] = await opened();
    const [record] = await stage.evidenceOf(app, defined(duty).id);
    const data = defined(record).data as Record<string, Record<string, unknown>>;
    assert.ok(stage.words(told).includes(anna.name));
    assert.equal(record?.by?.name, anna.name);
    assert.deepEqual(data['details'], {
      exportedAt: '2026-11-23T08:30:00.000Z',
      controlTotal: 4,
      accountCount: 4,
      file: {
        name: 'export.csv',
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
    assert.equal((data['rows'] as unknown as unknown[]).length, 4);
    const kept = (await stage.evidenceOf(app, defined(duty).id)).flatMap(attachedIn);
    assert.deepEqual(
      kept.map(({ name, sha256 }) => ({ name, sha256 })),
      [{ name: 'export.csv', sha256: createHash('sha256').update(bytes).digest('hex') }],
    );
    assert.ok(
      stage.words(stage.shownTo(app, annaInTeams, defined(duty).id)).includes('export.csv'),
    );
    const inChannel = app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');
    assert.ok(inChannel.includes('Wie heeft toegang tot Unit4 Financials?'));
  });

  it('is divided among the managers on it, the rest to whoever was chosen', async () => {
    await send(await drop(csv(...team)), { split: 'manager' });

    const [duty] = await opened();
    const { assignees } = await stage.readDuty(app, defined(duty).id);
    assert.deepEqual(
      assignees.map(({ name, processes }) => [name, processes]),
      [
        [anna.name, ['0']],
        [bram.name, ['1-2']],
        [carla.name, ['3']],
      ],
    );
    const card = stage.words(stage.shownTo(app, bramInTeams, defined(duty).id));
    assert.ok(card.includes('2 van de 4 accounts'), card);
  });

  it('is divided by role among those who are chosen', async () => {
    await send(await drop(csv(...team)), { split: 'role', second: bram.aadObjectId });

    const [duty] = await opened();
    const { assignees } = await stage.readDuty(app, defined(duty).id);
    assert.deepEqual(
      assignees.map(({ processes }) => processes),
      [['0-1'], ['2-3']],
    );
  });

  const wrong: readonly (readonly [string, Record<string, string>, string])[] = [
    ['the control total is another', { controlTotal: '5' }, lists.list.controlTotalWrong(4)],
    ['the day has passed', { dueOn: '2026-11-23' }, lists.list.pastDay],
    ['somebody was chosen twice', { second: anna.aadObjectId }, lists.list.samePerson],
    ['there is nobody to divide it among', { split: 'role' }, lists.list.oneRole],
  ];
  for (const [what, answers, message] of wrong) {
    it(`is not opened when ${what}`, async () => {
      const again = await send(await drop(csv(...team)), answers);

      assert.ok(stage.words(again).includes(message), stage.words(again));
      assert.deepEqual(await opened(), []);
    });
  }

  it('names every field that is missing at once', async () => {
    const form = await drop(csv(...team));

    // A client that does not hold people back sends the form as it is.
    const { data } = stage.buttonOf(form, 'review-list-open');
    const reply = await stage.clickWith(app, { person: annaInTeams, data });

    assert.ok(fieldFaults(defined(reply.card)) >= 3);
  });

  it('is opened once, however often the form is sent', async () => {
    const form = await drop(csv(...team));

    await send(form);
    const again = await send(form);

    assert.equal((await opened()).length, 1);
    assert.ok(stage.words(again).includes(lists.list.gone));
  });

  it('is opened once where it could not be forgotten, and a form that says something else is told nothing of the kind', async () => {
    const form = await drop(csv(...team));
    const { n } = stage.buttonOf(form, 'review-list-open').data;
    const draft = defined(await app.store.drafts.load(tenant, anna.aadObjectId, String(n)));
    await send(form);
    await app.store.drafts.keep(tenant, anna.aadObjectId, draft);

    const other = await send(form, { system: 'Iets anders' });

    assert.equal((await opened()).length, 1);
    assert.ok(stage.words(other).includes(lists.list.gone), stage.words(other));
  });

  it('is only for whoever dropped it', async () => {
    const form = await drop(csv(...team));

    const taken = await send(form, {}, bramInTeams);

    assert.ok(stage.words(taken).includes(lists.list.gone));
    assert.deepEqual(await opened(), []);
  });

  it('is forgotten when another takes its place, and after a day', async () => {
    const first = await drop(csv(...team));
    const second = await drop(csv(...team, 'x;Kim Bos;Lezer;'));

    const replaced = await send(first);
    await app.pass(24 * 3600 + 1);
    const late = await send(second);

    for (const card of [replaced, late]) assert.ok(stage.words(card).includes(lists.list.gone));
    assert.deepEqual(await opened(), []);
  });

  describe('and cannot be used', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => `user${String(at)};Naam ${String(at)}`);
    const bomb = () =>
      workbookOf({ rows: [], parts: { 'xl/worksheets/sheet1.xml': ' '.repeat(51 * 1024 * 1024) } });
    const bad: readonly (readonly [
      string,
      string,
      () => Uint8Array | string,
      readonly string[],
    ])[] = [
      ['has other columns', 'a.csv', () => csv('code;omschrijving', '1;x'), ['Regel 1', 'Naam']],
      [
        'names an account twice',
        'a.csv',
        () => csv(heading, 'x;Kim;;', 'X;Kim;;'),
        ['Regel 3', '‘account’', 'regel 2'],
      ],
      ['is empty', 'a.csv', () => '', ['Het bestand is leeg']],
      ['has 50,000 rows', 'a.csv', () => csv('account;naam', ...many), ['5.000']],
      [
        'is in no known encoding',
        'a.csv',
        () => Buffer.concat([Buffer.from('account;naam\nx;Ki'), Buffer.from([0, 1, 2])]),
        ['Regel 2', 'CSV UTF-8'],
      ],
      [
        'holds a formula',
        'a.xlsx',
        () =>
          workbookOf({
            rows: [
              ['account', 'naam'],
              ['x', { formula: 'HYPERLINK("https://evil.example")', shows: 'Kim' }],
            ],
          }),
        ['Regel 2', '‘naam’', 'formule'],
      ],
      ['is a zip bomb', 'a.xlsx', bomb, ['Uitgepakt is dit bestand te groot']],
      ['is a zip bomb under another name', 'a.csv', bomb, ['Excel-bestand']],
      ['is no list at all', 'foto.png', () => 'geen lijst', ['.xlsx of .csv']],
    ];
    for (const [what, name, make, told] of bad) {
      it(`because it ${what}: it says so with line and column, and nothing is stored`, async () => {
        const words = stage.words(await drop(make(), name));

        for (const part of [...told, lists.refused.nothing]) {
          assert.ok(words.includes(part), `${part} in ${words}`);
        }
        assert.deepEqual(await opened(), []);
      });
    }

    it('names the first faults and how many more there are', async () => {
      const rows = Array.from({ length: 40 }, (_, at) => `u${String(at)};`);

      const words = stage.words(await drop(csv('account;naam', ...rows)));

      assert.ok(words.includes(fileTexts.nl.more(28)), words);
    });
  });
});

import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { listTexts } from '../../../bot/features/review/lists/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { press } from '../../support/cards/card-reader.ts';
import { throughPages } from '../../support/cards/form-pages.ts';
import { anna, defined } from '../../support/duties/duties.ts';
import { csv, dropFile } from '../../support/http/dropping.ts';
import * as stage from '../../support/stage.ts';
import type { Storage } from '../../support/store/storage.ts';
import { startStorage } from '../../support/store/storage.ts';
import { annaInTeams, bramInTeams } from '../../support/teams/cast.ts';
import { workbookOf, zipOf } from '../../support/workbook.ts';

const lists = listTexts.nl;
const rows = [
  ['account', 'naam'],
  [{ value: 42, format: '00000' }, 'Jan Visser'],
  ['kbos', 'Kim Bos'],
];
/** The parts of a workbook as another program wrote their names. */
const renamed = (of: (path: string) => string): Uint8Array =>
  zipOf(
    Object.fromEntries(
      Object.entries(unzipSync(workbookOf({ rows }))).map(([path, bytes]) => [of(path), bytes]),
    ),
  );

describe('lists as they come from the field, dropped in the chat', () => {
  let app: TestApp;
  let storage: Storage;
  beforeEach(async () => {
    storage = await startStorage();
    app = await startApp({ fileOrigins: [storage.origin] });
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(async () => {
    await app.stop();
    await storage.close();
  });

  const drop = (bytes: Uint8Array | string, name: string) =>
    dropFile(app, { storage, person: annaInTeams, name, bytes });
  const click = async (verb: string, data: object): Promise<Card> =>
    defined((await stage.clickWith(app, { person: annaInTeams, data, click: { verb } })).card);
  const filled = { system: 'Unit4 Financials', person: anna.aadObjectId, dueOn: '2026-12-10' };
  /** Sends the form of a list, and gives back the review that it became. */
  const review = async (form: Card): Promise<string> => {
    const reached = await throughPages(form, filled, (verb, data) => click(verb, data));
    if (stage.offers(reached.card, 'review-list-open')) {
      const { verb, data } = press(reached.card, lists.list.open, reached.answers);
      await click(verb, data);
    }
    const { body } = await app.api('GET', '/api/v1/duties');
    await app.idle();
    return defined((body as { duties: { id: string }[] }).duties[0]).id;
  };

  it('show what stood in the columns of Active Directory and Google Workspace too', async () => {
    for (const [name, text, flag] of [
      [
        'ad.csv',
        csv('sAMAccountName,DisplayName,Enabled,LastLogonDate', 'jb,Jan Bakker,False,2024-01-05'),
        /uitgeschakeld|1\.053 dagen|niet ingelogd/iu,
      ],
      [
        'google.csv',
        csv(
          'Email Address [Required],First Name [Required],Last Name [Required],Status [READ ONLY]',
          'jb@voorbeeld.nl,Jan,Bakker,Suspended',
        ),
        /uitgeschakeld/iu,
      ],
    ] as const) {
      const id = await review(await drop(text, name));
      const begin = press(stage.shownTo(app, annaInTeams, id), 'Beginnen');
      const shown = stage.words(await click(begin.verb, begin.data));

      assert.match(shown, flag, `${name}: ${shown}`);
    }
  });

  it('keep the noughts that a sheet shows, and prove nothing while they are still there', async () => {
    const id = await review(await drop(workbookOf({ rows }), 'nullen.xlsx'));
    const decisions = { 'decision-0': 'remove', 'note-0': 'weg', 'decision-1': 'keep' };
    await click('review-save', { do: 'review-save', d: id, p: 0, to: -1, ...decisions });
    await click('review-hand-in', { do: 'review-hand-in', d: id });
    await app.idle();
    assert.equal((await stage.readDuty(app, id)).status, 'problem');

    for (const still of ['00042', '\u200B00042', '０００４２']) {
      const proof = await drop(csv('account;naam', `${still};Jan Visser`, 'kbos;Kim Bos'), 'n.csv');
      const { verb, data } = stage.buttonOf(proof, 'review-proof');
      await click(verb, data);

      assert.equal((await stage.readDuty(app, id)).status, 'problem', still);
    }
  });

  const twins = ['\u200Bjbakker', 'jbakker\u00A0', 'JBakker', 'ｊｂａｋｋｅｒ', 'jb\u00ADakker'];
  for (const twin of twins) {
    it(`are refused where one account stands there twice: ${JSON.stringify(twin)}`, async () => {
      const card = await drop(csv('Gebruikersnaam;Naam', `${twin};Jan`, 'jbakker;Jan B'), 'x.csv');

      assert.match(stage.words(card), /staat ook op regel 2/);
      assert.ok(!stage.offers(card, 'review-list-open'));
    });
  }

  it('are refused by the line on which a letter is of another encoding', async () => {
    const good = Buffer.from('account;naam\r\n1;Renée\r\n2;Jos', 'utf8');
    const stray = Buffer.concat([good, Buffer.from([0xe9]), Buffer.from('\r\n')]);

    assert.match(stage.words(await drop(stray, 'gemengd.csv')), /[Rr]egel 3/);
  });

  for (const [name, bytes, file] of [
    [
      'with a type above its heading',
      csv('#TYPE System.Object', '"Username","Name"', '"jb","J"'),
      'a.csv',
    ],
    ['with a title above its heading', csv('Overzicht 2026', '', 'account;naam', 'jb;J'), 'b.csv'],
    ['with backslashes in its parts', renamed((path) => path.replaceAll('/', '\\')), 'c.xlsx'],
    [
      'with other capitals in its parts',
      renamed((path) => path.replace('sheet1', 'Sheet1')),
      'd.xlsx',
    ],
    [
      'with a format at the last column',
      workbookOf({
        rows,
        parts: {
          'xl/worksheets/sheet1.xml':
            '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>account</t></is></c><c r="B1" t="inlineStr"><is><t>naam</t></is></c><c r="AMJ1" s="0"/></row><row r="2"><c r="A2" t="inlineStr"><is><t>jb</t></is></c><c r="B2" t="inlineStr"><is><t>Jan</t></is></c></row></sheetData></worksheet>',
        },
      }),
      'e.xlsx',
    ],
  ] as const) {
    it(`are read ${name}, and become a review`, async () => {
      const id = await review(await drop(bytes, file));

      assert.equal((await stage.readDuty(app, id)).status, 'open');
    });
  }
});

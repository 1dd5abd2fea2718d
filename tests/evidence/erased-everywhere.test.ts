import type { Person } from '../support/teams/activities.ts';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { parsePersonId } from '../../bot/duty/ids.ts';
import { erasePerson } from '../../bot/features/evidence/erase.ts';
import { cleanedOf, names } from '../../bot/features/evidence/holdings.ts';
import { writeDossier } from '../../bot/features/evidence/dossier/write.ts';
import { defaultRetention } from '../../bot/tenant/retention.ts';
import type { EntityTable } from '../../bot/store/azure/entity-table.ts';
import { findingTexts } from '../../bot/views/findings/texts.ts';
import { formTexts } from '../../bot/views/forms/texts.ts';
import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { cardOf, press, wholeAnswer } from '../support/cards/card-reader.ts';
import type { Card } from '../support/cards/card-reader.ts';
import { anna, bram, carla, defined, tenant } from '../support/duties/duties.ts';
import { exportOf, verdictOn } from '../support/duties/evidence.ts';
import { newKey } from '../support/duties/sealing.ts';
import { onPaper } from '../support/paper.ts';
import { holderOf } from '../support/spellings.ts';
import * as stage from '../support/stage.ts';
import { memoryTable } from '../support/store/memory-table.ts';
import { storeWith } from '../support/store/memory-store.ts';
import { annaInTeams, bramInTeams, carlaInTeams } from '../support/teams/cast.ts';

const partly = {
  outcome: 'partly',
  owner: 'Carla Smit',
  planned: '2026-12-10',
  note: 'Carla Smit geeft de avondploeg uitleg',
};

describe('a name that is looked for', () => {
  it('is found in every spelling in which a program writes it', () => {
    for (const name of ['Zoë van Dam', 'Bo', 'Jan Bakker']) {
      const holds = holderOf(name);
      const decomposed = name.normalize('NFD');
      for (const written of [
        ...[name, name.toUpperCase(), decomposed, `x${name}x`, JSON.stringify({ name })],
        ...[encodeURIComponent(name), `q=${encodeURIComponent(name).replaceAll('%20', '+')}`],
        ...[
          Buffer.from(name).toString('hex'),
          `a${Buffer.from(name, 'utf16le').toString('latin1')}`,
        ],
        ...['', 'a', 'ab'].map((before) =>
          Buffer.from(`${before}${name} en verder`).toString('base64'),
        ),
      ])
        assert.ok(
          holds(Buffer.from(written, written.startsWith('a') ? 'latin1' : 'utf8')),
          written,
        );
      assert.ok(holds(Buffer.from(`x${name}`, 'utf16le')));
      assert.ok(!holds('iets heel anders, van niemand'));
    }
  });
});

describe('a name in what is stored', () => {
  it('is found and taken out, also where some system wrote its letters as two signs', () => {
    const sought = {
      id: defined(parsePersonId(anna.aadObjectId)),
      names: new Set(['Zoë van Dam']),
    };
    for (const form of ['NFC', 'NFD'] as const) {
      const text = 'Vraag het ZOË VAN DAM, of café Zoë'.normalize(form);
      assert.ok(names({ a: [text] }, sought), form);
      const [cleaned] = cleanedOf([text], sought, 'erased');
      assert.equal(cleaned?.normalize('NFC'), 'Vraag het —, of café Zoë');
    }
    const untouched = ['café'.normalize('NFD')];
    assert.deepEqual(cleanedOf(untouched, sought, 'erased'), untouched);
  });
});

describe('after a person was erased', () => {
  let app: TestApp;
  let everyRow: () => Promise<readonly string[]>;

  beforeEach(async () => {
    const tables: { name: string; table: EntityTable; partitions: Set<string> }[] = [];
    const store = storeWith((name) => {
      const [table, partitions] = [memoryTable(), new Set<string>()];
      tables.push({ name, table, partitions });
      const transact: EntityTable['transact'] = (partition, writes) => {
        partitions.add(partition);
        return table.transact(partition, writes);
      };
      return { ...table, transact };
    }, 'Erased');
    everyRow = async () => {
      const rows: string[] = [];
      for (const { name, table, partitions } of tables) {
        for (const partition of partitions) {
          const range = { partition, from: '', before: '\uffff', limit: 100_000 };
          for (const { rowKey, columns } of await table.range(range))
            rows.push(`${name} ${partition} ${rowKey} ${Object.values(columns).join('')}`);
        }
      }
      return rows;
    };
    // Nobody is there: what the vendor is to be told waits.
    const webhook = { url: 'http://127.0.0.1:9/', secrets: ['geheim'] };
    app = await startApp({ store, webhook });
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
    const { id } = await stage.openDuty(app, 'inform-staff');
    await stage.openDuty(app, 'verify-change', { reference: 'CHG-9' });
    await go(await go(stage.shownTo(app, annaInTeams, id), wholeAnswer, partly), plan, {
      person: carla.aadObjectId,
      until: '2026-12-10',
    });
    await app.idle();
    const news = cardOf(defined(stage.cardsTo(app, carlaInTeams).at(-1)).activity);
    const form = await press1(news, { title: report, who: carlaInTeams });
    await press1(form, {
      title: formTexts.nl.solved.send,
      who: carlaInTeams,
      answers: { text: 'Anna de Vries weet het' },
    });
    await app.idle();
  });
  afterEach(() => app.stop());

  const person = (id: string) => defined(parsePersonId(id));

  /** What lies there for a day or until a vendor can be reached: a list, an offered file, an effect. */
  async function keepBeside(whose: ReturnType<typeof person>, name: string): Promise<void> {
    const { drafts, offers, handouts } = app.store;
    const at = app.clock.now();
    const accounts = [{ account: 'x1', name }];
    await drafts.keep(tenant, whose, { id: 'd', at, file: `${name}.csv`, sha256: '', accounts });
    const file = { id: 'f', name: `${name}.png`, mime: 'image/png', bytes: 1, sha256: 'a' };
    await offers.keep(tenant, { id: 'o', person: whose, at, files: [file] });
    await handouts.keep(tenant, whose, { id: 'h', keys: {}, name: `${name}.zip`, until: at });
  }

  /** Every file of a dossier that is made now with its name, as its bytes and as the text that is in it, also on paper. */
  async function filesOfDossier(): Promise<
    readonly { file: string; text: string; bytes: Uint8Array }[]
  > {
    const folder = mkdtempSync(join(tmpdir(), 'erased-'));
    try {
      const path = join(folder, 'dossier.zip');
      await writeDossier(app.store.evidence, {
        ...{ retention: defaultRetention, path, period: '2026-Q4' },
        exporting: {
          ...{ tenant, extent: {}, environment: 'production', software: 'test' },
          asOf: app.clock.now(),
        },
        reader: { language: 'nl', zone: 'Europe/Amsterdam' },
      });
      return Object.entries(unzipSync(readFileSync(path))).map(([file, bytes]) => ({
        file,
        bytes,
        text: `${file} ${file.endsWith('.pdf') ? onPaper(bytes) : Buffer.from(bytes).toString('utf8')}`,
      }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  const { plan, report } = findingTexts.nl;
  async function press1(
    card: Card,
    {
      title,
      who = annaInTeams,
      answers = {},
    }: {
      readonly title: string;
      readonly who?: Person | undefined;
      readonly answers?: Record<string, string> | undefined;
    },
  ) {
    const { verb, data } = press(card, title, answers);
    return defined((await stage.clickWith(app, { person: who, data, click: { verb } })).card);
  }
  /** Presses a button; where it opens a form, the form is sent with these values. */
  async function go(card: Card, title: string, answers: Record<string, string>): Promise<Card> {
    if (title === wholeAnswer) return press1(card, { title, who: annaInTeams, answers });
    const form = await press1(card, { title });
    return press1(form, { title: formTexts.nl.finding.send, who: annaInTeams, answers });
  }

  for (const { name, aadObjectId } of [anna, bram, carla]) {
    it(`no row of any table holds the name or the id of ${name}, and all is whole`, async () => {
      const holds = holderOf(name);
      const [first = ''] = name.split(' ');
      const alone = new RegExp(`(?<!\\p{L})${first}(?!\\p{L})`, 'iu');
      const isNamed = (row: string) => alone.test(row) || holds(row) || row.includes(aadObjectId);
      await keepBeside(person(aadObjectId), name);
      const before = (await everyRow()).filter(isNamed);
      const waits = name === bram.name ? [] : ['out|'];
      for (const sort of ['draft|', 'offer|', 'handout|', ...waits])
        assert.ok(
          before.some((row) => row.includes(` ${sort}`)),
          `no ${sort} names ${name}`,
        );
      assert.ok(
        (await filesOfDossier()).some(({ text }) => isNamed(text)),
        'no dossier names them',
      );
      assert.ok(before.length > 0, 'nothing was there to erase');
      assert.ok(
        before.some((row) => row.includes(' card|')) || name !== anna.name,
        'no card that was shown names her',
      );
      const services = { store: app.store, now: app.clock.now, newId: newKey };

      await erasePerson(services, {
        tenant,
        erasure: { person: person(aadObjectId), basis: '17(1)(b)', texts: true },
      });
      await app.pass(3600);

      assert.deepEqual((await everyRow()).filter(isNamed), []);
      const told = (await filesOfDossier()).filter(
        ({ text, bytes }) => isNamed(text) || holds(bytes),
      );
      assert.deepEqual(
        told.map(({ file }) => file),
        [],
      );
      for await (const { text } of app.store.evidence.cards(tenant)) assert.ok(!isNamed(text));
      const { file, problems } = await exportOf(app.store, { tenant });
      assert.deepEqual(problems, []);
      const verdict = await verdictOn(file);
      assert.equal(verdict.type, 'whole', JSON.stringify(verdict));
    });
  }
});

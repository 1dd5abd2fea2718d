import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { listTexts } from '../../../bot/features/review/lists/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { inputs, press } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams } from '../../support/teams/cast.ts';
import type { Person } from '../../support/teams/activities.ts';
import { csv, dropFile } from '../../support/http/dropping.ts';
import { anna, defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import type { Storage } from '../../support/store/storage.ts';
import { startStorage } from '../../support/store/storage.ts';

const said = listTexts.nl.columns;
const strange = csv('Kürzel;Wer;Zuletzt da', 'jb;Jan Bakker;12-11-2026', 'kv;Kim Vos;13-11-2026');

describe('the columns of a list that is dropped in the chat', () => {
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

  const drop = (bytes: string, person: Person = annaInTeams) =>
    dropFile(app, { storage, person, name: 'export.csv', bytes });
  const click = async (
    card: Card,
    title: string,
    answers: Record<string, string> = {},
    person: Person = annaInTeams,
  ) => {
    const { verb, data } = press(card, title, answers);
    const reply = await stage.clickWith(app, { person, data, click: { verb } });
    return defined(reply.card);
  };
  const valueOf = (card: Card, name: string) =>
    inputs(card).find(({ id }) => id === name)?.json['value'];
  const chosen = { account: 'kurzel', name: 'wer', lastSignIn: 'zuletztda', system: 'Praktijk' };

  it('are named where they are not used, with the lines and tabs that were passed over', async () => {
    const card = await drop(
      csv('Overzicht gebruikers', 'account;naam;Afdeling;Kostenplaats', 'jb;Jan;Inkoop;12'),
    );

    const words = stage.words(card);
    assert.match(words, /Kolommen die ik niet gebruik.*Afdeling, Kostenplaats/s);
    assert.match(words, /Overgeslagen regels.*1/s);
    assert.ok(stage.offers(card, 'review-columns'));
  });

  it('say nothing where all of them are used', async () => {
    const words = stage.words(await drop(csv('account;naam', 'jb;Jan')));

    assert.ok(!words.includes(said.unused) && !words.includes(said.passedOver), words);
  });

  it('are asked about where a heading is not known, and nothing is refused', async () => {
    const card = await drop(strange);

    assert.ok(stage.words(card).includes(said.intro));
    assert.deepEqual(
      inputs(card).map(({ id }) => id),
      ['account', 'name', 'role', 'lastSignIn', 'enabled', 'system'],
    );
  });

  it('are remembered for the system, also for a colleague', async () => {
    const read = await click(await drop(strange), said.read, chosen);
    const later = await drop(strange, bramInTeams);

    const first = stage.words(read);
    assert.ok(first.includes(listTexts.nl.list.totalIs(2, 0, 0)), first);
    assert.equal(valueOf(read, 'system'), 'Praktijk');
    const words = stage.words(later);
    assert.match(words, /Gelezen zoals eerder voor.*Praktijk/s);
    assert.ok(words.includes('Account = Kürzel, Naam = Wer, Laatst ingelogd = Zuletzt da'), words);
    assert.equal(valueOf(later, 'system'), 'Praktijk');
  });

  it('lead to a review of what the person said', async () => {
    const form = await click(await drop(strange), said.read, chosen);

    const filled = { system: 'Praktijk', person: anna.aadObjectId, dueOn: '2026-12-10' };
    await click(form, listTexts.nl.list.open, filled);

    const reply = await app.api('GET', '/api/v1/duties');
    const { duties } = reply.body as { duties: readonly { id: string }[] };
    const [record] = await stage.evidenceOf(app, defined(duties[0]).id);
    assert.deepEqual((record?.data as { rows: unknown }).rows, [
      { account: 'jb', name: 'Jan Bakker', lastSignIn: '2026-11-12' },
      { account: 'kv', name: 'Kim Vos', lastSignIn: '2026-11-13' },
    ]);
  });

  it('are each chosen once, and what is missing is said beside its field', async () => {
    const card = await drop(strange);

    const twice = await click(card, said.read, { ...chosen, name: 'kurzel' });
    const { verb, data } = press(card, said.read, chosen);
    const without = { ...data, system: '' };
    const missing = await stage.clickWith(app, {
      person: annaInTeams,
      data: without,
      click: { verb },
    });

    assert.ok(stage.words(twice).includes(said.chosenTwice));
    assert.ok(stage.words(defined(missing.card)).includes('Vul dit in.'));
    assert.ok(stage.words(await drop(strange)).includes(said.intro), 'nothing was remembered');
  });

  it('can be said anew where what was remembered does not read a later list', async () => {
    await click(await drop(strange), said.read, chosen);
    const changed = strange.replace('12-11-2026', 'vaak');

    const again = await drop(changed);
    const { lastSignIn: _, ...fewer } = chosen;
    const read = await click(again, said.read, { ...fewer, lastSignIn: '' });

    assert.ok(stage.words(again).includes('‘vaak’ is geen datum'), stage.words(again));
    assert.equal(valueOf(again, 'account'), 'kurzel');
    assert.match(stage.words(read), /Kolommen die ik niet gebruik.*Zuletzt da/s);
  });

  it('are not guessed where two systems say different things of the same headings', async () => {
    await click(await drop(strange), said.read, chosen);
    // The list is read at once, so that the other word is given by the button beside it.
    const form = await click(await drop(strange), said.otherwise);
    await click(form, said.read, { ...chosen, account: 'wer', name: 'kurzel', system: 'Magazijn' });

    assert.ok(stage.words(await drop(strange)).includes(said.intro));
  });

  it('keep a refusal where no word of a person would help', async () => {
    const card = await drop(csv('account;account;naam', 'a;b;Jan'));

    assert.ok(stage.words(card).includes(listTexts.nl.refused.nothing), stage.words(card));
  });
});

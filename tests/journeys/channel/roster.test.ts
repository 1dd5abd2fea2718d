import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { rosterTexts } from '../../../bot/features/roster/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { actions, inputs } from '../../support/cards/card-reader.ts';
import {
  annaInTeams,
  bramInTeams,
  carlaInTeams,
  itChannel,
  otherChannel,
} from '../../support/teams/cast.ts';
import { defined, openingFor } from '../../support/duties/duties.ts';
import { verdictOn } from '../../support/duties/evidence.ts';
import * as stage from '../../support/stage.ts';

const said = rosterTexts.nl;
const filled = {
  system: 'Unit4 Financials',
  kind: 'verify-change',
  responsible: annaInTeams.aadObjectId,
};

describe('the roster in the IT channel', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const clicking = (card: Card, title: string, answers: Answers = {}): Promise<Card> =>
    stage.clickOn(app, bramInTeams, { card, title, answers });
  const roster = (word = 'rooster'): Promise<Card> => stage.cardSaid(app, bramInTeams, word);
  const add = async (answers: Answers): Promise<Card> =>
    clicking(await clicking(await roster(), said.add), said.save, answers);
  const records = async () => {
    const { text } = await app.api('GET', '/api/v1/evidence');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    return lines.filter(({ reference }) => reference === 'roster');
  };
  const valueOf = (card: Card, id: string) =>
    inputs(card).find((one) => one.id === id)?.json['value'];

  it('is shown on its word, takes an entry, and lets the vendor leave the assignees out', async () => {
    const empty = await roster('Roster!');

    const saved = await add({ ...filled, substitute: carlaInTeams.aadObjectId });
    const body = openingFor('verify-change', { assignees: undefined });
    const reply = await app.api('POST', '/api/v1/duties', body, { 'idempotency-key': 'roster' });
    await app.idle();

    assert.ok(stage.words(empty).includes(said.empty));
    const read = stage.words(saved);
    for (const text of [filled.system, annaInTeams.name, said.substitute(carlaInTeams.name)])
      assert.ok(read.includes(text), text);
    assert.equal(reply.status, 201, reply.text);
    assert.equal(stage.cardsTo(app, annaInTeams, (reply.body as { id: string }).id).length, 1);
  });

  it('keeps each change as evidence that the export contains and the verifier accepts', async () => {
    const saved = await add(filled);
    const key = String(defined(inputs(saved).find(({ id }) => id === 'e')).choices[0]?.value);
    const form = await clicking(saved, said.change, { e: key });
    const moved = await clicking(form, said.save, {
      ...filled,
      responsible: bramInTeams.aadObjectId,
    });
    const gone = await clicking(await clicking(moved, said.change, { e: key }), said.remove);

    const { text } = await app.api('GET', '/api/v1/evidence');
    const verdict = await verdictOn(text);

    assert.equal(verdict.type, 'whole');
    const found = await records();
    assert.deepEqual(
      found.map(({ type, seq, kind, system, by }) => [
        type,
        seq,
        kind,
        system,
        (by as { name: string }).name,
      ]),
      [1, 2, 3].map((seq) => ['reassigned', seq, filled.kind, filled.system, bramInTeams.name]),
    );
    assert.ok(stage.words(gone).includes(said.removed));
    assert.ok(stage.words(gone).includes(said.empty));
  });

  it('brings the form back with what was typed and what is wrong, and changes nothing', async () => {
    const wrong = await add({
      ...filled,
      substitute: annaInTeams.aadObjectId,
      awayFrom: '2026-12-02',
      awayTo: '2026-12-01',
    });
    const half = await clicking(wrong, said.save, { awayFrom: '', awayTo: '2026-12-01' });
    const { verb, data } = defined(actions(half).find(({ title }) => title === said.save));
    const { card: stranger } = await stage.clickWith(app, {
      person: bramInTeams,
      data: { ...data, ...filled, responsible: 'somebody' },
      click: { verb, when: { in: itChannel } },
    });

    assert.ok(stage.words(wrong).includes(said.samePerson));
    assert.ok(stage.words(wrong).includes(said.daysTurned));
    assert.equal(valueOf(wrong, 'system'), filled.system);
    assert.ok(stage.words(half).includes(said.bothDays));
    assert.ok(stage.words(defined(stranger)).includes('⚠'));
    assert.deepEqual(await records(), []);
  });

  it('does not let two people overwrite each other without a word', async () => {
    const saved = await add(filled);
    const key = String(defined(inputs(saved).find(({ id }) => id === 'e')).choices[0]?.value);
    const one = await clicking(saved, said.change, { e: key });
    const other = await clicking(saved, said.change, { e: key });

    await clicking(one, said.save, { ...filled, responsible: bramInTeams.aadObjectId });
    const refused = await clicking(other, said.save, {
      ...filled,
      fallback: carlaInTeams.aadObjectId,
    });

    assert.ok(stage.words(refused).includes(said.verdicts['changed-since']));
    assert.equal(valueOf(refused, 'responsible'), bramInTeams.aadObjectId);
    assert.equal((await records()).length, 2);
  });

  it('gives offices to people', async () => {
    const form = await clicking(await roster(), said.roleHolders);

    const saved = await clicking(form, said.save, { privacy: carlaInTeams.aadObjectId });

    assert.ok(stage.words(saved).includes(carlaInTeams.name), 'the roster does not show who it is');
    const again = await clicking(await roster(), said.roleHolders);
    assert.equal(valueOf(again, 'privacy'), carlaInTeams.aadObjectId);
    assert.deepEqual(
      (await records()).map(({ type, system }) => [type, system]),
      [['reassigned', '*']],
    );
  });

  it('takes a pasted list as a whole, and none of it while a line is wrong', async () => {
    const form = await clicking(await roster(), said.list);
    const list = [
      'systeem;plicht;verantwoordelijke;vervanger;terugval',
      'Unit4 Financials;verify-change;Anna de Vries;Bram Jansen;',
      'Unit4 HRM;*;Carla Smit;;',
    ];
    const broken = [...list, 'Unit4 HRM;*;Niemand;;'].join('\n');

    const refused = await clicking(form, said.read, { mode: 'add', csv: broken });
    const before = await records();
    const taken = await clicking(refused, said.read, { mode: 'add', csv: list.join('\n') });
    const shown = await clicking(taken, said.list);

    const fault = said.faultAt(
      4,
      said.columns.responsible,
      said.faults['unknown-person']('Niemand'),
    );
    assert.ok(stage.words(refused).includes(fault), stage.words(refused));
    assert.equal(valueOf(refused, 'csv'), broken);
    assert.deepEqual(before, []);
    assert.ok(stage.words(taken).includes('Unit4 HRM'));
    // The older word and the name of the API are read; what is written has the words of the cards.
    const written = list.join('\n').replace('terugval', 'vangnet');
    assert.equal(valueOf(shown, 'csv'), written.replace('verify-change', 'Wijziging controleren'));
    assert.equal((await records()).length, 1);
  });

  it('stays within Teams’ limits with a list full of faults and a roster of many pages', async () => {
    const row = (at: number) => `Systeem ${String(at)} met een langere naam;*;Anna de Vries;;`;
    const rows = (count: number, line: (at: number) => string) =>
      [
        'system;kind;responsible;substitute;fallback',
        ...Array.from({ length: count }, (_, at) => line(at)),
      ].join('\n');
    const form = await clicking(await roster(), said.list);

    const wrong = rows(
      150,
      (at) => `S${String(at)};onbekend-${String(at)};Niemand ${String(at)};Iemand;`,
    );
    const refused = await clicking(form, said.read, { mode: 'add', csv: wrong });
    const taken = await clicking(refused, said.read, { mode: 'replace', csv: rows(100, row) });
    const second = await clicking(taken, 'Volgende');

    assert.ok(stage.words(refused).includes(said.nothingChanged(450)));
    assert.ok(stage.words(taken).includes(said.pages(1, 13)));
    assert.ok(stage.words(second).includes(said.pages(2, 13)));
  });

  it('can be seen and changed nowhere else, not even with the data of its own cards', async () => {
    const form = await clicking(await roster(), said.add);
    const save = defined(actions(form).find(({ title }) => title === said.save));

    const [elsewhere] = await stage.say(app, bramInTeams, 'rooster', { in: otherChannel });
    const [personal] = await stage.say(app, bramInTeams, 'roster');
    const clicks = await Promise.all(
      [{}, { in: otherChannel }].flatMap((when) =>
        [
          { ...save.data, ...filled },
          { do: 'roster' },
          { do: 'roster-form', f: 'list' },
          { do: 'roster-remove', e: 'x' },
        ].map((data) => stage.clickWith(app, { person: bramInTeams, data, click: { when } })),
      ),
    );

    const refusal = chatTexts.nl.onlyInItChannel;
    for (const message of [elsewhere, personal])
      assert.ok(stage.readingOf(defined(message)).includes(refusal));
    for (const { card } of clicks) assert.ok(card && stage.words(card).includes(refusal));
    assert.deepEqual(await records(), []);
  });
});

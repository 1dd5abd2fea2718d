import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { planTexts } from '../../../bot/features/plans/texts.ts';
import { policyTexts } from '../../../bot/features/policy/texts.ts';
import { rosterTexts } from '../../../bot/features/roster/texts.ts';
import { newDutyTexts } from '../../../bot/features/new-duty/texts.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { actions, cardFaults, cardOf, press } from '../../support/cards/card-reader.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import type { Person } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, itChannel, otherChannel } from '../../support/teams/cast.ts';

const said = rosterTexts.nl;

describe('a form of the IT team in a dialog', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
  });
  afterEach(() => app.stop());

  const word = async (written: string): Promise<Card> => {
    const [message] = await stage.say(app, bramInTeams, written, { in: itChannel });
    return cardOf(defined(message).activity);
  };
  /** What the client shows after a press: the card in the dialog, or the line with which it ends. */
  async function pressed(
    card: Card,
    title: string,
    {
      answers = {},
      person = bramInTeams,
      channel = itChannel,
    }: { answers?: Answers; person?: Person; channel?: typeof itChannel } = {},
  ): Promise<{ card?: Card; line?: string }> {
    const { data } = press(card, title, answers);
    const name = 'msteams' in data ? 'task/fetch' : 'task/submit';
    const { status, body } = await app.post(
      app.teams.dialog(person, { name, data }, { in: channel }),
    );
    assert.equal(status, 200);
    await app.idle();
    const { task } = body as { task: { type: string; value: unknown } };
    if (task.type === 'message') return { line: String(task.value) };
    const value = task.value as { title: string; card: { contentType: string; content: Card } };
    assert.ok(value.title.length > 0 && value.title.length <= 61);
    assert.equal(value.card.contentType, 'application/vnd.microsoft.card.adaptive');
    assert.deepEqual(cardFaults(value.card.content), []);
    return { card: value.card.content };
  }
  const entry = { system: 'Unit4 HRM', kind: '*', responsible: annaInTeams.aadObjectId };

  it('opens from its card, and ends with a line once it is saved; the card in the channel follows', async () => {
    const list = await word('rooster');

    const form = defined((await pressed(list, said.add)).card);
    const { line } = await pressed(form, said.save, { answers: entry });

    assert.equal(line, said.done);
    const [shown] = app.connector
      .messagesIn(itChannel.id)
      .filter((message) => stage.readingOf(message).includes('Unit4 HRM'));
    assert.ok(shown, 'the roster in the channel was edited');
  });

  it('has submits only, and goes card by card with a way back', async () => {
    const form = defined((await pressed(await word('rooster'), said.add)).card);
    const absence = defined((await pressed(form, said.absence, { answers: entry })).card);
    const again = defined((await pressed(absence, 'Terug')).card);

    for (const card of [form, absence, again]) {
      const types = new Set(actions(card).map(({ type }) => type));
      assert.deepEqual([...types], ['Action.Submit']);
      assert.ok(actions(card).every(({ data }) => !('msteams' in data)));
    }
    assert.ok(JSON.stringify(again).includes('"value":"Unit4 HRM"'));
  });

  it('stays open with what is wrong', async () => {
    const form = defined((await pressed(await word('rooster'), said.add)).card);
    const twice = { ...entry, substitute: annaInTeams.aadObjectId };

    const { card } = await pressed(form, said.save, { answers: twice });

    assert.ok(stage.words(defined(card)).includes(said.samePerson));
  });

  it('is the same for plans, house rules and a new duty', async () => {
    const opened = [
      await pressed(await word('plannen'), planTexts.nl.add),
      await pressed(await word('huisregels'), policyTexts.nl.change, { answers: { f: 'domains' } }),
      await pressed(await word('nieuwe plicht'), newDutyTexts.nl.next, {
        answers: { kind: 'inform-staff' },
      }),
    ];

    const read = opened.map(({ card }) => stage.words(defined(card)));
    assert.ok(read[0]?.includes(planTexts.nl.kindTitle), read[0]);
    assert.ok(read[1]?.includes(policyTexts.nl.domainsTitle), read[1]);
    assert.ok(read[2]?.includes(newDutyTexts.nl.fields.reference), read[2]);
  });

  it('is refused where its card would be: in another channel', async () => {
    const list = await word('rooster');

    const { card } = await pressed(list, said.add, { channel: otherChannel });

    assert.ok(stage.words(defined(card)).includes(chatTexts.nl.onlyInItChannel));
  });

  it('is a card where the client has no dialogs and sends the button as it is', async () => {
    const { data } = press(await word('rooster'), said.add);
    const before = app.connector.messagesIn(itChannel.id).length;

    await stage.clickWith(app, {
      person: bramInTeams,
      data,
      click: { as: 'submit', when: { in: itChannel } },
    });

    const came = app.connector.messagesIn(itChannel.id).slice(before).map(stage.readingOf);
    assert.ok(
      came.some((read) => read.includes(said.entryTitle)),
      came.join('\n'),
    );
  });

  it('is a card in the Agents Playground, which does nothing with a button that asks for a dialog', async () => {
    const local = await startApp({ anonymous: true });
    try {
      await stage.install(local, bramInTeams);
      await stage.useChannel(local, bramInTeams);
      const [message] = await stage.say(local, bramInTeams, 'rooster', { in: itChannel });
      const list = cardOf(defined(message).activity);
      const click = { verb: 'roster-form', where: ({ f }: Card) => f === 'offices' };

      const { card } = await stage.click(local, {
        person: bramInTeams,
        message: defined(message),
        click: { ...click, when: { in: itChannel } },
      });

      assert.deepEqual([...new Set(actions(list).map(({ type }) => type))], ['Action.Execute']);
      assert.ok(stage.words(defined(card)).includes(said.rolesTitle));
    } finally {
      await local.stop();
    }
  });

  it('of somebody whom nothing identifies ends with a line that nothing was recorded', async () => {
    const { data } = press(await word('rooster'), said.add);
    const fetch = app.teams.dialog(bramInTeams, { name: 'task/fetch', data }, { in: itChannel });

    const { status, body } = await app.post({ ...fetch, from: { id: '29:1guest', name: 'Gast' } });

    assert.equal(status, 200);
    assert.match(JSON.stringify(body), /"task":\{"type":"message".*niets vastgelegd/);
  });
});

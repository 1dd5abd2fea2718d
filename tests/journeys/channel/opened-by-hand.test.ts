import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { DateTime } from 'luxon';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { newDutyTexts } from '../../../bot/features/new-duty/texts.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { typedSoFar } from '../../support/cards/form-pages.ts';
import { annaInTeams, bramInTeams, itChannel, otherChannel } from '../../support/teams/cast.ts';
import type { Message } from '../../support/teams/connector.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const forms: Readonly<Record<string, Answers>> = {
  'verify-change': { summary: 'De btw-codes van 2027', checks: 'Inloggen\nFactuurrun' },
  'confirm-restore': {
    scope: 'Map Projecten 2025',
    'restorePoint-day': '2026-11-14',
    'restorePoint-time': '18:00',
  },
  'review-access': { accounts: 'jbakker; Jan Bakker; Inkoper\nmvisser; Mia Visser' },
};
const shared = {
  system: 'Unit4 Financials',
  reference: 'CHG-12',
  title: 'Nieuwe btw-codes',
  dueOn: '2026-12-03',
  assignee: bramInTeams.aadObjectId,
};

describe('a duty that is opened by hand', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  /** Says the word in the IT channel and chooses a kind; the form stands in the same message. */
  async function formFor(kind: string): Promise<{ message: Message; form: Card }> {
    const [message] = await stage.say(app, annaInTeams, 'nieuwe plicht', { in: itChannel });
    const choice = { verb: 'new-duty-form', answers: { kind }, when: { in: itChannel } };
    const { card } = await stage.click(app, {
      person: annaInTeams,
      message: defined(message),
      click: choice,
    });
    return { message: defined(message), form: defined(card) };
  }
  const open = (message: Message, form: Card, answers: Answers) =>
    stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'new-duty-open', answers, when: { in: itChannel } },
      shown: form,
    });
  const duties = async () => {
    const { body } = await app.api('GET', '/api/v1/duties');
    return (body as { duties: readonly { id: string; kind: string }[] }).duties;
  };

  for (const [kind, answers] of Object.entries(forms)) {
    it(`(${kind}) reaches the colleague, names who asks, and is shown in the channel`, async () => {
      const { message, form } = await formFor(kind);

      const opened = await open(message, form, { ...shared, ...answers });

      const said = newDutyTexts.nl.opened(bramInTeams.name);
      assert.ok(opened.card && stage.words(opened.card).includes(said));
      const [duty] = await duties();
      assert.equal(duty?.kind, kind);
      const card = stage.cardTo(app, bramInTeams, defined(duty).id);
      assert.ok(JSON.stringify(card.activity).includes(annaInTeams.name));
      const roll = app.connector.messagesIn(itChannel.id).map(stage.readingOf);
      assert.equal(roll.filter((read) => read.includes(shared.title)).length, 1);
      const [first] = await stage.evidenceOf(app, defined(duty).id);
      assert.deepEqual([first?.type, first?.by?.aadObjectId], ['opened', annaInTeams.aadObjectId]);
    });
  }

  it('comes back with what was typed while something is wrong, and opens once it is right', async () => {
    const { message, form } = await formFor('review-access');
    const twice = 'jbakker; Jan Bakker\njbakker; Jan Bakker';

    const refused = await open(message, form, { ...shared, accounts: twice });
    const before = await duties();
    const opened = await open(message, defined(refused.card), forms['review-access'] ?? {});

    const typed = typedSoFar(defined(refused.card));
    assert.equal(typed['accounts'], twice);
    assert.equal(typed['title'], shared.title);
    assert.ok(stage.words(defined(refused.card)).includes('⚠'));
    assert.deepEqual(before, []);
    assert.ok(opened.card && (await duties()).length === 1);
  });

  it('takes no day that has passed where the organisation is, and today it does', async () => {
    app.clock.set(toInstant(DateTime.fromISO('2026-11-24T23:30:00Z')));
    const { message, form } = await formFor('verify-change');
    const answers = { ...shared, ...forms['verify-change'] };

    const refused = await open(message, form, { ...answers, dueOn: '2026-11-24' });
    const before = await duties();
    const opened = await open(message, form, { ...answers, dueOn: '2026-11-25' });

    assert.ok(stage.words(defined(refused.card)).includes(newDutyTexts.nl.dayGone));
    assert.deepEqual(before, []);
    assert.ok(opened.card && (await duties()).length === 1);
  });

  it('is opened once by two clicks on the same form', async () => {
    const { message, form } = await formFor('verify-change');
    const answers = { ...shared, ...forms['verify-change'] };

    await Promise.all([open(message, form, answers), open(message, form, answers)]);

    assert.equal((await duties()).length, 1);
    const [duty] = await duties();
    assert.equal(stage.cardsTo(app, bramInTeams, defined(duty).id).length, 1);
  });

  it('is opened once by two people who send the same form, and changes by no form sent again', async () => {
    const { message, form } = await formFor('verify-change');
    const answers = { ...shared, ...forms['verify-change'] };
    const byBram = (shown: Card, typed: Answers) =>
      stage.click(app, {
        person: bramInTeams,
        message,
        shown,
        click: { verb: 'new-duty-open', answers: typed, when: { in: itChannel } },
      });

    await open(message, form, answers);
    const same = await byBram(form, answers);
    const other = await byBram(form, { ...answers, title: 'Iets anders' });
    const again = await open(message, form, { ...answers, title: 'Iets anders' });
    const before = await duties();
    await open(message, defined(again.card), {});

    assert.ok(stage.words(defined(same.card)).includes(newDutyTexts.nl.opened(bramInTeams.name)));
    for (const { card } of [other, again]) {
      assert.ok(stage.words(defined(card)).includes(newDutyTexts.nl.openedBefore));
      assert.equal(typedSoFar(defined(card))['title'], 'Iets anders');
    }
    assert.equal(before.length, 1);
    // Whoever means it opens the other one from the form that came back.
    assert.equal((await duties()).length, 2);
    const opened = await stage.readDuty(app, defined(before[0]).id);
    assert.equal(opened.title, shared.title);
  });

  it('is asked of everybody who was ticked, under the rule that was chosen', async () => {
    const { message, form } = await formFor('verify-change');
    const several = { others: [annaInTeams.aadObjectId, bramInTeams.aadObjectId], rule: 'all' };

    const opened = await open(message, form, { ...shared, ...forms['verify-change'], ...several });

    assert.ok(opened.card && stage.words(opened.card).includes('Bram Jansen, Anna de Vries'));
    const [duty] = await duties();
    const { assignees, rule } = await stage.readDuty(app, defined(duty).id);
    const asked = assignees.map(({ aadObjectId }) => aadObjectId);
    assert.deepEqual(asked, [bramInTeams.aadObjectId, annaInTeams.aadObjectId]);
    assert.equal(rule, 'all');
    for (const who of [annaInTeams, bramInTeams]) {
      assert.ok(stage.offers(stage.shownTo(app, who, defined(duty).id), 'answer'));
    }
  });

  it('is not opened for four eyes while one person is named', async () => {
    const { message, form } = await formFor('verify-change');
    const alone = { ...shared, ...forms['verify-change'], rule: 'four-eyes' };

    const refused = await open(message, form, alone);

    assert.ok(refused.card && stage.words(refused.card).includes(newDutyTexts.nl.twoPeople));
    assert.deepEqual(await duties(), []);
  });

  it('is refused in any other channel and in a personal chat, also to a click', async () => {
    const { form } = await formFor('verify-change');
    const { data } = stage.buttonOf(form, 'new-duty-open');
    const filled = { ...data, ...shared, ...forms['verify-change'] };

    const [elsewhere] = await stage.say(app, annaInTeams, 'nieuwe plicht', { in: otherChannel });
    const [personal] = await stage.say(app, annaInTeams, 'new duty');
    const clicks = await Promise.all([
      stage.clickWith(app, { person: annaInTeams, data: filled }),
      stage.clickWith(app, {
        person: annaInTeams,
        data: filled,
        click: { when: { in: otherChannel } },
      }),
      stage.clickWith(app, {
        person: annaInTeams,
        data: { do: 'new-duty-form', kind: 'verify-change' },
      }),
    ]);

    const refusal = chatTexts.nl.onlyInItChannel;
    for (const message of [elsewhere, personal]) {
      assert.ok(stage.readingOf(defined(message)).includes(refusal));
    }
    for (const { card } of clicks) assert.ok(card && stage.words(card).includes(refusal));
    assert.deepEqual(await duties(), []);
  });

  for (const words of ['mijn wachtwoord is Zomer26!', 'a b', '', 'x'.repeat(101)])
    it(`is not there for a form that carries words of its own: ${words.slice(0, 30)}`, async () => {
      const { form } = await formFor('verify-change');
      const { data } = stage.buttonOf(form, 'new-duty-open');

      const reply = await stage.clickWith(app, {
        person: annaInTeams,
        data: { ...data, n: words },
        click: { when: { in: itChannel } },
      });

      assert.ok(stage.words(defined(reply.card)).includes(chatTexts.nl.outdated));
      assert.ok(words === '' || !JSON.stringify(reply.body).includes(words));
    });

  it('cannot go to somebody whom the bot does not know', async () => {
    const { form } = await formFor('verify-change');
    const { data } = stage.buttonOf(form, 'new-duty-open');
    const stranger = '22222222-aaaa-4bbb-8ccc-0000000000ff';

    const reply = await stage.clickWith(app, {
      person: annaInTeams,
      data: { ...data, ...shared, ...forms['verify-change'], assignee: stranger },
      click: { when: { in: itChannel } },
    });

    assert.ok(reply.card && stage.offers(reply.card, 'new-duty-open'));
    assert.deepEqual(await duties(), []);
  });
});

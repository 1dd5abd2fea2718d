import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { newDutyTexts } from '../../../bot/features/new-duty/texts.ts';
import { planTexts } from '../../../bot/features/plans/texts.ts';
import { policyTexts } from '../../../bot/features/policy/texts.ts';
import { rosterTexts } from '../../../bot/features/roster/texts.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { Language } from '../../../cards/language.ts';
import { languages } from '../../../cards/language.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { actions, cardFaults, cardOf, inputs, press } from '../../support/cards/card-reader.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import type { Person } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';

/** A form of the IT team: how it is opened, what is wrong with it at first, and what it takes. */
interface Form {
  readonly word: string;
  readonly opens: string;
  readonly chosen?: Answers;
  /** Buttons that lead to the next card, and the one that ends it. */
  readonly onwards: readonly string[];
  readonly ends: string;
  readonly wrong: Answers;
  readonly fault: string;
  readonly right: Answers;
  /** The line with which it ends, and what the channel shows from then on. */
  readonly line: string;
  readonly shown: string;
}

const formsIn = (language: Language): Readonly<Record<string, Form>> => {
  const roster = rosterTexts[language];
  const plan = planTexts[language];
  const policy = policyTexts[language];
  const duty = newDutyTexts[language];
  const anna = annaInTeams.aadObjectId;
  const entry = { system: 'Unit4 HRM', kind: '*', responsible: anna };
  const staff = { system: 'Unit4 HRM', title: 'Vuistregels', startsOn: '2026-12-01', lead: '3' };
  const opened = {
    system: 'Unit4 HRM',
    reference: 'BEWUST-1',
    title: 'Vuistregels van dit jaar',
    dueOn: '2026-12-03',
    assignee: anna,
    topic: 'Valse facturen herkennen',
  };
  return {
    roster: {
      word: 'roster',
      opens: roster.add,
      onwards: [],
      ends: roster.save,
      wrong: { ...entry, substitute: anna },
      fault: roster.samePerson,
      right: { ...entry, substitute: bramInTeams.aadObjectId },
      line: roster.done,
      shown: 'Unit4 HRM',
    },
    plans: {
      word: 'plans',
      opens: plan.add,
      onwards: [plan.onwards],
      ends: plan.save,
      wrong: { k: 'inform-staff', ...staff, startsOn: '2026-11-20' },
      fault: plan.pastStart,
      right: { k: 'inform-staff', ...staff, assignee: anna },
      line: plan.done,
      shown: 'Vuistregels',
    },
    'house rules': {
      word: 'house rules',
      opens: policy.change,
      chosen: { f: 'domains' },
      onwards: [],
      ends: policy.save,
      wrong: { domains: 'leverancier' },
      fault: policy.notADomain('leverancier'),
      right: { domains: 'leverancier.nl' },
      line: policy.done,
      shown: 'leverancier.nl',
    },
    'a new duty': {
      word: 'new duty',
      opens: duty.next,
      chosen: { kind: 'inform-staff' },
      onwards: [duty.next],
      ends: duty.open,
      wrong: { ...opened, rule: 'four-eyes' },
      fault: duty.twoPeople,
      right: { ...opened, rule: 'any' },
      line: duty.opened(annaInTeams.name),
      shown: 'Vuistregels van dit jaar',
    },
  };
};

/** Somebody of another organisation who is in the team. */
const guest: Person = {
  ...annaInTeams,
  id: '29:guest',
  name: 'Gast van Buiten',
  aadObjectId: '33333333-aaaa-4bbb-8ccc-000000000016',
};

/** What a client takes for the size of a dialog (Microsoft Teams documentation, "Invoke and dismiss dialogs"). */
const sizes = ['small', 'medium', 'large'];

for (const language of languages)
  describe(`a dialog from its button to its end, in ${language}`, () => {
    let app: TestApp;
    const when = { in: itChannel, locale: language === 'nl' ? 'nl-NL' : 'en-US' };
    before(async () => {
      app = await startApp({ language });
      for (const person of [annaInTeams, bramInTeams])
        await stage.install(app, person, { locale: when.locale });
      app.connector.describe(guest, { name: guest.name, userRole: 'guest' });
      await stage.useChannel(app, bramInTeams);
    });
    after(() => app.stop());

    const listSaid = async (word: string): Promise<Card> =>
      cardOf(defined((await stage.say(app, bramInTeams, word, when))[0]).activity);

    /** What the client sends for a button: what asked for the dialog is told by its type, and no message is named. */
    async function invoked(
      card: Card,
      title: string,
      { answers = {}, from = bramInTeams }: { answers?: Answers; from?: Person },
    ): Promise<{ readonly card?: Card; readonly line?: string }> {
      const { msteams, ...data } = press(card, title, answers).data;
      const pressed =
        msteams === undefined
          ? { name: 'task/submit' as const, data }
          : { name: 'task/fetch' as const, data: { ...data, type: 'task/fetch' } };
      const { status, body } = await app.post(app.teams.dialog(from, pressed, when));
      assert.equal(status, 200);
      await app.idle();
      const { task } = body as { task: { type: string; value: unknown } };
      if (task.type === 'message') return { line: String(task.value) };
      assert.equal(task.type, 'continue');
      const value = task.value as Record<'title' | 'height' | 'width', string> & { card: unknown };
      assert.ok(value.title.length > 0 && value.title.length <= 61, value.title);
      assert.ok(sizes.includes(value.height) && sizes.includes(value.width));
      const shown = cardOf({ attachments: [value.card] });
      assert.deepEqual(cardFaults(shown), []);
      assert.equal(shown['lang'], language);
      assert.ok(actions(shown).every(({ type }) => type !== 'Action.Execute'));
      return { card: shown };
    }

    /** Fills in card after card, until it ends or something on it is wrong. */
    async function filledIn(first: Card, { onwards, ends }: Form, answers: Answers) {
      let card = first;
      for (let at = 0; at < 6; at += 1) {
        const title = actions(card).some((one) => one.title === ends)
          ? ends
          : defined(onwards.find((one) => actions(card).some((button) => button.title === one)));
        const ids = inputs(card).map(({ id }) => id);
        const own = Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));
        const next = await invoked(card, title, { answers: own });
        if (next.card === undefined || stage.words(next.card).includes('⚠')) return next;
        card = next.card;
      }
      throw new Error('It neither ends nor says what is wrong.');
    }

    for (const [name, form] of Object.entries(formsIn(language))) {
      it(`${name}: says what is wrong and keeps the rest, then ends with what became of it`, async () => {
        const list = await listSaid(form.word);
        const { card } = await invoked(list, form.opens, { answers: form.chosen ?? {} });

        const refused = await filledIn(defined(card), form, form.wrong);
        const told = stage.words(defined(refused.card));
        const ended = await filledIn(defined(refused.card), form, form.right);

        assert.ok(told.includes(form.fault), told);
        assert.equal(ended.line, form.line);
        const channel = app.connector.messagesIn(itChannel.id).map(stage.readingOf);
        assert.ok(channel.some((read) => read.includes(form.shown)));
      });

      it(`${name}: opens for no guest, and is a card where the client has no dialogs`, async () => {
        const list = await listSaid(form.word);
        const answers = form.chosen ?? {};
        const { card, line } = await invoked(list, form.opens, { answers, from: guest });
        const before = app.connector.messagesIn(itChannel.id).length;
        const { data } = press(list, form.opens, answers);
        const click = { as: 'submit' as const, when };
        await stage.clickWith(app, { person: bramInTeams, data, click });

        assert.ok((line ?? stage.words(defined(card))).includes(chatTexts[language].onlyItTeam));
        const came = app.connector.messagesIn(itChannel.id).slice(before);
        assert.ok(came.some(({ activity }) => inputs(cardOf(activity)).length > 0));
      });
    }
  });

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { actions, cardFaults, cardOf, texts } from '../../support/cards/card-reader.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import type { Message } from '../../support/teams/connector.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

type Language = 'nl' | 'en';
const locales = { nl: 'nl-NL', en: 'en-GB' } as const;
const said = chatTexts;

describe('a personal chat with the bot', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.stop());

  /** What the bot answers to a text: one card, fit for Teams, in the reader's language, with a way on. */
  async function answerTo(text: string, language: Language, more: object = {}): Promise<Message> {
    const before = stage.cardsTo(app, annaInTeams).length;
    const message = app.teams.message(annaInTeams, text, { locale: locales[language] });
    const { status } = await app.post({ ...message, ...more });
    await app.idle();
    const answers = stage.cardsTo(app, annaInTeams).slice(before);
    assert.deepEqual([status, answers.length], [200, 1]);
    const answer = defined(answers[0]);
    const card = cardOf(answer.activity);
    assert.deepEqual(cardFaults(card), []);
    assert.equal(card['lang'], language);
    assert.equal(answer.activity['text'], undefined);
    assert.notEqual(answer.activity['summary'] ?? '', '');
    assert.ok(actions(card).length > 0, `no way on after “${text.slice(0, 40)}”`);
    return answer;
  }

  const understood = [
    ['help', 'hulp', (language: Language) => said[language].helpTitle],
    ['my duties', 'mijn plichten', (language: Language) => said[language].listEmpty],
    ['status', 'overzicht', (language: Language) => said[language].onlyOverseers],
    ['hello', 'hallo', (language: Language) => said[language].greeting('Anna')],
    ['thanks', 'dank je wel', (language: Language) => said[language].thanks],
    ['new duty', 'nieuwe plicht', (language: Language) => said[language].onlyInItChannel],
  ] as const;
  for (const [english, dutch, expected] of understood) {
    for (const language of ['nl', 'en'] as const) {
      it(`understands “${english}” and “${dutch}”, and answers in the reader’s language (${language})`, async () => {
        await stage.install(app, annaInTeams, { locale: locales[language] });

        const read = [];
        for (const text of [english, dutch, `  ${dutch.toUpperCase()}!! `]) {
          read.push(stage.readingOf(await answerTo(text, language)));
        }

        assert.ok(read.every((one) => one.includes(expected(language))));
      });
    }
  }

  const nonsense = {
    nonsense: 'xyzzy plugh',
    'a question': 'Hoe laat gaat de trein naar Utrecht?',
    'an empty text': '',
    spaces: '   \n ',
    emoji: '👍🏽🎉',
    'Markdown and HTML': '**<b>hulp</b>** [x](javascript:alert(1))',
    'control characters': 'a\u0000b\u202Ec',
    '20,000 characters': 'plicht '.repeat(2860),
  };
  for (const [name, text] of Object.entries(nonsense)) {
    for (const language of ['nl', 'en'] as const) {
      it(`answers ${name} with a way on (${language})`, async () => {
        await stage.install(app, annaInTeams, { locale: locales[language] });

        const answer = await answerTo(text, language);

        const card = cardOf(answer.activity);
        assert.ok(stage.offers(card, 'my-duties') && stage.offers(card, 'help'));
        assert.ok(texts(card).length <= 20, 'it is short');
      });
    }
  }

  const attachments = {
    'a file': { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.pdf' },
    'a GIF': { contentType: 'image/gif', contentUrl: 'https://media.example.com/a.gif' },
  };
  for (const [name, attachment] of Object.entries(attachments)) {
    it(`says of ${name} alone that it can do nothing with it`, async () => {
      await stage.install(app, annaInTeams);

      const answer = await answerTo('', 'nl', { attachments: [attachment] });

      const told = name === 'a GIF' ? said.nl.unreadable.picture : said.nl.noFiles;
      assert.ok(stage.readingOf(answer).includes(told));
    });
  }

  it('answers a message once that Teams delivers twice', async () => {
    await stage.install(app, annaInTeams);
    const message = app.teams.message(annaInTeams, 'hulp');

    await Promise.all([app.post(message), app.post(message)]);
    await app.post(message);

    const helped = stage.cardsTo(app, annaInTeams).map(stage.readingOf);
    assert.equal(helped.filter((read) => read.startsWith(said.nl.helpTitle)).length, 1);
    assert.ok(helped.some((read) => read.includes(said.nl.limits)));
  });

  it('goes on in the language that was chosen, also on cards and after a restart', async () => {
    await stage.install(app, annaInTeams);

    const [chosen] = await stage.say(app, annaInTeams, 'taal en');
    await app.restart();
    const [later] = await stage.say(app, annaInTeams, 'hulp');
    const { id } = await stage.openDuty(app, 'verify-change');
    const [back] = await stage.say(app, annaInTeams, 'language nl');

    assert.ok(stage.readingOf(defined(chosen)).includes(said.en.language));
    assert.ok(stage.readingOf(defined(later)).includes(said.en.helpTitle));
    assert.equal(stage.shownTo(app, annaInTeams, id)['lang'], 'en');
    assert.ok(stage.readingOf(defined(back)).includes(said.nl.language));
  });

  it('lists what waits, most urgent first, a page at a time, and brings up a card', async () => {
    await stage.install(app, annaInTeams);
    const opened = [];
    for (let at = 1; at <= 7; at += 1) {
      const day = String(10 - at).padStart(2, '0');
      const asked = { title: `Plicht ${String(at)}`, dueOn: `2026-12-${day}` };
      opened.push(await stage.openDuty(app, 'verify-change', asked));
    }

    const [list] = await stage.say(app, annaInTeams, 'mijn plichten');
    const more = (data: Readonly<Record<string, unknown>>) => data['c'] !== undefined;
    const next = await stage.click(app, {
      person: annaInTeams,
      message: defined(list),
      click: {
        verb: 'my-duties',
        where: more,
      },
    });
    const last = defined(opened[0]);
    const bring = {
      verb: 'bring',
      where: ({ d }: Readonly<Record<string, unknown>>) => d === last.id,
    };
    const brought = await stage.click(app, {
      person: annaInTeams,
      message: defined(list),
      click: bring,
      shown: next.card,
    });

    const first = stage.readingOf(defined(list));
    const shown = [7, 6, 5, 4, 3].map((at) => first.indexOf(`Plicht ${String(at)}\n`));
    assert.ok(shown.every((place, at) => place >= 0 && place > (shown[at - 1] ?? -1)));
    assert.ok(!first.includes('Plicht 2') && !first.includes('Plicht 1'));
    const second = stage.words(defined(next.card));
    assert.ok(second.includes('Plicht 2') && second.includes('Plicht 1'));
    assert.ok(!actions(defined(next.card)).some(({ data }) => more(data)));
    assert.equal(brought.status, 200);
    assert.equal(stage.cardsTo(app, annaInTeams, last.id).length, 2 + 0);
    assert.ok(stage.offers(stage.shownTo(app, annaInTeams, last.id), 'answer'));
  });

  it('answers every button of its cards with a card', async () => {
    await stage.install(app, annaInTeams);
    const [help] = await stage.say(app, annaInTeams, 'xyzzy');
    const before = stage.cardsTo(app, annaInTeams).length;

    const verbs = actions(cardOf(defined(help).activity)).map(({ verb }) => verb);
    for (const verb of verbs)
      await stage.click(app, { person: annaInTeams, message: defined(help), click: { verb } });

    assert.equal(stage.cardsTo(app, annaInTeams).length, before + verbs.length);
    assert.deepEqual(verbs.length, new Set(verbs).size);
  });

  it('says of a button that no longer exists what to do instead', async () => {
    await stage.install(app, annaInTeams);

    const reply = await stage.clickWith(app, { person: annaInTeams, data: { do: 'an-old-verb' } });

    assert.ok(reply.card && stage.words(reply.card).includes(said.nl.outdated));
  });

  it('names the due date in words on the card and in the notification', async () => {
    await stage.install(app, annaInTeams, { locale: 'en-GB' });

    const { id } = await stage.openDuty(app, 'verify-change', { dueOn: '2026-11-23' });

    const { activity } = stage.cardTo(app, annaInTeams, id);
    assert.match(String(activity['summary']), /23 November/);
  });
});
